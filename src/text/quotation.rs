//! Quotation detection: ranges between quotation marks, over all blocks of an article.
//!
//! Whether a mark opens or closes depends on the mark, on the open marks before it, which form a stack, and on what stands on
//! both sides of it. The two marks of a quotation need not be of one kind, only of one family. An unclosed quotation ends
//! where the next of its kind opens, or at the end of its block. Where the following blocks begin with the same mark until one
//! closes it, all of them are one quotation, as newspapers set long ones. A dash opens a line of dialogue. A reporting clause
//! is never part of a quotation. Apostrophes and signs for measures are not marks. `docs/quotations.md` lists the forms.

mod apostrophe;
mod candidate;
mod cell;
mod dialogue;
mod mark;
mod paragraphs;
mod reporting;
mod role;
mod run;
mod side;
mod verb;

use self::candidate::{Candidate, candidates, says_something, sort};
use self::mark::is_mark;
use super::canonical::Text;
use super::offset::Utf8;
use super::sentence::boundaries;
use super::span::Span;

/// A quotation, marks included: also the dash that opens a line of dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Its range.
    pub span: Span,
    /// Whether it continues an interrupted quotation: “…,” he said, “…”.
    pub resumes: bool,
    /// Whether another part of the same quotation follows.
    pub goes_on: bool,
}

/// The most bytes between two parts of an interrupted quotation.
const LONGEST_INTERRUPTION: usize = 300;

/// The quotations in blocks, which are given in reading order as ranges. In order of their starts; of two with one start
/// the longer is first.
#[must_use]
pub fn quotations(text: &Text, blocks: impl IntoIterator<Item = (Utf8, Utf8)>) -> Vec<Quotation> {
    let mut found: Vec<Candidate> = Vec::new();
    let mut lines = Vec::new();
    // The parts so far of a quotation that is opened again in each block and not closed yet.
    let mut chain: Vec<usize> = Vec::new();
    for (number, (start, end)) in blocks.into_iter().enumerate() {
        let words = text.between(start, end);
        let first = found.len();
        found.extend(candidates(text, words, start.index()));
        let begin = start.index() + words.len() - words.trim_start().len();
        chain = paragraphs::join(&mut found, first, begin, chain);
        lines.extend(dialogue::line(words, number, start.index(), found.get(first..).unwrap_or_default()));
    }
    found.retain(|candidate| candidate.start < candidate.end);
    let mut found = dialogue::without_reporting(text.as_str(), found);
    found.extend(dialogue::spoken(&lines));
    let mut quotations = nested(text, found);
    link(text, &mut quotations);
    quotations
}

/// The candidates that say something, as quotations in order, each beside or inside every other. Of two that cross, the
/// first stays.
fn nested(text: &Text, mut candidates: Vec<Candidate>) -> Vec<Quotation> {
    let cover = |start, end| Span::covering(text, Utf8::at(start), Utf8::at(end));
    for candidate in &mut candidates {
        let span = cover(candidate.start, candidate.end);
        let span = span.filter(|span| says_something(text.words(*span)));
        (candidate.start, candidate.end) = span.map_or((0, 0), |span| (span.start().index(), span.end().index()));
    }
    sort(&mut candidates);
    candidates.dedup_by_key(|candidate| (candidate.start, candidate.end));
    let mut found: Vec<Quotation> = Vec::new();
    // The ends of the quotations around, the innermost last; the interrupted quotations and the place of their last part.
    let mut around: Vec<usize> = Vec::new();
    let mut interrupted: Vec<(usize, usize)> = Vec::new();
    for Candidate { start, end, part_of, .. } in candidates {
        let Some(span) = cover(start, end) else { continue };
        while around.pop_if(|end| *end <= start).is_some() {}
        if around.last().is_some_and(|around| *around < end) {
            continue;
        }
        around.push(end);
        let whole = part_of.unwrap_or(usize::MAX);
        while interrupted.pop_if(|(other, _)| part_of.is_some() && *other > whole).is_some() {}
        let before = interrupted.pop_if(|(other, _)| *other == whole).map(|(_, place)| place);
        interrupted.extend(part_of.map(|whole| (whole, found.len())));
        if let Some(before) = before.and_then(|before| found.get_mut(before)) {
            before.goes_on = true;
        }
        found.push(Quotation { span, resumes: before.is_some(), goes_on: false });
    }
    found
}

/// Links the parts of interrupted quotations. Only outermost quotations are parts.
fn link(text: &Text, quotations: &mut [Quotation]) {
    let mut outermost: Vec<usize> = Vec::new();
    let mut reach = Utf8::default();
    for (place, quotation) in quotations.iter().enumerate() {
        if quotation.span.start() >= reach {
            outermost.push(place);
            reach = quotation.span.end();
        }
    }
    for pair in outermost.windows(2) {
        let &[one, other] = pair else { continue };
        let (Some(first), Some(second)) = (quotations.get(one), quotations.get(other)) else { continue };
        if !first.goes_on && !second.resumes && is_interruption(text, first.span, second.span) {
            if let Some(first) = quotations.get_mut(one) {
                first.goes_on = true;
            }
            if let Some(second) = quotations.get_mut(other) {
                second.resumes = true;
            }
        }
    }
}

/// Whether the words between two quotations are an attribution only: “…,” he said, “…” or “…,” he said. “…”.
fn is_interruption(text: &Text, one: Span, other: Span) -> bool {
    let between = text.between(one.end(), other.start());
    if between.len() > LONGEST_INTERRUPTION || between.contains('\n') {
        return false;
    }
    let said = between.trim();
    let ends_open =
        text.words(one).trim_end_matches(is_mark).trim_end().ends_with([',', '?', '!', '—', '–', '…', '，']);
    let begins = ends_open || said.starts_with([',', '–', '—', '，']);
    let ends = said.ends_with([',', '.', ':', ';', '—', '–', '，', '：', '。']);
    let speaks = said.trim_matches(|letter: char| !letter.is_alphanumeric());
    begins && ends && !speaks.is_empty() && boundaries(said).is_empty()
}
