//! Italian, where titles are written small.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const ITALIAN: Language = Language {
    frequent: &[
        "il", "lo", "la", "gli", "di", "del", "della", "dei", "delle", "dello", "e", "che", "è", "un", "una", "non",
        "per", "con", "si", "ha", "hanno", "sono", "nel", "nella", "al", "alla", "da", "dal", "dalla", "più", "ma",
        "anche", "come", "era", "erano", "ed", "nessuno", "questo", "questa", "ai", "alle", "sul", "sulla", "fu", "l",
        "le", "i",
    ],
    letters: "òì",
    starters: &[
        "i", "le", "in", "a", "su", "tra", "fra", "dopo", "prima", "durante", "secondo", "contro", "senza", "sotto",
        "verso", "se", "quando", "dove", "perché", "mentre", "così", "poi", "quindi", "però", "infatti", "inoltre",
        "intanto", "invece", "allora", "adesso", "ora", "oggi", "ieri", "domani", "qui", "qua", "là", "lì", "già",
        "ancora", "sempre", "mai", "forse", "solo", "tutto", "tutti", "tutte", "altri", "altre", "altro", "molti",
        "molte", "alcuni", "alcune", "pochi", "ogni", "qualcuno", "niente", "nulla", "lui", "lei", "loro", "io", "tu",
        "noi", "voi", "questi", "queste", "quello", "quella", "quelli", "quelle", "suo", "sua", "suoi", "sue", "mio",
        "mia", "nostro", "due", "tre", "quattro", "cinque", "dieci", "chi", "cosa", "quale", "quanto", "sì", "no",
        "c’è", "ci", "ne", "uno", "ecco", "né", "o", "dovevano", "doveva", "aveva", "avevano", "chiedete", "mancavano",
        "neanche", "nemmeno",
    ],
    titles: &[
        "sig", "sig.ra", "sig.na", "sigg", "sigra", "dott", "dott.ssa", "dottssa", "dr", "dr.ssa", "prof", "prof.ssa",
        "proff", "avv", "ing", "arch", "geom", "rag", "on", "sen", "gen", "col", "cap", "ten", "magg", "brig", "amm",
        "com", "comm", "cav", "mons", "card", "p", "fra", "rev", "ss", "S", "SS", "dir", "pres", "min", "cons", "v.le",
        "vle", "p.zza", "c.so", "p.le", "l.go", "loc", "fraz", "st", "spett", "gent", "egr", "ill", "perit", "isp",
    ],
    never: &[
        "cfr", "cf", "es", "p.es", "vs", "ca", "n", "pag", "pagg", "tel", "cell", "int", "sez", "vol", "voll", "fig",
        "figg", "tav", "lett", "d.lgs", "dlgs", "d.l", "d.p.r", "cit", "trad", "all", "ind", "mitt", "incl", "escl",
    ],
    numbered: &["art", "artt", "co", "cap", "capp", "num", "ed", "par", "lib", "ediz", "sc"],
    units: &["sec", "min", "mln", "mld"],
    finals: &["ecc", "etc"],
    perhaps: &[
        "sec", "secc", "Inc", "Corp", "Ltd", "Co", "Bros", "Jr", "jr", "gen", "genn", "febbr", "apr", "magg", "giu",
        "lug", "ago", "sett", "ott", "nov", "dic", "lun", "mart", "merc", "giov", "ven", "sab", "dom", "univ", "ist",
        "prov", "reg", "mar",
    ],
    ..PLAIN
};
