//! What stands on the two sides of a quotation mark.

use super::mark::is_mark;

/// What stands before a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// The start of the block, or white space.
    Free,
    /// An opening bracket, a dash, a colon, or another mark: a quotation may open here.
    Loose,
    /// A letter or digit of a script with spaces between its words.
    Word,
    /// A letter of a script without spaces between its words.
    Unspaced,
    /// Other punctuation.
    Point,
}

/// What stands after a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// The end of the block.
    Edge,
    /// White space.
    Space,
    /// Punctuation that no quotation begins with.
    Point,
    /// A dash or an ellipsis: a quotation may begin or end here.
    Trail,
    /// A letter or digit of a script with spaces between its words.
    Word,
    /// A letter of a script without spaces between its words.
    Unspaced,
    /// Another mark.
    Mark,
    /// Another sign, such as an opening bracket or a currency sign.
    Other,
}

impl Before {
    /// By the character before the mark.
    pub fn of(letter: Option<char>) -> Self {
        match letter {
            None => Self::Free,
            Some(letter) if letter.is_whitespace() => Self::Free,
            Some(letter) if is_unspaced(letter) => Self::Unspaced,
            Some(letter) if letter.is_alphanumeric() => Self::Word,
            Some(letter) if "([{—–―-/:…¿¡（【《〈：".contains(letter) || is_mark(letter) => Self::Loose,
            Some(_) => Self::Point,
        }
    }

    /// Whether a mark here may open a quotation.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Free | Self::Loose)
    }
}

impl After {
    /// By the text after the mark.
    pub fn of(text: &str) -> Self {
        let mut letters = text.chars();
        match letters.next() {
            None => Self::Edge,
            Some(letter) if letter.is_whitespace() => Self::Space,
            Some(letter) if is_unspaced(letter) => Self::Unspaced,
            Some(letter) if letter.is_alphanumeric() => Self::Word,
            Some('—' | '–' | '―' | '-' | '…') => Self::Trail,
            Some('.') if letters.next() == Some('.') => Self::Trail,
            Some(letter) if ".,;:!?)]}%/。，、．！？；：）】》〉".contains(letter) => Self::Point,
            Some(letter) if is_mark(letter) => Self::Mark,
            Some(_) => Self::Other,
        }
    }

    /// Whether white space or the end of the block follows.
    pub fn is_free(self) -> bool {
        matches!(self, Self::Edge | Self::Space)
    }
}

/// The two sides of a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sides {
    pub before: Before,
    pub after: After,
}

impl Sides {
    /// Whether a mark here opens a quotation, as far as its sides go.
    pub fn open(self) -> bool {
        let begins = matches!(self.after, After::Word | After::Unspaced | After::Other | After::Mark);
        self.before.is_open() && begins || self.before == Before::Free && self.after == After::Trail
    }

    /// Whether a mark here closes a quotation, as far as its sides go.
    pub fn close(self) -> bool {
        self.before != Before::Free && (self.after.is_free() || matches!(self.after, After::Point | After::Trail))
    }

    /// Whether a mark here can only close a quotation.
    pub fn only_close(self) -> bool {
        let tight = !self.before.is_open();
        self.close() || tight && self.after == After::Mark
    }

    /// Whether the mark stands inside a word, as in Hebrew acronyms.
    pub fn in_word(self) -> bool {
        self.before == Before::Word && self.after == After::Word
    }

    /// Whether white space stands on both sides.
    pub fn spaced(self) -> bool {
        self.before == Before::Free && self.after == After::Space
    }
}

/// Whether a letter is of a script that sets no spaces between words or before particles: Chinese, Japanese, Korean, Thai,
/// Lao, Burmese, Khmer.
fn is_unspaced(letter: char) -> bool {
    letter.is_alphanumeric()
        && matches!(u32::from(letter),
            0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1100..=0x11FF | 0x1780..=0x17FF | 0x2E80..=0x9FFF
            | 0xA960..=0xA97F | 0xAC00..=0xD7FF | 0xF900..=0xFAFF | 0xFF10..=0xFFDC | 0x20000..=0x3FFFF)
}
