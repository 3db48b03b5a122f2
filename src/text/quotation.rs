//! Quotation detection: ranges between quotation marks, over all blocks of an article.
//!
//! Whether a mark opens or closes depends on the mark, on the open marks before it, which form a stack, and on the adjacent
//! characters. An unclosed quotation ends where the next of its kind opens, or at the end of its block. Where the following
//! blocks begin with the same mark until one closes it, all of them are one quotation, as newspapers set long ones.
//! Apostrophes are not marks.

mod mark;

use std::cmp::Reverse;

use self::mark::{Pair, Role, is_mark, role};
use super::canonical::Text;
use super::offset::Utf8;
use super::sentence::boundaries;
use super::span::Span;

/// A quotation, marks included.
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
    // The parts so far of a quotation that is opened again in each block and not closed yet.
    let mut chain: Vec<usize> = Vec::new();
    for (start, end) in blocks {
        let words = text.between(start, end);
        let first = found.len();
        found.extend(read(text, words, start.index()));
        let begin = start.index() + words.len() - words.trim_start().len();
        chain = join(&mut found, first, begin, chain);
    }
    found.retain(|candidate| candidate.start < candidate.end);
    found.sort_by_key(|candidate| (candidate.start, Reverse(candidate.end)));
    let spans = found.iter().filter_map(|candidate| {
        let span = Span::covering(text, Utf8::at(candidate.start), Utf8::at(candidate.end))?;
        let says = |letter: char| !letter.is_whitespace() && !is_mark(letter);
        text.words(span).contains(says).then_some(Quotation { span, resumes: false, goes_on: false })
    });
    let mut quotations: Vec<Quotation> = spans.collect();
    quotations.dedup_by_key(|quotation| quotation.span);
    link(text, &mut quotations);
    quotations
}

/// A candidate for a quotation. Offsets are bytes of the article.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    pair: Pair,
    start: usize,
    end: usize,
    ending: Ending,
}

/// How a candidate ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// With its closing mark.
    Closed,
    /// Where another mark opens or closes, without a closing mark of its own.
    Cut,
    /// With its block, unclosed.
    Open,
}

/// An open mark on the stack.
struct Opening {
    pair: Pair,
    start: usize,
    /// The first mark of the same kind that opens inside it.
    again: Option<usize>,
}

/// The candidates in one block, whose words begin at `offset` in the text, in no particular order. A mark inside a grapheme
/// cluster is ignored.
fn read(text: &Text, words: &str, offset: usize) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut open: Vec<Opening> = Vec::new();
    let mut before = None;
    for (at, letter) in words.char_indices() {
        if is_mark(letter) && text.is_grapheme_boundary(Utf8::at(offset + at)) {
            let pairs: Vec<Pair> = open.iter().map(|opening| opening.pair).collect();
            let after = words.get(at + letter.len_utf8()..).unwrap_or_default();
            match role(letter, before, after, &pairs) {
                Role::Open(pair) => {
                    let start = offset + at;
                    if let Some(same) = open.iter_mut().rfind(|opening| opening.pair == pair) {
                        same.again.get_or_insert(start);
                    }
                    open.push(Opening { pair, start, again: None });
                }
                Role::Close(place) => {
                    let unclosed = open.split_off((place + 1).min(open.len()));
                    found.extend(cut(&unclosed, offset + at, Ending::Cut, None));
                    if let Some(Opening { pair, start, .. }) = open.pop() {
                        let end = offset + at + letter.len_utf8();
                        found.push(Candidate { pair, start, end, ending: Ending::Closed });
                        // Marks that opened inside this quotation were nested, and do not end one around it.
                        let nested = |outer: &&mut Opening| outer.again.is_some_and(|again| again > start);
                        open.iter_mut().filter(nested).for_each(|outer| outer.again = None);
                    }
                }
                Role::None => {}
            }
        }
        before = Some(letter);
    }
    let end = offset + words.len();
    found.extend(cut(&open, end, Ending::Open, Some(end - words.trim_start().len())));
    found
}

/// Candidates of unclosed marks, the outermost first. Each ends at the next mark of its kind or at `end`, and not after the
/// candidate around it. A single mark is taken for an apostrophe, unless it starts the block, as in a quotation of several
/// paragraphs.
fn cut(unclosed: &[Opening], end: usize, ending: Ending, begin: Option<usize>) -> Vec<Candidate> {
    let mut around: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for Opening { pair, start, again } in unclosed {
        let means_nothing = pair.may_be_apostrophe() && !(*pair == Pair::Single && begin == Some(*start));
        if means_nothing {
            continue;
        }
        let reach = again.iter().chain(&around).copied().filter(|reach| reach > start).min();
        around.extend(reach);
        let (end, ending) = reach.map_or((end, ending), |reach| (reach, Ending::Cut));
        found.push(Candidate { pair: *pair, start: *start, end, ending });
    }
    found
}

/// Joins the last block, whose candidates are those from `first` on, to a quotation that continues over blocks. `chain` has
/// its parts so far; returned are the parts that are still open.
fn join(found: &mut [Candidate], first: usize, begin: usize, chain: Vec<usize>) -> Vec<usize> {
    let block = || (first..).zip(found.get(first..).unwrap_or_default());
    let outermost =
        block().filter(|(_, candidate)| candidate.ending == Ending::Open).min_by_key(|(_, each)| each.start);
    let open: Vec<usize> = outermost.map(|(place, _)| place).into_iter().collect();
    let piece = block().find(|(_, candidate)| candidate.start == begin).map(|(place, candidate)| (place, *candidate));
    let pair = chain.first().and_then(|whole| found.get(*whole)).map(|whole| whole.pair);
    let Some((place, piece)) = piece.filter(|(_, piece)| Some(piece.pair) == pair) else { return open };
    match piece.ending {
        Ending::Cut => return open,
        Ending::Open => return chain.into_iter().chain([place]).collect(),
        Ending::Closed => {}
    }
    for (number, piece_place) in chain.into_iter().chain([place]).enumerate() {
        if let Some(candidate) = found.get_mut(piece_place) {
            // The first part becomes the whole quotation; the others become empty.
            candidate.end = if number == 0 { piece.end } else { candidate.start };
            candidate.ending = Ending::Closed;
        }
    }
    open
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
        if is_interruption(text, first.span, second.span) {
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
