//! Lines of dialogue that a dash opens.
//!
//! The dash is the opening mark and part of the quotation; there is no closing one. The dashes around a reporting clause
//! belong to the clause. A list and a signature have dashes too, so a line is only taken for dialogue if it holds a
//! reporting clause, if it is a question or an exclamation whose dash touches it, as in Spanish, or if it stands beside
//! such a line.

use super::candidate::{Candidate, Ending, says_something};
use super::mark::{Mark, is_mark};
use super::reporting::{Style, said};

/// A block that a dash opens.
pub(super) struct Line {
    /// The number of its block.
    block: usize,
    dash: char,
    /// What is said in it, in bytes of the article.
    said: Vec<(usize, usize)>,
    /// Whether it certainly is dialogue.
    certain: bool,
}

/// The line of dialogue that a block may be. `offset` is where its words begin in the article, and `found` the candidates
/// in it, in order.
pub(super) fn line(words: &str, block: usize, offset: usize, found: &[Candidate]) -> Option<Line> {
    let start = words.len() - words.trim_start().len();
    let end = words.trim_end().len();
    let rest = words.get(start..end)?;
    let dash = rest.chars().next().filter(|dash| matches!(dash, '—' | '–' | '―' | '-'))?;
    let behind = rest.trim_start_matches(dash);
    let touches = !behind.starts_with(char::is_whitespace);
    // A short dash that touches the word is the sign of a number or an option. What goes on in small letters was broken off
    // before, as in a transcript.
    if dash == '-' && touches && !rest.starts_with("--")
        || !behind.contains(char::is_alphabetic)
        || behind.trim_start().starts_with(char::is_lowercase)
    {
        return None;
    }
    let inner: Vec<(usize, usize)> = found.iter().map(|each| (each.start - offset, each.end - offset)).collect();
    let parts = said(words, (start, end), &inner, Style::Dialogue);
    let certain = !parts.is_empty() || touches && dash != '-' && behind.contains(['?', '!']);
    let parts = if parts.is_empty() { vec![(start, end)] } else { parts };
    let speaks = |(from, to): &(usize, usize)| {
        let speech = words.get(*from..*to).unwrap_or_default();
        let bare = speech.trim_matches(|letter: char| letter.is_whitespace() || "—–―-.,".contains(letter));
        let in_marks = bare.starts_with(is_mark) && inner.iter().any(|(start, end)| end - start == bare.len());
        speech.contains(char::is_alphanumeric) && !in_marks
    };
    let said = parts.into_iter().filter(speaks).map(|(from, to)| (offset + from, offset + to)).collect();
    Some(Line { block, dash, said, certain })
}

/// The quotations in the lines that are dialogue.
pub(super) fn spoken(lines: &[Line]) -> Vec<Candidate> {
    let is_beside =
        |one: &Line, other: &Line| one.block.abs_diff(other.block) == 1 && one.dash == other.dash && one.dash != '-';
    let mut dialogue: Vec<bool> = lines.iter().map(|line| line.certain).collect();
    for back in [false, true] {
        for step in 1..lines.len() {
            let (place, beside) = if back { (lines.len() - 1 - step, lines.len() - step) } else { (step, step - 1) };
            let (Some(one), Some(other)) = (lines.get(place), lines.get(beside)) else { continue };
            if is_beside(one, other)
                && dialogue.get(beside) == Some(&true)
                && let Some(here) = dialogue.get_mut(place)
            {
                *here = true;
            }
        }
    }
    let spoken = lines.iter().zip(dialogue).filter(|(_, dialogue)| *dialogue);
    spoken.flat_map(|(line, _)| parts(Mark { sign: line.dash, doubled: false }, &line.said)).collect()
}

/// The parts of one interrupted quotation.
fn parts(mark: Mark, said: &[(usize, usize)]) -> impl Iterator<Item = Candidate> {
    let part_of = said.first().map(|(start, _)| *start);
    said.iter().map(move |(start, end)| Candidate { mark, start: *start, end: *end, ending: Ending::Closed, part_of })
}

/// Leaves the reporting clauses out of quotations in marks. `found` is in order, the longer of two with one start first.
pub(super) fn without_reporting(text: &str, found: Vec<Candidate>) -> Vec<Candidate> {
    let mut divided = Vec::with_capacity(found.len());
    let mut rest = found.as_slice();
    while let [whole, others @ ..] = rest {
        let count = others.iter().take_while(|other| other.start < whole.end).count();
        let (inner, after) = others.split_at(count);
        rest = after;
        let words = text.get(whole.start..whole.end).unwrap_or_default();
        let closed = whole.ending == Ending::Closed;
        let style = match words.strip_prefix('«') {
            _ if !closed => Style::Unclosed,
            Some(words) if words.starts_with(char::is_whitespace) => Style::French,
            _ => Style::Marks,
        };
        let ranges: Vec<(usize, usize)> = inner.iter().map(|each| (each.start, each.end)).collect();
        let mut said = said(text, (whole.start, whole.end), &ranges, style);
        said.retain(|(start, end)| text.get(*start..*end).is_some_and(says_something));
        // Behind the reporting clause, nothing says that an unclosed quotation goes on.
        said.truncate(if closed { said.len() } else { 1 });
        match said.as_slice() {
            [] => divided.push(*whole),
            said => divided.extend(parts(whole.mark, said)),
        }
        divided.extend(inner);
    }
    divided
}
