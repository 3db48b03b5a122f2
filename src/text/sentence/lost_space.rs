//! Spaces that were lost between two sentences, as in text from columns and from web pages: "he said.The council".

use super::ordinal::is_digits;
use super::punctuation::{is_hard_stop, opens};
use super::scan::Scan;
use super::word_list::EXTENSIONS;

impl Scan<'_> {
    /// The start of the next sentence, where only a space is missing for one to end with the stops from `first` to `behind`;
    /// quotation marks and brackets close up to `closed`. So that names of hosts and files, initials and versions stay whole,
    /// a word of at least two small letters must come before the stop, and a capitalised word after it.
    pub fn after_lost_space(&mut self, first: usize, behind: usize, closed: usize) -> Option<usize> {
        if behind != first + 1 || self.letter(first) == Some('…') {
            return None;
        }
        // A straight mark before the next word opens, if none is open.
        let opening = self.letter(behind) == Some('"') && closed == behind + 1 && !self.quote_is_open(behind);
        let begin = if opening { behind } else { closed };
        let next = self.skip(begin, opens);
        // French sets a space before its question mark.
        let end = if self.before(first).is_some_and(char::is_whitespace) { first - 1 } else { first };
        (self.begins_word(first, next) && self.ends_word(end)).then_some(begin)
    }

    /// Whether an ordinary word or a number ends at a place, or what closes after one.
    fn ends_word(&self, end: usize) -> bool {
        let run = self.run_before(end);
        let is_address = run.contains(['/', '@', '_', '\\', '#', '=']) || run.to_lowercase().starts_with("www.");
        let word = self.word_before(end);
        let closes = word.is_empty() && self.before(end).is_some_and(|letter| ")]%”»".contains(letter));
        let is_word =
            word.chars().count() > 1 && word.chars().all(|letter| letter.is_alphabetic() || "’'".contains(letter));
        !is_address && (closes || is_word || is_digits(word))
    }

    /// Whether a capitalised word of a new sentence begins at a place.
    fn begins_word(&self, stop: usize, next: usize) -> bool {
        let word = self.word_at(next);
        let mut letters = word.chars();
        if !letters.next().is_some_and(char::is_uppercase) {
            return false;
        }
        let small = letters.next().is_some_and(|letter| letter.is_lowercase() || matches!(letter, '’' | '\''));
        let end = next + word.chars().count();
        let ends = match self.letter(end) {
            Some('.' | ':' | '-') => self.letter(end + 1).is_none_or(|after| after.is_whitespace()),
            Some(after) => after.is_whitespace() || ",;!?)’”\"»…".contains(after),
            None => true,
        };
        let starter = self.is_starter(word);
        let alone = word.chars().count() == 1 && starter && self.letter(end).is_some_and(char::is_whitespace);
        let year = self.word_before(stop).len() > 3 && is_digits(self.word_before(stop));
        let full = self.letter(stop).is_some_and(|stop| !is_hard_stop(stop));
        let sure = starter || (full && (year || self.before(stop).is_some_and(char::is_lowercase)));
        (small || alone) && ends && sure && !EXTENSIONS.contains(&word.to_lowercase().as_str())
    }
}
