//! Word segmentation, by UAX #29.

use unicode_segmentation::UnicodeSegmentation as _;

use super::canonical::Text;
use super::offset::Utf8;
use super::span::Span;

/// Extends a selection to whole words: an end inside a word moves outward to the boundary of that word, any other end
/// stays, so that no adjacent punctuation is added. An empty selection stays empty. The ends are returned in order.
#[must_use]
pub fn snap_to_words(text: &Text, one: Utf8, other: Utf8) -> (Utf8, Utf8) {
    let (start, end) = (one.min(other), one.max(other));
    if start == end {
        return (start, end);
    }
    let snapped_start = word_around(text, start).map_or(start, |(word_start, _)| word_start);
    let snapped_end = word_around(text, end).map_or(end, |(_, word_end)| word_end);
    (snapped_start, snapped_end)
}

/// The word that has `position` strictly inside it.
fn word_around(text: &Text, position: Utf8) -> Option<(Utf8, Utf8)> {
    let content = text.as_str();
    let index = position.index();
    let (before, after) = (content.get(..index)?, content.get(index..)?);
    // No word contains white space other than the narrow no-break space of "212 000", so segmenting the run between two
    // spaces is enough, however long the text is.
    let divides = |c: char| c.is_whitespace() && c != '\u{202f}';
    let run_start = before.char_indices().rev().find(|(_, c)| divides(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let run_end = after.find(divides).map_or(content.len(), |at| index + at);
    content.get(run_start..run_end)?.unicode_word_indices().find_map(|(at, word)| {
        let (start, end) = (run_start + at, run_start + at + word.len());
        (start < index && index < end).then_some((Utf8::at(start), Utf8::at(end)))
    })
}

/// The words between two positions, normally the ends of a block, in reading order: those of UAX #29, except that words
/// joined by hyphens are one word, and that a number includes its currency or percent sign.
#[must_use]
pub fn words(text: &Text, start: Utf8, end: Utf8) -> Vec<Span> {
    let content = text.between(start, end);
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, word) in content.unicode_word_indices() {
        let (mut from, mut to) = (at, at + word.len());
        let (before, after) = (content.get(..from).unwrap_or_default(), content.get(to..).unwrap_or_default());
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            from -= before.chars().next_back().filter(|sign| "$€£¥₹₽₩".contains(*sign)).map_or(0, char::len_utf8);
            to += after.chars().next().filter(|sign| "%‰€°".contains(*sign)).map_or(0, char::len_utf8);
        }
        match found.last_mut() {
            Some(last) if matches!(content.get(last.1..from), Some("-" | "\u{2010}" | "\u{2011}")) => last.1 = to,
            Some(last) if from < last.1 => last.1 = last.1.max(to),
            _ => found.push((from, to)),
        }
    }
    let position = |at: usize| Utf8::at(start.index() + at);
    let mut spans: Vec<Span> = Vec::new();
    for span in found.into_iter().filter_map(|(from, to)| Span::covering(text, position(from), position(to))) {
        match spans.last_mut() {
            // A grapheme cluster that extends from one word into the next joins the two.
            Some(last) if span.start() < last.end() => {
                *last = Span::covering(text, last.start(), span.end()).unwrap_or(*last);
            }
            _ => spans.push(span),
        }
    }
    spans
}
