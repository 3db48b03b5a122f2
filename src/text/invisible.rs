//! Characters that a reader does not see: white space, and what shows nothing at all.
//!
//! Text from web editors, office programs and PDF files is full of them. They stay in the text, but no block, title or edge
//! of a mark is made of them.

use std::borrow::Cow;

/// Whether nothing of a character is to be seen: the property `Default_Ignorable_Code_Point` of Unicode 17, with zero-width
/// spaces, joiners, byte order marks, soft hyphens, directional controls and variation selectors.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}'
            | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Whether a character is a space to a reader: white space, and the empty Braille pattern, which is typed as one.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() || character == '\u{2800}'
}

/// Whether a reader sees no ink: a space or an invisible character.
#[must_use]
pub fn is_blank(character: char) -> bool {
    is_space(character) || is_invisible(character)
}

/// Whether a character ends a line: the line feed, and the other hard line breaks of UAX #14, which are the vertical tab of
/// word processors, the form feed of PDF files, the next-line control and the two separators of Unicode. CR does not occur
/// in canonical text.
#[must_use]
pub fn is_line_break(character: char) -> bool {
    matches!(character, '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The words without the blank characters at both ends. A variation selector at the end belongs to its emoji and stays.
#[must_use]
pub fn trim_blank(words: &str) -> &str {
    let selects = |last: char| matches!(last, '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e01ef}');
    words.trim_start_matches(is_blank).trim_end_matches(|last| is_blank(last) && !selects(last))
}

/// The words without the invisible characters that only tell where a line may break or that are left over from a file:
/// soft hyphens, zero-width spaces, word joiners, byte order marks. What shapes or orders its neighbours stays: the joiners
/// of Persian and of emoji, variation selectors, directional controls.
#[must_use]
pub fn without_break_hints(words: &str) -> Cow<'_, str> {
    let hints = |character: char| {
        matches!(
            character,
            '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        )
    };
    if words.contains(hints) { Cow::Owned(words.replace(hints, "")) } else { Cow::Borrowed(words) }
}

/// Whether `rest`, the rest of a grapheme cluster after `before`, is nothing but joiners that shape nothing: behind a
/// letter or sign of the scripts whose letters do not join. In Arabic and Indic scripts a joiner at the end is to be seen.
pub(super) fn only_idle_joiners(before: Option<char>, rest: &str) -> bool {
    let joins = |character: char| !matches!(character, '\0'..='\u{58f}' | '\u{2010}'..='\u{205e}');
    let joiner = |character: char| matches!(character, '\u{200c}' | '\u{200d}' | '\u{34f}');
    !rest.is_empty() && rest.chars().all(joiner) && before.is_some_and(|before| !joins(before) && !is_blank(before))
}
