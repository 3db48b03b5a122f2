//! The difference between two versions of a document.

use std::sync::Arc;

use super::document::{Change, Document};
use super::entry::{Entry, ReadingKey};
use super::transaction::Edit;
use crate::annotation::Annotation;

impl Document {
    /// The edits that give this document the annotations, metadata and block kinds of another version of it. Empty where
    /// there is no difference, and where the texts differ.
    #[must_use]
    pub fn edits_to(&self, wanted: &Self) -> Vec<Edit> {
        let (here, there) = (self.article(), wanted.article());
        let mut edits = Vec::new();
        if here.text != there.text {
            return edits;
        }
        // Where both were read from storage nothing is shared, and an annotation may differ by its revision alone.
        let differ = |(before, after): &Change<'_>| annotation(*before) != annotation(*after);
        let mut changes: Vec<Change<'_>> = self.changes_to(wanted).filter(differ).collect();
        // First what is here, then what is new, each in reading order.
        let place = |change: &Change<'_>| {
            (change.0.is_none(), change.0.or(change.1).map(|entry| ReadingKey::of(&entry.annotation)))
        };
        changes.sort_by_cached_key(place);
        for (before, after) in changes {
            edits.push(Edit::annotation(annotation(before).cloned(), annotation(after).cloned()));
        }
        if here.details != there.details {
            edits.push(Edit::Details { before: Arc::clone(&here.details), after: Arc::clone(&there.details) });
        }
        for (block, (one, other)) in here.blocks.iter().zip(there.blocks.iter()).enumerate() {
            if one.kind != other.kind {
                edits.push(Edit::BlockKind { block, before: one.kind, after: other.kind });
            }
        }
        edits
    }
}

fn annotation(entry: Option<&Entry>) -> Option<&Arc<Annotation>> {
    entry.map(|entry| &entry.annotation)
}
