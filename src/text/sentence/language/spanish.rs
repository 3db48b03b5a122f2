//! Spanish, with the abbreviations of the Ortografía of the Real Academia Española.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const SPANISH: Language = Language {
    frequent: &[
        "el", "la", "los", "las", "de", "del", "y", "que", "en", "un", "una", "es", "por", "con", "no", "se", "su",
        "sus", "para", "al", "lo", "como", "más", "pero", "fue", "ha", "está", "él", "ella", "nadie", "este", "esta",
        "son", "eran", "era", "ya", "muy", "dijo", "desde", "hasta", "sin", "sobre", "también",
    ],
    letters: "ñó",
    starters: &[
        "a", "ante", "bajo", "contra", "durante", "entre", "según", "tras", "hacia", "mediante", "cuando", "donde",
        "si", "porque", "aunque", "mientras", "entonces", "luego", "después", "antes", "ahora", "hoy", "ayer",
        "mañana", "aquí", "allí", "ahí", "así", "además", "sin", "embargo", "tampoco", "nunca", "siempre", "quizá",
        "quizás", "tal", "todo", "todos", "todas", "toda", "otro", "otros", "otras", "otra", "algunos", "algunas",
        "muchos", "muchas", "varios", "pocos", "ninguno", "ninguna", "nada", "algo", "alguien", "cada", "ellos",
        "ellas", "yo", "tú", "nosotros", "usted", "ustedes", "esto", "eso", "estos", "estas", "ese", "esa", "esos",
        "aquel", "mi", "mis", "nuestro", "nuestra", "dos", "tres", "cuatro", "cinco", "seis", "diez", "quién", "qué",
        "cómo", "dónde", "cuándo", "cuánto", "sí", "hay", "había", "hubo", "tiene", "tenía", "han", "le", "les", "me",
        "nos", "te", "cuenta", "vive", "pregunte", "unos", "unas", "ni", "o", "e", "pues", "solo", "sólo", "casi",
        "fueron",
    ],
    titles: &[
        "Sr", "Sres", "Sra", "Sras", "Srta", "Srtas", "Srto", "D", "Da", "Dª", "Dña", "Dr", "Dres", "Dra", "Dras",
        "Prof", "Profa", "Lic", "Licda", "Ldo", "Lda", "Ing", "Arq", "Abg", "Gral", "Gen", "Cnel", "Col", "Cap",
        "Capt", "Cmdte", "Tte", "Sgto", "Cte", "Alm", "Mons", "Rvdo", "Rvda", "Rev", "Fr", "Pbro", "Sto", "Sta",
        "Excmo", "Excma", "Ilmo", "Ilma", "Hno", "Hna", "Hnos", "Pdte", "Pdta", "Dir", "Dip", "Sen", "Min", "Insp",
        "Av", "Avda", "Avd", "Ctra", "Pza", "Plza", "Pl", "Pje", "Pº", "Crta", "Urb", "Fdo", "Vda", "Mtro", "Mtra",
        "Ud", "Uds", "Vd", "Vds", "sr", "sra", "srta", "dr", "dra", "prof", "gral", "lic", "ing", "arq", "av", "avda",
        "st", "Mr", "Mrs", "Ms", "Magdo",
    ],
    never: &[
        "p.ej", "ej", "cf", "cfr", "vs", "aprox", "incl", "excl", "v.gr", "máx", "mín", "núm", "núms", "nro", "pág",
        "págs", "dpto", "depto", "apdo", "tfno", "trad", "esq",
    ],
    numbered: &[
        "art", "arts", "fig", "figs", "vol", "vols", "cap", "caps", "t", "p", "pp", "n", "no", "nº", "n.º", "piso",
        "km", "párr", "ed", "esc", "of",
    ],
    units: &["min", "seg", "h", "hs", "hrs"],
    finals: &["etc"],
    perhaps: &[
        "inc", "Inc", "Corp", "Ltd", "Ltda", "Cía", "Co", "Bros", "Jr", "Tel", "tel", "ene", "feb", "abr", "may",
        "jun", "jul", "ago", "sept", "set", "oct", "nov", "dic", "lun", "mié", "miérc", "jue", "vie", "sáb", "dom",
        "izq", "dcha", "izda", "univ", "hab",
    ],
    ..PLAIN
};
