//! Folding: a text in which quotation marks, dashes, white space and case are evened out, so that what is typed on a
//! keyboard finds what stands in print.

use super::canonical::Text;
use super::offset::Utf8;

/// How like some words must be to what was asked for. Quotation marks, dashes and the kind of white space never count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Capitals must be capitals.
    pub case: bool,
    /// Neither end may stand inside a word, by the word borders of UAX #29.
    pub whole_words: bool,
}

/// A text folded once, to be searched often, with the way back to its positions.
///
/// One character becomes one character, but a run of white space becomes one space. Cheap to keep: beside the folded text it
/// holds one entry for each place where the folded character is not as long as its original.
#[derive(Clone, Debug)]
pub struct Folded {
    text: Text,
    matching: Matching,
    content: Box<str>,
    steps: Vec<Step>,
}

/// From this place on, until the next step, folded and original run side by side.
#[derive(Clone, Copy, Debug)]
struct Step {
    folded: u32,
    original: u32,
}

impl Folded {
    /// Folds a text in one pass, for searches of one kind.
    #[must_use]
    pub fn new(text: &Text, matching: Matching) -> Self {
        let original = text.as_str();
        let mut content = String::with_capacity(original.len());
        let mut steps = vec![Step { folded: 0, original: 0 }];
        let mut characters = original.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let mut end = at + character.len_utf8();
            let before = content.len();
            let even = even(character);
            content.push(if matching.case { even } else { lower(even) });
            if even == ' ' {
                while let Some((at, space)) = characters.next_if(|(_, next)| next.is_whitespace()) {
                    end = at + space.len_utf8();
                }
            }
            if content.len() - before != end - at {
                steps.push(Step { folded: Utf8::at(content.len()).0, original: Utf8::at(end).0 });
            }
        }
        Self { text: text.clone(), matching, content: content.into_boxed_str(), steps }
    }

    /// The text as it was.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// How like the words must be that are searched for in it.
    #[must_use]
    pub fn matching(&self) -> Matching {
        self.matching
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// The position in the text of a character border in the folded text.
    #[must_use]
    pub fn original(&self, folded: usize) -> Utf8 {
        let folded = Utf8::at(folded).0;
        let after = self.steps.partition_point(|step| step.folded <= folded);
        let step = after.checked_sub(1).and_then(|last| self.steps.get(last));
        step.map_or(Utf8(folded), |step| Utf8(step.original + folded - step.folded))
    }

    /// The position in the folded text of a character border in the text that is not inside a run of white space.
    pub(super) fn folded_at(&self, original: Utf8) -> usize {
        let after = self.steps.partition_point(|step| step.original <= original.0);
        let step = after.checked_sub(1).and_then(|last| self.steps.get(last));
        step.map_or(original.0, |step| step.folded + original.0 - step.original) as usize
    }
}

/// Some words folded as a text is: see [`Folded`]. White space at their ends goes.
#[must_use]
pub fn folded(words: &str, matching: Matching) -> String {
    let mut folded = String::with_capacity(words.len());
    for character in words.trim().chars().map(even) {
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

/// The plain form of a quotation mark, a dash or a space; any other character as it is.
fn even(character: char) -> char {
    match character {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' | '`' | '＇' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        space if space.is_whitespace() => ' ',
        other => other,
    }
}
