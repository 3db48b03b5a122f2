//! Classification of the word before a full stop, and of the word after it.

use super::word_list::{
    CLOCK, GERMAN_MONTHS, NAMES, NEVER, NUMBERED, PERHAPS, REPORTING, STARTERS, STREETS, TITLES, ZONES,
};

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
    /// May end a sentence: "Inc.", "U.S.", "Jan.", an initial. The next word decides.
    Perhaps,
}

/// Classifies a word, given without its full stop.
pub(super) fn class(word: &str) -> Class {
    let small = word.to_lowercase();
    let small = small.as_str();
    // Titles, streets and names are abbreviations only with a capital: "Ill." is a state, "ill" is not.
    let capital = small != word;
    if capital && STREETS.contains(&small) {
        Class::Street
    } else if capital && TITLES.contains(&small) {
        Class::Title
    } else if CLOCK.contains(&small) {
        Class::Clock
    } else if NEVER.contains(&small) {
        Class::Never
    } else if NUMBERED.contains(&small) && !(capital && is_initial(word)) {
        Class::Numbered
    } else if (capital && NAMES.contains(&small)) || PERHAPS.contains(&small) || is_short_by_form(word) {
        Class::Perhaps
    } else {
        Class::Word
    }
}

/// Whether a word has the form of an abbreviation.
fn is_short_by_form(word: &str) -> bool {
    is_initialism(word) || is_initial(word) || is_plural(word) || has_no_vowel(word)
}

/// Whether a word is a single letter of any alphabet: "J.", "د."
fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

/// Whether a word is a doubled capital, the Spanish abbreviation of a plural: "EE. UU."
fn is_plural(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.as_slice(), [one, other] if one == other && one.is_ascii_uppercase())
}

/// Whether a capitalised word starts a sentence far more often than it is a name.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.contains(&word.to_lowercase().replace('\'', "’").as_str())
}

/// Whether a word is a title before a name.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
}

/// Whether a word can follow a time: a day, a month or a time zone.
pub(super) fn is_clock_follower(word: &str) -> bool {
    ZONES.contains(&word.to_lowercase().as_str())
}

/// Whether a word can follow an ordinal in German: a month or "Jahrhundert".
pub(super) fn is_german_month(word: &str) -> bool {
    GERMAN_MONTHS.contains(&word.to_lowercase().as_str())
}

/// Whether a word is a verb of speaking.
pub(super) fn reports(word: &str) -> bool {
    REPORTING.contains(&word.to_lowercase().as_str())
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
