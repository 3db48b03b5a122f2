//! Finnish and Estonian. Ordinals have a full stop.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const FINNISH: Language = Language {
    frequent: &[
        "ja", "on", "ei", "että", "se", "oli", "hän", "mutta", "myös", "kun", "niin", "ovat", "sen", "joka", "olen",
        "kuin", "vain", "mukaan", "tai", "ole", "eivät", "kukaan", "ning", "ta", "seda", "oma", "mis", "kes", "sanoi",
        "tänään",
    ],
    letters: "äöõ",
    starters: &[
        "he", "me", "te", "minä", "sinä", "nyt", "sitten", "siellä", "täällä", "eilen", "huomenna", "tämä", "nämä",
        "ne", "jos", "koska", "vaikka", "kaikki", "moni", "monet", "muut", "kaksi", "kolme", "miksi", "missä", "kuka",
        "mitä", "olivat", "siis", "ehkä", "jälkeen", "ennen", "ma", "nad",
    ],
    titles: &["tri", "prof", "dos", "kapt", "ev", "kenr", "maist", "toht", "rva", "hra", "nti", "pyh"],
    never: &["esim", "ns", "mm", "ks", "vrt", "n", "nk", "mr", "em", "ts", "klo", "puh", "synt", "jms"],
    numbered: &["nro", "s", "kpl", "kohta", "luku", "art", "mom"],
    units: &["min", "sek", "milj", "mrd", "t", "h"],
    finals: &["jne", "yms", "ym", "jms", "etc"],
    perhaps: &["oy", "oyj", "ry", "eaa", "ekr", "jkr", "Inc", "Ltd", "Co", "jr"],
    before_ordinals: &["ja", "sekä", "tai", "hänen", "sen", "tämän", "jo", "vasta"],
    ..PLAIN
};
