//! A stretch of text that a person could have meant.

use std::fmt;

use super::canonical::Text;
use super::offset::Utf8;

/// A half-open, non-empty range of bytes on grapheme borders, without white space at either end.
///
/// The two constructors are the only ways to make one, so these rules need no checking anywhere else. A span belongs to
/// the text it was made for; the type cannot say so, the document does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Utf8,
    end: Utf8,
}

/// Why a range of a file cannot be a span. The words finish the sentence "This annotation …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanFault {
    /// The end stands before the start.
    Reversed,
    /// Start and end are the same.
    Empty,
    /// The end is past the end of the text.
    PastEnd,
    /// An end stands inside a character that a reader sees as one.
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
    /// Takes a range as it is, or says what is wrong with it. For data that claims to be right: files and storage.
    ///
    /// # Errors
    /// One [`SpanFault`] for the first rule that the range breaks.
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
        if !text.is_grapheme_border(start) || !text.is_grapheme_border(end) {
            return Err(SpanFault::CutsCharacter);
        }
        let words = text.between(start, end);
        if words.starts_with(char::is_whitespace) || words.ends_with(char::is_whitespace) {
            return Err(SpanFault::WhiteSpaceAtEdge);
        }
        Ok(Self { start, end })
    }

    /// The smallest span that holds what somebody selected: widened to whole characters, then without the white space at
    /// its ends. `None` where nothing but white space was selected. The ends may come in either order.
    #[must_use]
    pub fn covering(text: &Text, one: Utf8, other: Utf8) -> Option<Self> {
        let mut start = text.grapheme_border_before(one.min(other));
        let mut end = text.grapheme_border_after(one.max(other));
        // White space is taken off a grapheme at a time: a space may carry a combining accent and is then one character.
        while start < end && text.between(start, end).starts_with(char::is_whitespace) {
            start = text.grapheme_border_after(Utf8(start.0 + 1));
        }
        while start < end && text.between(start, end).ends_with(char::is_whitespace) {
            end = text.grapheme_border_before(Utf8(end.0 - 1));
        }
        (start < end).then_some(Self { start, end })
    }

    /// Where the first character begins.
    #[must_use]
    pub fn start(self) -> Utf8 {
        self.start
    }

    /// Where the last character ends.
    #[must_use]
    pub fn end(self) -> Utf8 {
        self.end
    }

    /// Whether the span and a range of positions share at least one byte.
    #[must_use]
    pub fn overlaps(self, start: Utf8, end: Utf8) -> bool {
        self.start < end && start < self.end
    }

    /// Whether `other` lies within this span and is not the same.
    #[must_use]
    pub fn strictly_contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end && self != other
    }
}

impl Text {
    /// The words of a span. A span of another text that does not fit this one gives the empty string.
    #[must_use]
    pub fn words(&self, span: Span) -> &str {
        self.between(span.start(), span.end())
    }
}
