//! Words of others among words of ours: on one line, of a length that fits, and unable to turn what stands around them.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation as _;

use super::edge::is_leftward;

/// How many characters of one user-perceived character are shown. The longest emoji have about ten; a letter under a
/// thousand accents is a flood.
const MOST_IN_ONE: usize = 24;

/// The sign for a character that nobody sees but that turns, hides or ends the words around it; `None` for all others.
/// The marks U+200E, U+200F and U+061C are left as they are: they turn no letter, and good Hebrew and Arabic texts have
/// them.
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

/// The words with a visible sign in place of each character that would turn the direction of what stands around it, and
/// of each control character that is no white space. For what is listed or said, never for what is kept.
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

/// The first words of `words` as they are, at most `limit` user-perceived characters, on one line; an ellipsis tells that
/// more follows.
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

/// The first words of `words` to be listed: [`beginning`], [`visible`].
#[must_use]
pub fn shorten(words: &str, limit: usize) -> String {
    visible(&beginning(words, limit)).into_owned()
}

/// The first words of `words` to stand inside a sentence: as [`shorten`] gives them, and set apart where they read from
/// right to left, so that the sentence around them keeps its order (the first strong isolate of UAX #9).
#[must_use]
pub fn said(words: &str, limit: usize) -> String {
    let short = shorten(words, limit);
    if short.chars().any(is_leftward) { format!("\u{2068}{short}\u{2069}") } else { short }
}

/// The first and the last words of `words`, on one line: what is long loses its middle, so that both ends can be told.
#[must_use]
pub fn shorten_inside(words: &str, limit: usize) -> String {
    if words.graphemes(true).nth(limit).is_none() {
        return shorten(words, limit);
    }
    let tail = words.grapheme_indices(true).rev().nth(limit / 2).map_or(0, |(at, _)| at);
    let tail = words.get(tail..).unwrap_or(words);
    // A word that is cut in half reads as another word.
    let tail = tail.find(' ').and_then(|space| tail.get(space..)).unwrap_or(tail);
    format!("{} {}", shorten(words, limit / 2), shorten(tail.trim_start(), limit))
}
