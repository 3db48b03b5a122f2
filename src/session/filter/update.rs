//! The filter: set, and what the list shows by it.

use super::{Filter, Listed, Words};
use crate::document::{Document, Entry, ReadingOrder};
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

    /// The marks that the list shows: those that pass the filter, and the one in focus. `None` where it shows all.
    #[must_use]
    pub fn listed(&self) -> Option<&ReadingOrder> {
        self.listed.shown.as_ref()
    }

    /// How many marks pass the filter; `None` without a filter.
    #[must_use]
    pub fn passing(&self) -> Option<usize> {
        self.passing_marks().map(ReadingOrder::len)
    }

    /// The marks that pass the filter; `None` without a filter.
    pub(in crate::session) fn passing_marks(&self) -> Option<&ReadingOrder> {
        self.listed.passing.as_ref()
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

    /// Brings what the list shows in line with the filter, the document and the focus. `before` is the document that it was
    /// in line with; `None` where the filter is another one too, and every mark must be looked at.
    pub(in crate::session) fn refresh_list(&mut self, before: Option<&Document>) {
        let document = self.document().filter(|_| self.filter.is_active()).cloned();
        let Some(document) = document else {
            self.listed = Listed::default();
            return;
        };
        let known = self.listed.passing.take().zip(before);
        let (passing, same) = match known {
            Some((passing, before)) => self.passing_after(passing, before, &document),
            None => (self.all_passing(&document), false),
        };
        let focus = self.focus.and_then(|id| document.entry(id));
        let beside = focus.filter(|entry| !passing.contains(&entry.annotation)).cloned();
        if !same || self.listed.shown.is_none() || self.listed.beside != beside {
            let mut shown = passing.clone();
            beside.iter().for_each(|entry| shown.insert(entry.clone()));
            self.listed.shown = Some(shown);
        }
        self.listed.beside = beside;
        self.listed.passing = Some(passing);
    }

    /// The marks of a document that pass, all of them looked at.
    fn all_passing(&mut self, document: &Document) -> ReadingOrder {
        let words = self.filter_words(document);
        let passes = |entry: &&Entry| self.filter.passes(words.as_ref(), &entry.annotation);
        ReadingOrder::new(document.entries().iter().filter(passes).cloned().collect())
    }

    /// The marks of a document that pass, made of those that did before it changed; and whether they are the same.
    fn passing_after(
        &mut self,
        mut passing: ReadingOrder,
        before: &Document,
        document: &Document,
    ) -> (ReadingOrder, bool) {
        let words = self.filter_words(document);
        let known = passing.clone();
        for (was, is) in before.changes_to(document) {
            was.iter().for_each(|entry| passing.remove(&entry.annotation));
            let is = is.filter(|entry| self.filter.passes(words.as_ref(), &entry.annotation));
            is.iter().for_each(|entry| passing.insert((*entry).clone()));
        }
        let same = passing.is_same(&known);
        (passing, same)
    }

    /// The words of the filter, with the text that they are looked for in.
    fn filter_words(&mut self, document: &Document) -> Option<Words> {
        let typed = self.filter.words.trim().to_owned();
        (!typed.is_empty()).then(|| Words {
            folded: folded(&typed, Matching::default()),
            text: self.folded(document, Matching::default()),
            typed,
        })
    }
}
