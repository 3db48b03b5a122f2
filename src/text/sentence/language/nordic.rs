//! Danish and Norwegian. Ordinals have a full stop, and months are small.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const DANISH_AND_NORWEGIAN: Language = Language {
    frequent: &[
        "og", "det", "er", "på", "til", "af", "av", "ikke", "en", "et", "den", "for", "med", "som", "har", "han",
        "hun", "de", "var", "ble", "blev", "kom", "fra", "vi", "jeg", "men", "om", "at", "sig", "seg", "der", "ved",
        "også", "i", "sier", "siger",
    ],
    letters: "æø",
    starters: &[
        "da", "så", "nu", "nå", "her", "efter", "etter", "før", "under", "over", "siden", "når", "hvis", "hvor",
        "hvem", "hva", "hvad", "dette", "disse", "alle", "ingen", "mange", "noen", "nogle", "andre", "to", "tre",
        "man", "hans", "hendes", "hennes", "deres", "ifølge", "nei", "nej", "ja", "du",
    ],
    titles: &[
        "dr", "prof", "hr", "fr", "frk", "ing", "kapt", "gen", "lt", "adv", "dir", "sct", "skt", "st", "cand",
        "pastor",
    ],
    never: &[
        "bl.a", "f.eks", "d.v.s", "dvs", "ca", "jf", "jfr", "inkl", "ekskl", "vedr", "evt", "pga", "mht", "kl", "f",
        "tlf", "s", "iflg", "tidl", "maks",
    ],
    numbered: &["nr", "stk", "kap", "fig", "art", "bd", "par", "pkt", "bl", "kr"],
    units: &["min", "sek", "mill", "mio", "mia", "mrd", "pct", "kr", "t"],
    finals: &["osv", "mv", "m.m", "etc", "o.l", "m.fl"],
    perhaps: &[
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec", "des", "tirs", "ons",
        "tors", "fre", "lør", "søn", "jr", "Inc", "Ltd", "Co", "mv", "gt", "afd", "avd",
    ],
    before_ordinals: &[
        "den", "det", "de", "i", "på", "til", "fra", "af", "av", "ved", "som", "og", "for", "om", "før", "efter",
        "etter", "siden", "sin", "sit", "sitt", "hans", "hendes", "hennes",
    ],
    months: &[
        "januar", "februar", "marts", "mars", "april", "maj", "mai", "juni", "juli", "august", "september", "oktober",
        "november", "december", "desember",
    ],
    ..PLAIN
};
