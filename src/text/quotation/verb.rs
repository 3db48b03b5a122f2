//! Verbs of saying, as reporting clauses have them.

/// Which verbs count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verbs {
    /// All.
    All,
    /// Those of languages that set the reporting clause inside the quotation marks.
    BetweenDashes,
}

/// English, German, Dutch, Swedish, Norwegian, Danish: whole words.
#[rustfmt::skip]
const GERMANIC: &[&str] = &[
    "said", "says", "say", "asked", "asks", "added", "adds", "told", "tells", "replied", "answered", "wrote", "writes",
    "explained", "insisted", "warned", "shouted", "cried", "whispered", "recalled", "announced", "argued", "admitted",
    "sagte", "sagt", "sagten", "sagen", "meinte", "meint", "erklärte", "erklärt", "fragte", "fragt", "antwortete",
    "rief", "ruft", "schrieb", "schreibt", "ergänzte", "betonte", "erzählte", "erzählt", "berichtete", "entgegnete",
    "erwiderte", "versicherte",
    "zei", "zegt", "zeggen", "zeiden", "vroeg", "vraagt", "antwoordde", "antwoordt", "vertelde", "vertelt", "riep",
    "roept", "schreef", "schrijft", "aldus", "verklaarde", "vindt",
    "sa", "sade", "säger", "frågade", "frågar", "svarade", "svarar", "tillade", "skrev", "skriver", "berättar",
    "berättade", "menar", "förklarar", "förklarade", "konstaterar", "ropade", "undrade", "undrar", "tycker",
    "sier", "siger", "sagde", "sagt", "spurte", "spør", "spurgte", "spørger", "svarte", "svarer", "svarede", "tilføjer",
    "tilføjede", "forteller", "fortalte", "fortæller", "mener", "mente", "forklarer", "forklarte", "forklarede",
    "ropte", "råbte", "understreker", "utdyper", "uddyber", "lyder",
];

/// French, Spanish, Italian, Portuguese: whole words.
#[rustfmt::skip]
const ROMANCE: &[&str] = &[
    "dit", "disent", "disait", "déclare", "déclaré", "ajoute", "ajouté", "explique", "expliqué", "répond", "répondu",
    "répondit", "demande", "demandé", "demanda", "lance", "lancé", "affirme", "affirmé", "assure", "assuré", "raconte",
    "raconté", "confie", "confié", "estime", "estimé", "souligne", "souligné", "poursuit", "précise", "précisé",
    "indique", "indiqué", "prévient", "conclut", "crie", "crié", "cria", "murmure", "murmura", "rétorque", "réplique",
    "insiste", "insisté", "regrette", "reconnaît", "écrit", "soupire", "fit", "dis", "fis",
    "dijo", "dije", "dice", "dicen", "dijeron", "decía", "respondió", "respondí", "responde", "preguntó", "pregunté", "pregunta", "añadió", "añade",
    "agregó", "agrega", "explicó", "explica", "aseguró", "asegura", "afirmó", "afirma", "comentó", "comenta",
    "contestó", "contesta", "señaló", "señala", "exclamó", "gritó", "susurró", "contó", "cuenta", "advirtió",
    "advierte", "declaró", "replicó", "insistió", "murmuró", "apuntó", "indicó", "relató", "manifestó", "escribió",
    "disse", "detto", "diceva", "dicono", "dissero", "rispose", "risponde", "risposto", "aggiunse", "aggiunge",
    "aggiunto", "spiega", "spiegò", "spiegato", "chiese", "chiede", "chiesto", "domandò", "domanda", "racconta",
    "raccontò", "raccontato", "dichiara", "dichiarato", "osserva", "commenta", "commentato", "sottolinea",
    "sottolineato", "scrive", "scritto", "gridò", "esclamò", "ammette", "prosegue", "ribadisce", "replica",
    "diz", "dizia", "dizem", "disseram", "respondeu", "perguntou", "acrescentou", "acrescenta", "afirmou", "explicou",
    "contou", "conta", "declarou", "gritou", "exclamou", "comentou", "garantiu", "garante", "replicou", "sussurrou",
    "escreveu", "ressaltou", "lembrou",
];

/// Polish, Czech, Hungarian, Finnish, Russian, Ukrainian, Greek: what the words begin with, because their ends differ by
/// gender, number and tense.
#[rustfmt::skip]
const STEMS: &[&str] = &[
    "powiedzia", "mówi", "powiada", "dodał", "dodaje", "dodawał", "zapyta", "odpowiedzia", "odpowiada", "odpar",
    "stwierdz", "przyzna", "podkreśl", "wyjaśni", "tłumacz", "zaznacz", "zapewni", "krzykn", "szepn", "oświadcz",
    "zawoła", "odrzek", "rzekł", "napisał", "opowiada", "relacjon", "spyta",
    "řekl", "říká", "říkal", "dodal", "dodáv", "odpověd", "zeptal", "ptá", "ptal", "uvedl", "uvád", "prohlás",
    "vysvětl", "zdůraz", "poznamenal", "doplnil", "potvrdil", "vykřikl", "zvolal", "napsal", "popsal", "zašepta",
    "mondta", "mondja", "mondták", "kérdezt", "kérdezi", "felelt", "válaszol", "hozzátett", "tette hozzá", "közölt",
    "magyarázt", "kiáltott", "suttogt", "fogalmazott", "emlékeztet", "hangsúlyoz", "nyilatkoz", "jelentette",
    "sanoi", "sanoo", "sanovat", "kysyi", "kysyy", "vastasi", "vastaa", "lisäsi", "lisää", "kertoi", "kertoo",
    "totesi", "toteaa", "huusi", "kuvailee", "kirjoitti", "selitti", "selittää", "muistuttaa", "kuiskasi", "arvioi",
    "сказал", "говор", "заяви", "отмети", "отмеча", "добави", "добавля", "спроси", "спрашива", "ответи", "отвеча",
    "объясн", "подчеркн", "подчёркива", "подчеркива", "рассказ", "поясн", "уточн", "крикну", "воскликн", "прошепта",
    "написал", "призна", "сообщи", "продолжа", "продолжил", "возрази", "утвержда",
    "сказав", "сказала", "каже", "кажуть", "казав", "казала", "зазначи", "додав", "додала", "додає", "запита",
    "відпові", "поясни", "наголоси", "розпові", "вигукн", "написав", "написала", "повідоми", "спита", "прошепот",
    "είπ", "λέει", "λένε", "έλεγ", "απάντησ", "απαντά", "ρώτησ", "ρωτά", "πρόσθεσ", "προσθέτει", "δήλωσ", "τόνισ",
    "ανέφερ", "φώναξ", "εξήγησ", "σημείωσ", "ψιθύρισ", "υπογράμμισ",
];

/// Auxiliaries and pronouns between which and the verb nothing stands: "a dit", "ha detto", "he said", "hän sanoi".
#[rustfmt::skip]
const AUXILIARIES: &[&str] = &[
    "a", "ont", "avait", "ai", "il", "elle", "ils", "elles", "on", "lui", "m'a", "me", "le", "les", "nos", "ha",
    "hanno", "aveva", "mi", "gli", "ci", "se", "eu", "ele", "ela", "hat", "haben", "er", "sie", "he", "she", "they",
    "i", "we", "han", "hon", "hun", "de", "har", "hän", "he", "hij", "zij", "ze", "он", "она", "они", "я", "він", "вона",
    "вони", "on", "ona", "oni", "του", "της", "μου",
];

/// Whether a word in lower case is a verb of saying, also with a pronoun behind it: "dit-il", "disse-me".
pub(super) fn is_verb(word: &str, verbs: Verbs) -> bool {
    let bare = word.split('-').next().unwrap_or(word);
    ROMANCE.contains(&bare)
        || STEMS.iter().any(|stem| bare.starts_with(stem))
        || verbs == Verbs::All && GERMANIC.contains(&bare)
}

/// Whether a word in lower case may stand between the start of a reporting clause and its verb.
pub(super) fn is_auxiliary(word: &str) -> bool {
    AUXILIARIES.contains(&word)
}
