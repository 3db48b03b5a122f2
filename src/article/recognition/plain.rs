//! The words of a line as the rules read them.

use std::borrow::Cow;

use crate::text::{PlainLetters, trim_blank};

/// The words of a line as a reader sees them: trimmed, with plain spaces and composed letters, and without ligatures and
/// invisible characters, so that no rule has to know of these. Borrowed where nothing is to be changed.
pub(super) fn plain<'a>(line: &'a str, letters: &mut PlainLetters) -> Cow<'a, str> {
    let line = trim_blank(line);
    if line.chars().all(is_plain) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(letters.of(line).replace(|space: char| space.is_whitespace() && space != '\n', " "))
}

/// Whether a character is plain as it is, unless a combining mark is behind it: the letters of most alphabets, ideographs,
/// and the punctuation of printed text.
fn is_plain(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{9f}' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{131}' | '\u{134}'..='\u{148}' | '\u{14a}'..='\u{1c3}'
            | '\u{370}'..='\u{373}' | '\u{386}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{5d0}'..='\u{5ea}'
            | '\u{620}'..='\u{64a}' | '\u{660}'..='\u{66d}' | '\u{671}'..='\u{6d3}' | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}' | '\u{20a0}'..='\u{20bf}' | '\u{3001}'..='\u{3029}' | '\u{3041}'..='\u{3096}'
            | '\u{30a0}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '！' | '（' | '）' | '，'
            | '：' | '；' | '？'
    )
}
