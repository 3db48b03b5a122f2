//! Tiers that are emptied or closed by another program while a page is open: what was called saved is there when the page is
//! loaded again, or the page has said that it is gone.

use std::collections::BTreeMap;
use std::sync::Arc;

use bluepencil::article::{ArticleId, Timestamp};
use bluepencil::session::{Effect, Event, Session, Stamp};
use bluepencil::store::incarnation::{Condition, condition};
use bluepencil::store::{Draft, Library, WriteBatch, key, library, reconciliation};
use proptest::prelude::*;
use uuid::Uuid;

use super::kill::opened;
use super::page::{Fault, Page, Tier, Trouble, ours, records, shared};
use super::run::{Run, steps};
use crate::support::build::{Facts, facts, moment};
use crate::support::generate;

const QUICK: usize = 0;
const STRICT: usize = 1;

/// Every article that can be opened.
type Opened = BTreeMap<ArticleId, Facts>;

/// What the page says of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// “Saved”, or “Kept in this browser”.
    Kept,
    NotSaved,
}

/// The page while an action is kept, with what it says.
struct Keeping<'a> {
    page: Page,
    session: Session,
    trouble: Trouble,
    said: Vec<String>,
    reads_library: bool,
    quick_was_emptied: bool,
    run: &'a Run,
    number: usize,
}

impl<'a> Keeping<'a> {
    fn of(run: &'a Run, number: usize, trouble: Trouble) -> Self {
        let (page, session) = (run.page(number).clone(), run.session(number).clone());
        Self { page, session, trouble, said: Vec::new(), reads_library: false, quick_was_emptied: false, run, number }
    }

    /// As the page keeps an action, and what it calls that.
    fn keep(&mut self) -> Outcome {
        self.write(&self.run.actions[self.number], self.trouble);
        if let Some((_, Fault::IsEmptied)) = self.trouble.strict {
            self.page.strict.clear();
            self.page.markers[STRICT] = None;
        }
        let outcome = self.confirm();
        if std::mem::take(&mut self.reads_library) {
            let (quick, strict) = (shared(&self.page.quick), shared(&self.page.strict));
            let all = reconciliation::reconciled(quick, &strict, &moment());
            self.tell(Event::LibraryRead(library_of(all.iter().map(|(key, value)| (key.as_str(), value.as_str())))));
        }
        outcome
    }

    fn write(&mut self, action: &WriteBatch, trouble: Trouble) {
        self.look_at_quick();
        self.page.write_action(records(action), &mut 0, trouble);
        if self.look_at_quick() == Condition::Emptied {
            self.page.write_action(records(action), &mut 0, Trouble::default());
        }
        self.page.waiting.extend(records(action));
        self.page.waiting.extend(action.strict.clone());
    }

    /// As the strict tier is written: each time around, what was emptied is noticed first.
    fn confirm(&mut self) -> Outcome {
        let refuses = matches!(self.trouble.strict, Some((_, Fault::Fails)));
        for _ in 0..5 {
            if std::mem::take(&mut self.quick_was_emptied) {
                if !refuses {
                    self.look_at_strict();
                }
                let held = if refuses { Vec::new() } else { shared(&self.page.strict) };
                let mut writes = reconciliation::refill(held);
                writes.extend(self.page.waiting.iter().filter(|(key, _)| key.starts_with("bluepencil/")).cloned());
                self.page.write_quick(writes, &mut 0, Trouble::default());
                if refuses {
                    self.tell(Event::StorageEmptied);
                }
            }
            if refuses {
                if self.look_at_quick() == Condition::Emptied {
                    continue;
                }
                return if self.page.unwritten.is_empty() { Outcome::Kept } else { Outcome::NotSaved };
            }
            self.look_at_strict();
            let marker = self.page.markers[STRICT].get_or_insert_with(|| "fresh".to_owned());
            self.page.known[STRICT] = Some(marker.clone());
            let waiting = std::mem::take(&mut self.page.waiting);
            if !waiting.is_empty() {
                self.page.commit(waiting);
            }
            if !self.quick_was_emptied {
                return Outcome::Kept;
            }
        }
        panic!("it comes to an end: {:?}", self.trouble);
    }

    fn look_at_quick(&mut self) -> Condition {
        let found = self.page.markers[QUICK].clone().filter(|_| !self.page.is_closed);
        let condition = condition(self.page.known[QUICK].as_deref(), found.as_deref());
        if condition == Condition::Emptied {
            self.quick_was_emptied = true;
            self.page.known[QUICK] = (!self.page.is_closed).then(|| "fresh".to_owned());
            if !self.page.is_closed {
                self.page.markers[QUICK].clone_from(&self.page.known[QUICK]);
            }
        }
        condition
    }

    fn look_at_strict(&mut self) {
        let (known, found) = (&self.page.known[STRICT], &self.page.markers[STRICT]);
        if condition(known.as_deref(), found.as_deref()) == Condition::Emptied {
            self.page.known[STRICT] = self.page.markers[STRICT].clone();
            let quick = if self.page.is_closed { Vec::new() } else { shared(&self.page.quick) };
            let later = std::mem::replace(&mut self.page.waiting, reconciliation::refill(quick));
            self.page.waiting.extend(later);
            self.tell(Event::StorageEmptied);
        }
    }

    /// The session is told something, and what it asks for is done.
    fn tell(&mut self, event: Event) {
        let now = Timestamp::from_unix_milliseconds(1_795_442_999_000);
        let effects = self.session.update(event, &mut Stamp { now, random: &mut Uuid::nil, writer: "tab" });
        for effect in effects {
            match effect {
                Effect::Save(batch) => self.write(&batch, Trouble::default()),
                Effect::ReadLibrary => self.reads_library = true,
                Effect::Alert(sentence) | Effect::UrgeExport(sentence) => self.said.push(sentence),
                _ => {}
            }
        }
    }

    /// Loads the page again and looks at what is there; the articles before and after the action are given.
    fn check(mut self, [before, after]: &[Opened; 2]) {
        let place = (self.number, self.trouble);
        let outcome = self.keep();
        let reopened = self.page.reopened();
        let read = reopened.read();
        let found = opened(ours(&read));
        let open = self.session.document().map(|document| (document.article().id, facts(document)));
        let is_there = |id: &ArticleId| {
            let found = found.get(id);
            // What was not saved may be there all the same, and what came of one event in several batches is in the session.
            found == after.get(id)
                || (outcome == Outcome::NotSaved && found == before.get(id))
                || open.as_ref().is_some_and(|(open, facts)| open == id && found == Some(facts))
        };
        let expected = if outcome == Outcome::Kept { after } else { before };
        let lost: Vec<ArticleId> = expected.keys().copied().filter(|id| !is_there(id)).collect();
        if let Some((open, _)) = &open {
            assert!(!lost.contains(open), "the open article is there: {place:?}");
        }
        if !lost.is_empty() {
            let counted = if lost.len() == 1 {
                "1 article of the library is".to_owned()
            } else {
                format!("{} articles of the library are", lost.len())
            };
            let told = self.said.iter().any(|said| said.contains(&counted));
            assert!(told, "{counted} gone, and it said {:?}: {place:?}", self.said);
        }
        let known = self.run.session(self.number).library();
        let is_known = |id: &ArticleId| is_there(id) || known.articles.iter().any(|known| known.id == *id);
        assert!(found.keys().all(is_known), "nothing comes back that was deleted: {place:?}");
        if outcome == Outcome::Kept {
            self.check_the_rest(&reopened, self.number + 1);
        }
    }

    /// What was set is there, and what can be undone in the open article, as far as there is a strict tier to keep it.
    fn check_the_rest(&self, reopened: &Page, number: usize) {
        let place = (self.number, self.trouble);
        let read = reopened.read();
        let set = library_of(ours(&read)).preferences;
        let expected = library_of(ours(self.run.state(number))).preferences;
        assert!(set == expected || set == *self.session.preferences(), "what was set is there: {place:?}");
        let typed = self.session.new_article_draft();
        let drafts = library_of(ours(&read)).drafts;
        let is_kept = |typed: &Arc<Draft>| drafts.iter().any(|kept| kept.draft == *typed);
        assert!(typed.is_none_or(is_kept), "what was typed is there: {place:?}");
        if !matches!(self.trouble.strict, Some((_, Fault::Fails))) {
            let mut deleted = self.run.page(number).strict.keys().filter(|key| key.starts_with("deleted/"));
            let is_kept = |key: &String| reopened.strict.contains_key(key);
            assert!(deleted.all(is_kept), "what was deleted can be brought back: {place:?}");
        }
        let Some(open) = self.session.document().map(|document| document.article().id) else { return };
        if matches!(self.trouble.strict, Some((_, Fault::Fails))) {
            return;
        }
        let history = |tier: &Tier| -> BTreeMap<String, String> {
            let prefix = key::history_prefix(open);
            tier.range(prefix.clone()..)
                .take_while(|(key, _)| key.starts_with(&prefix))
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect()
        };
        let (found, expected) = (history(&reopened.strict), history(&self.run.page(number).strict));
        assert!(expected.iter().all(|(key, step)| found.get(key) == Some(step)), "what can be undone: {place:?}");
    }
}

fn library_of<'a>(records: impl Iterator<Item = (&'a str, &'a str)>) -> Library {
    library::summaries(records)
}

/// Each tier is emptied or closed at every call, or both are.
fn losses(calls: usize) -> Vec<Trouble> {
    let in_strict = [None, Some(Fault::IsEmptied), Some(Fault::IsClosed), Some(Fault::Fails)];
    let mut troubles = Vec::new();
    for strict in in_strict.map(|fault| Some((0, fault?))) {
        troubles.push(Trouble { quick: None, strict });
        for call in 0..calls {
            for fault in [Fault::IsEmptied, Fault::IsClosed] {
                troubles.push(Trouble { quick: Some((call, fault)), strict });
            }
        }
    }
    troubles
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, max_shrink_iters: 10, ..ProptestConfig::default() })]

    #[test]
    fn what_was_called_saved_is_there_or_told_as_gone_whichever_tier_is_emptied_or_closed_at_whichever_call(
        document in generate::document(), steps in steps()
    ) {
        let run = Run::recorded(&document, steps);
        for number in 0..run.actions.len() {
            let around = [number, number + 1].map(|number| opened(ours(run.state(number))));
            for trouble in losses(run.calls(number)) {
                Keeping::of(&run, number, trouble).check(&around);
            }
        }
    }

    /// Between two actions, so that the first call of the next one finds it.
    #[test]
    fn both_tiers_emptied_between_two_actions_keep_what_the_page_holds(document in generate::document(), steps in steps()) {
        let run = Run::recorded(&document, steps);
        for number in 0..run.actions.len() {
            let mut keeping = Keeping::of(&run, number, Trouble::default());
            keeping.page.quick.clear();
            keeping.page.strict.clear();
            keeping.page.markers = [None, None];
            keeping.check(&[number, number + 1].map(|number| opened(ours(run.state(number)))));
        }
    }
}
