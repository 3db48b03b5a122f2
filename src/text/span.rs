//! Spans: ranges of a text that can be annotated.

use std::fmt;

use super::canonical::Text;
use super::offset::Utf8;

/// A half-open, non-empty byte range on grapheme boundaries, without white space at either end.
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
    /// Validates a range, for data that claims to be valid: files and storage.
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
        if !text.is_grapheme_boundary(start) || !text.is_grapheme_boundary(end) {
            return Err(SpanFault::CutsCharacter);
        }
        let words = text.between(start, end);
        if words.starts_with(char::is_whitespace) || words.ends_with(char::is_whitespace) {
            return Err(SpanFault::WhiteSpaceAtEdge);
        }
        Ok(Self { start, end })
    }

    /// Normalises a selection, whose ends may come in either order: it is extended to grapheme boundaries, then trimmed of
    /// white space. `None` where only white space was selected.
    #[must_use]
    pub fn covering(text: &Text, one: Utf8, other: Utf8) -> Option<Self> {
        let mut start = text.grapheme_boundary_before(one.min(other));
        let mut end = text.grapheme_boundary_after(one.max(other));
        // Trimmed by grapheme clusters: a space with a combining accent is one.
        while start < end && text.between(start, end).starts_with(char::is_whitespace) {
            start = text.grapheme_boundary_after(Utf8(start.0 + 1));
        }
        while start < end && text.between(start, end).ends_with(char::is_whitespace) {
            end = text.grapheme_boundary_before(Utf8(end.0 - 1));
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

impl Text {
    /// The text of a span; empty for a span of another text that is not valid in this one.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        self.between(span.start(), span.end())
    }
}
