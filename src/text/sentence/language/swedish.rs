//! Swedish.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const SWEDISH: Language = Language {
    frequent: &[
        "och", "att", "det", "som", "en", "på", "är", "av", "för", "med", "den", "till", "inte", "har", "de", "ett",
        "om", "han", "hon", "var", "jag", "från", "vid", "vi", "så", "sig", "men", "ingen", "efter", "i", "sade",
        "säger",
    ],
    letters: "åäö",
    starters: &[
        "då", "nu", "här", "där", "under", "över", "sedan", "när", "vem", "vad", "hur", "varför", "detta", "dessa",
        "alla", "många", "några", "andra", "två", "tre", "man", "hans", "hennes", "deras", "enligt", "nej", "ja", "du",
        "ni", "kanske",
    ],
    titles: &["dr", "prof", "hr", "fr", "frk", "ing", "kapt", "gen", "adv", "dir", "s:t", "s:ta"],
    never: &[
        "bl.a", "t.ex", "d.v.s", "dvs", "ca", "jfr", "inkl", "exkl", "ev", "pga", "kl", "f.d", "fr.o.m", "t.o.m",
        "s.k", "tel", "p.g.a",
    ],
    numbered: &["nr", "kap", "fig", "art", "s", "st", "sid"],
    units: &["min", "sek", "tim", "milj", "kr", "proc"],
    finals: &["osv", "m.m", "etc", "o.d", "m.fl"],
    perhaps: &[
        "jan", "feb", "febr", "apr", "aug", "sept", "okt", "nov", "dec", "mån", "tis", "ons", "tors", "fre", "lör",
        "sön", "jr", "Inc", "Ltd", "Co", "avd",
    ],
    ..PLAIN
};
