//! Dutch.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const DUTCH: Language = Language {
    frequent: &[
        "de", "het", "een", "van", "en", "is", "dat", "niet", "op", "te", "in", "zijn", "voor", "met", "hij", "ze",
        "zij", "er", "aan", "ook", "om", "werd", "door", "maar", "bij", "naar", "uit", "als", "nog", "die", "dit",
        "deze", "wordt", "was", "heeft", "hebben", "waren", "wie", "zei", "tot", "over", "wij", "ik", "geen",
    ],
    starters: &[
        "dan", "toen", "daarna", "daar", "daarom", "daarmee", "dus", "want", "of", "omdat", "terwijl", "hoewel",
        "sinds", "vandaag", "gisteren", "morgen", "nu", "hier", "na", "tegen", "onder", "tussen", "zonder", "tijdens",
        "volgens", "vanaf", "zo", "al", "altijd", "nooit", "niemand", "iemand", "iedereen", "niets", "alles", "alle",
        "veel", "vele", "sommige", "andere", "anderen", "enkele", "beide", "elke", "ieder", "iedere", "hun", "haar",
        "mijn", "onze", "ons", "we", "je", "jij", "u", "men", "wat", "waar", "waarom", "wanneer", "hoe", "welke",
        "twee", "drie", "vier", "vijf", "later", "eerder", "eerst", "eindelijk", "misschien", "nee", "ja", "echter",
        "bovendien", "inmiddels", "meer", "zodra", "toch", "vraag", "mensen", "’s", "’t",
    ],
    titles: &[
        "dhr", "hr", "mevr", "mw", "mej", "dr", "drs", "mr", "ir", "ing", "prof", "ds", "jhr", "jkvr", "bc", "msc",
        "lic", "kol", "kapt", "maj", "lt", "sgt", "adm", "kard", "mgr", "min", "st", "fam", "fa", "gebr", "zr", "insp",
        "dir", "secr", "wnd", "plv", "cand", "weth", "Gen",
    ],
    never: &[
        "d.w.z", "bijv", "b.v", "m.a.w", "m.b.t", "i.p.v", "i.v.m", "t.a.v", "t.o.v", "o.a", "m.n", "n.a.v", "ca",
        "vgl", "zgn", "zog", "resp", "incl", "excl", "geb", "gem", "evt", "event", "ong", "i.h.b", "t.w", "vs",
        "o.l.v", "i.s.m", "t.b.v", "d.m.v", "div", "versch", "ned",
    ],
    numbered: &[
        "art", "blz", "p", "nr", "nrs", "no", "afb", "fig", "hfst", "dl", "vol", "par", "lid", "k", "b", "bijl", "max",
    ],
    units: &["min", "sec", "u"],
    finals: &["enz", "etc"],
    perhaps: &[
        "mln", "mld", "e.d", "e.a", "a.s", "jl", "jr", "sr", "tel", "str", "pl", "ln", "verd", "afd", "chr", "jan",
        "febr", "feb", "mrt", "apr", "jun", "jul", "aug", "sept", "okt", "nov", "dec", "Inc", "Corp", "Ltd", "Co",
        "univ", "uitg", "ed", "l.l", "v.Chr", "n.Chr", "bv", "nl",
    ],
    ..PLAIN
};
