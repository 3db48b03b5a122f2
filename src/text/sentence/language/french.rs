//! French.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const FRENCH: Language = Language {
    frequent: &[
        "le", "la", "les", "des", "est", "et", "un", "une", "du", "au", "aux", "il", "elle", "ils", "elles", "que",
        "qui", "dans", "pour", "pas", "ne", "sur", "avec", "sont", "par", "ce", "cette", "mais", "on", "nous", "vous",
        "je", "en", "sa", "ses", "leur", "été", "à", "plus", "ont", "dit", "où", "qu", "fut",
    ],
    letters: "çœêûîé",
    starters: &[
        "l", "c", "d", "n", "j", "s", "de", "son", "ces", "cet", "c’est", "puis", "ensuite", "enfin", "alors", "ainsi",
        "aussi", "donc", "car", "si", "quand", "lorsque", "comme", "depuis", "après", "avant", "pendant", "selon",
        "malgré", "sans", "sous", "entre", "chez", "vers", "dès", "hier", "demain", "aujourd’hui", "ici", "là",
        "personne", "rien", "tout", "tous", "toutes", "toute", "certains", "plusieurs", "beaucoup", "quelques", "deux",
        "trois", "quatre", "cinq", "six", "dix", "autre", "autres", "d’autres", "nul", "aucun", "aucune", "chacun",
        "voilà", "voici", "pourquoi", "comment", "combien", "quel", "quelle", "quels", "oui", "non", "cela", "ça",
        "tu", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "leurs", "même", "or", "ni", "soyez", "demandez",
        "cependant", "pourtant", "toutefois", "désormais", "parfois", "jamais", "toujours", "peu", "fermé", "ouvert",
        "était", "a",
    ],
    titles: &[
        "M", "MM", "Mme", "Mmes", "Mlle", "Mlles", "Me", "Mes", "Mgr", "Dr", "Drs", "Pr", "Prs", "Prof", "St", "Ste",
        "Sts", "Stes", "Sté", "Gén", "Col", "Cdt", "Lt", "Sgt", "Adj", "Amb", "Dir", "Prés", "Sén", "Dép", "bd", "bld",
        "boul", "blvd", "av", "ave", "pl", "rte", "chem", "imp", "fbg", "résid", "bât", "min", "mgr", "dr", "pr",
        "prof", "sté", "ing", "P", "R.P", "S.M", "S.E", "comm", "insp",
    ],
    never: &[
        "cf", "c.-à-d", "env", "av", "apr", "ap", "p.ex", "ex", "not", "dép", "vs", "voy", "op", "tél", "hab", "éd",
        "coll", "trad", "dir", "ill", "resp", "réf",
    ],
    numbered: &[
        "art", "fig", "p", "pp", "vol", "t", "n", "no", "nos", "chap", "al", "apt", "appt", "app", "ch", "par", "pag",
    ],
    units: &["h", "mn", "sec"],
    finals: &["etc"],
    perhaps: &[
        "pers", "janv", "févr", "fév", "avr", "juil", "sept", "oct", "nov", "déc", "lun", "mar", "mer", "jeu", "ven",
        "sam", "dim", "Inc", "Jr", "Ltd", "Corp", "Co", "Bros", "suiv", "ss", "dept", "dépt", "arr", "arrt", "univ",
        "inst", "cie",
    ],
    ..PLAIN
};
