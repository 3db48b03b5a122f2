//! Several marks at once: selected in the list, and changed in one step.

mod update;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::annotation::AnnotationId;

/// What is done with several marks in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BulkEvent {
    /// A mark is selected, or no longer.
    Select(AnnotationId, SelectionMode),
    /// A note is added to the selected marks.
    AddNote(String),
}

/// How far a choice in the list reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectionMode {
    /// This mark alone: selected if it was not, let go if it was.
    Toggle,
    /// From the mark that was chosen before to this one.
    Range,
}

/// The marks that are selected in the list. Never one that the list does not show.
#[derive(Clone, Debug, Default)]
pub(super) struct Selected {
    ids: Arc<BTreeSet<AnnotationId>>,
    /// Where a range begins.
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
