//! Bulk edit: several annotations are selected in the list and changed in one step.

mod update;

use std::sync::Arc;

use imbl::OrdSet;

use crate::annotation::AnnotationId;

/// An event of the bulk edit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkEvent {
    /// Selects or deselects annotations in the list.
    Select(AnnotationId, SelectionMode),
    /// Adds a note to the selected annotations.
    AddNote(String),
}

/// How a choice in the list changes the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectionMode {
    /// Toggles this annotation.
    Toggle,
    /// Adds the range from the anchor to this annotation.
    Range,
}

/// The selected annotations; all of them are visible in the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Selected {
    ids: Arc<OrdSet<AnnotationId>>,
    /// The anchor of a range.
    anchor: Option<AnnotationId>,
}

/// A number of marks, in words.
pub(super) fn marks(count: usize) -> String {
    if count == 1 { "1 mark".to_owned() } else { format!("{count} marks") }
}

/// The words with a capital in front.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
