//! Classification of the word before a full stop.
//!
//! The lists were compared with the break suppressions of the Unicode CLDR 46 and those of `sentencex` 0.1. Neither is taken
//! over: they say of a word only whether it is an abbreviation, and many of theirs are words as well ("All.", "Do.", "So.").
//! What comes after an abbreviation depends on its kind.

use super::language::Language;
use super::word_list::{CLOCK, ELISIONS, NEVER, NUMBERED, PERHAPS, STREETS, TITLES};

/// The class of the word before a full stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// An ordinary word, whose full stop ends the sentence.
    Word,
    /// A title, which precedes a name and never ends a sentence: "Sen."
    Title,
    /// A title or a kind of street: "St. Paul", "on Main St."
    Street,
    /// Never ends a sentence: "e.g."
    Never,
    /// An abbreviation only before a number: "No. 5", but "She said no."
    Numbered,
    /// Part of a time, which a day or a time zone may follow: "9 a.m."
    Clock,
    /// The end of an enumeration, which ends a sentence before a capital: "etc."
    Final,
    /// May end a sentence: "Inc.", "U.S.", "Jan.", an initial. The next word decides.
    Perhaps,
}

/// The most letters of an abbreviation in the lists, which "Dott.ssa" and the like do not reach.
const LONGEST: usize = 9;

/// Classifies a word, given without its full stop. The languages are asked for only where it could be an abbreviation.
pub(super) fn class<'a>(word: &str, languages: impl FnOnce() -> &'a [&'static Language]) -> Class {
    if word.is_empty() || word.chars().count() > LONGEST {
        return Class::Word;
    }
    let (languages, forms) = (languages(), Forms::new(word));
    let elided = word.rsplit_once(['’', '\'']).filter(|(front, _)| ELISIONS.contains(&front.to_lowercase().as_str()));
    match forms.class(languages) {
        Class::Word => elided.map_or(Class::Word, |(_, word)| Forms::new(word).class(languages)),
        class => class,
    }
}

/// Whether a word is a title before a name.
pub(super) fn is_title(word: &str, languages: &[&Language]) -> bool {
    let forms = Forms::new(word);
    forms.are_in(TITLES) || languages.iter().any(|language| forms.are_in(language.titles))
}

/// Whether a word is a unit after its number.
pub(super) fn is_unit(word: &str, languages: &[&Language]) -> bool {
    let forms = Forms::new(word);
    languages.iter().any(|language| forms.are_in(language.units))
}

/// A word in the forms in which it may be listed.
struct Forms<'a> {
    word: &'a str,
    /// In small letters; empty where the word is one capital, which no small letter stands for.
    small: String,
    /// With a capital at the beginning alone; empty where the word begins small.
    capitalised: String,
}

impl<'a> Forms<'a> {
    fn new(word: &'a str) -> Self {
        let mut letters = word.chars();
        let first = letters.next().filter(|first| first.is_uppercase());
        let capitalised = first.map(|first| first.to_string() + &letters.as_str().to_lowercase()).unwrap_or_default();
        let small = if is_initial(word) { String::new() } else { word.to_lowercase() };
        Self { word, small, capitalised }
    }

    fn are_in(&self, list: &[&str]) -> bool {
        list.iter().any(|entry| *entry == self.word || *entry == self.capitalised || *entry == self.small)
    }

    fn class(&self, languages: &[&Language]) -> Class {
        let listed = |shared: &[&str], list: fn(&Language) -> &'static [&'static str]| {
            self.are_in(shared) || languages.iter().any(|language| self.are_in(list(language)))
        };
        if listed(STREETS, |language| language.streets) {
            Class::Street
        } else if listed(TITLES, |language| language.titles) {
            Class::Title
        } else if self.are_in(CLOCK) {
            Class::Clock
        } else if listed(NEVER, |language| language.never) {
            Class::Never
        } else if listed(NUMBERED, |language| language.numbered) {
            Class::Numbered
        } else if listed(&[], |language| language.finals) {
            Class::Final
        } else if listed(PERHAPS, |language| language.perhaps)
            || listed(&[], |language| language.units)
            || self.are_short(languages)
        {
            Class::Perhaps
        } else {
            Class::Word
        }
    }

    /// Whether the word has the form of an abbreviation.
    fn are_short(&self, languages: &[&Language]) -> bool {
        is_initialism(self.word)
            || is_initial(self.word)
            || is_plural(self.word)
            || is_street(self.word)
            || (!languages.iter().all(|language| language.lacks_vowels) && has_no_vowel(self.word))
    }
}

/// Whether a word is a single letter of any alphabet: "J.", "د."
pub(super) fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

/// Whether a word is a doubled capital, the Spanish abbreviation of a plural: "EE. UU."
fn is_plural(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.as_slice(), [one, other] if one == other && one.is_ascii_uppercase())
}

/// Whether a word is the name of a street in German or Dutch: "Hafenstr. 12".
fn is_street(word: &str) -> bool {
    word.len() > "str".len() && word.ends_with("str")
}

/// Whether a word is an initialism with full stops, given without the last one: "U.S".
fn is_initialism(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| (1..=2).contains(&part.chars().count()))
}

/// Whether a word has no vowels and is no acronym: "Sgt", "ft", "hrs". "CNN" is a name.
fn has_no_vowel(word: &str) -> bool {
    let small = word.to_lowercase();
    small.bytes().all(|byte| byte.is_ascii_alphabetic() && !b"aeiouy".contains(&byte))
        && word.bytes().skip(1).any(|byte| byte.is_ascii_lowercase())
}
