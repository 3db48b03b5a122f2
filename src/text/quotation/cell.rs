//! Cells of tables as spreadsheets copy and save them: a cell that holds quotation marks is wrapped in further ones, and
//! those inside are doubled (RFC 4180, section 2).

use std::ops::Range;

use super::reporting::reports_beside;
use super::run::Run;
use super::side::{After, Before};

/// The runs of a block without the signs that wrap cells.
pub(super) fn unwrapped(words: &str, mut runs: Vec<Run>) -> Vec<Run> {
    let wrappers = wrappers(words, &runs);
    let mut next = wrappers.iter().copied().peekable();
    for run in &mut runs {
        let extent = run.start..run.end();
        // A cell is wrapped by the first sign of one run and the last of another.
        while let Some(at) = next.next_if(|at| extent.contains(at)) {
            run.start += if at == run.start { run.width } else { 0 };
            run.count -= 1;
        }
        if run.start > 0 && wrappers.binary_search(&(run.start - 1)).is_ok() {
            run.sides.before = Before::Free;
        }
        if wrappers.binary_search(&run.end()).is_ok() {
            run.sides.after = After::Edge;
        }
    }
    runs.retain(|run| run.count > 0);
    runs
}

/// The signs that wrap a cell, in bytes of the block, in order. A cell is known by doubled marks in it, by its neighbours in
/// the row, or, if it is the whole block, by reported quotations in it that have marks of another kind. Other cells cannot
/// be told from quotations.
fn wrappers(words: &str, runs: &[Run]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut straight = runs.iter().filter(|run| run.sign == '"' && run.width == 1).peekable();
    while let Some(first) = straight.next() {
        let before = words.get(..first.start).unwrap_or_default();
        let at_start = before.trim().is_empty();
        if first.count.is_multiple_of(2) || !(at_start || before.ends_with(DELIMITERS)) {
            continue;
        }
        let mut doubled = first.count > 1;
        while straight.next_if(|run| run.count.is_multiple_of(2)).is_some() {
            doubled = true;
        }
        let last = straight.peek().copied();
        let after = last.and_then(|last| words.get(last.end()..)).unwrap_or_default();
        let at_end = after.trim().is_empty();
        match last {
            // A cell of several lines: its end is in another block.
            None if at_start && doubled => found.push(first.start),
            Some(last) if at_end || after.starts_with(DELIMITERS) => {
                doubled |= last.count > 1;
                let whole = at_start && at_end && holds_reported(words, runs, first.end()..last.start);
                if doubled || whole || is_in_row(before, after) {
                    found.extend([first.start, last.end() - 1]);
                    straight.next();
                }
            }
            _ => {}
        }
    }
    found
}

/// What stands between cells.
const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

/// Whether what stands before and after a cell are other cells of its row, without spaces between. A small letter behind
/// the comma is prose that lacks a space.
fn is_in_row(before: &str, after: &str) -> bool {
    let is_cell = |next: char| next == '"' || next.is_numeric();
    let follows = |delimiter: char| delimiter != ',' || before.chars().rev().nth(1).is_some_and(is_cell);
    let precedes = |delimiter: char| match (delimiter, after.chars().nth(1)) {
        ('\t', _) | (_, None) => true,
        (_, Some(next)) => is_cell(next) || !before.is_empty() && next.is_uppercase() || DELIMITERS.contains(&next),
    };
    match (before.chars().next_back(), after.chars().next()) {
        (None, None) => false,
        (Some(left), None) => follows(left),
        (_, Some(right)) => precedes(right),
    }
}

/// Whether part of a block holds a quotation in other marks with a reporting clause beside it.
fn holds_reported(words: &str, runs: &[Run], inside: Range<usize>) -> bool {
    let inner =
        runs.iter().filter(|run| inside.contains(&run.start) && matches!(run.sign, '“' | '”' | '„' | '«' | '»'));
    inner.take(MOST_LOOKED_AT).any(|run| {
        let before = words.get(inside.start..run.start).unwrap_or_default();
        let after = words.get(run.end()..inside.end).unwrap_or_default();
        let opens = run.sides.open();
        reports_beside(if opens { before } else { "" }, if opens { "" } else { after })
    })
}

/// How many marks inside a cell are looked at.
const MOST_LOOKED_AT: usize = 20;
