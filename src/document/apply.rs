//! Applying transactions to a document.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::document::Document;
use super::entry::Entry;
use super::index::Index;
use super::revision::Revision;
use super::transaction::{Edit, Stale, Transaction};
use crate::annotation::{Annotation, AnnotationId};

/// Where more than one entry in so many has changed, it is quicker to sort all of them.
const SHARE: usize = 16;

impl Document {
    /// The document after a transaction. O(log n) for each edit of an annotation.
    ///
    /// # Errors
    /// [`Stale`] where a record is not in the expected state.
    pub fn apply(&self, transaction: &Transaction) -> Result<Self, Stale> {
        let mut next = self.clone();
        let mut touched = BTreeSet::new();
        for edit in transaction.edits() {
            next.apply_edit(edit)?;
            touched.extend(edit.annotation_id());
        }
        next.refresh_index(self, touched);
        Ok(next)
    }

    fn apply_edit(&mut self, edit: &Edit) -> Result<(), Stale> {
        match edit {
            Edit::Annotation { before, after, at_least } => self.replace(before.as_ref(), after.as_ref(), *at_least),
            Edit::Details { before, after } => {
                if self.article.details != *before {
                    return Err(Stale);
                }
                self.article.details = Arc::clone(after);
                self.article_changed();
                Ok(())
            }
            Edit::BlockKind { block, before, after } => {
                let mut blocks = self.article.blocks.to_vec();
                match blocks.get_mut(*block) {
                    Some(found) if found.kind == *before => found.kind = *after,
                    _ => return Err(Stale),
                }
                self.article.blocks = blocks.into();
                self.article_changed();
                Ok(())
            }
        }
    }

    fn article_changed(&mut self) {
        self.article_revision += 1;
        self.article_writer = self.writer.clone();
    }

    /// Replaces an annotation in the map, which the index must follow.
    fn replace(
        &mut self,
        before: Option<&Arc<Annotation>>,
        after: Option<&Arc<Annotation>>,
        at_least: Revision,
    ) -> Result<(), Stale> {
        let Some(id) = before.or(after).map(|annotation| annotation.id) else { return Ok(()) };
        let here = self.entries.get(&id);
        let is_other = after.is_some_and(|annotation| annotation.id != id);
        if is_other || here.map(|entry| &entry.annotation) != before {
            return Err(Stale);
        }
        let revision = here.map_or_else(|| self.removed(id).unwrap_or(0), |entry| entry.revision);
        let (revision, writer) = (at_least.max(revision + 1), self.writer.clone());
        match after {
            None => self.bury(id, revision, writer),
            Some(annotation) => self.keep(Entry { annotation: Arc::clone(annotation), revision, writer }),
        }
        Ok(())
    }

    /// Brings the index in line with the entries, of which those with these ids differ from another version.
    pub(super) fn refresh_index(&mut self, before: &Self, touched: BTreeSet<AnnotationId>) {
        if touched.len() * SHARE > self.entries.len() {
            self.index = Index::new(self.entries.values().cloned().collect());
            return;
        }
        for id in touched {
            let (was, is) = (before.entries.get(&id), self.entries.get(&id));
            if was != is {
                self.index.change(was, is);
            }
        }
    }
}
