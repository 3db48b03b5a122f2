//! Credit lines: `Name/Agency via Distributor`, `Photo: Name`, `© Name`, or an agency alone.

use super::agency::{ends_like_agency, is_agency, is_publication};
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

/// Words in the place of an agency.
const STAND_INS: [&str; 9] =
    ["pool", "handout", "file", "archive", "archives", "archiv", "stringer", "contributor", "file photo"];

/// Prefixes that announce a credit.
const CREDIT_STARTS: [&str; 41] = [
    "image source,",
    "media source,",
    "image source:",
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
    "photographs:",
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
    "foto de ",
    "bild:",
    "bildquelle:",
    "quelle:",
    "illustration:",
    "illustration by ",
    "graphic:",
    "courtesy ",
    "crédito:",
];

/// What pages print behind a credit: the words of buttons and links.
const TRAILERS: [&str; 4] =
    [" hide caption", " toggle caption", " purchase licensing rights, opens new tab", " purchase licensing rights"];

/// Classifies a whole block.
pub(super) fn read(words: &str) -> Credit {
    let words = without_trailers(words);
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

/// Whether a credit with a copyright sign is of the article rather than of a picture: it names a year or an agency, and no
/// photographer.
pub(super) fn signs_article(words: &str) -> bool {
    let owner = words.strip_prefix('©').map(str::trim_start).unwrap_or_default();
    let first = owner.split([',', '/', ' ']).next().unwrap_or_default();
    owner.starts_with(|first: char| first.is_ascii_digit()) || is_agency(first)
}

/// The words without what the page prints behind a credit or caption.
pub(super) fn without_trailers(mut words: &str) -> &str {
    while let Some(rest) = TRAILERS.iter().find_map(|trailer| strip_end(words, trailer)) {
        words = rest.trim_end();
    }
    words
}

fn strip_end<'a>(words: &'a str, end: &str) -> Option<&'a str> {
    let at = words.len().checked_sub(end.len())?;
    words.get(at..).filter(|found| found.eq_ignore_ascii_case(end))?;
    words.get(..at)
}

/// Names divided by slashes, commas and the word "via".
pub(super) fn is_signature(words: &str) -> bool {
    words.split(['/', ',', '|']).all(|part| {
        let part = part.trim();
        let part = part.strip_prefix("via ").unwrap_or(part);
        part.split(" via ").all(|name| is_source(name) || is_name(name, 1, 8))
    })
}

/// `Name/Agency[/Distributor]`, `Name/Intermediary via Agency`, `Name, Agency`, `Name – Agency`, `Name for Publication`.
fn read_parts(words: &str) -> Credit {
    if let Some((name, publication)) = words.split_once(" for ") {
        let signed = is_name(name, 2, 5) && (is_publication(publication) || is_agency(publication));
        return if signed { Credit::Certain } else { Credit::None };
    }
    let slashed = words.contains('/');
    let signs: &[&str] =
        if slashed { &["/", " – ", " — ", " - "] } else { &["|", "•", "—", "–", ",", " - "] };
    let mut parts = vec![words];
    for sign in signs.iter().chain(&[" via "]) {
        parts = parts.into_iter().flat_map(|part| part.split(sign)).take(7).collect();
    }
    let parts: Vec<&str> = parts.into_iter().map(str::trim).collect();
    let [first, others @ .., last] = parts.as_slice() else { return Credit::None };
    let fits = |part: &&str| is_source(part) || is_stand_in(part) || is_name(part, 1, 5);
    let signed = is_agency(first) || is_stand_in(first) || is_name(first, 2, 5);
    if parts.len() < 2 || parts.len() > 6 || !signed || !others.iter().all(fits) || !fits(last) {
        return Credit::None;
    }
    let agencies = parts.iter().any(|part| is_source(part)) || parts.iter().skip(1).any(|part| is_stand_in(part));
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

fn is_source(part: &str) -> bool {
    is_agency(part) || is_publication(part)
}

fn is_stand_in(part: &str) -> bool {
    STAND_INS.contains(&part.to_lowercase().as_str())
}
