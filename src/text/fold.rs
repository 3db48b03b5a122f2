//! Search folding: quotation marks, dashes, white space and case are unified, so that a query typed on a keyboard finds
//! printed text.

use super::canonical::Text;
use super::offset::Utf8;

/// Options of a search. Kinds of quotation marks, dashes and white space are never distinguished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Match case.
    pub case: bool,
    /// Match whole words only: both ends must be word boundaries of UAX #29.
    pub whole_words: bool,
}

/// A folded text with a map from its positions to those of the original: folded once, searched often.
///
/// One character becomes one character, except that a run of white space becomes one space. The map has an entry for each
/// place where the folded character is not as long as its original.
#[derive(Clone, Debug)]
pub struct Folded {
    text: Text,
    matching: Matching,
    content: Box<str>,
    offsets: Vec<Offset>,
}

/// An entry of the map: from here to the next entry, folded and original characters have equal lengths.
#[derive(Clone, Copy, Debug)]
struct Offset {
    folded: u32,
    original: u32,
}

impl Folded {
    /// Folds a text in one pass, for searches with these options.
    #[must_use]
    pub fn new(text: &Text, matching: Matching) -> Self {
        let original = text.as_str();
        let mut content = String::with_capacity(original.len());
        let mut offsets = vec![Offset { folded: 0, original: 0 }];
        let mut characters = original.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let mut end = at + character.len_utf8();
            let before = content.len();
            let plain = ascii_punctuation(character);
            content.push(if matching.case { plain } else { lower(plain) });
            if plain == ' ' {
                while let Some((at, space)) = characters.next_if(|(_, next)| next.is_whitespace()) {
                    end = at + space.len_utf8();
                }
            }
            if content.len() - before != end - at {
                offsets.push(Offset { folded: Utf8::at(content.len()).0, original: Utf8::at(end).0 });
            }
        }
        Self { text: text.clone(), matching, content: content.into_boxed_str(), offsets }
    }

    /// The original text.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The options it was folded for.
    #[must_use]
    pub fn matching(&self) -> Matching {
        self.matching
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The position in the original text of a character boundary in the folded text, a byte index.
    #[must_use]
    pub fn original(&self, folded: usize) -> Utf8 {
        let folded = Utf8::at(folded).0;
        let after = self.offsets.partition_point(|offset| offset.folded <= folded);
        let offset = after.checked_sub(1).and_then(|last| self.offsets.get(last));
        offset.map_or(Utf8(folded), |offset| Utf8(offset.original + folded - offset.folded))
    }

    /// The byte index in the folded text of a character boundary in the original that is not inside a run of white space.
    pub(super) fn folded_at(&self, original: Utf8) -> usize {
        let after = self.offsets.partition_point(|offset| offset.original <= original.0);
        let offset = after.checked_sub(1).and_then(|last| self.offsets.get(last));
        offset.map_or(original.0, |offset| offset.folded + original.0 - offset.original) as usize
    }
}

/// A query folded as a text is, see [`Folded`]; trimmed.
#[must_use]
pub fn folded(words: &str, matching: Matching) -> String {
    let mut folded = String::with_capacity(words.len());
    for character in words.trim().chars().map(ascii_punctuation) {
        if character != ' ' || !folded.ends_with(' ') {
            folded.push(if matching.case { character } else { lower(character) });
        }
    }
    folded
}

/// The lower-case form of a character, one for one: where Unicode has two for it, as for `İ`, the first, a plain letter.
fn lower(character: char) -> char {
    character.to_lowercase().next().unwrap_or(character)
}

/// The ASCII form of a quotation mark, a dash or a space; any other character unchanged.
fn ascii_punctuation(character: char) -> char {
    match character {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' | '`' | '＇' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        space if space.is_whitespace() => ' ',
        other => other,
    }
}
