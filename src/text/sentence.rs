//! Sentence segmentation, by the rules of UAX #29 and further ones for news.
//!
//! UAX #29 considers full stops, closing punctuation and the case of the next word. News has titles, initials and
//! abbreviations that end with a full stop, ordinals in many languages, questions quoted within a sentence, names written in
//! lower case, and spaces lost in pasting. So the word before a stop is classified, and the words around it are considered.

mod abbreviation;
mod guess;
mod language;
mod lost_space;
mod ordinal;
mod punctuation;
mod reporting;
mod scan;
mod stop;
mod word_list;

use self::punctuation::is_stop;
use self::scan::Scan;
use super::canonical::Text;
use super::offset::Utf8;
use super::span::Span;

/// The most bytes before and after a block from which its language is guessed where its own words do not say it.
const SURROUNDINGS: usize = 400;

/// The sentences between two positions, normally the ends of a block, in reading order. They are disjoint and cover
/// everything except the white space between them.
#[must_use]
pub fn sentences(text: &Text, start: Utf8, end: Utf8) -> Vec<Span> {
    let words = text.between(start, end);
    let from = text.grapheme_boundary_before(Utf8::at(start.index().saturating_sub(SURROUNDINGS)));
    let to = text.grapheme_boundary_after(Utf8::at(end.index().saturating_add(SURROUNDINGS)));
    let starts = starts(words, text.between(from, to));
    let boundaries = starts.into_iter().map(|boundary| Utf8::at(start.index() + boundary));
    let mut found = Vec::new();
    let mut from = start;
    // A sentence cannot start with a mark that combines with the space before it.
    for boundary in boundaries.filter(|boundary| text.is_grapheme_boundary(*boundary)).chain([end]) {
        found.extend(Span::covering(text, from, boundary));
        from = boundary;
    }
    found
}

/// The starts of all sentences but the first, in bytes of `words`.
pub(super) fn boundaries(words: &str) -> Vec<usize> {
    starts(words, "")
}

/// The starts of all sentences but the first, in bytes of `words`, which stand in `surroundings`.
fn starts(words: &str, surroundings: &str) -> Vec<usize> {
    let letters: Vec<(usize, char)> = words.char_indices().collect();
    let mut scan = Scan::new(words, &letters, surroundings);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = scan.letter(at) {
        let begin = match letter {
            '\u{2028}' | '\u{2029}' => Some(scan.skip(at + 1, char::is_whitespace)),
            letter if is_stop(letter) => {
                let behind = scan.behind_stops(at);
                let begin = scan.stop(at, behind);
                at = behind - 1;
                begin
            }
            '–' | '—' => scan.interruption(at),
            _ => None,
        };
        at += 1;
        if let Some(begin) = begin {
            found.extend(scan.offset(begin));
            scan.begin = begin;
            at = at.max(begin);
        }
    }
    found
}
