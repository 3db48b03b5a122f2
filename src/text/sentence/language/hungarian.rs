//! Hungarian. Years, days and other ordinals have a full stop.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const HUNGARIAN: Language = Language {
    frequent: &[
        "a", "az", "és", "hogy", "nem", "is", "egy", "ez", "volt", "meg", "de", "csak", "már", "el", "van", "mint",
        "vagy", "ki", "még", "ha", "azt", "mondta", "senki", "itt", "ott", "aki", "ami", "szerint", "után",
    ],
    letters: "őű",
    starters: &[
        "most", "ma", "tegnap", "holnap", "akkor", "aztán", "majd", "később", "mert", "bár", "amikor", "ahol",
        "mindenki", "minden", "sok", "néhány", "más", "mások", "ő", "ők", "én", "mi", "ti", "ezek", "azok", "két",
        "három", "miért", "hol", "mikor", "igen", "így", "ezért", "azonban", "pedig", "nincs", "vannak",
    ],
    titles: &["dr", "prof", "ifj", "id", "özv", "gen", "szt", "vm", "ezr", "alezr", "őrgy", "szds", "fhdgy"],
    never: &["pl", "kb", "ún", "vö", "ill", "ld", "szül", "megh", "u", "krsz", "kr", "i.e", "i.sz", "úgyn"],
    numbered: &["sz", "old", "fej", "tel", "fszt", "em", "bek"],
    units: &["sz", "ft", "db"],
    finals: &["stb", "etc"],
    perhaps: &[
        "jan", "feb", "febr", "márc", "ápr", "máj", "jún", "júl", "aug", "szept", "okt", "nov", "dec", "kft", "rt",
        "bt", "zrt", "nyrt", "Inc", "Ltd", "Co", "jr",
    ],
    before_ordinals: &["a", "az", "és", "egy", "minden", "vagy", "meg"],
    ..PLAIN
};
