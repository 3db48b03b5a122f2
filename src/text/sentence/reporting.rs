//! Clauses that say who speaks, after a quotation that ends like a sentence: "“Really?” Ms. Sand asked."

use super::abbreviation::{Class, class};
use super::punctuation::{is_quotation_mark, is_stop};
use super::scan::{Scan, Stop};
use super::word_list::REPORTING;

impl Scan<'_> {
    /// Whether a quotation ends at the stop and its attribution follows.
    pub fn is_reported(&self, stop: &Stop) -> bool {
        if !stop.quote_closes || stop.quote_opens || !self.begins_with_quote() {
            return false;
        }
        for word in self.ahead(stop.next).split_whitespace().take(6) {
            if is_reporting(word.trim_end_matches([',', '.', ':', ';'])) {
                return true;
            }
            let is_abbreviated =
                word.strip_suffix('.').is_some_and(|word| class(word, || self.languages()) != Class::Word);
            if !is_abbreviated && word.ends_with(|letter: char| is_stop(letter) || ",;:”\"’".contains(letter)) {
                return false;
            }
        }
        false
    }

    /// Whether a quotation ends with a full stop, where a comma belongs, and "Brandeck said." follows: names and a verb of
    /// speaking, which ends the clause. "“We lost.” Brandeck said that it was over." is two sentences.
    pub fn is_reported_behind_full_stop(&self, stop: &Stop) -> bool {
        if !stop.quote_closes || stop.quote_opens || !self.begins_with_quote() {
            return false;
        }
        for (names, word) in self.ahead(stop.next).split_whitespace().take(5).enumerate() {
            let reports = word.strip_suffix(['.', ',']).is_some_and(|word| matches!(word, "said" | "says" | "added"));
            if reports && names > 0 {
                return true;
            }
            if !word.starts_with(char::is_uppercase) || (names == 0 && self.is_starter(word)) {
                return false;
            }
        }
        false
    }

    /// Whether an attribution in Chinese or Japanese follows a quotation that closes just before `at`.
    pub fn is_reported_in_chinese_or_japanese(&self, at: usize) -> bool {
        let rest = self.skip(at, |letter| !is_stop(letter) && letter != '，' && letter != '、').min(at + 8);
        let rest = self.between(at, rest);
        rest.starts_with(['と', 'っ']) || rest.contains(['说', '說', '问', '問', '道', '喊', '答'])
    }

    /// The start of the next sentence, where a dash breaks off a quotation just before its end: "“I never—” The line broke."
    pub fn interruption(&self, dash: usize) -> Option<usize> {
        let mark = self.letter(dash + 1).filter(|letter| matches!(letter, '”' | '"' | '»' | '“'))?;
        let begin = self.skip(dash + 2, char::is_whitespace);
        let next = self.skip(begin, |letter| is_quotation_mark(letter) || letter.is_whitespace());
        let opens = self.between(begin, next).contains(is_quotation_mark);
        let stop = Stop {
            first: dash,
            quote_closes: is_quotation_mark(mark),
            bracket_closes: false,
            quote_opens: opens,
            next,
        };
        let starts =
            self.letter(next).is_some_and(char::is_uppercase) && (opens || self.is_starter(self.word_at(next)));
        (begin > dash + 2 && starts && !self.is_reported(&stop)).then_some(begin)
    }
}

/// Whether a word is a verb of speaking.
fn is_reporting(word: &str) -> bool {
    REPORTING.contains(&word.to_lowercase().as_str())
}
