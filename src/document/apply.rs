//! Applying transactions to a document.

use std::collections::HashSet;
use std::sync::Arc;

use super::document::Document;
use super::entry::{Entry, reading_order};
use super::index::SpanIndex;
use super::revision::Revision;
use super::transaction::{Edit, Stale, Transaction};
use crate::annotation::{Annotation, AnnotationId};

/// A transaction of more edits than this collects the ids once, rather than searching all annotations for each edit.
const FEW_EDITS: usize = 8;

impl Document {
    /// The document after a transaction.
    ///
    /// # Errors
    /// [`Stale`] where a record is not in the expected state.
    pub fn apply(&self, transaction: &Transaction) -> Result<Self, Stale> {
        let mut next = self.clone();
        let edits = transaction.edits();
        let mut ids = (edits.len() > FEW_EDITS).then(|| next.annotations().map(|one| one.id).collect());
        for edit in edits {
            next.apply_edit(edit, ids.as_mut())?;
        }
        next.index = SpanIndex::new(&next.entries);
        Ok(next)
    }

    fn apply_edit(&mut self, edit: &Edit, ids: Option<&mut HashSet<AnnotationId>>) -> Result<(), Stale> {
        match edit {
            Edit::Annotation { before, after, at_least } => {
                self.replace(before.as_ref(), after.as_ref(), *at_least, ids)
            }
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

    /// Replaces an annotation. `ids`, where given, are the ids of all annotations, and are kept up to date.
    fn replace(
        &mut self,
        before: Option<&Arc<Annotation>>,
        after: Option<&Arc<Annotation>>,
        at_least: Revision,
        ids: Option<&mut HashSet<AnnotationId>>,
    ) -> Result<(), Stale> {
        let Some(id) = before.or(after).map(|annotation| annotation.id) else { return Ok(()) };
        let revision = match before {
            Some(expected) => {
                let place = self
                    .entries
                    .binary_search_by(|entry| reading_order(&entry.annotation, expected))
                    .map_err(|_| Stale)?;
                if self.entries.get(place).is_none_or(|entry| entry.annotation != *expected) {
                    return Err(Stale);
                }
                self.entries.remove(place).revision
            }
            None if ids.as_ref().map_or_else(|| self.entry(id).is_some(), |ids| ids.contains(&id)) => {
                return Err(Stale);
            }
            None => self.removed(id).unwrap_or(0),
        };
        let (revision, writer) = (at_least.max(revision + 1), self.writer.clone());
        match after {
            None => {
                ids.map(|ids| ids.remove(&id));
                self.tombstones.insert(id, (revision, writer));
            }
            Some(annotation) => {
                ids.map(|ids| ids.insert(id));
                self.tombstones.remove(&id);
                self.insert(Entry { annotation: Arc::clone(annotation), revision, writer });
            }
        }
        Ok(())
    }
}
