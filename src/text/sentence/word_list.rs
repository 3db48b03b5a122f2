//! Words that mean the same in all languages of news, or that are looked for in all of them.

/// Titles before a name that other languages use too.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Dra", "Prof", "Sen", "Gov", "Gen", "Lt", "Col", "Sgt", "Capt", "Maj", "Adm", "Rev", "Msgr",
    "Mme", "Mlle", "Messrs", "Fr", "Hr", "Sra", "Srta", "sig", "dott", "avv", "Mt",
];

/// Kinds of streets, some of which are titles too.
pub(super) const STREETS: &[&str] = &["St", "Dr", "Ave", "Blvd", "Rd"];

/// Abbreviations that never end a sentence.
pub(super) const NEVER: &[&str] = &["e.g", "i.e", "cf", "vs", "v", "ca", "z.B", "d.h", "p.ej", "c.-à-d"];

/// Abbreviations only before a number.
pub(super) const NUMBERED: &[&str] = &["no", "nos", "nr", "p", "pp", "vol", "art", "fig", "núm", "n.º"];

/// The last part of a time.
pub(super) const CLOCK: &[&str] = &["a.m", "p.m"];

/// Companies, suffixes of names and months.
#[rustfmt::skip]
pub(super) const PERHAPS: &[&str] = &[
    "al", "ed", "eds", "ph.d", "Inc", "Corp", "Co", "Ltd", "Llc", "Plc", "Bros", "Jr", "Sr", "Jan", "Feb", "Mar", "Apr",
    "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Str", "Gde", "Av", "Ud", "Uds",
];

/// Companies whose name may end with "?" or "!": "Yahoo! Inc."
pub(super) const COMPANIES: &[&str] = &["Inc", "Corp", "Ltd"];

/// Words that can follow a time: time zones, days and months.
#[rustfmt::skip]
pub(super) const ZONES: &[&str] = &[
    "et", "est", "edt", "ct", "cst", "cdt", "mt", "mst", "mdt", "pt", "pst", "pdt", "gmt", "bst", "cet", "utc",
    "eastern", "central", "mountain", "pacific", "local", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb",
    "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
];

/// Words that begin a statement of time before the subject: "At 5 a.m. Mr. Holt left", "W 2019 r. Brandecki kupił dom".
#[rustfmt::skip]
pub(super) const FRONTING: &[&str] = &[
    "At", "By", "On", "In", "From", "Before", "After", "Until", "Around", "About", "Since", "Shortly", "Just", "W", "We",
    "Od", "Do", "Po", "Przed", "Około", "Ok", "Dnia", "Z", "Na", "V", "Ve", "Dne", "Roku", "O", "Před", "Kolem", "Nel",
    "Dal", "En", "Desde", "À", "Vers", "Om", "Rond", "Tegen", "В", "С", "До", "Около",
];

/// Verbs of speaking, in English, where the speaker may stand before them: "“Really?” Ms. Sand asked."
#[rustfmt::skip]
pub(super) const REPORTING: &[&str] = &[
    "said", "says", "say", "told", "tells", "asked", "asks", "ask", "added", "adds", "wrote", "writes", "replied",
    "replies", "answered", "shouted", "shouts", "cried", "yelled", "whispered", "wondered", "demanded", "exclaimed",
    "quipped", "joked", "recalled", "continued", "responded", "called", "calls", "insisted", "declared", "posted",
    "tweeted", "chanted", "read", "reads", "begged", "muttered", "laughed", "repeated", "remarked", "retorted", "noted",
    "argued", "warned", "announced", "explained", "pleaded", "screamed", "urged", "mused", "interjected", "interrupted",
];

/// Parts of family names that are written as capitalised words too: "J. De Wael".
#[rustfmt::skip]
pub(super) const PARTICLES: &[&str] = &[
    "De", "Van", "Von", "Le", "La", "Du", "Del", "Della", "Di", "Da", "Dos", "Den", "Ten", "Ter", "Het",
];

/// What an apostrophe joins to the next word: "l’art. 5", "dell’avv. Neri".
#[rustfmt::skip]
pub(super) const ELISIONS: &[&str] = &[
    "l", "d", "qu", "c", "j", "n", "s", "m", "dell", "all", "nell", "sull", "dall", "un", "quell", "coll",
];

/// Ends of names of hosts and files that are written with a capital: "Booking.Com", "Report.Pdf".
#[rustfmt::skip]
pub(super) const EXTENSIONS: &[&str] = &[
    "com", "net", "org", "edu", "gov", "info", "biz", "eu", "uk", "fr", "nl", "pl", "cz", "ch", "io", "ai", "tv", "js",
    "py", "rs", "md", "pdf", "txt", "doc", "docx", "xls", "xlsx", "csv", "xml", "json", "html", "htm", "php", "asp",
    "aspx", "jpg", "jpeg", "png", "gif", "mp3", "mp4", "zip", "exe", "app",
];
