//! Blocks while they are being classified.

use std::borrow::Cow;

use super::plain::plain;
use super::segmentation::block_ranges;
use crate::article::block::BlockKind;
use crate::text::{PlainLetters, is_line_break};

/// A block that is being classified.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    /// The kind, as far as it is known.
    pub(super) kind: BlockKind,
    /// The start, in bytes.
    pub(super) start: usize,
    /// The end, in bytes.
    pub(super) end: usize,
    /// The words as the rules read them.
    pub(super) words: Cow<'a, str>,
    /// Whether no blank line separates it from the block above.
    pub(super) adjacent: bool,
}

impl Draft<'_> {
    /// Whether it goes on with the sentence of the block above it.
    pub(super) fn goes_on(&self) -> bool {
        self.adjacent && self.words.starts_with(char::is_lowercase)
    }
}

/// The blocks, all of them paragraphs as yet.
pub(super) fn drafts(content: &str) -> Vec<Draft<'_>> {
    let mut letters = PlainLetters::default();
    let mut above = 0;
    let ranges = block_ranges(content).into_iter();
    let drafts = ranges.map(|(start, end)| {
        let gap = content.get(above..start).unwrap_or_default();
        let breaks = gap.chars().filter(|character| is_line_break(*character)).take(2).count();
        above = end;
        Draft {
            kind: BlockKind::Paragraph,
            start,
            end,
            words: plain(content.get(start..end).unwrap_or_default(), &mut letters),
            adjacent: start > 0 && (breaks == 1 || gap == "\n\u{c}"),
        }
    });
    drafts.collect()
}
