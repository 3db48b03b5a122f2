//! Foreign text in the user interface: truncated to one line, and with bidirectional controls made visible.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use super::direction::is_right_to_left_character;

/// The most code points of one grapheme cluster that are shown. The longest emoji have about ten; a letter with hundreds of
/// combining marks would cover its neighbours.
const MOST_IN_ONE: usize = 24;

/// A visible sign for a bidirectional control of UAX #9 or another control character; `None` for all other characters. The
/// implicit marks U+200E, U+200F and U+061C are kept: they override nothing, and proper Hebrew and Arabic texts use them.
fn sign(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{202a}' => "[LRE]",
        '\u{202b}' => "[RLE]",
        '\u{202c}' => "[PDF]",
        '\u{202d}' => "[LRO]",
        '\u{202e}' => "[RLO]",
        '\u{2066}' => "[LRI]",
        '\u{2067}' => "[RLI]",
        '\u{2068}' => "[FSI]",
        '\u{2069}' => "[PDI]",
        '\t' | '\n' | '\r' => return None,
        _ if character.is_control() => "\u{fffd}",
        _ => return None,
    })
}

/// The text with a visible sign in place of each bidirectional control, and of each control character other than white
/// space. For display only, never for what is stored.
#[must_use]
pub fn visible(words: &str) -> Cow<'_, str> {
    if !words.contains(|character| sign(character).is_some()) {
        return Cow::Borrowed(words);
    }
    let mut shown = String::with_capacity(words.len() + 8);
    for character in words.chars() {
        match sign(character) {
            Some(sign) => shown.push_str(sign),
            None => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// The first `limit` grapheme clusters on one line, with an ellipsis where more follows. Controls are kept.
#[must_use]
pub fn beginning(words: &str, limit: usize) -> String {
    let one_line = |grapheme: &str| {
        let is_space = grapheme.chars().all(char::is_whitespace);
        if is_space { " ".to_owned() } else { grapheme.chars().take(MOST_IN_ONE).collect() }
    };
    let mut graphemes = words.graphemes(true);
    let short: String = graphemes.by_ref().take(limit).map(one_line).collect();
    if graphemes.next().is_none() {
        return short;
    }
    // Cutting at a word border reads better, unless the words have no spaces at all.
    let cut = short.rfind(' ').filter(|at| *at > short.len() / 2).unwrap_or(short.len());
    format!("{}…", short.get(..cut).unwrap_or(&short))
}

/// Truncated text for a list: [`beginning`] with controls made [`visible`].
#[must_use]
pub fn shorten(words: &str, limit: usize) -> String {
    visible(&beginning(words, limit)).into_owned()
}

/// Truncated text for use inside a sentence: as by [`shorten`], and within a first strong isolate of UAX #9 where it has
/// right-to-left letters, so that the sentence around it keeps its order.
#[must_use]
pub fn excerpt(words: &str, limit: usize) -> String {
    let short = shorten(words, limit);
    if short.chars().any(is_right_to_left_character) { format!("\u{2068}{short}\u{2069}") } else { short }
}

/// Text truncated in the middle, on one line, so that both ends stay readable.
#[must_use]
pub fn shorten_middle(words: &str, limit: usize) -> String {
    if words.graphemes(true).nth(limit).is_none() {
        return shorten(words, limit);
    }
    let tail = words.grapheme_indices(true).rev().nth(limit / 2).map_or(0, |(at, _)| at);
    let tail = words.get(tail..).unwrap_or(words);
    // A word cut in half would read as another word.
    let tail = tail.find(' ').and_then(|space| tail.get(space..)).unwrap_or(tail);
    format!("{} {}", shorten(words, limit / 2), shorten(tail.trim_start(), limit))
}
