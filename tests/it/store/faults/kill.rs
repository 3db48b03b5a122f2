//! A kill of the page, what it promises to have when it is opened again, and whether it has that.

use std::collections::BTreeMap;

use bluepencil::article::ArticleId;
use bluepencil::store::{Record, library, load};

use super::page::{Fault, Page, Tier, Trouble, ours};
use super::run::Run;
use crate::support::build::{Facts, facts};

/// Another kill, while the tiers are being brought in line: after the first record.
const BROKEN_OFF: Trouble = Trouble { quick: Some((1, Fault::FailsFromHere)), strict: Some((0, Fault::IsDropped)) };

/// What must be there when the page is opened again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    /// The action.
    After,
    /// The action as a whole, or nothing of it.
    Whole,
    /// Of each record the state before or after the action.
    EachRecord,
}

/// A kill after an action that was kept with some trouble, while the strict tier was some actions behind.
pub struct Kill<'a> {
    pub run: &'a Run,
    pub number: usize,
    pub behind: usize,
    pub trouble: Trouble,
}

impl Kill<'_> {
    /// What one tier has as a whole is there; that is so of all that the page calls saved, which waits for the strict
    /// tier's word. Where that tier has missed an action, the quick one has it as a whole or not at all. Each record stands
    /// for itself where one was damaged in the strict tier after it was safe there and the quick one has not all of them
    /// either.
    pub fn promise(&self) -> Promise {
        let Trouble { quick, strict } = self.trouble;
        if has_all(quick) || has_all(strict) {
            return Promise::After;
        }
        let deletes = self.run.deletes(self.number);
        let loses_more = is(Fault::IsTorn, quick) || (is(Fault::IsDropped, quick) && deletes);
        let one_by_one = is(Fault::IsTorn, strict) && (deletes || self.run.records(self.number).len() > 1);
        if !one_by_one && (self.behind == 0 || !loses_more) { Promise::Whole } else { Promise::EachRecord }
    }

    /// The first state of which a record may be. What local storage has torn or deleted may have been a state that the
    /// strict tier did not have yet, so what was not called saved can be older than the action before.
    fn oldest(&self) -> usize {
        let begin = self.number - self.behind;
        let deletes = (begin..=self.number).any(|number| self.run.deletes(number));
        if is(Fault::IsTorn, self.trouble.quick) || deletes { begin } else { self.number }
    }

    /// Carries the kill out on the page as it was before the action, and looks at what is there afterwards.
    pub fn check(&self, mut page: Page) {
        let place = (self.number, self.behind, self.trouble);
        page.keep(&self.run.actions[self.number], self.trouble);
        let reopened = page.reopened();
        let read = reopened.read();
        let found = self.readable(&read);
        assert!(found == self.readable(&reopened.strict), "the strict tier holds all: {place:?}");
        self.holds(&found);
        if found.len() < ours(&read).count() {
            let (all, found) = (ours(&read), found.iter().copied());
            assert_eq!(opened(all), opened(found), "what cannot be read changes nothing else: {place:?}");
        }
        if [Fault::IsTorn, Fault::FailsFromHere].into_iter().any(|fault| is(fault, self.trouble.quick)) {
            let twice = page.reopened_with(BROKEN_OFF).reopened();
            assert!(self.readable(&twice.read()) == found, "a kill while it opens changes nothing: {place:?}");
        }
    }

    fn holds(&self, found: &[(&str, &str)]) {
        let place = (self.number, self.behind, self.trouble);
        let (before, after) = (self.run.state(self.number), self.run.state(self.number + 1));
        let is = |state: &Tier| ours(state).eq(found.iter().copied());
        match self.promise() {
            Promise::After => assert!(is(after), "the action is there: {place:?}"),
            Promise::Whole => assert!(is(before) || is(after), "the action is there or is not: {place:?}"),
            Promise::EachRecord => {
                let found: BTreeMap<&str, &str> = found.iter().copied().collect();
                let states = || (self.oldest()..=self.number + 1).map(|number| self.run.state(number));
                let mut keys = before.keys().chain(after.keys()).map(String::as_str).chain(found.keys().copied());
                let known = |key| states().any(|state| state.get(key).map(String::as_str) == found.get(key).copied());
                assert!(keys.all(known), "each record is of a state that was: {place:?}");
            }
        }
    }

    /// The records that can be read; those of the two states are known to be.
    fn readable<'a>(&self, tier: &'a Tier) -> Vec<(&'a str, &'a str)> {
        let states = [self.number, self.number + 1].map(|number| self.run.state(number));
        let known = |key, value| states.iter().any(|state| state.get(key).is_some_and(|known| known == value));
        ours(tier).filter(|(key, value)| known(*key, *value) || Record::decode(value).is_ok()).collect()
    }
}

/// Whether this is what becomes of a call.
pub fn is(fault: Fault, found: Option<(usize, Fault)>) -> bool {
    found.is_some_and(|(_, found)| found == fault)
}

/// Whether a tier has all of an action.
fn has_all(fault: Option<(usize, Fault)>) -> bool {
    fault.is_none() || is(Fault::IsRepeated, fault)
}

/// Every article that can be opened, as it is then.
pub fn opened<'a>(records: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> BTreeMap<ArticleId, Facts> {
    let articles = library::summaries(records.clone()).articles.into_iter();
    let document = |id| Some((id, facts(&load::document(id, records.clone()).ok()?.0)));
    articles.filter_map(|article| document(article.id)).collect()
}
