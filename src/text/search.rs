//! Search in folded text, in time linear in the text and the query.

use unicode_segmentation::UnicodeSegmentation as _;

use super::canonical::Text;
use super::display::visible;
use super::fold::{Folded, Matching, folded};
use super::offset::Utf8;
use super::span::Span;

impl Folded {
    /// The occurrences of a query, in order and disjoint; of overlapping ones the first counts. None splits a grapheme
    /// cluster, and none begins or ends with an invisible character. An empty query has none.
    #[must_use]
    pub fn find(&self, words: &str) -> Vec<Span> {
        let wanted = folded(words, self.matching());
        let mut boundaries = WordBoundaries::new(self.as_str());
        let mut found: Vec<Span> = Vec::new();
        for end in ends(self.as_str().as_bytes(), wanted.as_bytes()) {
            let start = end - wanted.len();
            let Some(span) = self.span(start, end) else { continue };
            if found.last().is_some_and(|last| span.start() < last.end()) {
                continue;
            }
            if !self.matching().whole_words || (boundaries.holds(start) && boundaries.holds(end)) {
                found.push(span);
            }
        }
        found
    }

    /// Whether a query, already [`folded`], occurs within a span. Word boundaries are not considered. Folding once and
    /// asking of many spans is the fast way to filter them.
    #[must_use]
    pub fn holds_within(&self, span: Span, wanted: &str) -> bool {
        let (first, last) = (self.folded_at(span.start()), self.folded_at(span.end()));
        let content = self.as_str().as_bytes().get(first..last).unwrap_or_default();
        ends(content, wanted.as_bytes()).any(|end| self.span(first + end - wanted.len(), first + end).is_some())
    }

    /// The span of the original text from which a range of the folded one comes, where there is one.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let (from, to) = self.original(start, end)?;
        let span = Span::exact(self.text(), from, to).ok().and_then(|_| Span::covering(self.text(), from, to))?;
        // Nothing but joiners that shape nothing may have been trimmed.
        ((self.folded_at(span.start()), self.folded_at(span.end())) == (start, end)).then_some(span)
    }
}

/// Whether a query occurs in a text.
#[must_use]
pub fn holds(words: &str, wanted: &str, matching: Matching) -> bool {
    !Folded::new(&Text::new(words), matching).find(wanted).is_empty()
}

/// The ends of all occurrences of `wanted`, overlapping ones included, by the algorithm of Knuth, Morris and Pratt. An
/// occurrence may be refused for its boundaries, so the one that overlaps it is needed too.
fn ends<'a>(content: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let fallback = fallback(wanted);
    let mut matched = 0;
    content.iter().enumerate().filter_map(move |(at, byte)| {
        matched = advance(wanted, &fallback, matched, *byte);
        (matched > 0 && matched == wanted.len()).then_some(at + 1)
    })
}

/// The number of bytes of `wanted` that are matched after one more byte of the text.
fn advance(wanted: &[u8], fallback: &[usize], mut matched: usize, byte: u8) -> usize {
    loop {
        if wanted.get(matched) == Some(&byte) {
            return matched + 1;
        }
        match matched.checked_sub(1).and_then(|last| fallback.get(last)) {
            Some(shorter) => matched = *shorter,
            None => return 0,
        }
    }
}

/// For each prefix of `wanted`, the length of its longest proper prefix that is also its suffix.
fn fallback(wanted: &[u8]) -> Vec<usize> {
    let mut table = Vec::with_capacity(wanted.len());
    let mut matched = 0;
    for (at, byte) in wanted.iter().enumerate() {
        if at > 0 {
            matched = advance(wanted, &table, matched, *byte);
        }
        table.push(matched);
    }
    table
}

/// Word boundaries of UAX #29 in a folded text, around positions that are asked for in order. Those of the current run
/// between two spaces are cached, so that no run is segmented twice.
struct WordBoundaries<'a> {
    content: &'a str,
    run: (usize, usize),
    boundaries: Vec<usize>,
}

impl<'a> WordBoundaries<'a> {
    fn new(content: &'a str) -> Self {
        Self { content, run: (0, 0), boundaries: Vec::new() }
    }

    /// Whether there is a word boundary at a position.
    fn holds(&mut self, index: usize) -> bool {
        if !(self.run.0 < index && index < self.run.1) {
            self.divide(index);
        }
        index <= self.run.0 || index >= self.run.1 || self.boundaries.binary_search(&index).is_ok()
    }

    fn divide(&mut self, index: usize) {
        // No word of a folded text contains a space. The space before the run is segmented with it, because a combining
        // mark belongs to the character before it.
        let (Some(before), Some(after)) = (self.content.get(..index), self.content.get(index..)) else { return };
        let start = before.rfind(' ').unwrap_or(0);
        let end = after.find(' ').map_or(self.content.len(), |at| index + at);
        self.run = (start, end);
        let run = self.content.get(start..end).unwrap_or_default();
        self.boundaries = run.split_word_bound_indices().map(|(at, _)| start + at).collect();
    }
}

/// The context of a span as a concordance prints it: at most `reach` grapheme clusters before and after it, each on one
/// line, with an ellipsis where the text goes on.
#[must_use]
pub fn context(text: &Text, span: Span, reach: usize) -> (String, String) {
    let one_line = |grapheme: &str| if grapheme.trim().is_empty() { " ".to_owned() } else { grapheme.to_owned() };
    let mut before = text.between(Utf8(0), span.start()).graphemes(true);
    let mut after = text.between(span.end(), text.end()).graphemes(true);
    let mut left: Vec<String> = before.by_ref().rev().take(reach).map(one_line).collect();
    let mut right: Vec<String> = after.by_ref().take(reach).map(one_line).collect();
    if before.next().is_some() {
        left.push("…".to_owned());
    }
    if after.next().is_some() {
        right.push("…".to_owned());
    }
    left.reverse();
    (visible(&left.concat()).into_owned(), visible(&right.concat()).into_owned())
}
