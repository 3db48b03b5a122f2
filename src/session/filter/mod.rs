//! Filters: which marks the list shows. They belong to this page alone and change no annotation.

mod update;

use std::sync::Arc;

use crate::annotation::{Annotation, Label};
use crate::document::{Entry, ReadingOrder};
use crate::text::{Folded, Matching, holds};

/// The conditions that a mark must meet, all of them, to be shown in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whether the filter's fields are open in the rail.
    pub open: bool,
    /// Shows marks with one of these labels; an empty list admits every label.
    pub labels: Vec<Label>,
    /// Shows marks whose words or note contain this text; an empty text admits every mark.
    pub words: String,
    /// Shows only marks with a note.
    pub noted: bool,
    /// Shows only flagged marks.
    pub flagged: bool,
}

impl Filter {
    /// Whether it can hide anything.
    #[must_use]
    pub fn is_active(&self) -> bool {
        !self.labels.is_empty() || !self.words.trim().is_empty() || self.noted || self.flagged
    }

    /// The same filter with a label in it that was not, or without one that was.
    #[must_use]
    pub fn toggled(mut self, label: Label) -> Self {
        match self.labels.iter().position(|known| *known == label) {
            Some(place) => drop(self.labels.remove(place)),
            None => self.labels.push(label),
        }
        self
    }

    /// Whether an annotation passes. `words` are those of the filter with the text that they are looked for in; `None`
    /// where it has none.
    fn passes(&self, words: Option<&Words>, annotation: &Annotation) -> bool {
        (self.labels.is_empty() || self.labels.contains(&annotation.label))
            && (!self.noted || !annotation.note.is_empty())
            && (!self.flagged || annotation.is_flagged())
            && words.is_none_or(|words| words.stand_in(annotation))
    }
}

/// The words of a filter, folded once for all marks.
struct Words {
    typed: String,
    folded: String,
    text: Arc<Folded>,
}

impl Words {
    fn stand_in(&self, annotation: &Annotation) -> bool {
        let mut segments = annotation.target.segments();
        let here = match (segments.next(), segments.next()) {
            (Some(only), None) => self.text.holds_within(only, &self.folded),
            // They may stand across the gap between two segments, as the list shows them.
            _ => holds(&annotation.target.words(self.text.text()), &self.typed, Matching::default()),
        };
        here || (!annotation.note.is_empty() && holds(&annotation.note, &self.typed, Matching::default()))
    }
}

/// The marks that the list shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    /// The marks that pass the filter; `None` where the filter hides none.
    passing: Option<ReadingOrder>,
    /// The mark in focus where it does not pass: it is always shown.
    beside: Option<Entry>,
    /// The marks that pass, and that in focus.
    shown: Option<ReadingOrder>,
}
