//! Which annotations were deleted, and at which revision.

use super::{Revision, Writer};
use crate::annotation::AnnotationId;
use crate::text::sort;

/// The deleted annotations by id, each once, with the revisions at which they were deleted and the tabs that did it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Removals(Vec<(AnnotationId, Revision, Writer)>);

impl Removals {
    /// In any order; of two with one id the later counts.
    pub(super) fn new(mut removed: Vec<(AnnotationId, Revision, Writer)>) -> Self {
        removed.reverse();
        sort(&mut removed, |(one, ..), (other, ..)| one.cmp(other));
        removed.dedup_by_key(|(id, ..)| *id);
        Self(removed)
    }

    /// The revision at which it was deleted, and the tab that did it.
    pub(super) fn get(&self, id: AnnotationId) -> Option<(Revision, &str)> {
        self.0.get(self.place(id).ok()?).map(|(_, revision, writer)| (*revision, &**writer))
    }

    /// Remembers one, in place of what was remembered of it.
    pub(super) fn insert(&mut self, id: AnnotationId, revision: Revision, writer: Writer) {
        self.remove(id);
        if let Err(place) = self.place(id) {
            self.0.insert(place, (id, revision, writer));
        }
    }

    /// Forgets one, which is there again.
    pub(super) fn remove(&mut self, id: AnnotationId) {
        if let Ok(place) = self.place(id) {
            self.0.remove(place);
        }
    }

    /// All of them, by id.
    pub(super) fn iter(&self) -> impl Iterator<Item = (AnnotationId, Revision)> + '_ {
        self.0.iter().map(|(id, revision, _)| (*id, *revision))
    }

    /// Where it stands, or where it would.
    fn place(&self, id: AnnotationId) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, ..)| known.cmp(&id))
    }
}
