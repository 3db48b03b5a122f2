//! Bylines: "By Jane Doe and John Roe | Agency", and the lines under a story that sign it.

use super::date;
use super::lexical::{at_most, strip_start};
use super::people::{are_authors, are_places};

/// The longest byline, in characters.
const LIMIT: usize = 240;

/// Words for "by" in bylines, in lower case.
const BY: [&str; 9] = ["by", "von", "par", "por", "door", "av", "af", "di", "przez"];

/// What was done, in front of "by", in lower case.
const WORK: [&str; 37] = [
    "analysis",
    "analyse",
    "análisis",
    "and",
    "beitrag",
    "bericht",
    "column",
    "comment",
    "commentary",
    "ein",
    "eine",
    "essay",
    "et",
    "exclusive",
    "explainer",
    "interview",
    "interviewed",
    "kommentar",
    "news",
    "opinion",
    "photos",
    "reportage",
    "report",
    "reported",
    "review",
    "stories",
    "story",
    "text",
    "texte",
    "texto",
    "told",
    "und",
    "video",
    "visuals",
    "words",
    "written",
    "y",
];

/// What was done by those who sign a story at its foot, in lower case.
const FOOT_WORK: [&str; 14] = [
    "additional",
    "compiled",
    "edited",
    "editing",
    "graphic",
    "graphics",
    "produced",
    "production",
    "reporting",
    "research",
    "translation",
    "with",
    "writing",
    "written",
];

/// Other beginnings of the lines that sign a story, in lower case.
const FOOT_STARTS: [&str; 6] = [
    "with files from ",
    "with contributions from ",
    "contributing: ",
    "contributors: ",
    "mit material von ",
    "additional reporting: ",
];

/// A recognised byline.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// The names as printed, without the "By".
    pub(super) names: String,
    /// The date in the same line, where one was recognised: `YYYY-MM-DD`.
    pub(super) day: Option<String>,
}

/// Reads a byline in English, German, French, Spanish, Italian, Dutch, Polish or a Scandinavian language; `None` for
/// anything that may be running text.
pub(super) fn read(words: &str) -> Option<Byline> {
    let rest = after_by(words, &WORK, 0)?;
    let people = without_pictures(rest.split(['|', '•', '·']).next().unwrap_or_default()).trim();
    (are_authors(people) && !ends_like_sentence(rest)).then(|| without_date(rest))
}

/// The authors without those of the pictures, who stand behind them: "Jane Doe. Photographs by John Roe".
fn without_pictures(people: &str) -> &str {
    let starts =
        ["Photographs by ", "Photos by ", "Photography by ", "Illustrations by ", "Graphics by ", "Visuals by "];
    let authors = starts.iter().find_map(|start| people.split_once(start)).map_or(people, |(authors, _)| authors);
    if authors.len() == people.len() { people } else { authors.trim_end().trim_end_matches('.') }
}

/// Reads a line that signs a story at its foot: "Reporting by Jane Doe in Oslo; Editing by John Roe".
pub(super) fn read_foot(words: &str) -> Option<Byline> {
    let bare = words.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(words).trim();
    let bare = bare.strip_suffix('.').filter(|rest| !rest.contains('.')).unwrap_or(bare);
    let rest = after_by(bare, &FOOT_WORK, 1).or_else(|| after_start(bare))?;
    (are_authors(rest) && !ends_like_sentence(rest)).then(|| without_date(rest))
}

/// The authors of a story that is signed at its foot alone: those who reported, without those who added to it.
pub(super) fn foot_authors(words: &str) -> Option<Byline> {
    let bare = words.trim_start_matches('(').trim_end_matches([')', '.']);
    let authors = strip_start(bare, "reporting by ").filter(|_| read_foot(words).is_some())?;
    Some(without_date(authors.split(';').next().unwrap_or_default()))
}

/// Whether a line says where the authors of the byline above it were: "Reporting from Farwater, Norway".
pub(super) fn is_reporting_place(words: &str) -> bool {
    let place = ["Reporting from ", "reporting from ", "Reporting in ", "At "]
        .iter()
        .find_map(|start| words.strip_prefix(start));
    at_most(words, LIMIT) && place.is_some_and(are_places)
}

/// The authors of a byline that has no "By": the whole line, without a date.
pub(super) fn bare(words: &str) -> Byline {
    without_date(words)
}

/// Whether the words end as a sentence does. A full stop of an abbreviation, such as "Jr." or "M.D.", ends none.
pub(super) fn ends_like_sentence(words: &str) -> bool {
    let last = words.split_whitespace().next_back().unwrap_or_default();
    let bare = last.strip_suffix('.').unwrap_or_default();
    let abbreviated = bare.chars().count() <= 2 || bare.contains('.') || matches!(bare, "Esq" | "Prof" | "Hons");
    last.ends_with(['!', '?', '…', ':', ';', ',']) || last.ends_with('.') && !abbreviated
}

/// The words after "By", in front of which there are from `least` to three words that say what was done.
fn after_by<'a>(words: &'a str, work: &[&str], least: usize) -> Option<&'a str> {
    if !at_most(words, LIMIT) {
        return None;
    }
    let mut rest = words;
    for before in 0..4 {
        let (word, after) = rest.split_once(char::is_whitespace)?;
        let word = word.strip_suffix(':').unwrap_or(word).to_lowercase();
        rest = after.trim_start();
        if before >= least && BY.contains(&word.as_str()) {
            return Some(rest);
        }
        if !work.contains(&word.as_str()) {
            return None;
        }
    }
    None
}

fn after_start(words: &str) -> Option<&str> {
    FOOT_STARTS.iter().find_map(|start| strip_start(words, start))
}

/// Separates the date from a line that is divided by bars or dots.
fn without_date(rest: &str) -> Byline {
    let mut byline = Byline::default();
    for part in rest.split_inclusive(['|', '•', '·']) {
        match date::read(part) {
            Some(date) => byline.day = byline.day.or(date.day),
            None => byline.names.push_str(part),
        }
    }
    let names = byline.names.trim_end_matches(|last: char| last.is_whitespace() || matches!(last, '|' | '•' | '·'));
    byline.names = names.split_whitespace().collect::<Vec<_>>().join(" ");
    byline
}
