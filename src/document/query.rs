//! Queries: the annotations at a position or in a range of the text.

use std::collections::BTreeSet;

use super::document::Document;
use super::entry::{Entry, reading_order};
use crate::annotation::{Annotation, AnnotationId, Label, Target};
use crate::text::{Span, Utf8, Utf16};

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
        self.shortest_first(self.index.segments.touching(start, end).collect())
    }

    /// The annotations that overlap a segment of this one, which is included, the shortest first.
    #[must_use]
    pub fn sharing_words(&self, annotation: &Annotation) -> Vec<&Entry> {
        let of_segment = |span: Span| self.index.segments.touching(span.start(), span.end());
        self.shortest_first(annotation.target.segments().flat_map(of_segment).collect())
    }

    /// The annotations of a label with just this target, by id.
    pub fn with_target<'a>(&'a self, label: &'a Label, target: &'a Target) -> impl Iterator<Item = &'a Entry> {
        let first = target.segments().next();
        let begin_alike = first.map(|span| self.index.segments.equal_to(span.start(), span.end()));
        begin_alike
            .into_iter()
            .flatten()
            .filter_map(|id| self.entry(id))
            .filter(move |entry| entry.annotation.label == *label && entry.annotation.target == *target)
    }

    /// Whether an annotation is nested in another with the same label, for which there is a style of its own. One that only
    /// reaches around it with segments before and behind does not count.
    #[must_use]
    pub fn is_nested_in_own_kind(&self, annotation: &Annotation) -> bool {
        let (start, end) = (annotation.target.start(), annotation.target.end());
        let around = self.index.segments.enclosing(start, end).chain(self.index.extents.enclosing(start, end));
        around.filter_map(|id| self.entry(id)).any(|entry| {
            let other = &entry.annotation;
            other.id != annotation.id
                && other.label == annotation.label
                && (other.target.start(), other.target.end()) != (start, end)
                && other.target.segments().any(|segment| segment.overlaps(start, end))
        })
    }

    /// The entries with some ids, which may come several times: once each, the shortest first, those of one length in reading
    /// order.
    fn shortest_first(&self, ids: BTreeSet<AnnotationId>) -> Vec<&Entry> {
        let mut found: Vec<&Entry> = ids.into_iter().filter_map(|id| self.entry(id)).collect();
        let length = |entry: &Entry| entry.annotation.target.end().0 - entry.annotation.target.start().0;
        found.sort_by(|one, other| {
            length(one).cmp(&length(other)).then_with(|| reading_order(&one.annotation, &other.annotation))
        });
        found
    }

    /// A position in UTF-16 code units from the start of a block: an offset in its DOM text node.
    #[must_use]
    pub fn utf16_in_block(&self, block: usize, position: Utf8) -> Option<Utf16> {
        let text = &self.article.text;
        let start = text.utf16(self.article.blocks.get(block)?.start)?;
        Some(Utf16(text.utf16(position)?.0.checked_sub(start.0)?))
    }
}
