//! The filter: set, and what the list shows by it.

use std::sync::Arc;

use super::{Filter, Listed, Words};
use crate::session::effect::{Effect, alone, refuse};
use crate::session::messages::NO_ARTICLE;
use crate::session::state::Session;
use crate::session::view::{Field, Screen};
use crate::text::{Matching, folded};

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
    pub(in crate::session) fn begin_filter(&mut self) -> Vec<Effect> {
        if self.document().is_none() {
            return refuse(NO_ARTICLE);
        }
        self.screen = Screen::Reader;
        self.filter.open = true;
        alone(Effect::FocusField(Field::Filter))
    }

    /// Shows other marks in the list.
    pub(in crate::session) fn set_filter(&mut self, filter: Filter) -> Vec<Effect> {
        self.filter = filter;
        Vec::new()
    }

    /// Brings what the list shows in line with the filter, the document and the focus. `anew` where filter or document
    /// have changed.
    pub(in crate::session) fn refresh_list(&mut self, anew: bool) {
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
    pub(in crate::session) fn passing_before(&self, place: usize) -> usize {
        match &self.listed.passing {
            Some(passing) => passing.partition_point(|known| *known < place),
            None => place,
        }
    }

    /// The place in reading order of the mark that is the `number`th to pass the filter, from 0.
    pub(in crate::session) fn nth_passing(&self, number: usize) -> Option<usize> {
        match &self.listed.passing {
            Some(passing) => passing.get(number).copied(),
            None => Some(number),
        }
    }
}
