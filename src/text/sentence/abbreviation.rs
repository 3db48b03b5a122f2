//! Classification of the word before a full stop, and of the word after it.

use super::word_list::{
    CLOCK, GERMAN_MONTHS, NAMES, NEVER, NUMBERED, PERHAPS, REPORTING, STARTERS, STREETS, TITLES, ZONES,
};

/// What the word before a full stop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// An ordinary word: its full stop ends the sentence.
    Word,
    /// Stands before a name and so never at an end: "Sen."
    Title,
    /// A title or a street: "St. Paul", "on Main St."
    Street,
    /// Always goes on: "e.g."
    Never,
    /// Abbreviated only before a number: "No. 5", but "She said no."
    Numbered,
    /// An hour, which a day or a zone may follow: "9 a.m."
    Clock,
    /// May end a sentence: "Inc.", "U.S.", "Jan.", an initial. The next word decides.
    Perhaps,
}

/// What a word is, without the full stop at its end.
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

/// Whether a word has the form of an abbreviation, whatever it stands for.
fn is_short_by_form(word: &str) -> bool {
    is_initialism(word) || is_initial(word) || is_plural(word) || has_no_vowel(word)
}

/// Whether a word is one letter, of any alphabet: "J.", "د."
fn is_initial(word: &str) -> bool {
    word.chars().count() == 1 && word.chars().all(char::is_alphabetic)
}

/// Whether a word is two of one capital, which is how Spanish shortens a plural: "EE. UU."
fn is_plural(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.as_slice(), [one, other] if one == other && one.is_ascii_uppercase())
}

/// Whether a word, written with a capital, begins a sentence far more often than it is a name.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.contains(&word.to_lowercase().replace('\'', "’").as_str())
}

/// Whether a word stands before a name.
pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
}

/// Whether a word goes on after an hour: a day, a month or a time zone.
pub(super) fn is_clock_follower(word: &str) -> bool {
    ZONES.contains(&word.to_lowercase().as_str())
}

/// Whether a word follows the number of a day or a century in German.
pub(super) fn is_german_month(word: &str) -> bool {
    GERMAN_MONTHS.contains(&word.to_lowercase().as_str())
}

/// Whether a word says that somebody spoke.
pub(super) fn reports(word: &str) -> bool {
    REPORTING.contains(&word.to_lowercase().as_str())
}

/// Whether the word ends with a full stop of its own when it is written short.
fn is_initialism(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| (1..=2).contains(&part.chars().count()))
}

/// Whether a word is too short of vowels to be one: "Sgt", "ft", "hrs". Capitals alone are a name: "CNN".
fn has_no_vowel(word: &str) -> bool {
    let small = word.to_lowercase();
    small.bytes().all(|byte| byte.is_ascii_alphabetic() && !b"aeiouy".contains(&byte))
        && word.bytes().skip(1).any(|byte| byte.is_ascii_lowercase())
}
