//! Slovenian, Croatian, Bosnian and Serbian in Latin letters. Ordinals, years among them, have a full stop.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const SOUTH_SLAVIC: Language = Language {
    frequent: &[
        "i", "je", "u", "na", "se", "da", "su", "za", "od", "nije", "bio", "bila", "bilo", "koji", "koja", "kako",
        "ali", "što", "iz", "sa", "nitko", "niko", "po", "in", "ni", "bil", "pri", "ki", "pa", "tudi", "so", "kot",
        "ne", "rekao", "dejal", "ona", "biti", "nakon",
    ],
    letters: "đčšž",
    starters: &[
        "on", "oni", "ja", "mi", "vi", "to", "ta", "taj", "ovo", "ovaj", "danas", "sutra", "jučer", "juče", "včeraj",
        "jutri", "sada", "zdaj", "tada", "potem", "zatim", "kasnije", "kada", "ko", "če", "ako", "jer", "ker", "svi",
        "vsi", "mnogi", "drugi", "dva", "dvije", "tri", "tko", "kdo", "gdje", "kje", "zašto", "zakaj", "bez", "brez",
        "prema", "po", "tijekom", "među", "možda", "morda", "v", "z", "s", "k", "o", "do", "nakon", "međutim",
    ],
    titles: &["prof", "dr", "doc", "mag", "ing", "inž", "mr", "gen", "puk", "kap", "nadb", "sv", "g", "gđa", "ul"],
    never: &["npr", "tzv", "tj", "t.i", "oz", "odn", "cca", "usp", "prim", "maks", "čl", "tel", "rođ", "roj", "t.j"],
    numbered: &["br", "št", "str", "st", "čl", "sl", "toč", "odst"],
    units: &["min", "sek", "tis", "mil", "mlrd", "st", "kn", "god", "sat"],
    finals: &["itd", "itn", "ipd", "i.sl", "etc"],
    perhaps: &["d.o.o", "d.d", "jan", "feb", "apr", "avg", "sept", "okt", "nov", "dec", "Inc", "Ltd", "Co", "jr"],
    before_ordinals: &[
        "u", "na", "do", "od", "iz", "za", "i", "s", "sa", "v", "in", "z", "po", "pri", "ob", "dana", "dne", "kao",
        "kot", "ovaj", "taj",
    ],
    lacks_vowels: true,
    ..PLAIN
};
