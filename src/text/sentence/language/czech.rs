//! Czech and Slovak. Ordinals have a full stop, nouns are small; what follows an ordinal with a capital is a name.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const CZECH: Language = Language {
    frequent: &[
        "a", "v", "se", "na", "je", "že", "z", "do", "to", "s", "ve", "si", "byl", "byla", "bylo", "jsem", "jsou",
        "ale", "jako", "po", "za", "od", "který", "která", "které", "jeho", "její", "jich", "mu", "není", "pro",
        "podle", "při", "u", "nikdo", "ze", "ne", "kdo", "co", "tak", "už", "má", "by", "řekl", "sú", "sa", "bol",
        "bola", "aj", "ktorý", "nie",
    ],
    letters: "ěřůčšžýľĺŕáíú",
    starters: &[
        "k", "ke", "o", "před", "pod", "nad", "bez", "mezi", "během", "kvůli", "proti", "když", "kde", "kdy", "pokud",
        "protože", "jestli", "aby", "ač", "i", "nebo", "ani", "pak", "potom", "poté", "později", "předtím", "teď",
        "nyní", "dnes", "včera", "zítra", "tady", "tam", "také", "však", "vždy", "nikdy", "možná", "všichni", "vše",
        "všechno", "jiné", "jiní", "jiný", "ostatní", "mnoho", "několik", "každý", "nic", "něco", "někdo", "on", "ona",
        "ono", "oni", "já", "ty", "my", "vy", "ten", "ta", "ti", "tento", "tato", "toto", "svůj", "můj", "náš", "dva",
        "dvě", "tři", "čtyři", "pět", "proč", "jak", "jaký", "kolik", "zda", "byli", "bude", "budou", "mají", "měl",
        "měla", "mělo", "podle", "vstup", "více", "víc", "dál", "ještě", "asi", "ptejte", "neboť", "tedy", "zatím",
        "jen",
    ],
    titles: &[
        "prof", "doc", "dr", "ing", "mgr", "bc", "mudr", "judr", "phdr", "rndr", "mvdr", "paeddr", "thdr", "thlic",
        "mga", "arch", "plk", "pplk", "mjr", "kpt", "npor", "por", "ppor", "prap", "nprap", "pprap", "stržm", "rtm",
        "adm", "kom", "min", "sv", "bl", "p", "pí", "sl", "ul", "nám", "tř", "nábř", "al", "red", "dir", "řed", "posl",
        "insp", "ved", "zást",
    ],
    never: &[
        "např", "tzv", "tj", "tzn", "resp", "popř", "příp", "viz", "cca", "srov", "nar", "roz", "angl", "něm", "lat",
        "zejm", "vč", "př", "n", "vs", "mj", "napr", "t.j", "ev",
    ],
    numbered: &[
        "č", "str", "s", "odst", "písm", "obr", "tab", "kap", "čl", "sv", "r", "d", "bod", "příl", "zák", "sb", "max",
        "min",
    ],
    units: &["hod", "min", "sek", "tis", "mil", "mld", "r", "stol", "st", "proc", "ks"],
    finals: &["atd", "apod", "atp", "aj", "etc"],
    perhaps: &[
        "tel", "Inc", "Ltd", "Corp", "Co", "jr", "ún", "břez", "červ", "říj", "út", "čt", "pá", "ned", "vyd", "red",
        "ph.d", "csc", "drsc", "o.s", "gen",
    ],
    before_ordinals: &[
        "v", "ve", "na", "o", "do", "od", "z", "ze", "k", "ke", "po", "při", "pro", "za", "a", "i", "jako", "s", "se",
        "den", "dne", "tento", "ten", "ta", "to", "před", "pod", "nad",
    ],
    lacks_vowels: true,
    ..PLAIN
};
