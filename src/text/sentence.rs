//! Sentences: where one ends and the next begins, after the sentence rules (SB) of UAX #29, refined for news.
//!
//! The annex knows full stops, what closes behind them and the case of what follows. News needs more: titles, initials and
//! abbreviations that end with a full stop, a question that is only the quoted half of a sentence, a name that its owner
//! writes small. The rules here look at the word before a stop and at the words after it; no table of all scripts is used.

mod abbreviation;
mod word_list;

use self::abbreviation::{Class, class, is_clock_follower, is_german_month, is_starter, is_title, reports};
use super::canonical::Text;
use super::offset::Utf8;
use super::span::Span;

/// The sentences between two positions, normally the ends of a block, in reading order. They hold everything but the white
/// space between them, and none shares a character with another.
#[must_use]
pub fn sentences(text: &Text, start: Utf8, end: Utf8) -> Vec<Span> {
    let words = text.between(start, end);
    let borders = borders(words).into_iter().map(|border| Utf8::at(start.index() + border));
    let mut found = Vec::new();
    let mut from = start;
    // A mark that combines with the space before it would be cut off: there the sentence goes on.
    for border in borders.filter(|border| text.is_grapheme_border(*border)).chain([end]) {
        found.extend(Span::covering(text, from, border));
        from = border;
    }
    found
}

/// Where a sentence other than the first begins, in bytes of `words`.
pub(super) fn borders(words: &str) -> Vec<usize> {
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

/// A stretch of text with the place where the sentence in hand began. Places are counted in characters.
struct Scan<'a> {
    letters: &'a [(usize, char)],
    words: &'a str,
    begin: usize,
}

/// What stands around a place where a sentence may end.
struct Stop {
    /// Where the stops begin.
    first: usize,
    /// A quotation mark closes behind the stops.
    quote_closes: bool,
    /// A bracket closes behind the stops.
    bracket_closes: bool,
    /// A quotation mark opens before the next word.
    quote_opens: bool,
    /// Where the next word begins, behind what opens before it.
    next: usize,
}

impl Scan<'_> {
    fn letter(&self, at: usize) -> Option<char> {
        self.letters.get(at).map(|(_, letter)| *letter)
    }

    fn before(&self, at: usize) -> Option<char> {
        self.letter(at.checked_sub(1)?)
    }

    /// The first place from `at` on whose character is another one.
    fn skip(&self, at: usize, other: impl Fn(char) -> bool) -> usize {
        let rest = self.letters.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|(_, letter)| other(*letter)).count()
    }

    /// The text between two places.
    fn between(&self, from: usize, to: usize) -> &str {
        let offset = |at: usize| self.letters.get(at).map_or(self.words.len(), |(offset, _)| *offset);
        self.words.get(offset(from)..offset(to)).unwrap_or_default()
    }

    /// The place behind all stops that stand together, at least one. An ellipsis may be set with spaces: ". . ."
    fn behind_stops(&self, first: usize) -> usize {
        let mut behind = self.skip(first, is_stop).max(first + 1);
        while self.letter(behind) == Some(' ') && self.letter(behind + 1).is_some_and(is_stop) {
            behind = self.skip(behind + 1, is_stop);
        }
        behind
    }

    /// Where the next sentence begins, if one ends with the stops from `first` to `behind`.
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

    /// The place behind the quotation marks and brackets that close directly behind a stop.
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

    /// `?` and `!`: an end, unless what follows says that the sentence goes on.
    fn ends_hard(&self, stop: &Stop) -> bool {
        let company = || ["Inc", "Corp", "Ltd"].contains(&self.word_at(stop.next));
        !self.goes_on_small(stop.next) && !company() && !self.is_reported(stop)
    }

    /// An ellipsis: an end only where a new sentence visibly begins.
    fn ends_ellipsis(&self, stop: &Stop) -> bool {
        let left_out = self.before(stop.first).is_some_and(|before| matches!(before, '[' | '('));
        let stammers = !stop.quote_closes && self.word_at(stop.next).split(['’', '\'']).next() == Some("I");
        let digit = self.letter(stop.next).is_some_and(char::is_numeric);
        !(left_out || stammers || digit || self.goes_on_small(stop.next) || self.is_reported(stop))
    }

    /// A full stop: an end, unless it belongs to an abbreviation, an initial or a number.
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

    /// Whether a number with a full stop counts something: an item of a list, or a day in a German date.
    fn is_ordinal(&self, stop: &Stop, word: &str, next: &str) -> bool {
        let first_word = self.begin + word.chars().count() == stop.first;
        first_word || (word.len() < 3 && is_german_month(next))
    }

    /// Whether the next word is written small; behind a dash too: "“Go!” – he said".
    fn goes_on_small(&self, next: usize) -> bool {
        let next = self.skip(next, |letter| matches!(letter, '–' | '—' | '-') || letter.is_whitespace());
        self.letter(next).is_some_and(char::is_lowercase)
    }

    /// Whether a quotation has ended at the stop and the next few words say whose it is: "“Really?” Ms. Sand asked."
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

    /// Whether a quotation that closed just before `at` is followed by who spoke.
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

/// What can end a sentence.
fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '…') || is_hard_stop(letter) || is_wide_stop(letter)
}

/// What ends a sentence unless something speaks against it: Latin, Greek, Armenian, Arabic, Hebrew, Indic, Ethiopic, Khmer.
fn is_hard_stop(letter: char) -> bool {
    matches!(letter, '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '։' | '׃' | '؟' | '۔' | '।' | '॥' | '።' | '፧' | '។')
}

/// What ends a sentence without a space behind it: Chinese and Japanese.
fn is_wide_stop(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '．' | '｡')
}

fn is_quotation_mark(letter: char) -> bool {
    "“”„‟\"‘’‚'«»‹›「」『』".contains(letter)
}

fn closes(letter: char) -> bool {
    "”’\"'»›)]}」』）】》〉］".contains(letter)
}

fn opens(letter: char) -> bool {
    "“„‟‘‚\"'«»‹›「『([{（【¿¡".contains(letter)
}
