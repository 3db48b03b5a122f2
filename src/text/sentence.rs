//! Sentence segmentation, by the rules of UAX #29 and further ones for news.
//!
//! UAX #29 considers full stops, closing punctuation and the case of the next word. News has titles, initials and
//! abbreviations that end with a full stop, questions quoted within a sentence, and names written in lower case. So the
//! word before a stop is classified, and the words after it are considered.

mod abbreviation;
mod punctuation;
mod word_list;

use self::abbreviation::{Class, class, is_clock_follower, is_german_month, is_starter, is_title, reports};
use self::punctuation::{closes, is_hard_stop, is_quotation_mark, is_stop, is_wide_stop, opens};
use super::canonical::Text;
use super::offset::Utf8;
use super::span::Span;

/// The sentences between two positions, normally the ends of a block, in reading order. They are disjoint and cover
/// everything except the white space between them.
#[must_use]
pub fn sentences(text: &Text, start: Utf8, end: Utf8) -> Vec<Span> {
    let words = text.between(start, end);
    let boundaries = boundaries(words).into_iter().map(|boundary| Utf8::at(start.index() + boundary));
    let mut found = Vec::new();
    let mut from = start;
    // A sentence cannot start with a mark that combines with the space before it.
    for boundary in boundaries.filter(|boundary| text.is_grapheme_boundary(*boundary)).chain([end]) {
        found.extend(Span::covering(text, from, boundary));
        from = boundary;
    }
    found
}

/// The starts of all sentences but the first, in bytes of `words`.
pub(super) fn boundaries(words: &str) -> Vec<usize> {
    let letters: Vec<(usize, char)> = words.char_indices().collect();
    let mut scan = Scan { letters: &letters, words, begin: 0 };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = scan.letter(at) {
        let begin = match letter {
            '\u{2028}' | '\u{2029}' => Some(scan.skip(at + 1, char::is_whitespace)),
            letter if is_stop(letter) => {
                let behind = scan.behind_stops(at);
                let begin = scan.stop(at, behind);
                at = behind - 1;
                begin
            }
            _ => None,
        };
        at += 1;
        if let Some(begin) = begin {
            found.extend(scan.letters.get(begin).map(|(offset, _)| *offset));
            scan.begin = begin;
            at = at.max(begin);
        }
    }
    found
}

/// A scanner over a text, with the start of the current sentence. Places are indices of characters.
struct Scan<'a> {
    letters: &'a [(usize, char)],
    words: &'a str,
    begin: usize,
}

/// The context of a place where a sentence may end.
struct Stop {
    /// The place of the first stop.
    first: usize,
    /// Whether a quotation closes after the stops.
    quote_closes: bool,
    /// Whether a bracket closes after the stops.
    bracket_closes: bool,
    /// Whether a quotation opens before the next word.
    quote_opens: bool,
    /// The start of the next word, after opening punctuation.
    next: usize,
}

impl Scan<'_> {
    fn letter(&self, at: usize) -> Option<char> {
        self.letters.get(at).map(|(_, letter)| *letter)
    }

    fn before(&self, at: usize) -> Option<char> {
        self.letter(at.checked_sub(1)?)
    }

    /// The first place from `at` on whose character does not match.
    fn skip(&self, at: usize, other: impl Fn(char) -> bool) -> usize {
        let rest = self.letters.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|(_, letter)| other(*letter)).count()
    }

    /// The text between two places.
    fn between(&self, from: usize, to: usize) -> &str {
        let offset = |at: usize| self.letters.get(at).map_or(self.words.len(), |(offset, _)| *offset);
        self.words.get(offset(from)..offset(to)).unwrap_or_default()
    }

    /// The place after a run of stops. An ellipsis may be set with spaces: ". . ."
    fn behind_stops(&self, first: usize) -> usize {
        let mut behind = self.skip(first, is_stop).max(first + 1);
        while self.letter(behind) == Some(' ') && self.letter(behind + 1).is_some_and(is_stop) {
            behind = self.skip(behind + 1, is_stop);
        }
        behind
    }

    /// The start of the next sentence, if one ends with the stops from `first` to `behind`.
    fn stop(&self, first: usize, behind: usize) -> Option<usize> {
        let stops = self.between(first, behind);
        let closed = self.close(behind);
        let closers = self.between(behind, closed);
        let begin = self.skip(closed, char::is_whitespace);
        let wide = stops.contains(is_wide_stop);
        if begin == closed && !wide {
            return None;
        }
        let next = self.skip(begin, |letter| opens(letter) || letter.is_whitespace());
        let stop = Stop {
            first,
            quote_closes: closers.contains(is_quotation_mark),
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

    /// The place after the quotation marks and brackets that close directly after a stop.
    fn close(&self, mut at: usize) -> usize {
        while let Some(letter) = self.letter(at) {
            let ends_here = |at| self.letter(at).is_none_or(|after| !after.is_alphanumeric());
            // French sets a space before its closing mark.
            let french = letter.is_whitespace() && matches!(self.letter(at + 1), Some('»' | '›')) && ends_here(at + 2);
            if french {
                at += 2;
            } else if closes(letter) || (matches!(letter, '“' | '‘' | '«' | '‹') && ends_here(at + 1)) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// Whether `?` or `!` ends the sentence: unless the next words continue it.
    fn ends_hard(&self, stop: &Stop) -> bool {
        let company = || ["Inc", "Corp", "Ltd"].contains(&self.word_at(stop.next));
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
        let next = self.word_at(stop.next);
        let Some(letter) = self.letter(stop.next) else { return true };
        let digits = !word.is_empty() && word.chars().all(|letter| letter.is_ascii_digit());
        let class = class(word);
        if self.goes_on_small(stop.next) {
            // A name that is written small begins a sentence too: "last month. iPhones".
            let closes = (stop.quote_closes || stop.bracket_closes) && !stop.quote_opens;
            let unit = word.chars().count() < 4 && self.word_in_front(stop.first, word).contains(char::is_numeric);
            return class == Class::Word && !digits && !unit && !closes && letter.is_lowercase();
        }
        if stop.quote_closes && class != Class::Title {
            return true;
        }
        let starts =
            letter.is_uppercase() && is_starter(next) && self.letter(stop.next + next.chars().count()) != Some('.');
        match class {
            Class::Title => false,
            Class::Street => starts && self.follows_name(stop.first, word),
            Class::Never => false,
            Class::Numbered => !letter.is_numeric() && (next.chars().count() != 1 || is_starter(next)),
            Class::Clock => !is_clock_follower(next),
            Class::Perhaps => starts || (stop.quote_opens && letter.is_uppercase()),
            Class::Word if digits => !self.is_ordinal(stop, word, next),
            Class::Word => true,
        }
    }

    /// Whether a number with a full stop is an ordinal: of a list item, or a day in a German date.
    fn is_ordinal(&self, stop: &Stop, word: &str, next: &str) -> bool {
        let first_word = self.begin + word.chars().count() == stop.first;
        first_word || (word.len() < 3 && is_german_month(next))
    }

    /// Whether the next word is in lower case, also after a dash: "“Go!” – he said".
    fn goes_on_small(&self, next: usize) -> bool {
        let next = self.skip(next, |letter| matches!(letter, '–' | '—' | '-') || letter.is_whitespace());
        self.letter(next).is_some_and(char::is_lowercase)
    }

    /// Whether a quotation ends at the stop and its attribution follows: "“Really?” Ms. Sand asked."
    fn is_reported(&self, stop: &Stop) -> bool {
        if !stop.quote_closes || stop.quote_opens || !self.letter(self.begin).is_some_and(is_quotation_mark) {
            return false;
        }
        let rest = self.between(stop.next, (stop.next + 80).min(self.letters.len()));
        for word in rest.split_whitespace().take(6) {
            if reports(word.trim_end_matches([',', '.', ':', ';'])) {
                return true;
            }
            let is_abbreviated = word.strip_suffix('.').is_some_and(|word| class(word) != Class::Word);
            if !is_abbreviated && word.ends_with(|letter: char| is_stop(letter) || ",;:”\"’".contains(letter)) {
                return false;
            }
        }
        false
    }

    /// Whether an attribution in Chinese or Japanese follows a quotation that closes just before `at`.
    fn is_reported_in_chinese_or_japanese(&self, at: usize) -> bool {
        let rest = self.skip(at, |letter| !is_stop(letter) && letter != '，' && letter != '、').min(at + 8);
        let rest = self.between(at, rest);
        rest.starts_with(['と', 'っ']) || rest.contains(['说', '說', '问', '問', '道', '喊', '答'])
    }

    /// The word that ends at a place: letters, digits, full stops inside and apostrophes.
    fn word_before(&self, end: usize) -> &str {
        let part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '’' | '\'');
        let before = self.letters.get(self.begin..end).unwrap_or_default();
        let length = before.iter().rev().take_while(|(_, letter)| part(*letter)).count();
        self.between(end - length, end).trim_start_matches(['.', '’', '\''])
    }

    /// The word that begins at a place, with its apostrophes.
    fn word_at(&self, begin: usize) -> &str {
        self.between(begin, self.skip(begin, |letter| letter.is_alphanumeric() || matches!(letter, '’' | '\'')))
    }

    /// The word in front of the one that ends at `stop`.
    fn word_in_front(&self, stop: usize, word: &str) -> &str {
        self.word_before(stop.saturating_sub(word.chars().count() + 1).max(self.begin))
    }

    /// Whether the word in front of the abbreviated one is a name or a number, as in "on 4th St." and "on Main St."
    fn follows_name(&self, stop: usize, word: &str) -> bool {
        let before = self.word_in_front(stop, word);
        before.starts_with(|letter: char| letter.is_uppercase() || letter.is_numeric()) && !is_title(before)
    }
}
