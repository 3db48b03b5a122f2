//! Words: where they begin and end, by the rules of UAX #29.

use unicode_segmentation::UnicodeSegmentation as _;

use super::canonical::Text;
use super::offset::Utf8;

/// Moves each end of a selection that stands inside a word outward to that word's border; an end that stands anywhere
/// else, beside punctuation too, stays. A selection of nothing stays as it is. The ends come back in order.
///
/// This is what a drag of the mouse marks, so that no comma is swallowed that was not selected.
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
    // No word holds white space but the narrow one of "212 000", so looking at the run between two spaces is enough,
    // however long the text is.
    let divides = |c: char| c.is_whitespace() && c != '\u{202f}';
    let run_start = before.char_indices().rev().find(|(_, c)| divides(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let run_end = after.find(divides).map_or(content.len(), |at| index + at);
    content.get(run_start..run_end)?.unicode_word_indices().find_map(|(at, word)| {
        let (start, end) = (run_start + at, run_start + at + word.len());
        (start < index && index < end).then_some((Utf8::at(start), Utf8::at(end)))
    })
}

/// The first words of `words`, at most `limit` user-perceived characters, on one line; an ellipsis tells that more follows.
#[must_use]
pub fn shorten(words: &str, limit: usize) -> String {
    let one_line =
        |grapheme: &str| if grapheme.chars().all(char::is_whitespace) { " ".to_owned() } else { grapheme.to_owned() };
    let mut graphemes = words.graphemes(true);
    let short: String = graphemes.by_ref().take(limit).map(one_line).collect();
    if graphemes.next().is_none() {
        return short;
    }
    // Cutting at a word border reads better, unless the words have no spaces at all.
    let cut = short.rfind(' ').filter(|at| *at > short.len() / 2).unwrap_or(short.len());
    format!("{}…", short.get(..cut).unwrap_or(&short))
}
