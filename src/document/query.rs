//! Queries: the annotations at a position or in a range of the text.

use super::document::Document;
use super::entry::Entry;
use crate::annotation::Annotation;
use crate::text::{Utf8, Utf16};

impl Document {
    /// The annotations that cover a position, the shortest first, as a hit test needs them.
    #[must_use]
    pub fn covering(&self, position: Utf8) -> Vec<&Entry> {
        // A hit is on the character after the position.
        self.touching(position, Utf8(position.0 + 1))
    }

    /// The annotations with a segment that overlaps a range, the shortest first.
    #[must_use]
    pub fn touching(&self, start: Utf8, end: Utf8) -> Vec<&Entry> {
        let mut found: Vec<usize> = self.index.touching(start, end);
        found.sort_unstable();
        found.dedup();
        let mut found: Vec<&Entry> = found.into_iter().filter_map(|place| self.entries.get(place)).collect();
        let length = |entry: &Entry| entry.annotation.target.end().0 - entry.annotation.target.start().0;
        found.sort_by_key(|entry| length(entry));
        found
    }

    /// The annotations that overlap a segment of this one, which is included, the shortest first.
    #[must_use]
    pub fn sharing_words(&self, annotation: &Annotation) -> Vec<&Entry> {
        let (start, end) = (annotation.target.start(), annotation.target.end());
        let mut found = self.touching(start, end);
        found.retain(|entry| {
            let theirs = || entry.annotation.target.segments();
            annotation.target.segments().any(|own| theirs().any(|other| own.overlaps(other.start(), other.end())))
        });
        found
    }

    /// Whether an annotation is nested in another with the same label, for which there is a style of its own.
    #[must_use]
    pub fn is_nested_in_own_kind(&self, annotation: &Annotation) -> bool {
        let (start, end) = (annotation.target.start(), annotation.target.end());
        self.index.touching(start, end).into_iter().filter_map(|place| self.entries.get(place)).any(|entry| {
            let other = &entry.annotation;
            let (other_start, other_end) = (other.target.start(), other.target.end());
            other.id != annotation.id
                && other.label == annotation.label
                && other_start <= start
                && end <= other_end
                && (other_start, other_end) != (start, end)
        })
    }

    /// A position in UTF-16 code units from the start of a block: an offset in its DOM text node.
    #[must_use]
    pub fn utf16_in_block(&self, block: usize, position: Utf8) -> Option<Utf16> {
        let text = &self.article.text;
        let start = text.utf16(self.article.blocks.get(block)?.start)?;
        Some(Utf16(text.utf16(position)?.0.checked_sub(start.0)?))
    }
}
