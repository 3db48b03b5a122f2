//! Entries: annotations with their versions, and the reading order of them.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use super::revision::{Revision, Writer};
use crate::annotation::{Annotation, AnnotationId, Label};
use crate::text::Utf8;

/// An annotation with its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The annotation; shared, so that a document is cheap to clone.
    pub annotation: Arc<Annotation>,
    /// The revision.
    pub revision: Revision,
    /// The tab that wrote this state.
    pub writer: Writer,
}

/// Reading order: by start, then the longer first, then by label, then by id.
pub(super) fn reading_order(one: &Annotation, other: &Annotation) -> Ordering {
    let key = |annotation: &Annotation| (annotation.target.start(), Reverse(annotation.target.end()));
    key(one).cmp(&key(other)).then_with(|| one.label.cmp(&other.label)).then_with(|| one.id.cmp(&other.id))
}

/// A place in reading order, as a key of a map: that of an annotation, or the one before all that begin at a position.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ReadingKey(Utf8, Reverse<Utf8>, Option<(Label, AnnotationId)>);

impl ReadingKey {
    /// The place of an annotation.
    pub(super) fn of(annotation: &Annotation) -> Self {
        let (start, end) = (annotation.target.start(), annotation.target.end());
        Self(start, Reverse(end), Some((annotation.label.clone(), annotation.id)))
    }

    /// The place before all annotations that begin at a position or after it.
    pub(super) fn before_all_at(start: Utf8) -> Self {
        Self(start, Reverse(Utf8(u32::MAX)), None)
    }

    /// How an annotation stands to this place: the order of the keys, without a key made of the annotation.
    pub(super) fn order_of(&self, annotation: &Annotation) -> Ordering {
        let ends = (annotation.target.start(), Reverse(annotation.target.end())).cmp(&(self.0, self.1));
        let rest = || match &self.2 {
            Some((label, id)) => annotation.label.cmp(label).then_with(|| annotation.id.cmp(id)),
            None => Ordering::Greater,
        };
        ends.then_with(rest)
    }
}
