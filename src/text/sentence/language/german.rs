//! German. All nouns have capitals, so a capital after a number says nothing: the word before it decides.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const GERMAN: Language = Language {
    frequent: &[
        "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "einen", "einem", "einer", "den", "dem", "des",
        "im", "am", "zu", "zum", "zur", "von", "vom", "mit", "auf", "für", "er", "sie", "es", "wir", "ich", "auch",
        "sich", "war", "wurde", "hat", "wie", "aus", "bei", "nach", "als", "noch", "nur", "über", "wird", "waren",
    ],
    letters: "ßüäö",
    starters: &[
        "doch", "dann", "danach", "dabei", "damit", "dort", "da", "daher", "darum", "deshalb", "dennoch", "trotzdem",
        "zudem", "außerdem", "allerdings", "aber", "oder", "denn", "wenn", "weil", "während", "obwohl", "seit",
        "seitdem", "heute", "gestern", "morgen", "jetzt", "nun", "hier", "in", "an", "bis", "um", "unter", "vor",
        "hinter", "zwischen", "ohne", "gegen", "durch", "ab", "trotz", "wegen", "laut", "so", "schon", "immer", "nie",
        "niemand", "jemand", "keiner", "keine", "kein", "alle", "alles", "viele", "einige", "manche", "andere",
        "beide", "dieser", "diese", "dieses", "diesen", "jeder", "jede", "jedes", "sein", "seine", "ihr", "ihre",
        "unser", "unsere", "mein", "meine", "man", "was", "wer", "wo", "warum", "wann", "ob", "dass", "zwei", "drei",
        "vier", "fünf", "zuvor", "später", "zuletzt", "zunächst", "schließlich", "insgesamt", "bereits", "kurz",
        "bald", "mehr", "vielleicht", "nein", "ja", "sonst", "nichts", "etwa", "rund", "eines", "dessen", "deren",
        "ins", "beim", "sehr", "ganz", "dazu", "damals", "derzeit", "inzwischen", "mittlerweile", "einmal", "gab",
        "gibt", "hatte", "haben", "sind",
    ],
    titles: &[
        "dr", "Dres", "prof", "Ing", "Mag", "Hr", "Hrn", "Fr", "Frl", "Fam", "Fa", "Gebr", "St", "Hl", "hl", "Sr",
        "Dir", "Stv", "stv", "Gen", "Hptm", "Lt", "Olt", "Obstlt", "Univ", "Dipl", "med", "jur",
        "phil", "rer", "nat", "habil", "theol", "pol", "oec", "Abg", "Insp", "Komm", "Kom", "Pfr", "Bgm", "Rekt",
        "Bf",
    ],
    never: &[
        "z.B", "d.h", "u.a", "bzw", "ca", "vgl", "sog", "sogen", "geb", "verw", "verh", "gesch", "gest", "ggf", "ggfs",
        "evtl", "inkl", "exkl", "einschl", "zzgl", "rd", "bes", "insb", "insbes", "jew", "lt", "gem", "abzgl", "spez",
        "sen", "jun", "ehem", "allg", "bsp", "urspr", "eigtl", "v.a", "i.d.R", "z.T", "i.A", "i.V", "dt", "frz",
        "engl", "amtl", "städt", "kath", "ev", "röm", "südl", "nördl", "westl", "östl", "mögl",
    ],
    numbered: &[
        "Art", "Abs", "Nr", "Nrn", "Zi", "Kap", "Bd", "Bde", "Abb", "Ziff", "Rn", "Anm", "Aufl", "App", "Tab", "max",
        "mind",
    ],
    finals: &["usw", "usf", "etc"],
    perhaps: &[
        "Str", "Pl", "Tel", "Mio", "Mrd", "Tsd", "Min", "Std", "Sek", "Jh", "Jhd", "Jhdt", "Jhs", "Chr", "Mo", "Di",
        "Mi", "Do", "Fr", "Sa", "So", "Jan", "Feb", "Mär", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Okt", "Nov",
        "Dez", "Abt", "Bhf", "Hbf", "Hrsg", "hrsg", "Jg", "Co", "Inh", "Ges", "Red", "Verf", "Vors", "Bez", "Kfm",
        "Lkr", "Pkw", "Stk", "Stck", "Pfd", "Ztr", "Mwst", "zzt", "zt", "Stg", "Og", "Ust", "Ausg", "Jr", "qm", "km",
    ],
    before_ordinals: &[
        "der", "die", "das", "den", "dem", "des", "im", "am", "zum", "zur", "vom", "beim", "ins", "ans", "ab", "in",
        "als", "und", "oder", "bis", "sowie", "bzw", "seit", "ein", "eine", "einen", "einem", "einer", "eines", "mein",
        "meine", "meinen", "meinem", "meiner", "meines", "dein", "deine", "sein", "seine", "seinen", "seinem",
        "seiner", "seines", "ihr", "ihre", "ihren", "ihrem", "ihrer", "ihres", "unser", "unsere", "unseren", "unserem",
        "unserer", "unseres", "euer", "eure", "jeder", "jede", "jedes", "jeden", "jedem", "dieser", "diese", "dieses",
        "diesen", "diesem", "kein", "keine", "keinen", "keinem", "jener", "jene", "welche", "welcher", "welches",
        "deren", "dessen", "beide", "beiden", "alle", "zwischen",
    ],
    months: &[
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
        "dezember", "jänner", "feber", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez",
        "jahrhundert", "jahrhunderts", "jh", "jhd",
    ],
    capitalises_nouns: true,
    ..PLAIN
};
