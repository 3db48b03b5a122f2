//! Numbers with a full stop: ordinals and dates in most languages of Northern and Central Europe.
//!
//! Before a small letter such a number never ends a sentence. Before a capital it depends: in German a noun follows, in the
//! other languages a name. What a reader goes by is the word before the number: a number after an article, a preposition or
//! a possessive ("im 2. Weltkrieg") counts, a number after a noun or a verb ("auf Platz 2.", "Sie wurden 2.") ends.

use super::punctuation::opens;
use super::scan::Scan;

/// What follows the number of a club in its name: "1. FC".
const CLUBS: &[&str] = &["FC", "FFC", "FSV", "SC", "SV", "SK", "FK", "TSV", "CfR", "BC", "HC", "AC"];

impl Scan<'_> {
    /// Whether a number whose stop is at `stop` is an ordinal, of a list item too, or part of a date. The next word has a
    /// capital or is a number, and begins at `next`.
    pub fn is_ordinal(&self, stop: usize, number: &str, next: usize) -> bool {
        let (word, length) = (self.word_at(next), number.chars().count());
        let start = stop.saturating_sub(length);
        if is_digits(number) {
            let begins = self.skip(self.begin, |letter| opens(letter) || "–—- ".contains(letter)) == start;
            let is_club = number == "1" && CLUBS.contains(&word);
            // A year is no ordinal, but where it begins a date.
            if (begins && length < 4) || is_club || self.is_date(start, number, next) {
                return true;
            }
            if length > 3 {
                return false;
            }
        }
        let small = word.to_lowercase();
        if !self.has_ordinals() || !self.letter(next).is_some_and(char::is_alphabetic) {
            return false;
        }
        let is_month = self.languages().iter().any(|language| language.months.contains(&small.as_str()));
        is_month || (!self.is_starter(word) && self.comes_after_article(start))
    }

    /// Whether one of the likely languages writes ordinals with a full stop.
    pub fn has_ordinals(&self) -> bool {
        self.languages().iter().any(|language| !language.before_ordinals.is_empty())
    }

    /// Whether one of the likely languages capitalises nouns.
    pub fn capitalises_nouns(&self) -> bool {
        self.languages().iter().any(|language| language.capitalises_nouns)
    }

    /// Whether the word before a place is one that ordinals follow, with an adjective between: "beim traditionellen 3."
    fn comes_after_article(&self, start: usize) -> bool {
        let before = self.behind(start);
        if before.is_empty() || before.ends_with(opens) {
            return true;
        }
        if !before.ends_with(char::is_whitespace) {
            return false;
        }
        let mut words = before.split_whitespace().rev().map(|word| word.trim_start_matches(opens));
        let Some(one) = words.next() else { return true };
        let is_article = |word: &str| {
            let small = word.to_lowercase();
            self.languages().iter().any(|language| language.before_ordinals.contains(&small.as_str()))
        };
        if is_article(one) || (self.capitalises_nouns() && one.ends_with(',')) {
            return true;
        }
        let is_small = |word: &str| word.starts_with(char::is_lowercase);
        let is_inflected = is_small(one) && ["en", "er", "es", "em", "e"].into_iter().any(|end| one.ends_with(end));
        // "des landesweit ausstrahlenden 1. Kanals"
        let further = || words.take(2).take_while(|word| is_small(word) || is_article(word)).any(is_article);
        self.capitalises_nouns() && is_inflected && further()
    }

    /// Whether a number from `start` on is the day or the month of a date in digits: "3. 10. 2019".
    fn is_date(&self, start: usize, number: &str, next: usize) -> bool {
        let value = number.parse::<u32>().unwrap_or_default();
        let following = self.word_at(next);
        let behind_following = self.letter(next + following.chars().count());
        let Ok(follows) = following.parse::<u32>() else { return false };
        let is_day = (1..=31).contains(&value) && (1..=12).contains(&follows) && behind_following == Some('.');
        let in_front = self.behind(start).trim_end();
        let after_day =
            in_front.strip_suffix('.').is_some_and(|front| front.ends_with(|letter: char| letter.is_ascii_digit()));
        is_day || (after_day && (1..=12).contains(&value) && (1000..3000).contains(&follows))
    }
}

/// Whether a word is a number in digits.
pub(super) fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit())
}

/// Whether a word is a Roman number of at least two letters: one alone is rather an initial.
pub(super) fn is_roman(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|letter| "IVXLC".contains(letter))
}
