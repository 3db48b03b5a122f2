//! Candidates for quotations: the marks of one block, matched.

use std::cmp::Reverse;

use super::cell::unwrapped;
use super::mark::{Family, Mark, is_mark};
use super::role::{LOOKAHEAD, Place, Role};
use super::run::{Run, runs};
use super::side::{After, Before, Sides};
use crate::text::canonical::Text;

/// The most quotations that are open at one place. Where a text has more, the outermost is taken for unclosed.
const DEEPEST: usize = 64;

/// A candidate for a quotation. Offsets are bytes of the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub mark: Mark,
    pub start: usize,
    pub end: usize,
    pub ending: Ending,
    /// Where the quotation starts that a reporting clause divides, if this is a part of one.
    pub part_of: Option<usize>,
}

/// How a candidate ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With its closing mark.
    Closed,
    /// Where another mark opens or closes, without a closing mark of its own.
    Cut,
    /// With its block, unclosed.
    Open,
}

/// An open mark on the stack.
#[derive(Clone, Copy)]
struct Opening {
    mark: Mark,
    start: usize,
    /// Whether the mark means nothing unless a later one closes it.
    only_if_closed: bool,
    /// The first equal mark that opens inside it.
    again: Option<usize>,
}

/// The candidates in one block, whose words begin at `offset` in the text, in order.
pub(super) fn candidates(text: &Text, words: &str, offset: usize) -> Vec<Candidate> {
    let runs = unwrapped(words, runs(text, words, offset));
    let mut reader = Reader { words, offset, open: Vec::new(), marks: Vec::new(), found: Vec::new() };
    for (number, run) in runs.iter().enumerate() {
        reader.read(run, runs.get(number + 1..).unwrap_or_default());
    }
    let end = offset + words.len();
    let open = std::mem::take(&mut reader.open);
    reader.cut(&open, end, Ending::Open);
    sort(&mut reader.found);
    reader.found
}

/// Sorts candidates by their starts; of two with one start the longer is first.
pub(super) fn sort(candidates: &mut [Candidate]) {
    candidates.sort_by_key(|candidate| (candidate.start, Reverse(candidate.end)));
}

/// Reads the marks of a block from left to right.
struct Reader<'a> {
    words: &'a str,
    offset: usize,
    open: Vec<Opening>,
    /// The marks of `open`.
    marks: Vec<Mark>,
    found: Vec<Candidate>,
}

impl Reader<'_> {
    /// Reads a run of equal signs, before which all others are read.
    fn read(&mut self, run: &Run, ahead: &[Run]) {
        let mut start = run.start;
        while start < run.end() {
            let rest = (run.end() - start) / run.width;
            let doubled = rest > 1 && self.is_doubled(run, rest, ahead);
            let end = start + run.width * if doubled { 2 } else { 1 };
            let sides = Sides {
                before: if start == run.start { run.sides.before } else { Before::Loose },
                after: if end == run.end() { run.sides.after } else { After::Mark },
            };
            let mark = Mark { sign: run.sign, doubled };
            match (Place { mark, sides, words: self.words, start, end, open: &self.marks, ahead }).role() {
                Role::Open => self.open(mark, start, false),
                Role::OpenIfClosed => self.open(mark, start, true),
                Role::Close(place) => self.close(place, start, end),
                Role::None => {}
            }
            start = end;
        }
    }

    /// Whether the next two signs of a run are one mark. Single marks always are, unless they close one by one. A double
    /// mark is only if the other end of the quotation has two as well.
    fn is_doubled(&self, run: &Run, rest: usize, ahead: &[Run]) -> bool {
        let single = Mark { sign: run.sign, doubled: false };
        let innermost = self.marks.last().copied();
        if matches!(single.family(), None | Some(Family::Single)) {
            return innermost.and_then(Mark::family) != Some(Family::Single);
        }
        let family = single.family();
        let opened = self.marks.iter().any(|mark| mark.doubled && mark.family() == family);
        let nested = innermost == Some(single) && rest % 2 == 1;
        let later = || ahead.iter().take(LOOKAHEAD).any(|run| run.count > 1 && run.family() == family);
        opened && !nested && !run.sides.open() || run.sides.open() && later()
    }

    fn open(&mut self, mark: Mark, start: usize, only_if_closed: bool) {
        let start = self.offset + start;
        if let Some(same) = self.open.iter_mut().rfind(|opening| opening.mark == mark) {
            same.again.get_or_insert(start);
        }
        if self.open.len() >= DEEPEST {
            let outermost = self.open.remove(0);
            self.marks.remove(0);
            let end = self.open.first().map_or(start, |next| next.start);
            self.cut(&[outermost], end, Ending::Cut);
        }
        self.open.push(Opening { mark, start, only_if_closed, again: None });
        self.marks.push(mark);
    }

    fn close(&mut self, place: usize, start: usize, end: usize) {
        let unclosed = self.open.split_off((place + 1).min(self.open.len()));
        self.marks.truncate(place);
        self.cut(&unclosed, self.offset + start, Ending::Cut);
        let Some(Opening { mark, start, .. }) = self.open.pop() else { return };
        let end = self.offset + end;
        self.found.push(Candidate { mark, start, end, ending: Ending::Closed, part_of: None });
        // Marks that opened inside this quotation were nested, and do not end one around it.
        let nested = |outer: &&mut Opening| outer.again.is_some_and(|again| again > start);
        self.open.iter_mut().filter(nested).for_each(|outer| outer.again = None);
    }

    /// Keeps candidates of unclosed marks, the outermost first. Each ends at the next equal mark or at `end`, and not after
    /// the candidate around it. What may be an apostrophe is one, unless it starts the block, as in a quotation of several
    /// paragraphs.
    fn cut(&mut self, unclosed: &[Opening], end: usize, ending: Ending) {
        let begin = (ending == Ending::Open).then(|| end - self.words.trim_start().len());
        // Where the candidates around end; the innermost, which ends first, is last.
        let mut around: Vec<usize> = Vec::new();
        for Opening { mark, start, only_if_closed, again } in unclosed {
            let starts_block = begin == Some(*start) && mark.sign == '‘';
            if *only_if_closed && !starts_block {
                continue;
            }
            while around.pop_if(|reach| *reach <= *start).is_some() {}
            let reach = again.iter().chain(around.last()).copied().filter(|reach| reach > start).min();
            around.extend(reach);
            let (end, ending) = reach.map_or((end, ending), |reach| (reach, Ending::Cut));
            let candidate = Candidate { mark: *mark, start: *start, end, ending, part_of: None };
            self.found.push(candidate);
        }
    }
}

/// Whether words say something: whether they hold more than marks and white space.
pub(super) fn says_something(words: &str) -> bool {
    words.contains(|letter: char| !letter.is_whitespace() && !is_mark(letter) && !matches!(letter, ',' | '<' | '>'))
}
