//! Captions that are recognised by their own words: announced by a label, or with their credit at the end.

use super::agency::{is_agency, is_picture_agency, is_publication};
use super::credit::{self, Credit, without_trailers};
use super::date;
use super::lexical::{at_most, is_name, is_quotation_mark, strip_start};

/// Prefixes that announce a caption.
const CAPTION_STARTS: [&str; 26] = [
    "photo:",
    "photos:",
    "photograph:",
    "caption:",
    "photo caption:",
    "image caption,",
    "image caption:",
    "image caption",
    "media caption,",
    "media caption:",
    "media caption",
    "video caption,",
    "figure caption,",
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
    "archivbild:",
    "archivfoto:",
];

/// Prefixes of captions under pictures from an archive, which agencies print in this case.
const ARCHIVE_STARTS: [&str; 9] = [
    "FILE - ",
    "FILE – ",
    "FILE — ",
    "FILE: ",
    "FILE PHOTO: ",
    "File photo: ",
    "Fotografía de archivo ",
    "Imagen de archivo ",
    "Foto de archivo ",
];

/// Words that announce a credit within a line, behind a caption. They begin with one of `©ABCEFIPRa`.
const INNER_CREDITS: [&str; 17] = [
    "Photograph: ",
    "Photographs: ",
    "Photo: ",
    "Photos: ",
    "Picture: ",
    "Image: ",
    "Foto: ",
    "Bild: ",
    "Credit: ",
    "Credit...",
    "Credit…",
    "© ",
    "Photo by ",
    "REUTERS/",
    "AFP/",
    "afp.com/",
    "EFE/",
];

/// Whether a block begins with a prefix that announces a caption.
pub(super) fn begins(words: &str) -> bool {
    let labelled = CAPTION_STARTS
        .iter()
        .filter_map(|start| strip_start(words, start).map(|rest| (start.ends_with(','), rest)))
        .any(|(comma, rest)| rest.contains(char::is_alphanumeric) && (comma || rest.starts_with(char::is_whitespace)));
    labelled || ARCHIVE_STARTS.iter().any(|start| words.starts_with(start)) || lists_people(words)
}

/// "From left: …", "From left, Ada Holm and …": who is seen in the picture.
fn lists_people(words: &str) -> bool {
    if strip_start(words, "from left:").is_some() {
        return true;
    }
    let people = strip_start(words, "from left,").and_then(|rest| rest.split(',').next()).unwrap_or_default();
    people.split_whitespace().nth(1).is_some_and(|_| is_name(people.split(" and ").next().unwrap_or_default(), 2, 5))
}

/// Whether a line is a caption with its credit at the end: "The quay on Monday. Anna Lind/Reuters".
pub(super) fn ends_with_credit(words: &str) -> bool {
    let words = without_trailers(words);
    if !at_most(words, 600) || words.starts_with(is_quotation_mark) {
        return false;
    }
    let read = |at: usize| words.get(at..).map_or(Credit::None, credit::read);
    // A credit may hold a full stop itself, after an initial: the last but one counts too. A picture library needs none.
    let after_stop = words.rmatch_indices(". ").take(2).any(|(at, stop)| {
        let credit = at + stop.len();
        read(credit) == Credit::Certain || words.get(credit..).is_some_and(is_picture_agency)
    });
    let announced = |at: usize| {
        let (before, after) = (words.get(..at).unwrap_or_default(), words.get(at..).unwrap_or_default());
        let owner = after.strip_prefix("© ").is_none_or(credit::is_signature);
        INNER_CREDITS.iter().any(|sign| after.starts_with(sign))
            && describes(before)
            && owner
            && read(at) == Credit::Certain
    };
    after_stop
        || words.char_indices().any(|(at, sign)| "©ABCEFIPRa".contains(sign) && announced(at))
        || credit_in_brackets(words)
        || credit_without_sign(words)
}

/// "The quay on Monday Anna Lind/Reuters": the credit follows without a sign, but ends with an agency. A photo that somebody
/// sent in may have no name.
fn credit_without_sign(words: &str) -> bool {
    const SENT_IN: [&str; 4] = [" submitted photo", " courtesy photo", " contributed photo", " file photo"];
    let small = |end: &&str| {
        words.len().checked_sub(end.len()).and_then(|at| words.get(at..)).unwrap_or_default().to_lowercase()
    };
    if SENT_IN.iter().any(|end| small(end) == *end) {
        return true;
    }
    let Some((before, agency)) = words.split_once('/') else { return false };
    let name = before.trim_end().rmatch_indices(' ').nth(1).map(|(at, space)| at + space.len());
    let agency = agency.rsplit('/').next().unwrap_or_default().trim();
    let known = is_agency(agency) || agency.rsplit(" - ").next().is_some_and(is_agency) || is_publication(agency);
    known
        && name.is_some_and(|name| {
            describes(words.get(..name).unwrap_or_default())
                && words.get(name..).map_or(Credit::None, credit::read) == Credit::Certain
        })
}

/// Whether the words in front of a credit can be the caption: some, up to a space, a bar or the end of a sentence.
fn describes(before: &str) -> bool {
    before.ends_with([' ', '\u{a0}', '.', '|', '!', '?']) && before.split_whitespace().nth(2).is_some()
}

/// "The quay on Monday (Photo: Anna Lind)". An agency after a full stop, "… he said. (dpa)", signs the article, unless it is
/// its picture service, and behind a place or a date it is a dateline.
fn credit_in_brackets(words: &str) -> bool {
    let Some((before, inside)) = words.strip_suffix(')').and_then(|words| words.rsplit_once('(')) else { return false };
    match credit::read(inside) {
        Credit::Certain => true,
        Credit::Agency if is_picture_agency(inside) => before.contains(char::is_alphanumeric),
        Credit::Agency => !before.trim_end().ends_with(['.', '!', '?', '…']) && !is_dateline(words),
        Credit::Likely | Credit::None => false,
    }
}

/// Whether a line is a dateline that stands by itself: a place, a date or both, and the agency in brackets, as in
/// "Oslo, Dec 3 (Reuters)".
pub(super) fn is_dateline(words: &str) -> bool {
    let bare = words.trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—' | '.'));
    let Some((before, inside)) = bare.strip_suffix(')').and_then(|bare| bare.rsplit_once('(')) else { return false };
    let place = |part: &str| is_name(part, 1, 4) || date::read(part).is_some();
    at_most(before, 60)
        && (is_agency(inside) || is_publication(inside))
        && before.split(',').all(|part| place(part.trim()))
}
