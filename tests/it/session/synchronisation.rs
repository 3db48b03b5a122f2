//! Several tabs on one article: nothing lost, nothing doubled, deletions stay deleted, and undo undoes one's own.

use std::collections::BTreeMap;

use bluepencil::annotation::Label;
use bluepencil::document::Document;
use bluepencil::session::{Command, Detail, DetailsEvent, Event, Place, Screen};
use bluepencil::store::{WriteBatch, Writes, batch, conditional_write, library, load};
use bluepencil::text::Utf8;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::build::{article_id, facts, harbour, id, moment};
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::generate;

/// The tabs of a test: their names, in the order in which of two equal revisions the later counts.
const TABS: [&str; 3] = ["a", "b", "c"];

/// Tabs over one strict tier, each with what it has yet to hear.
struct Tabs {
    tabs: Vec<Desk>,
    inbox: Vec<Vec<Writes>>,
    strict: BTreeMap<String, String>,
}

impl Tabs {
    fn over(document: &Document) -> Self {
        let strict: BTreeMap<String, String> = batch::whole(document, 1, "before")
            .into_writes()
            .into_iter()
            .filter_map(|(key, record)| Some((key, record?)))
            .collect();
        let tabs = TABS.iter().zip(0..).map(|(name, number)| Desk::tab(&strict, name, number)).collect();
        Self { tabs, inbox: vec![Vec::new(); TABS.len()], strict }
    }

    /// The strict tier takes the oldest batch of a tab: as one transaction, as the page's does.
    fn commit(&mut self, number: usize) {
        let outbox = self.tabs[number].outbox.as_mut().expect("a tab");
        if outbox.is_empty() {
            return;
        }
        let writes = outbox.remove(0).into_writes();
        let held = writes.iter().map(|(key, _)| self.strict.get(key).cloned()).collect();
        let admitted = conditional_write::admit(writes, held, &moment());
        for (key, value) in &admitted.writes {
            match value {
                Some(value) => self.strict.insert(key.clone(), value.clone()),
                None => self.strict.remove(key),
            };
        }
        for (other, inbox) in self.inbox.iter_mut().enumerate() {
            if other != number {
                inbox.push(admitted.writes.clone());
            }
        }
        if !admitted.newer.is_empty() {
            self.tabs[number].event(Event::Received(admitted.newer));
            self.read_library(number);
        }
    }

    /// A tab hears what it was told first.
    fn hear(&mut self, number: usize) -> Vec<Said> {
        if self.inbox[number].is_empty() {
            return Vec::new();
        }
        let records = self.inbox[number].remove(0);
        let said = self.tabs[number].event(Event::Received(records));
        self.read_library(number);
        said
    }

    fn read_library(&mut self, number: usize) {
        if std::mem::take(&mut self.tabs[number].wants_library) {
            let records = self.strict.iter().map(|(key, value)| (key.as_str(), value.as_str()));
            self.tabs[number].event(Event::LibraryRead(library::summaries(records)));
        }
    }

    /// Everything that is under way arrives.
    fn settle(&mut self) {
        let under_way = |tabs: &Self, number: usize| {
            !tabs.inbox[number].is_empty()
                || tabs.tabs[number].outbox.as_ref().is_some_and(|batches| !batches.is_empty())
        };
        while (0..TABS.len()).any(|number| under_way(self, number)) {
            for number in 0..TABS.len() {
                self.commit(number);
                self.hear(number);
            }
        }
    }

    /// The article as it would be opened now.
    fn stored(&self) -> Document {
        let records = self.strict.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        let (document, problems) = load::document(article_id(1), records).expect("it opens");
        assert_eq!(problems, []);
        document
    }
}

/// What is done next, in which tab.
#[derive(Clone, Debug)]
enum Step {
    Mark(Index, Index),
    Relabel(Index, &'static str),
    Note(Index, String),
    Delete(Index),
    Detail(String),
    Undo,
    Redo,
    Commit,
    Hear,
}

fn step() -> impl Strategy<Value = Step> {
    let relabel = (any::<Index>(), prop::sample::select(&["quote", "claim", "credit"][..]));
    prop_oneof![
        3 => (any::<Index>(), any::<Index>()).prop_map(|(one, other)| Step::Mark(one, other)),
        3 => relabel.prop_map(|(place, label)| Step::Relabel(place, label)),
        2 => (any::<Index>(), generate::words()).prop_map(|(place, note)| Step::Note(place, note)),
        2 => any::<Index>().prop_map(Step::Delete),
        1 => generate::words().prop_map(Step::Detail),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        5 => Just(Step::Commit),
        5 => Just(Step::Hear),
    ]
}

fn take(tabs: &mut Tabs, number: usize, step: &Step) {
    let desk = &mut tabs.tabs[number];
    let entries = desk.document().entries().to_vec();
    let chosen = |place: &Index| entries.get(place.index(entries.len().max(1))).map(|entry| entry.annotation.id);
    match step {
        Step::Mark(one, other) => {
            let length = desk.document().article().text.as_str().len() + 1;
            desk.command_on(Command::MarkQuote, Utf8::at(one.index(length)), Utf8::at(other.index(length)));
        }
        Step::Relabel(place, label) => {
            let label = Label::parse(label).expect("a label");
            chosen(place).map(|id| desk.event(Event::Relabel(id, label)));
        }
        Step::Note(place, note) => {
            chosen(place).map(|id| desk.event(Event::Note(id, note.clone())));
        }
        Step::Delete(place) => {
            if let Some(id) = chosen(place) {
                desk.event(Event::Choose(id));
                desk.command(Command::DeleteAnnotation);
            }
        }
        Step::Detail(title) => {
            desk.event(Event::Details(DetailsEvent::Edit(Detail::Title, title.clone())));
        }
        Step::Undo => drop(desk.command(Command::Undo)),
        Step::Redo => drop(desk.command(Command::Redo)),
        Step::Commit => tabs.commit(number),
        Step::Hear => drop(tabs.hear(number)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn all_tabs_come_to_what_storage_holds(
        document in generate::document(),
        steps in vec((0..TABS.len(), step()), 0..120),
    ) {
        let mut tabs = Tabs::over(&document);
        for (number, step) in &steps {
            take(&mut tabs, *number, step);
        }
        tabs.settle();
        let stored = facts(&tabs.stored());
        for tab in &tabs.tabs {
            prop_assert_eq!(&facts(tab.document()), &stored);
        }
    }
}

#[test]
fn a_mark_of_another_tab_appears() {
    let mut tabs = Tabs::over(&harbour(1, &[]));
    tabs.tabs[0].command_at(Command::MarkQuote, "We are close");
    tabs.commit(0);
    assert_eq!(tabs.hear(1), [], "nothing is said and nothing moves");
    assert_eq!(tabs.tabs[1].document().entries().len(), 1);
    assert_eq!(tabs.tabs[1].session.library().articles[0].annotations, 1);
}

#[test]
fn undo_takes_back_what_was_done_here_and_not_what_came() {
    let mut tabs = Tabs::over(&harbour(1, &[]));
    tabs.tabs[0].command_at(Command::MarkQuote, "We are close");
    tabs.settle();
    assert_eq!(refusal(&tabs.tabs[1].command(Command::Undo)), "There is nothing to undo.");
    tabs.tabs[1].command_at(Command::MarkClaim, "Harbour talks");
    tabs.settle();
    tabs.tabs[0].command(Command::Undo);
    tabs.settle();
    let left = tabs.stored();
    assert_eq!(left.annotations().map(|annotation| annotation.label.name()).collect::<Vec<_>>(), ["claim"]);
}

#[test]
fn a_step_whose_mark_was_changed_elsewhere_is_not_undone_but_the_one_before_is() {
    let mut tabs = Tabs::over(&harbour(1, &[]));
    tabs.tabs[0].command_at(Command::MarkQuote, "Harbour talks");
    tabs.tabs[0].command_at(Command::MarkQuote, "We are close");
    let marked = tabs.tabs[0].session.focus().expect("the mark is in focus");
    tabs.settle();
    tabs.tabs[1].event(Event::Note(marked, "checked".to_owned()));
    tabs.settle();
    let said = tabs.tabs[0].command(Command::Undo);
    assert!(refusal(&said).contains("changed in another tab"), "{said:?}");
    assert_eq!(tabs.tabs[0].document().entries().len(), 2);
    tabs.tabs[0].command(Command::Undo);
    assert_eq!(tabs.tabs[0].document().entries().len(), 1);
}

#[test]
fn a_deletion_stays_deleted_and_the_focus_leaves_it() {
    let mut tabs = Tabs::over(&harbour(1, &["We are close"]));
    tabs.tabs[1].event(Event::Choose(id(1)));
    tabs.tabs[0].event(Event::Choose(id(1)));
    tabs.tabs[0].command(Command::DeleteAnnotation);
    tabs.settle();
    assert_eq!((tabs.tabs[1].document().entries().len(), tabs.tabs[1].session.focus()), (0, None));
    assert_eq!(tabs.stored().entries().len(), 0);
}

#[test]
fn of_two_labels_at_the_same_moment_one_counts_and_its_loser_is_told() {
    let mut tabs = Tabs::over(&harbour(1, &["We are close"]));
    for (number, label) in ["claim", "credit"].into_iter().enumerate() {
        tabs.tabs[number].event(Event::Relabel(id(1), Label::parse(label).expect("a label")));
    }
    tabs.commit(0);
    tabs.commit(1);
    let said = tabs.hear(0);
    assert_eq!(told(&said), "Label changed in another tab: Claim → Credit.");
    tabs.settle();
    assert_eq!(tabs.tabs[1].document().entries()[0].annotation.label.name(), "credit");
}

#[test]
fn an_article_that_is_deleted_elsewhere_can_be_brought_back_with_what_was_done_to_it_here() {
    let mut tabs = Tabs::over(&harbour(1, &[]));
    tabs.tabs[0].event(Event::DeleteArticle(article_id(1)));
    tabs.tabs[1].command_at(Command::MarkQuote, "We are close");
    tabs.commit(0);
    let said = tabs.hear(1);
    assert!(told(&said).contains("was deleted in another tab"), "{said:?}");
    assert_eq!(tabs.tabs[1].session.screen(), Screen::Library);
    assert_eq!(tabs.tabs[1].titles(), Vec::<&str>::new());
    tabs.tabs[1].event(Event::Command(Command::Undo, Place::default()));
    tabs.settle();
    assert_eq!(tabs.stored().entries().len(), 1);
}

/// What a tab saves by a change, and what it saves when it then hears the records as they were before. Local storage has no
/// conditional writes: another tab may have put its older state over the newer one there.
fn saved_and_saved_again(document: &Document, change: impl FnOnce(&mut Desk)) -> [Vec<Writes>; 2] {
    let mut tabs = Tabs::over(document);
    let before = tabs.strict.iter().map(|(key, record)| (key.clone(), Some(record.clone()))).collect();
    let tab = &mut tabs.tabs[0];
    change(tab);
    let saved = taken(tab);
    tab.event(Event::Received(before));
    [saved, taken(tab)]
}

/// What a tab has saved in both tiers since the last time.
fn taken(tab: &mut Desk) -> Vec<Writes> {
    let batches = tab.outbox.replace(Vec::new()).into_iter().flatten();
    // History goes into the strict tier alone.
    batches.map(WriteBatch::into_writes).filter(|writes| !writes.is_empty()).collect()
}

#[test]
fn where_an_older_state_of_a_mark_arrives_the_newer_one_is_saved_again() {
    let [saved, again] = saved_and_saved_again(&harbour(1, &["We are close", "flag"]), |tab| {
        tab.event(Event::Note(id(1), "checked".to_owned()));
    });
    assert_eq!((saved.len(), again), (1, saved));
}

#[test]
fn where_a_mark_that_was_deleted_here_arrives_its_deletion_is_saved_again() {
    let [saved, again] = saved_and_saved_again(&harbour(1, &["We are close", "flag"]), |tab| {
        tab.event(Event::Choose(id(1)));
        tab.command(Command::DeleteAnnotation);
    });
    assert_eq!((saved.len(), again), (1, saved));
}

#[test]
fn where_older_details_of_the_article_arrive_the_newer_ones_are_saved_again() {
    let [saved, again] = saved_and_saved_again(&harbour(1, &["We are close"]), |tab| {
        tab.event(Event::Details(DetailsEvent::Edit(Detail::Byline, "Zoe\u{301}".to_owned())));
    });
    assert_eq!((saved.len(), again), (1, saved));
}

#[test]
fn several_older_states_at_once_are_answered_as_one() {
    let [saved, again] = saved_and_saved_again(&harbour(1, &["We are close", "flag"]), |tab| {
        tab.event(Event::Note(id(1), "checked".to_owned()));
        tab.event(Event::Choose(id(2)));
        tab.command(Command::DeleteAnnotation);
        tab.event(Event::Details(DetailsEvent::Edit(Detail::Byline, "Zoe\u{301}".to_owned())));
    });
    assert_eq!((saved.len(), again), (3, vec![saved.concat()]));
}

#[test]
fn what_is_known_here_already_is_answered_with_nothing() {
    let [saved, again] = saved_and_saved_again(&harbour(1, &["We are close"]), |_| ());
    assert_eq!((saved.len(), again.len()), (0, 0));
}
