//! Spans: ranges of a text that can be annotated.

use std::fmt;

use super::canonical::Text;
use super::invisible::{is_invisible, is_space, only_idle_joiners};
use super::offset::Utf8;

/// A half-open, non-empty byte range on grapheme boundaries, without white space at either end.
///
/// A span that is made from a selection or a match has no invisible character at its ends either. A joiner behind a letter
/// that it does not shape, such as a zero-width joiner behind a Latin word, is not counted to the grapheme cluster there.
///
/// The two constructors guarantee these invariants. A span is valid for the text it was made from; the document, not the
/// type, sees to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Utf8,
    end: Utf8,
}

/// Why a range is not a span. The messages complete a sentence such as "This annotation …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanFault {
    /// The end is before the start.
    Reversed,
    /// Start and end are the same.
    Empty,
    /// The end is past the end of the text.
    PastEnd,
    /// An end is inside a grapheme cluster.
    CutsCharacter,
    /// The first or the last character is white space.
    WhiteSpaceAtEdge,
}

impl fmt::Display for SpanFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Reversed => "has an end before its start",
            Self::Empty => "has no words: its start is its end",
            Self::PastEnd => "goes past the end of the text",
            Self::CutsCharacter => "cuts a character in half",
            Self::WhiteSpaceAtEdge => "begins or ends with white space",
        })
    }
}

impl Span {
    /// Validates a range, for data that claims to be valid: files and storage. Invisible characters at its ends are
    /// accepted, because files of earlier versions have them.
    ///
    /// # Errors
    /// The [`SpanFault`] of the first invariant that the range violates.
    pub fn exact(text: &Text, start: Utf8, end: Utf8) -> Result<Self, SpanFault> {
        if end < start {
            return Err(SpanFault::Reversed);
        }
        if end == start {
            return Err(SpanFault::Empty);
        }
        if end > text.end() {
            return Err(SpanFault::PastEnd);
        }
        if !text.is_grapheme_boundary(start) || !text.is_end_of_character(end) {
            return Err(SpanFault::CutsCharacter);
        }
        let words = text.between(start, end);
        if words.starts_with(char::is_whitespace) || words.ends_with(char::is_whitespace) {
            return Err(SpanFault::WhiteSpaceAtEdge);
        }
        Ok(Self { start, end })
    }

    /// Normalises a selection, whose ends may come in either order: it is extended to grapheme boundaries, then trimmed of
    /// white space and invisible characters. `None` where only those were selected.
    #[must_use]
    pub fn covering(text: &Text, one: Utf8, other: Utf8) -> Option<Self> {
        let first = one.min(other);
        // Behind a letter and before its idle joiners, the letter is not selected.
        let behind = text.is_end_of_character(first);
        let mut start = if behind { text.grapheme_boundary_after(first) } else { text.grapheme_boundary_before(first) };
        let mut end = text.grapheme_boundary_after(one.max(other));
        // Trimmed by grapheme clusters: a space with a combining accent is one, and an emoji may end with a selector.
        while start < end {
            let next = text.grapheme_boundary_after(Utf8(start.0 + 1));
            if !is_trimmed(text.between(start, next)) {
                break;
            }
            start = next;
        }
        while start < end {
            let previous = text.grapheme_boundary_before(Utf8(end.0 - 1));
            if !is_trimmed(text.between(previous, end)) {
                end = text.without_idle_joiners(previous, end);
                break;
            }
            end = previous;
        }
        (start < end).then_some(Self { start, end })
    }

    /// The start.
    #[must_use]
    pub fn start(self) -> Utf8 {
        self.start
    }

    /// The end, exclusive.
    #[must_use]
    pub fn end(self) -> Utf8 {
        self.end
    }

    /// Whether the span overlaps a range by at least one byte.
    #[must_use]
    pub fn overlaps(self, start: Utf8, end: Utf8) -> bool {
        self.start < end && start < self.end
    }

    /// Whether another span lies within this one and is not equal to it.
    #[must_use]
    pub fn strictly_contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end && self != other
    }
}

/// Whether a grapheme cluster is left out at an end of a span: white space, also with something that joins it, and what is
/// invisible as a whole.
fn is_trimmed(cluster: &str) -> bool {
    let seen = cluster.trim_matches(is_invisible);
    seen.is_empty() || seen.starts_with(is_space) || seen.ends_with(is_space)
}

impl Text {
    /// The text of a span; empty for a span of another text that is not valid in this one.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        self.between(span.start(), span.end())
    }

    /// Whether a character that a reader sees ends here: at a grapheme boundary, or before joiners that shape nothing.
    fn is_end_of_character(&self, position: Utf8) -> bool {
        self.is_grapheme_boundary(position)
            || self.as_str().is_char_boundary(position.index()) && {
                let (start, end) = (self.grapheme_boundary_before(position), self.grapheme_boundary_after(position));
                self.without_idle_joiners(start, end) == position
            }
    }

    /// The end of the grapheme cluster from `start` to `end` without the joiners at its end that shape nothing.
    fn without_idle_joiners(&self, start: Utf8, end: Utf8) -> Utf8 {
        let cluster = self.between(start, end);
        let kept = cluster.trim_end_matches(['\u{200c}', '\u{200d}', '\u{34f}']);
        let idle = only_idle_joiners(kept.chars().next_back(), &cluster[kept.len()..]);
        if idle { Utf8::at(start.index() + kept.len()) } else { end }
    }
}
