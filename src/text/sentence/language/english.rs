//! English, with the ranks, offices and addresses of agency style.

use super::{Language, PLAIN};

#[rustfmt::skip]
pub const ENGLISH: Language = Language {
    frequent: &[
        "the", "and", "of", "was", "is", "to", "that", "he", "she", "it", "they", "his", "her", "with", "for", "not",
        "are", "were", "had", "has", "said", "from", "by", "at", "who", "but", "we", "this", "be", "did", "their",
        "an", "as", "on", "in", "you", "been", "its", "will", "would", "nobody",
    ],
    starters: &[
        "a", "i", "our", "my", "your", "these", "those", "there", "here", "after", "before", "during", "under", "over",
        "without", "about", "among", "despite", "since", "although", "though", "because", "or", "so", "nor", "if",
        "when", "while", "where", "what", "why", "how", "which", "whether", "then", "now", "still", "yet", "no",
        "none", "most", "some", "many", "all", "both", "one", "two", "three", "each", "every", "another", "other",
        "others", "such", "only", "just", "even", "also", "however", "meanwhile", "instead", "later", "earlier",
        "last", "next", "once", "until", "turn", "take", "see", "call", "visit", "note", "please", "according",
        "officials", "police", "critics", "thousands", "hundreds", "dozens", "i’m", "i’ve", "it’s", "that’s", "he’s",
        "she’s", "they’re", "we’re", "there’s", "let’s", "don’t", "asked", "neither", "either", "few", "several",
        "more", "less", "much", "nothing", "everyone", "everything", "someone", "somebody", "anyone", "people",
        "residents", "witnesses", "prosecutors", "lawyers", "investigators", "authorities", "it’ll", "he’ll", "she’ll",
        "they’ll", "we’ll", "we’ve", "they’ve", "didn’t", "isn’t", "can’t", "yes", "today", "yesterday", "tomorrow",
        "never", "always", "sometimes", "perhaps", "maybe", "outside", "inside", "between", "through", "throughout",
        "against", "within", "upon", "unlike", "like", "twice", "four", "five", "six", "seven", "eight", "nine", "ten",
        "first", "second", "third", "finally", "afterward", "afterwards", "otherwise", "therefore", "thus",
        "nevertheless", "nonetheless", "besides", "authors", "doctors", "firefighters", "protesters", "workers",
        "parents", "students", "voters", "supporters",
    ],
    titles: &[
        "Mr", "Mrs", "Ms", "Mx", "Messrs", "Dr", "Drs", "Prof", "Profs", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs",
        "Gen", "Gens", "Lt", "Lts", "Col", "Cols", "Sgt", "Sgts", "Capt", "Capts", "Maj", "Cpl", "Pvt", "Adm", "Cmdr",
        "Cdr", "Cmdt", "Brig", "Bvt", "Ens", "Spc", "Pfc", "Radm", "Rev", "Revs", "Hon", "Msgr", "Fr", "Br", "Bp",
        "Abp", "Pres", "Supt", "Supts", "Det", "Dets", "Insp", "Const", "Ofc", "Amb", "Atty", "Attys", "Solic", "Ald",
        "Coun", "Cllr", "Couns", "Asst", "Assoc", "Dir", "Dep", "Sec", "Secs", "Treas", "Chmn", "Comr", "Commr",
        "Compt", "Comdr", "Commdr", "Commd", "Asm", "Assemb", "Supv", "Mme", "Mmes", "Mlle", "Mt", "Mts", "Ft", "Pt",
        "Ste", "Rt", "Wm", "Geo", "Chas", "Jas", "Thos", "Benj", "Robt", "Exec", "Adj", "Prov", "Mgr", "Admin",
    ],
    streets: &[
        "St", "Dr", "Ave", "Av", "Blvd", "Rd", "Ln", "Hwy", "Pl", "Sq", "Ct", "Pkwy", "Ter", "Terr", "Cir", "Expy",
        "Tpke", "Hts", "Trl", "Plz", "Xing", "Cres", "Brdg", "Cswy", "Fwy", "Pky",
    ],
    never: &["e.g", "i.e", "cf", "vs", "v", "viz", "approx", "ca", "incl", "excl", "b", "d", "née"],
    numbered: &[
        "no", "nos", "p", "pp", "vol", "vols", "art", "arts", "fig", "figs", "sec", "secs", "ch", "chap", "para",
        "paras", "op", "Apt", "Apts", "Rte", "Rtes", "Rm", "Bldg", "Fl", "Flr", "Ex", "Exh", "Pub", "Prop", "Sect",
        "Lot", "Div", "Dkt", "Res", "ver", "pl", "eq", "max",
    ],
    units: &["sec", "secs", "min", "mins", "hr", "hrs", "ft", "yd", "yds", "mi", "lb", "lbs", "oz", "mph", "bn"],
    finals: &["etc"],
    perhaps: &[
        "al", "dept", "est", "govt", "intl", "natl", "univ", "assn", "mfg", "tel", "ext", "ed", "eds", "trans", "ph.d",
        "a.d", "b.c", "esq", "dist", "Inc", "Corp", "Co", "Cos", "Ltd", "LLC", "Llc", "Plc", "Bros", "Jr", "Sr", "Mon",
        "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del",
        "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev",
        "Okla", "Ore", "Pa", "Penn", "Que", "Ont", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo", "Alta", "Sask",
        "Hosp", "Inst", "Acad", "Coll", "Ctr", "Cem", "Comm", "Sys", "Assoc", "Mfrs", "Ret", "ret", "dec", "repr",
        "avg", "misc", "dia", "nat", "ser", "emer",
    ],
    ..PLAIN
};
