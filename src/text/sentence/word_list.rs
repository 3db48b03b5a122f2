//! The words that decide whether a full stop ends a sentence, in lower case and without the full stop at their end.

/// Titles before a name.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "dra", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "lt", "col", "sgt",
    "capt", "maj", "cpl", "pvt", "adm", "cmdr", "rev", "hon", "msgr", "pres", "supt", "det", "insp", "amb", "atty",
    "mme", "mlle", "messrs", "pfc", "fr", "hr", "sra", "mt", "ft", "ald", "coun", "asst", "assoc", "dir", "dep",
];

/// Kinds of streets, some of which are titles too.
#[rustfmt::skip]
pub(super) const STREETS: &[&str] = &[
    "st", "dr", "ave", "blvd", "rd", "ln", "hwy", "pl", "sq",
];

/// Companies, suffixes of names, months, weekdays and states.
#[rustfmt::skip]
pub(super) const NAMES: &[&str] = &[
    "inc", "corp", "co", "cos", "ltd", "llc", "plc", "bros", "jr", "sr", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "ala", "ariz",
    "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "mass", "md", "mich",
    "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "que", "tenn", "tex", "va", "vt",
    "wash", "wis", "wyo", "dept", "univ", "str", "gde",
];

/// Abbreviations that never end a sentence.
#[rustfmt::skip]
pub(super) const NEVER: &[&str] = &[
    "sig", "dott", "avv", "e.g", "i.e", "cf", "vs", "v", "viz", "approx", "ca", "incl", "excl", "z.b", "d.h", "u.a",
    "bzw", "p.ej", "c.-à-d",
];

/// Abbreviations only before a number.
#[rustfmt::skip]
pub(super) const NUMBERED: &[&str] = &[
    "no", "nos", "nr", "p", "pp", "vol", "vols", "art", "arts", "fig", "figs", "sec", "ch", "chap", "para", "op",
    "abs", "ziff", "núm", "n.º",
];

/// The last part of a time.
#[rustfmt::skip]
pub(super) const CLOCK: &[&str] = &[
    "a.m", "p.m",
];

/// Abbreviations that may end a sentence.
#[rustfmt::skip]
pub(super) const PERHAPS: &[&str] = &[
    "etc", "al", "dept", "est", "govt", "intl", "natl", "univ", "assn", "mfg", "tel", "ext", "ed", "eds", "trans",
    "ph.d", "usw", "evtl", "mio", "mrd", "tsd", "ggf", "sog", "av", "ud", "uds", "a.d", "b.c", "esq", "dist",
];

/// Words that, capitalised, start a sentence far more often than they are names.
#[rustfmt::skip]
pub(super) const STARTERS: &[&str] = &[
    "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "his", "her", "their", "its", "our", "my",
    "your", "this", "that", "these", "those", "there", "here", "in", "on", "at", "by", "for", "from", "with",
    "after", "before", "during", "under", "over", "without", "about", "among", "despite", "since", "although",
    "though", "because", "but", "and", "or", "so", "nor", "as", "if", "when", "while", "where", "what", "who",
    "why", "how", "which", "whether", "then", "now", "still", "yet", "not", "no", "none", "most", "some", "many",
    "all", "both", "one", "two", "three", "each", "every", "another", "other", "others", "such", "only", "just",
    "even", "also", "however", "meanwhile", "instead", "later", "earlier", "last", "next", "once", "until",
    "according", "officials", "police", "critics", "thousands", "hundreds", "dozens", "i’m", "i’ve", "it’s",
    "that’s", "he’s", "she’s", "they’re", "we’re", "there’s", "let’s", "don’t", "asked", "der", "die", "das", "ein",
    "eine", "er", "sie", "es", "wir", "im", "am", "doch", "el", "la", "los", "las", "le", "les", "il", "elle",
];

/// Words that can follow a time: time zones, days and months.
#[rustfmt::skip]
pub(super) const ZONES: &[&str] = &[
    "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "bst", "cet", "utc",
    "eastern", "central", "mountain", "pacific", "local", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
];

/// Words that can follow an ordinal in German.
#[rustfmt::skip]
pub(super) const GERMAN_MONTHS: &[&str] = &[
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember", "jänner", "jahrhundert",
];

/// Verbs of speaking.
#[rustfmt::skip]
pub(super) const REPORTING: &[&str] = &[
    "said", "says", "say", "told", "tells", "asked", "asks", "ask", "added", "adds", "wrote", "writes", "replied",
    "replies", "answered", "shouted", "shouts", "cried", "yelled", "whispered", "wondered", "demanded", "exclaimed",
    "quipped", "joked", "recalled", "continued", "responded", "called", "calls", "insisted", "declared", "posted",
    "tweeted", "chanted", "read", "reads", "begged", "muttered", "laughed",
];
