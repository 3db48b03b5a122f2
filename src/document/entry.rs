//! Entries: annotations with their versions, in reading order.

use std::cmp::{Ordering, Reverse};
use std::sync::Arc;

use super::revision::{Revision, Writer};
use crate::annotation::Annotation;

/// An annotation with its version.
#[derive(Clone, Debug, PartialEq)]
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
