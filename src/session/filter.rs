//! Filters: which marks the list shows. They belong to this page alone and change no annotation.

use std::sync::Arc;

use super::effect::{Effect, Field, alone, refuse};
use super::{NO_ARTICLE, Screen, Session};
use crate::annotation::{Annotation, Label};
use crate::text::{Folded, Matching, folded, holds};

/// What a mark must have to be shown in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Whether its fields are open.
    pub open: bool,
    /// One of these labels; any, where there are none.
    pub labels: Vec<Label>,
    /// These words, in its own or in its note.
    pub words: String,
    /// A note.
    pub noted: bool,
    /// The flag.
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

/// The places in reading order of the marks that the list shows.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    /// Those that pass the filter; `None` where every mark does.
    passing: Option<Vec<usize>>,
    /// Those and the one in focus, which is always shown.
    shown: Option<Arc<Vec<usize>>>,
}

impl Session {
    /// The filter of the list.
    #[must_use]
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The places in reading order of the marks that the list shows: those that pass the filter, and the one in focus.
    /// `None` where it shows all.
    #[must_use]
    pub fn listed(&self) -> Option<&Arc<Vec<usize>>> {
        self.listed.shown.as_ref()
    }

    /// How many marks pass the filter; `None` without a filter.
    #[must_use]
    pub fn passing(&self) -> Option<usize> {
        self.listed.passing.as_ref().map(Vec::len)
    }

    /// Opens the fields of the filter and goes to them.
    pub(super) fn begin_filter(&mut self) -> Vec<Effect> {
        if self.document().is_none() {
            return refuse(NO_ARTICLE);
        }
        self.screen = Screen::Reader;
        self.filter.open = true;
        alone(Effect::FocusField(Field::Filter))
    }

    /// Shows other marks in the list.
    pub(super) fn set_filter(&mut self, filter: Filter) -> Vec<Effect> {
        self.filter = filter;
        Vec::new()
    }

    /// Brings what the list shows in line with the filter, the document and the focus. `anew` where filter or document
    /// have changed.
    pub(super) fn list_again(&mut self, anew: bool) {
        let document = self.document().filter(|_| self.filter.is_active()).cloned();
        let Some(document) = document else {
            self.listed = Listed::default();
            return;
        };
        if anew || self.listed.passing.is_none() {
            let typed = self.filter.words.trim().to_owned();
            let words = (!typed.is_empty()).then(|| Words {
                folded: folded(&typed, Matching::default()),
                text: self.folded(&document, Matching::default()),
                typed,
            });
            let entries = document.entries().iter().enumerate();
            let passing = entries.filter(|(_, entry)| self.filter.passes(words.as_ref(), &entry.annotation));
            self.listed.passing = Some(passing.map(|(place, _)| place).collect());
        }
        let mut shown = self.listed.passing.clone().unwrap_or_default();
        if let Some(focus) = self.focus.and_then(|id| document.position(id))
            && let Err(place) = shown.binary_search(&focus)
        {
            shown.insert(place, focus);
        }
        if self.listed.shown.as_deref() != Some(&shown) {
            self.listed.shown = Some(Arc::new(shown));
        }
    }

    /// How many of the marks that pass the filter stand before a place in reading order.
    pub(super) fn passing_before(&self, place: usize) -> usize {
        match &self.listed.passing {
            Some(passing) => passing.partition_point(|known| *known < place),
            None => place,
        }
    }

    /// The place in reading order of the mark that is the `number`th to pass the filter, from 0.
    pub(super) fn nth_passing(&self, number: usize) -> Option<usize> {
        match &self.listed.passing {
            Some(passing) => passing.get(number).copied(),
            None => Some(number),
        }
    }
}
