//! Whether a sentence ends at a stop.

use super::abbreviation::{Class, class, is_initial, is_title, is_unit};
use super::ordinal::{is_digits, is_roman};
use super::punctuation::{closes, is_hard_stop, is_quotation_mark, is_stop, is_wide_stop, opens};
use super::scan::{Scan, Stop};
use super::word_list::{COMPANIES, FRONTING, PARTICLES, ZONES};

/// The most words after the preposition of a statement of time.
const MOST_FRONTED: usize = 4;

impl Scan<'_> {
    /// The place after a run of stops. An ellipsis may be set with spaces: ". . ."
    pub fn behind_stops(&self, first: usize) -> usize {
        let mut behind = self.skip(first, is_stop).max(first + 1);
        while self.letter(behind) == Some(' ') && self.letter(behind + 1).is_some_and(is_stop) {
            behind = self.skip(behind + 1, is_stop);
        }
        behind
    }

    /// The start of the next sentence, if one ends with the stops from `first` to `behind`.
    pub fn stop(&mut self, first: usize, behind: usize) -> Option<usize> {
        let stops = self.between(first, behind);
        let closed = self.close(behind);
        let closers = self.between(behind, closed);
        let mut begin = self.skip(closed, char::is_whitespace);
        let wide = stops.contains(is_wide_stop);
        if begin == closed && !wide {
            begin = self.after_lost_space(first, behind, closed)?;
        }
        let next = self.skip(begin, |letter| opens(letter) || letter.is_whitespace());
        let stop = Stop {
            first,
            quote_closes: begin >= closed && closers.contains(is_quotation_mark),
            bracket_closes: closers.contains([')', ']', '}']),
            quote_opens: self.between(begin, next).contains(is_quotation_mark),
            next,
        };
        let ends = if wide {
            !(stop.quote_closes && self.is_reported_in_chinese_or_japanese(closed))
        } else if stops.contains(is_hard_stop) {
            self.ends_hard(&stop)
        } else if stops.len() > 1 {
            self.ends_ellipsis(&stop)
        } else {
            self.ends_full(&stop)
        };
        ends.then_some(begin)
    }

    /// The place after the quotation marks and brackets that close directly after a stop, and after a note: "said.[3]".
    fn close(&self, mut at: usize) -> usize {
        while let Some(letter) = self.letter(at) {
            let ends_here = |at| self.letter(at).is_none_or(|after| !after.is_alphanumeric());
            // French sets a space before its closing mark.
            let french = letter.is_whitespace() && matches!(self.letter(at + 1), Some('»' | '›')) && ends_here(at + 2);
            let note = self.skip(at + 1, |letter| letter.is_ascii_digit());
            if french {
                at += 2;
            } else if closes(letter) || (matches!(letter, '“' | '‘' | '«' | '‹') && ends_here(at + 1)) {
                at += 1;
            } else if letter == '[' && note > at + 1 && self.letter(note) == Some(']') {
                at = note + 1;
            } else {
                break;
            }
        }
        at
    }

    /// Whether `?` or `!` ends the sentence: unless the next words continue it.
    fn ends_hard(&self, stop: &Stop) -> bool {
        let company = || COMPANIES.contains(&self.word_at(stop.next));
        !self.goes_on_small(stop.next) && !company() && !self.is_reported(stop)
    }

    /// Whether an ellipsis ends the sentence: only where a new one visibly starts.
    fn ends_ellipsis(&self, stop: &Stop) -> bool {
        let left_out = self.before(stop.first).is_some_and(|before| matches!(before, '[' | '('));
        let stammers = !stop.quote_closes && self.word_at(stop.next).split(['’', '\'']).next() == Some("I");
        let digit = self.letter(stop.next).is_some_and(char::is_numeric);
        !(left_out || stammers || digit || self.goes_on_small(stop.next) || self.is_reported(stop))
    }

    /// Whether a full stop ends the sentence: unless it belongs to an abbreviation, an initial or a number.
    fn ends_full(&self, stop: &Stop) -> bool {
        let word = self.word_before(stop.first);
        let Some(letter) = self.letter(stop.next) else { return true };
        let numbers = is_digits(word) || (is_roman(word) && self.has_ordinals());
        let class = if self.is_address(stop.first) { Class::Word } else { class(word, || self.languages()) };
        if self.goes_on_small(stop.next) {
            return !numbers && class == Class::Word && self.starts_small(stop, word);
        }
        if stop.quote_closes && class != Class::Title {
            return !self.is_reported_behind_full_stop(stop);
        }
        if numbers {
            return !self.is_ordinal(stop.first, word, stop.next);
        }
        if class != Class::Word && self.counts(stop.first, word) {
            return self.ends_unit(stop, letter);
        }
        let next = self.word_at(stop.next);
        let starts = letter.is_uppercase() && self.starts(stop, word);
        match class {
            Class::Title => false,
            Class::Street => starts && self.follows_name(stop.first, word),
            Class::Never => false,
            Class::Numbered => {
                let numbered = next.contains(char::is_numeric) || is_roman(next);
                !numbered && (next.chars().count() != 1 || self.is_starter(next))
            }
            Class::Clock => !ZONES.contains(&next.to_lowercase().as_str()) && (starts || !self.is_fronted(stop.first)),
            Class::Final => letter.is_uppercase(),
            Class::Perhaps => starts || (stop.quote_opens && letter.is_uppercase()),
            Class::Word => true,
        }
    }

    /// Whether a name that is written small begins a sentence: "last month. iPhones sold". After a short word an abbreviation
    /// is likelier that no list has, but not before a name with a capital inside.
    fn starts_small(&self, stop: &Stop, word: &str) -> bool {
        let closes = (stop.quote_closes || stop.bracket_closes) && !stop.quote_opens;
        let length = word.chars().count();
        let unit = length < 4 && self.word_in_front(stop.first, word).contains(char::is_numeric);
        let long = length > 3 || self.is_starter(word) || self.word_at(stop.next).contains(char::is_uppercase);
        !unit && !closes && long && self.letter(stop.next).is_some_and(char::is_lowercase)
    }

    /// Whether the next word starts a sentence: not an initial, and not a particle of a name after one: "J. De Wael".
    fn starts(&self, stop: &Stop, word: &str) -> bool {
        let next = self.word_at(stop.next);
        let behind = stop.next + next.chars().count();
        let in_front = self.word_in_front(stop.first, word);
        let is_name = is_initial(word) && !in_front.starts_with(char::is_lowercase) && PARTICLES.contains(&next);
        let goes_on = self.letter(behind + 1).is_some_and(char::is_uppercase);
        self.is_starter(next) && self.letter(behind) != Some('.') && !(is_name && goes_on)
    }

    /// Whether an abbreviation is a unit with its number in front: "20 min.", "w 2019 r."
    fn counts(&self, stop: usize, word: &str) -> bool {
        let in_front = self.word_in_front(stop, word);
        is_unit(word, self.languages()) && (in_front.contains(char::is_numeric) || is_roman(in_front))
    }

    /// Whether a unit ends the sentence: before a capital, but not in a statement of time before the subject, where a name
    /// follows. Where nouns have capitals the next word must start a sentence.
    fn ends_unit(&self, stop: &Stop, letter: char) -> bool {
        let is_starter = self.is_starter(self.word_at(stop.next));
        letter.is_uppercase() && (is_starter || !(self.capitalises_nouns() || self.is_fronted(stop.first)))
    }

    /// Whether the sentence has only a statement of time so far: a preposition and few words.
    fn is_fronted(&self, end: usize) -> bool {
        let mut words = self.between(self.begin, end).split_whitespace();
        words.next().is_some_and(|first| FRONTING.contains(&first))
            && words.take(MOST_FRONTED + 1).count() <= MOST_FRONTED
    }

    /// Whether an address of the web or of mail ends at a place.
    fn is_address(&self, end: usize) -> bool {
        let run = self.run_before(end);
        run.contains("://") || run.contains('@') || run.starts_with("www.") || (run.contains('/') && run.contains('.'))
    }

    /// Whether the word in front of the abbreviated one is a name or a number, as in "on 4th St." and "on Main St."
    fn follows_name(&self, stop: usize, word: &str) -> bool {
        let before = self.word_in_front(stop, word);
        before.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric())
            && !is_title(before, self.languages())
    }
}
