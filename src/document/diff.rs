//! The difference between two versions of a document.

use std::sync::Arc;

use super::document::Document;
use super::transaction::Edit;

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
        for entry in self.entries() {
            let after = wanted.annotation(entry.annotation.id);
            if after != Some(&entry.annotation) {
                edits.push(Edit::annotation(Some(Arc::clone(&entry.annotation)), after.cloned()));
            }
        }
        for entry in wanted.entries() {
            if self.annotation(entry.annotation.id).is_none() {
                edits.push(Edit::annotation(None, Some(Arc::clone(&entry.annotation))));
            }
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
