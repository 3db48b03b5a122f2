//! Moving the boundaries of a span by words or by characters.

use unicode_segmentation::UnicodeSegmentation as _;

use super::canonical::Text;
use super::offset::Utf8;

/// One of the two boundaries of a span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The start.
    Start,
    /// The end.
    End,
}

/// The unit by which a boundary moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Granularity {
    /// A word of UAX #29 or a run without white space, so that a word is reached both with and without its punctuation.
    Word,
    /// A grapheme cluster of UAX #29.
    Character,
}

impl Edge {
    /// The next position of a boundary at `from`, such that the character just inside the span is not white space. `None`
    /// where there is no such position on that side.
    #[must_use]
    pub fn step(self, text: &Text, from: Utf8, granularity: Granularity, forward: bool) -> Option<Utf8> {
        match granularity {
            Granularity::Word => self.by_word(text.as_str(), from.index(), forward),
            Granularity::Character => self.by_character(text, from, forward),
        }
    }

    fn by_word(self, content: &str, from: usize, forward: bool) -> Option<Utf8> {
        let (before, after) = (content.get(..from)?, content.get(from..)?);
        let start = run_start(before);
        let end = from + after.find(is_separator).unwrap_or(after.len());
        let earlier_end = content[..start].trim_end_matches(is_separator).len();
        let earlier_start = run_start(&content[..earlier_end]);
        let rest = &content[end..];
        let later_start = end + (rest.len() - rest.trim_start_matches(is_separator).len());
        let later = &content[later_start..];
        let later_end = later_start + later.find(is_separator).unwrap_or(later.len());
        // The next boundary lies in the run at `from`, in the run before it or in the run after it.
        let runs = [(earlier_start, earlier_end), (start, end), (later_start, later_end)];
        let boundaries = runs.into_iter().filter(|(start, end)| start < end).flat_map(|(start, end)| {
            let words = content[start..end].unicode_word_indices();
            let boundary = move |(at, word): (usize, &str)| match self {
                Self::Start => start + at,
                Self::End => start + at + word.len(),
            };
            words.map(boundary).chain([if self == Self::Start { start } else { end }])
        });
        let next = if forward {
            boundaries.filter(|boundary| *boundary > from).min()
        } else {
            boundaries.filter(|boundary| *boundary < from).max()
        };
        next.map(Utf8::at)
    }

    fn by_character(self, text: &Text, from: Utf8, forward: bool) -> Option<Utf8> {
        let mut at = from;
        loop {
            at = match forward {
                true if at < text.end() => text.grapheme_boundary_after(Utf8(at.0 + 1)),
                false if at > Utf8(0) => text.grapheme_boundary_before(Utf8(at.0 - 1)),
                _ => return None,
            };
            let white = match self {
                Self::Start => text.between(at, text.end()).chars().next().is_none_or(char::is_whitespace),
                Self::End => text.between(Utf8(0), at).chars().next_back().is_none_or(char::is_whitespace),
            };
            if !white {
                return Some(at);
            }
        }
    }
}

/// Whether a character separates runs: white space, except the narrow no-break space of "212 000".
fn is_separator(character: char) -> bool {
    character.is_whitespace() && character != '\u{202f}'
}

/// The start of the run at the end of `before`.
fn run_start(before: &str) -> usize {
    before.char_indices().rev().find(|(_, character)| is_separator(*character)).map_or(0, |(at, c)| at + c.len_utf8())
}
