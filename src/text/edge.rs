//! The ends of a stretch, and where they go when they are moved by keys.

use unicode_segmentation::UnicodeSegmentation as _;

use super::canonical::Text;
use super::offset::Utf8;

/// One end of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// How far an end goes with one press of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// To the next border of a word (UAX #29), or of a run without white space, so that a word is reached both with the
    /// punctuation that hangs on it and without.
    Word,
    /// By one user-perceived character (a grapheme cluster of UAX #29).
    Character,
}

impl Edge {
    /// Where an end that stands at `from` goes next: a place with a character other than white space just inside of it.
    /// `None` where there is none on that side.
    #[must_use]
    pub fn step(self, text: &Text, from: Utf8, stride: Stride, forward: bool) -> Option<Utf8> {
        match stride {
            Stride::Word => self.by_word(text.as_str(), from.index(), forward),
            Stride::Character => self.by_character(text, from, forward),
        }
    }

    fn by_word(self, content: &str, from: usize, forward: bool) -> Option<Utf8> {
        let (before, after) = (content.get(..from)?, content.get(from..)?);
        let start = begin_of_run(before);
        let end = from + after.find(divides).unwrap_or(after.len());
        let earlier_end = content[..start].trim_end_matches(divides).len();
        let earlier_start = begin_of_run(&content[..earlier_end]);
        let rest = &content[end..];
        let later_start = end + (rest.len() - rest.trim_start_matches(divides).len());
        let later = &content[later_start..];
        let later_end = later_start + later.find(divides).unwrap_or(later.len());
        // The run that the end stands in or at, with the one before and the one after, holds the next border.
        let runs = [(earlier_start, earlier_end), (start, end), (later_start, later_end)];
        let borders = runs.into_iter().filter(|(start, end)| start < end).flat_map(|(start, end)| {
            let words = content[start..end].unicode_word_indices();
            let border = move |(at, word): (usize, &str)| match self {
                Self::Start => start + at,
                Self::End => start + at + word.len(),
            };
            words.map(border).chain([if self == Self::Start { start } else { end }])
        });
        let next = if forward {
            borders.filter(|border| *border > from).min()
        } else {
            borders.filter(|border| *border < from).max()
        };
        next.map(Utf8::at)
    }

    fn by_character(self, text: &Text, from: Utf8, forward: bool) -> Option<Utf8> {
        let mut at = from;
        loop {
            at = match forward {
                true if at < text.end() => text.grapheme_border_after(Utf8(at.0 + 1)),
                false if at > Utf8(0) => text.grapheme_border_before(Utf8(at.0 - 1)),
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

/// Whether a character divides runs: all white space but the narrow one, which stands inside of "212 000".
fn divides(character: char) -> bool {
    character.is_whitespace() && character != '\u{202f}'
}

/// Where the run begins that ends with `before`.
fn begin_of_run(before: &str) -> usize {
    before.char_indices().rev().find(|(_, character)| divides(*character)).map_or(0, |(at, c)| at + c.len_utf8())
}

/// Whether words are read from right to left, by their first letter: what `dir="auto"` goes by on a page.
#[must_use]
pub fn reads_leftward(words: &str) -> bool {
    words.chars().find(|character| character.is_alphabetic()).is_some_and(is_leftward)
}

/// Whether a character stands in one of the blocks of Unicode that hold the scripts written from right to left.
pub(super) fn is_leftward(character: char) -> bool {
    matches!(
        u32::from(character),
        0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff
    )
}
