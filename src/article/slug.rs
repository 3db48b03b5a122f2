//! Slugs: short names of articles for file names.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::PlainLetters;

/// The most characters and the most bytes of a slug.
const LIMIT: (usize, usize) = (60, 190);

/// The slug of a title: its words in small letters, divided by hyphens. Words keep the letters and marks of their script in
/// composed form; ligatures are plain letters, and nothing invisible is in it. `article` where the title has no word.
pub(super) fn slug(title: &str) -> String {
    let mut slug = String::new();
    for character in PlainLetters::default().of(title).to_lowercase().chars() {
        if character.is_alphanumeric() || (is_mark(character) && !slug.is_empty() && !slug.ends_with('-')) {
            slug.push(character);
        } else if !slug.is_empty() && !slug.ends_with('-') && !joins_letters(character) {
            slug.push('-');
        }
    }
    let slug = cut(slug.trim_end_matches('-')).trim_end_matches('-');
    if slug.is_empty() { "article".to_owned() } else { slug.to_owned() }
}

/// Whether a character stands within a word and is left out: apostrophes, the geresh of Hebrew, the dot that is left of a
/// Turkish capital.
fn joins_letters(character: char) -> bool {
    matches!(character, '\'' | '’' | '‘' | '׳' | '״' | '\u{307}')
}

/// Whether a character is a combining mark that is no letter by itself, such as a virama, a tone mark or an accent that no
/// composed letter has: one that a grapheme cluster goes on in.
fn is_mark(character: char) -> bool {
    let mut after_letter = [0; 5];
    let joined = character.encode_utf8(&mut after_letter).len() > 1 && character != '\u{307}';
    joined && format!("a{character}").graphemes(true).nth(1).is_none()
}

/// The part of a slug that is short enough: whole words, or whole characters where a single word is too long.
fn cut(slug: &str) -> &str {
    let fits = |end: usize, count: usize| count <= LIMIT.0 && end <= LIMIT.1;
    let most = slug.char_indices().zip(1..).take_while(|((at, c), count)| fits(at + c.len_utf8(), *count)).count();
    let most = slug.char_indices().nth(most).map_or(slug.len(), |(at, _)| at);
    if most == slug.len() {
        return slug;
    }
    let last = |ends: &mut dyn Iterator<Item = usize>| ends.take_while(|end| *end <= most).last().unwrap_or(0);
    let word = last(&mut slug.split_word_bound_indices().map(|(at, _)| at));
    // Cutting a word is better than leaving more than half of the room empty.
    let end = if word * 2 > most { word } else { last(&mut slug.grapheme_indices(true).map(|(at, _)| at)) };
    slug.get(..end).unwrap_or_default()
}
