//! Reporting clauses, such as "he said", inside what a dash or a quotation mark has opened.
//!
//! Spanish, French, Polish, Russian and others set the reporting clause between dashes inside the quotation: « —No —dijo
//! Rosa—. Mañana. », « «Нет, — сказал Оле. — Завтра». ». French and the Nordic languages set it after a comma. A clause is
//! known by a verb of saying near its start; the verbs are in the lists of `verb`.

use super::verb::{Verbs, is_auxiliary, is_verb};

/// Where a reporting clause may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// In a line that a dash opens: after a dash, or after a comma, a question mark or an exclamation mark.
    Dialogue,
    /// Inside quotation marks: after a dash, and directly with the verb, because a dash inside marks often is only a pause.
    Marks,
    /// Inside French quotation marks: also after a comma, if the verb stands before its subject.
    French,
    /// Behind a mark that nothing closes: as in a line of dialogue, because the clause may be outside of it.
    Unclosed,
}

/// A scanner over the words that a dash or a mark has opened.
struct Scan<'a> {
    words: &'a str,
    style: Style,
    /// Whether a dash before a small letter begins a clause even without a verb of saying, as in « — Нет! — и ушёл. ».
    by_signs: bool,
}

/// What is said in `words[from..to]`, as ranges, if a reporting clause divides or ends it; otherwise nothing. `inner` are
/// the quotations inside, in order, whose own signs do not count.
pub(super) fn said(
    words: &str,
    (from, to): (usize, usize),
    inner: &[(usize, usize)],
    style: Style,
) -> Vec<(usize, usize)> {
    let whole = words.get(from..to).unwrap_or_default();
    if style == Style::Marks && !(whole.contains(['—', '–', '―']) || whole.contains(" -") || whole.contains("--"))
    {
        return Vec::new();
    }
    let found = Scan { words, style, by_signs: false }.said(from, to, inner);
    if found.is_empty() && style == Style::Dialogue {
        return Scan { words, style, by_signs: true }.said(from, to, inner);
    }
    found
}

impl Scan<'_> {
    fn said(&self, from: usize, to: usize, inner: &[(usize, usize)]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        let (mut speech, mut at) = (Some(from), from);
        let mut inner = inner.iter().copied().peekable();
        // The sign that opens the whole is not one of those looked for.
        at += self.words.get(at..to).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        while let Some(letter) = self.words.get(at..to).and_then(|rest| rest.chars().next()) {
            while inner.next_if(|(_, end)| *end <= at).is_some() {}
            if let Some((_, end)) = inner.next_if(|(start, end)| (*start..*end).contains(&at)) {
                at = end.min(to);
                continue;
            }
            let width = self.dash(at, letter).unwrap_or(letter.len_utf8());
            match speech {
                Some(start) if self.begins_clause(at, width, to) => {
                    found.push((start, self.trimmed_end(start, at, letter)));
                    speech = None;
                }
                None if letter == '\n' || self.dash(at, letter).is_some() || self.ends_clause(at, letter) => {
                    speech = Some(self.resumed(at + width, to));
                }
                _ => {}
            }
            at += width;
        }
        if found.is_empty() {
            return found;
        }
        found.extend(speech.map(|start| (start, to)));
        found
    }

    /// The bytes of the dash at a place, if one is there: a long one, two short ones, or a short one between spaces. None
    /// inside a word.
    fn dash(&self, at: usize, letter: char) -> Option<usize> {
        let after = self.words.get(at..)?;
        let width = match letter {
            '—' | '–' | '―' => letter.len_utf8(),
            '-' if after.starts_with("--") => 2,
            '-' => 1,
            _ => return None,
        };
        let left = self.before(at).is_none_or(char::is_whitespace);
        let right = after.get(width..)?.chars().next().is_none_or(|next| !next.is_alphanumeric());
        let spaced = left && after.get(width..)?.starts_with(char::is_whitespace);
        (if width == 1 { spaced } else { left || right }).then_some(width)
    }

    fn before(&self, at: usize) -> Option<char> {
        self.words.get(..at)?.chars().next_back()
    }

    /// Whether a reporting clause begins after the sign at a place.
    fn begins_clause(&self, at: usize, width: usize, to: usize) -> bool {
        let Some(rest) = self.words.get(at + width..to) else { return false };
        let letter = self.words.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        if self.dash(at, letter).is_some() {
            let free = self.before(at).is_some_and(char::is_whitespace);
            return free && self.dash_begins_clause(at, rest);
        }
        let spaced = rest.starts_with(char::is_whitespace);
        if !spaced || !rest.trim_start().starts_with(char::is_alphabetic) {
            return false;
        }
        match self.style {
            Style::Dialogue | Style::Unclosed => {
                matches!(letter, ',' | '?' | '!' | '…' | ';' | '\u{37e}') && begins_with_verb(rest, Verbs::All)
            }
            Style::French => letter == ',' && is_inverted(rest),
            Style::Marks => false,
        }
    }

    fn dash_begins_clause(&self, at: usize, rest: &str) -> bool {
        if matches!(self.style, Style::Marks | Style::French) {
            return begins_with_verb(rest, Verbs::BetweenDashes);
        }
        let last = self.words.get(..at).and_then(|before| before.trim_end().chars().next_back());
        let next = rest.trim_start().chars().next();
        let pauses = last.is_some_and(|last| matches!(last, ',' | '!' | '?' | '…'));
        let by_signs = self.by_signs && pauses && next.is_some_and(char::is_lowercase);
        // Spanish: what happens meanwhile stands between dashes that touch it: « —No. —Rosa se fue—. Adiós. »
        let ends = last.is_some_and(|last| matches!(last, '.' | '!' | '?' | '…'));
        let touches = ends && !rest.starts_with(char::is_whitespace) && closes_touching(rest);
        holds_verb(rest) || by_signs || touches
    }

    /// Whether a reporting clause after a comma ends here, in French quotation marks: « Non, a dit Rose, jamais. »
    fn ends_clause(&self, at: usize, letter: char) -> bool {
        let after = self.words.get(at + letter.len_utf8()..).unwrap_or_default();
        self.style == Style::French && matches!(letter, ',' | '.' | ':') && after.starts_with(char::is_whitespace)
    }

    /// Where what is said goes on after a reporting clause.
    fn resumed(&self, at: usize, to: usize) -> usize {
        let rest = self.words.get(at..to).unwrap_or_default();
        let skipped = |letter: char| letter.is_whitespace() || ".,;:—–".contains(letter);
        to - rest.trim_start_matches(skipped).len()
    }

    /// Where what is said ends before a reporting clause: without a comma, but with the sign that ends a question.
    fn trimmed_end(&self, start: usize, at: usize, letter: char) -> usize {
        if matches!(letter, '?' | '!' | '…' | ';' | '\u{37e}') {
            return at + letter.len_utf8();
        }
        let speech = self.words.get(start..at).unwrap_or_default();
        start + speech.trim_end_matches(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ':')).len()
    }
}

/// The first words of a clause, in lower case, up to the first punctuation.
fn first_words(rest: &str, most: usize) -> Vec<String> {
    let mut found = Vec::new();
    for word in rest.split_whitespace().take(most) {
        found.push(word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase());
        if word.ends_with(|letter: char| !letter.is_alphanumeric()) {
            break;
        }
    }
    found
}

/// Whether a verb of saying is among the first words: "dijo Rosa", "Rosa dijo", "l'altro mi disse".
fn holds_verb(rest: &str) -> bool {
    first_words(rest, 4).iter().any(|word| is_verb(word, Verbs::All))
}

/// Whether a verb of saying comes first, or behind auxiliaries, pronouns or, where all verbs count, names.
fn begins_with_verb(rest: &str, verbs: Verbs) -> bool {
    for (word, written) in first_words(rest, 3).iter().zip(rest.split_whitespace()) {
        let capital = written.starts_with(char::is_uppercase);
        if is_verb(word, verbs) {
            return !capital;
        }
        if !(is_auxiliary(word) || capital && verbs == Verbs::All) {
            return false;
        }
    }
    false
}

/// Whether a verb of saying is among the last words before a quotation, or the first after it.
pub(super) fn reports_beside(before: &str, after: &str) -> bool {
    let mut last = before.split_whitespace().rev().take(4);
    let says =
        |word: &str| is_verb(&word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase(), Verbs::All);
    last.any(says) || holds_verb(after.trim_start_matches(|letter: char| !letter.is_alphanumeric()))
}

/// Whether a verb of saying comes before its subject, as in French: "a dit Rose", "explique-t-elle".
fn is_inverted(rest: &str) -> bool {
    let mut words = rest.split_whitespace().take(4).peekable();
    let first = words.peek().copied().unwrap_or_default();
    if is_auxiliary(&first.to_lowercase()) {
        words.next();
    }
    let verb = words.next().unwrap_or_default();
    let bare = verb.trim_matches(|letter: char| !letter.is_alphanumeric());
    let pronoun = ["-il", "-elle", "-ils", "-elles", "-on", "-je"].iter().any(|end| bare.ends_with(end));
    let with_pronoun = |word: &str| ["a-t-il", "a-t-elle", "ont-ils", "ont-elles", "ai-je", "a-t-on"].contains(&word);
    if with_pronoun(first) {
        return is_verb(bare, Verbs::BetweenDashes) || words.any(|word| is_verb(word, Verbs::BetweenDashes));
    }
    let subject = words.next().unwrap_or_default();
    let named = subject.starts_with(char::is_uppercase) || ["le", "la", "les", "un", "une"].contains(&subject);
    is_verb(bare, Verbs::BetweenDashes) && (pronoun || named && bare == verb)
}

/// Whether a dash that touches the word before it follows, before another one.
fn closes_touching(rest: &str) -> bool {
    let end = rest.find(['—', '–', '\n']);
    let before = end.and_then(|end| rest.get(..end)).unwrap_or_default();
    let after = end.and_then(|end| rest.get(end..)).and_then(|rest| rest.chars().nth(1));
    before.ends_with(char::is_alphanumeric) && after.is_none_or(|after| !after.is_alphanumeric())
}
