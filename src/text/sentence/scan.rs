//! A scanner over a text: characters and words around a place.

use std::cell::OnceCell;

use super::guess::likely;
use super::language::Language;
use super::punctuation::is_quotation_mark;

/// A scanner over a text, with the start of the current sentence. Places are indices of characters.
pub(super) struct Scan<'a> {
    letters: &'a [(usize, char)],
    words: &'a str,
    surroundings: &'a str,
    languages: OnceCell<Vec<&'static Language>>,
    /// The start of the current sentence.
    pub begin: usize,
    /// Up to where straight quotation marks were counted, and whether one is open there.
    straight: (usize, bool),
}

/// The context of a place where a sentence may end.
pub(super) struct Stop {
    /// The place of the first stop.
    pub first: usize,
    /// Whether a quotation closes after the stops.
    pub quote_closes: bool,
    /// Whether a bracket closes after the stops.
    pub bracket_closes: bool,
    /// Whether a quotation opens before the next word.
    pub quote_opens: bool,
    /// The start of the next word, after opening punctuation.
    pub next: usize,
}

/// The most characters that are looked back at, so that the work stays linear however long a sentence or a word is.
const REACH: usize = 80;

impl<'a> Scan<'a> {
    pub fn new(words: &'a str, letters: &'a [(usize, char)], surroundings: &'a str) -> Self {
        Self { letters, words, surroundings, languages: OnceCell::new(), begin: 0, straight: (0, false) }
    }

    /// The languages in which the words are likely to be.
    pub fn languages(&self) -> &[&'static Language] {
        self.languages.get_or_init(|| likely(self.words, self.surroundings))
    }

    pub fn letter(&self, at: usize) -> Option<char> {
        self.letters.get(at).map(|(_, letter)| *letter)
    }

    pub fn before(&self, at: usize) -> Option<char> {
        self.letter(at.checked_sub(1)?)
    }

    /// The byte at which a place stands; `None` past the end.
    pub fn offset(&self, at: usize) -> Option<usize> {
        self.letters.get(at).map(|(offset, _)| *offset)
    }

    /// The first place from `at` on whose character does not match.
    pub fn skip(&self, at: usize, other: impl Fn(char) -> bool) -> usize {
        let rest = self.letters.get(at..).unwrap_or_default();
        at + rest.iter().take_while(|(_, letter)| other(*letter)).count()
    }

    /// The text between two places.
    pub fn between(&self, from: usize, to: usize) -> &'a str {
        let offset = |at: usize| self.offset(at).unwrap_or(self.words.len());
        self.words.get(offset(from)..offset(to)).unwrap_or_default()
    }

    /// What follows a place, as far as rules look.
    pub fn ahead(&self, at: usize) -> &'a str {
        self.between(at, (at + REACH).min(self.letters.len()))
    }

    /// What precedes a place in its sentence, as far as rules look.
    pub fn behind(&self, at: usize) -> &'a str {
        self.between(at.saturating_sub(REACH).max(self.begin), at)
    }

    /// The word that ends at a place: letters, digits, full stops inside and apostrophes.
    pub fn word_before(&self, end: usize) -> &'a str {
        let part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '’' | '\'');
        let before = self.letters.get(end.saturating_sub(REACH).max(self.begin)..end).unwrap_or_default();
        let length = before.iter().rev().take_while(|(_, letter)| part(*letter)).count();
        self.between(end - length, end).trim_start_matches(['.', '’', '\''])
    }

    /// The word that begins at a place, with its apostrophes.
    pub fn word_at(&self, begin: usize) -> &'a str {
        let end = self.skip(begin, |letter| letter.is_alphanumeric() || matches!(letter, '’' | '\''));
        self.between(begin, end).trim_end_matches(['’', '\''])
    }

    /// The word in front of the one that ends at `stop`.
    pub fn word_in_front(&self, stop: usize, word: &str) -> &'a str {
        self.word_before(stop.saturating_sub(word.chars().count() + 1).max(self.begin))
    }

    /// The characters up to a place and back to the last white space.
    pub fn run_before(&self, end: usize) -> &'a str {
        self.behind(end).rsplit(char::is_whitespace).next().unwrap_or_default()
    }

    /// Whether the next word is in lower case, also after a dash: "“Go!” – he said".
    pub fn goes_on_small(&self, next: usize) -> bool {
        let next = self.skip(next, |letter| matches!(letter, '–' | '—' | '-') || letter.is_whitespace());
        self.letter(next).is_some_and(char::is_lowercase)
    }

    /// Whether a word begins a sentence far more often than it is a name, if it has a capital.
    pub fn is_starter(&self, word: &str) -> bool {
        let small = word.to_lowercase().replace('\'', "’");
        let listed = |word: &str| {
            let lists = self.languages().iter().flat_map(|language| [language.frequent, language.starters]);
            lists.into_iter().any(|list| list.contains(&word))
        };
        // Of an elided word the first part counts: "L’accord".
        listed(&small) || small.split_once('’').is_some_and(|(front, _)| front.len() < 3 && listed(front))
    }

    /// Whether a straight quotation mark is open before a place. Places must be asked for in ascending order.
    pub fn quote_is_open(&mut self, at: usize) -> bool {
        let (counted, open) = self.straight;
        let marks = self.letters.get(counted..at).unwrap_or_default().iter().filter(|(_, letter)| *letter == '"');
        self.straight = (at.max(counted), open ^ (marks.count() % 2 == 1));
        self.straight.1
    }

    /// Whether the current sentence begins with a quotation mark.
    pub fn begins_with_quote(&self) -> bool {
        self.letter(self.begin).is_some_and(is_quotation_mark)
    }
}
