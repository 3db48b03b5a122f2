//! Polish. Ordinals have a full stop, nouns are small; what follows an ordinal with a capital is a name.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const POLISH: Language = Language {
    frequent: &[
        "w", "i", "na", "nie", "się", "z", "do", "jest", "że", "to", "od", "po", "przez", "dla", "za", "oraz", "jak",
        "był", "była", "było", "są", "nikt", "przy", "co", "ale", "jego", "jej", "ich", "ma", "tak", "już", "tylko",
        "może", "kto", "który", "która", "które", "we", "ze", "o", "go", "powiedział", "miało", "nadal",
    ],
    letters: "ąęłńśźżć",
    starters: &[
        "a", "u", "pod", "nad", "przed", "bez", "między", "wśród", "według", "podczas", "mimo", "kiedy", "gdy",
        "gdzie", "jeśli", "jeżeli", "ponieważ", "bo", "choć", "więc", "potem", "później", "następnie", "teraz", "dziś",
        "dzisiaj", "wczoraj", "jutro", "tu", "tutaj", "tam", "też", "również", "jednak", "zawsze", "nigdy", "niestety",
        "wszyscy", "wszystko", "wszystkie", "inni", "inne", "inny", "wiele", "wielu", "kilka", "kilku", "każdy",
        "każda", "nic", "ktoś", "on", "ona", "ono", "oni", "one", "ja", "ty", "my", "wy", "ten", "ta", "te", "ci",
        "tego", "tej", "tym", "swój", "mój", "nasz", "dwa", "dwie", "dwóch", "trzy", "cztery", "pięć", "dlaczego",
        "jaki", "ile", "czy", "mają", "miał", "miała", "będzie", "zostało", "został", "wstęp", "więcej", "proszę",
        "ani", "lub", "by", "aby", "niech", "około",
    ],
    titles: &[
        "prof", "dr", "hab", "doc", "mgr", "inż", "med", "płk", "ppłk", "mjr", "kpt", "por", "ppor", "chor", "sierż",
        "kpr", "asp", "kom", "insp", "nadkom", "podinsp", "kmdr", "adm", "ks", "bp", "abp", "kard", "o", "św", "bł",
        "red", "mec", "adw", "min", "prem", "prez", "dyr", "sędz", "pos", "ul", "al", "pl", "os", "pw", "pn", "p",
        "ob", "sz", "pp", "tow", "rtm", "woj", "gm", "pow", "śp",
    ],
    never: &[
        "np", "tzw", "tj", "tzn", "m.in", "ok", "zob", "por", "właśc", "ps", "ur", "zm", "zwł", "ang", "niem", "franc",
        "łac", "maks", "średn", "tłum", "oprac", "wg", "jw", "vs", "z", "t",
    ],
    numbered: &[
        "art", "ust", "pkt", "nr", "str", "s", "rys", "tab", "poz", "rozdz", "t", "m", "lp", "zał", "par", "lit",
        "godz", "tel", "lok",
    ],
    units: &["r", "w", "tys", "min", "sek", "godz", "proc", "szt", "gr", "ub"],
    finals: &["itd", "itp", "etc"],
    perhaps: &[
        "rb", "br", "ub", "bm", "n.e", "p.n.e", "Inc", "Ltd", "Corp", "Co", "jr", "tel", "stycz", "lut", "kwiec",
        "czerw", "lip", "sierp", "wrzes", "wrześ", "paźdz", "listop", "grudz", "pon", "wt", "śr", "czw", "piąt", "sob",
        "niedz", "wyd", "uniw", "in", "rr", "ww", "im", "lek", "gen",
    ],
    before_ordinals: &[
        "w", "we", "na", "do", "od", "z", "ze", "za", "przy", "dla", "jako", "i", "oraz", "przed", "po", "pod", "nad",
        "dnia", "ten", "ta", "tej", "tego",
    ],
    ..PLAIN
};
