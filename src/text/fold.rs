//! Search folding: what reads the same is the same, so that a query typed on a keyboard finds printed text.
//!
//! Quotation marks, dashes and kinds of space are unified; case is folded; letters are compared in their decomposed form, so
//! that an accent is the same whether it is a character of its own or not; ligatures and width variants are plain letters;
//! and soft hyphens, zero-width spaces and other invisible characters do not count.

use super::canonical::Text;
use super::invisible::{is_blank, is_space};
use super::normalization::{decompose, first_cluster};
use super::offset::Utf8;

/// Options of a search. Kinds of quotation marks, dashes and white space are never distinguished.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Match case.
    pub case: bool,
    /// Match whole words only: both ends must be word boundaries of UAX #29 in the folded text.
    pub whole_words: bool,
}

/// A folded text with a map from its positions to those of the original: folded once, searched often.
///
/// A grapheme cluster becomes its folded letters, a run of white space one space, and an invisible character nothing.
#[derive(Clone, Debug)]
pub struct Folded {
    text: Text,
    matching: Matching,
    content: Box<str>,
    changes: Vec<Change>,
}

/// A part of the text that has other characters, or as many of other lengths, when it is folded. From its end to the next change, folded and original
/// characters have equal lengths. The inside of a change has no counterpart.
#[derive(Clone, Copy, Debug)]
struct Change {
    folded: (u32, u32),
    original: (u32, u32),
}

impl Folded {
    /// Folds a text in one pass, for searches with these options.
    #[must_use]
    pub fn new(text: &Text, matching: Matching) -> Self {
        let mut changes = Vec::new();
        let content = fold(text.as_str(), matching.case, |change| changes.push(change));
        Self { text: text.clone(), matching, content: content.into_boxed_str(), changes }
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

    /// The range of the original text from which a range of the folded one comes, without the invisible characters around
    /// it. `None` where an end is inside of what one character became, such as half of a ligature.
    #[must_use]
    pub fn original(&self, start: usize, end: usize) -> Option<(Utf8, Utf8)> {
        let (start, end) = (Utf8::at(start).0, Utf8::at(end).0);
        // What became nothing at the start is before the range, and at the end behind it.
        let before_start = self.changes.partition_point(|change| change.folded.1 <= start);
        let inside = self.changes.get(before_start).is_some_and(|change| change.folded.0 < start);
        let before_end = self.changes.partition_point(|change| change.folded.0 < end);
        let last = before_end.checked_sub(1).and_then(|last| self.changes.get(last));
        if inside || last.is_some_and(|last| last.folded.1 > end) {
            return None;
        }
        let first = before_start.checked_sub(1).and_then(|last| self.changes.get(last));
        let after = |change: Option<&Change>, at: u32| {
            Utf8(change.map_or(at, |change| change.original.1 + (at - change.folded.1)))
        };
        Some((after(first, start), after(last, end)))
    }

    /// The byte index in the folded text of a character boundary in the original; inside of a change, that of its end.
    pub(super) fn folded_at(&self, original: Utf8) -> usize {
        let after = self.changes.partition_point(|change| change.original.0 < original.0);
        let change = after.checked_sub(1).and_then(|last| self.changes.get(last));
        let folded = change.map_or(original.0, |change| change.folded.1 + original.0.saturating_sub(change.original.1));
        folded as usize
    }
}

/// A query folded as a text is, see [`Folded`]; trimmed.
#[must_use]
pub fn folded(words: &str, matching: Matching) -> String {
    fold(words, matching.case, |_| {}).trim_matches(' ').to_owned()
}

/// Folds words and reports each change of lengths, in order.
fn fold(original: &str, case: bool, mut report: impl FnMut(Change)) -> String {
    let mut content = String::with_capacity(original.len());
    let mut letters = Vec::new();
    let mut at = 0;
    while at < original.len() {
        let cluster = first_cluster(&original[at..]);
        let (from, before) = (at, content.len());
        at += cluster.len();
        if cluster.chars().all(is_blank) {
            if cluster.contains(is_space) {
                content.push(' ');
                at += blank_run(&original[at..]);
            }
        } else if let ([byte], true) = (cluster.as_bytes(), cluster.is_ascii()) {
            push(char::from(*byte), case, &mut content);
        } else {
            decompose(cluster, &mut letters);
            letters.iter().for_each(|letter| push(*letter, case, &mut content));
        }
        let places = |words: &'_ str| words.chars().map(char::len_utf8).collect::<Vec<_>>();
        let ascii = at - from == 1;
        if content.len() - before != at - from || !ascii && places(&content[before..]) != places(&original[from..at]) {
            let position = |index| Utf8::at(index).0;
            report(Change {
                folded: (position(before), position(content.len())),
                original: (position(from), position(at)),
            });
        }
    }
    content
}

/// The length of the blank grapheme clusters at the start that a run of white space goes on in.
fn blank_run(rest: &str) -> usize {
    let mut length = 0;
    while length < rest.len() {
        let cluster = first_cluster(&rest[length..]);
        if !cluster.chars().all(is_blank) {
            break;
        }
        length += cluster.len();
    }
    // Invisible characters between the space and a word are not part of the run.
    rest[..length].rfind(is_space).map_or(0, |last| last + rest[last..].chars().next().map_or(0, char::len_utf8))
}

/// Pushes one decomposed letter in its folded form.
fn push(letter: char, case: bool, content: &mut String) {
    if letter.is_ascii() {
        let letter = if case { letter } else { letter.to_ascii_lowercase() };
        content.push(ascii_punctuation(letter));
        return;
    }
    // A dot above an i is not told apart: Turkish has it as a part of its capital.
    if letter == '\u{307}' && !case && content.ends_with('i') {
        return;
    }
    let plain = ascii_punctuation(letter);
    if case || plain.is_ascii() || is_folded(plain) {
        content.push(plain);
        return;
    }
    // The small form of the capital form is what full case folding gives, also for the sharp s and the final sigma.
    let capitals = plain.to_lowercase().flat_map(char::to_uppercase);
    content.extend(capitals.flat_map(char::to_lowercase));
}

/// Whether a letter is its own folded form, for the scripts of most texts: small Cyrillic, combining accents, and what has
/// no case. Spares the search in the tables.
fn is_folded(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{344}' | '\u{430}'..='\u{45f}' | '\u{5d0}'..='\u{6d3}' | '\u{3001}'..='\u{9fff}')
}

/// The ASCII form of a quotation mark, a dash or a space; any other character unchanged.
fn ascii_punctuation(character: char) -> char {
    match character {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '＂' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | '´' | '`' | '＇' | '\u{2bc}' => '\'',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        space if is_space(space) => ' ',
        other => other,
    }
}
