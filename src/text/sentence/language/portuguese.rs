//! Portuguese.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const PORTUGUESE: Language = Language {
    frequent: &[
        "o", "os", "as", "da", "do", "das", "dos", "e", "é", "que", "não", "um", "uma", "em", "no", "na", "nos", "nas",
        "por", "para", "com", "foi", "ao", "à", "se", "mais", "mas", "são", "ele", "ela", "também", "já", "pelo",
        "pela", "seu", "sua", "ninguém", "disse", "está", "de", "até",
    ],
    letters: "ãõ",
    starters: &[
        "a", "ante", "após", "antes", "depois", "durante", "entre", "segundo", "sem", "sobre", "quando", "onde",
        "porque", "embora", "enquanto", "então", "logo", "agora", "hoje", "ontem", "amanhã", "aqui", "ali", "assim",
        "além", "nunca", "sempre", "talvez", "tudo", "todos", "todas", "outro", "outros", "outras", "alguns", "muitos",
        "muitas", "nada", "cada", "eles", "elas", "eu", "nós", "você", "vocês", "este", "esta", "isso", "isto", "esse",
        "essa", "aquele", "meu", "minha", "dois", "duas", "três", "quem", "como", "sim", "há", "havia", "era", "eram",
        "ser",
    ],
    titles: &[
        "Sr", "Sra", "Srs", "Sras", "Srta", "Dr", "Dra", "Drs", "Prof", "Profa", "Eng", "Arq", "Gen", "Cel", "Cap",
        "Maj", "Ten", "Sgt", "Alm", "D", "Mons", "Pe", "Fr", "Sto", "Sta", "S", "Exmo", "Exma", "Ilmo", "Ilma", "Av",
        "Pç", "Pça", "Al", "Rod", "Dep", "Sen", "Gov", "Min", "Pres", "Des", "sr", "sra", "dr", "dra", "prof", "eng",
        "gen", "av",
    ],
    never: &["p.ex", "ex", "cf", "vs", "aprox", "pág", "págs", "núm", "máx", "mín", "tel", "apto", "ap"],
    numbered: &["art", "arts", "fig", "vol", "cap", "p", "pp", "n", "nº", "n.º", "al", "km", "par"],
    units: &["min", "seg", "h"],
    finals: &["etc"],
    perhaps: &[
        "jan", "fev", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez", "Ltda", "Cia", "Inc", "Corp",
        "Ltd", "Jr", "séc", "hab", "univ",
    ],
    ..PLAIN
};
