//! The direction in which text is read (UAX #9).

/// Whether text reads from right to left, by its first letter: the rule that `dir="auto"` follows in HTML.
#[must_use]
pub fn is_right_to_left(words: &str) -> bool {
    words.chars().find(|character| character.is_alphabetic()).is_some_and(is_right_to_left_character)
}

/// Whether a character lies in one of the Unicode blocks of scripts that are written from right to left.
pub(super) fn is_right_to_left_character(character: char) -> bool {
    matches!(
        u32::from(character),
        0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefc | 0x10800..=0x10fff | 0x1e800..=0x1efff
    )
}
