//! Bylines: "By Jane Doe and John Roe | Agency".

use super::credit::is_agency;
use super::date;
use super::lexical::{at_most, is_name};

/// A recognised byline.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Byline {
    /// The names as printed, without the "By".
    pub(super) names: String,
    /// The date in the same line, where one was recognised: `YYYY-MM-DD`.
    pub(super) day: Option<String>,
}

/// Reads a byline in English, German, French or Spanish; `None` for anything that may be running text.
pub(super) fn read(words: &str) -> Option<Byline> {
    if !at_most(words, 160) {
        return None;
    }
    let (by, rest) = words.split_once(char::is_whitespace)?;
    let by = by.strip_suffix(':').unwrap_or(by);
    if !["by", "von", "par", "por"].iter().any(|known| by.eq_ignore_ascii_case(known)) {
        return None;
    }
    let rest = rest.trim();
    let people = rest.split([',', '|', '•', '·', '–', '—', '/', '(']).next().unwrap_or_default().trim();
    let named = is_name(people, 2, 10) || is_agency(people);
    (named && !ends_like_sentence(rest)).then(|| without_date(rest))
}

/// A sentence ends with a full stop; so does "Jr.".
fn ends_like_sentence(rest: &str) -> bool {
    let last = rest.split_whitespace().next_back().unwrap_or_default();
    last.ends_with(['!', '?', '…', ':', ';', ',']) || last.ends_with('.') && last.chars().count() > 3
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
