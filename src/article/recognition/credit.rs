//! Credit lines: `Name/Agency via Distributor`, `Photo: Name`, `© Name`, or an agency alone.

use super::lexical::{at_most, is_name, strip_start};

/// How certainly a line is a credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Credit {
    /// Not a credit.
    None,
    /// `Name/Something`, which a section heading may be too: accepted under a caption only.
    Likely,
    /// The name of an agency alone.
    Agency,
    /// Announced by a word, with an agency, or in three parts.
    Certain,
}

/// Unambiguous names of agencies and picture libraries, in lower case.
const AGENCIES: [&str; 66] = [
    "aap",
    "adobe stock",
    "afp",
    "afp photo",
    "agence france-presse",
    "akm-gsi",
    "alamy",
    "alamy stock photo",
    "anadolu",
    "anadolu agency",
    "anp",
    "ansa",
    "ap",
    "ap photo",
    "apa",
    "associated press",
    "belga",
    "canadian press",
    "corbis",
    "dpa",
    "efe",
    "epa",
    "epa-efe",
    "europa press",
    "getty",
    "getty image",
    "getty images",
    "imago",
    "istock",
    "keystone",
    "kyodo",
    "kyodo news",
    "lehtikuva",
    "lusa",
    "magnum photos",
    "nasa",
    "ntb",
    "nurphoto",
    "pa",
    "pa images",
    "pa media",
    "pa wire",
    "picture alliance",
    "picture-alliance",
    "press association",
    "reuters",
    "rex",
    "rex features",
    "ritzau scanpix",
    "scanpix",
    "shutterstock",
    "sipa",
    "sipa usa",
    "sputnik",
    "stock.adobe.com",
    "tass",
    "the associated press",
    "the canadian press",
    "unsplash",
    "upi",
    "usa today sports",
    "wikimedia commons",
    "xinhua",
    "yonhap",
    "zuma press",
    "zuma press wire",
];

/// Words in the place of an agency.
const STAND_INS: [&str; 4] = ["pool", "handout", "file", "archive"];

/// Prefixes that announce a credit.
const CREDIT_STARTS: [&str; 33] = [
    "image copyright ",
    "copyright ",
    "(c) ",
    "photo credit:",
    "image credit:",
    "picture credit:",
    "photos:",
    "photo:",
    "photo :",
    "photos by ",
    "photo by ",
    "photographs by ",
    "photograph by ",
    "photograph:",
    "photographer:",
    "photography by ",
    "picture:",
    "pictures:",
    "picture by ",
    "image:",
    "images:",
    "image by ",
    "credit:",
    "credits:",
    "credit...",
    "credit…",
    "foto:",
    "fotos:",
    "bild:",
    "illustration:",
    "illustration by ",
    "graphic:",
    "courtesy ",
];

/// Prefixes that announce a caption.
const CAPTION_STARTS: [&str; 18] = [
    "photo:",
    "photos:",
    "photograph:",
    "caption:",
    "photo caption:",
    "image caption",
    "media caption",
    "picture:",
    "pictures:",
    "pictured:",
    "image:",
    "images:",
    "foto:",
    "fotos:",
    "bild:",
    "illustration:",
    "graphic:",
    "map:",
];

/// Last words of names of agencies.
const AGENCY_ENDS: [&str; 9] =
    ["images", "photos", "photo", "pictures", "press", "agency", "newswire", "agentur", "agence"];

/// Classifies a whole block.
pub(super) fn read(words: &str) -> Credit {
    if !at_most(words, 140) {
        return Credit::None;
    }
    let bare = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(words).trim();
    let bare = bare.strip_suffix('.').unwrap_or(bare);
    if let Some(rest) = bare.strip_prefix('©') {
        return if rest.split_whitespace().nth(14).is_none() { Credit::Certain } else { Credit::None };
    }
    if let Some(rest) = CREDIT_STARTS.iter().find_map(|start| strip_start(bare, start)) {
        let rest = strip_start(rest.trim_start(), "of ").unwrap_or(rest);
        // A final full stop makes "Photo: Anna Lind." a credit still, as long as nothing but names follows.
        return if is_signature(rest) { Credit::Certain } else { Credit::None };
    }
    if is_agency(bare) { Credit::Agency } else { read_parts(bare) }
}

/// Whether a name is a known agency, apart from a suffix such as "file".
pub(super) fn is_agency(name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let name = [" file photo", " file", " archive", " handout", " (file)"]
        .iter()
        .find_map(|end| name.strip_suffix(end))
        .unwrap_or(&name);
    AGENCIES.contains(&name)
}

/// Whether a block begins with a prefix that announces a caption.
pub(super) fn begins_caption(words: &str) -> bool {
    CAPTION_STARTS
        .iter()
        .filter_map(|start| strip_start(words, start))
        .any(|rest| rest.contains(char::is_alphanumeric) && rest.starts_with([' ', '\u{a0}']))
}

/// Whether a line is a caption with its credit at the end: "The quay on Monday. Anna Lind/Reuters".
pub(super) fn ends_caption(words: &str) -> bool {
    if !at_most(words, 600) || words.starts_with(super::lexical::is_quotation_mark) {
        return false;
    }
    // A credit may hold a full stop itself, after an initial: the last but one counts too.
    let signed =
        |(at, stop): (usize, &str)| words.get(at + stop.len()..).is_some_and(|end| read(end) == Credit::Certain);
    words.rmatch_indices(". ").take(2).any(signed) || ends_with_credit_in_brackets(words)
}

/// "The quay on Monday (Photo: Anna Lind)". An agency after a full stop, "… he said. (dpa)", signs the article.
fn ends_with_credit_in_brackets(words: &str) -> bool {
    let Some((before, inside)) = words.strip_suffix(')').and_then(|words| words.rsplit_once('(')) else { return false };
    match read(inside) {
        Credit::Certain => true,
        Credit::Agency => before.contains(char::is_alphanumeric) && !before.trim_end().ends_with(['.', '!', '?', '…']),
        Credit::Likely | Credit::None => false,
    }
}

/// Names divided by slashes, commas and the word "via".
fn is_signature(words: &str) -> bool {
    words.split(['/', ',', '|']).all(|part| {
        let part = part.trim();
        part.split(" via ").all(|name| is_agency(name) || is_name(name, 1, 8))
    })
}

/// `Name/Agency[/Distributor]`, `Name/Intermediary via Agency`, `Name, Agency`, `Name – Agency`.
fn read_parts(words: &str) -> Credit {
    let slashed = words.contains('/');
    let signs: &[char] = if slashed { &['/'] } else { &['|', '•', '—', '–', ','] };
    let parts: Vec<&str> = words.split(signs).flat_map(|part| part.split(" via ")).map(str::trim).take(7).collect();
    let [first, others @ .., last] = parts.as_slice() else { return Credit::None };
    let fits = |part: &&str| is_agency(part) || is_stand_in(part) || is_name(part, 1, 5);
    let signed = is_agency(first) || is_stand_in(first) || is_name(first, 2, 5);
    if parts.len() > 6 || !signed || !others.iter().all(fits) || !fits(last) {
        return Credit::None;
    }
    let agencies = parts.iter().any(|part| is_agency(part));
    let several = slashed && parts.len() > 2;
    match slashed {
        true if agencies || several || is_stand_in(first) => Credit::Certain,
        true => Credit::Likely,
        // Commas and dashes divide anything; only an agency at the end makes a credit of them.
        false if is_agency(last) => Credit::Certain,
        false if words.contains(" via ") && ends_like_agency(last) => Credit::Certain,
        false => Credit::None,
    }
}

fn is_stand_in(part: &str) -> bool {
    STAND_INS.contains(&part.to_lowercase().as_str())
}

fn ends_like_agency(name: &str) -> bool {
    let last = name.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    AGENCY_ENDS.contains(&last.as_str())
}
