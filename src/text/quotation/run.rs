//! Runs of equal signs in a block: what the marks are read from.

use super::mark::{Family, Mark, is_sign, usual};
use super::side::{After, Before, Sides};
use crate::text::canonical::Text;
use crate::text::offset::Utf8;

/// Equal signs side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub sign: char,
    /// Where it starts, in bytes of the block.
    pub start: usize,
    pub count: usize,
    /// The bytes of one sign.
    pub width: usize,
    pub sides: Sides,
}

impl Run {
    /// Where it ends, in bytes of the block.
    pub fn end(self) -> usize {
        self.start + self.count * self.width
    }

    /// The family of its first mark. Two single marks may be a double one.
    pub fn family(self) -> Option<Family> {
        Mark { sign: self.sign, doubled: self.count.is_multiple_of(2) }.family()
    }

    /// Whether it can only close a quotation.
    pub fn only_closes(self) -> bool {
        self.sides.only_close() && !self.sides.open()
    }
}

/// The runs of a block, whose words begin at `offset` in the text. A sign inside a grapheme cluster is none.
pub(super) fn runs(text: &Text, words: &str, offset: usize) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    for (start, letter) in words.char_indices().filter(|(_, letter)| is_sign(*letter)) {
        let (sign, width) = (usual(letter), letter.len_utf8());
        let alone = || {
            let before = words.get(..start).is_some_and(|before| before.ends_with(letter));
            !before && !words.get(start + width..).is_some_and(|after| after.starts_with(letter))
        };
        if is_only_doubled(sign) && alone() || !text.is_grapheme_boundary(Utf8::at(offset + start)) {
            continue;
        }
        match found.last_mut() {
            Some(last) if last.sign == sign && last.width == width && last.end() == start => last.count += 1,
            _ => found.push(Run { sign, start, count: 1, width, sides: Sides::of(words, start, start) }),
        }
    }
    found.retain(|run| !is_only_doubled(run.sign) || run.count == 2);
    for run in &mut found {
        run.sides = Sides::of(words, run.start, run.end());
    }
    found
}

/// Whether a sign is a mark only when it is written twice.
fn is_only_doubled(sign: char) -> bool {
    matches!(sign, ',' | '<' | '>')
}

impl Sides {
    /// The sides of what stands between two bytes of a text.
    fn of(words: &str, start: usize, end: usize) -> Self {
        let before = words.get(..start).unwrap_or_default().chars().next_back();
        let after = words.get(end..).unwrap_or_default();
        Self { before: Before::of(before), after: After::of(after) }
    }
}
