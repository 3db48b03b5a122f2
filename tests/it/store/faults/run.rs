//! Runs of random actions, with what each of them writes and what both tiers hold before and after it.

use bluepencil::article::Extra;
use bluepencil::document::Document;
use bluepencil::format::native;
use bluepencil::session::{Arrival, BulkEvent, Command, DraftEvent, Event, Place, Route, Session};
use bluepencil::store::{Preferences, WriteBatch, Writes, batch};
use proptest::collection::vec;
use proptest::prelude::*;

use super::page::{Page, Tier, Trouble, calls, ours, records};
use crate::session::random::{self, Action};
use crate::support::build::{facts, moment};
use crate::support::desk::Desk;
use crate::support::generate;

/// How many actions a run has.
const ACTIONS: usize = 50;
/// How many steps are at hand for them: not everything that a user does is written.
const STEPS: usize = 600;

/// What a user does next.
#[derive(Clone, Debug)]
pub enum Step {
    InArticle(Action),
    /// Writes a note on every mark at once.
    NoteAll(String),
    DeleteAll,
    /// Deletes the open article, brings it back and opens it.
    DeleteArticle,
    Paste(String),
    Rename(String),
    /// Types a text into the dialog for a new article and leaves it there.
    Type(String),
    /// Imports a file with several articles.
    Import(Vec<Document>),
}

/// What a run is made of.
pub fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        24 => random::action().prop_map(Step::InArticle),
        2 => generate::words().prop_map(Step::NoteAll),
        1 => Just(Step::DeleteAll),
        1 => Just(Step::DeleteArticle),
        1 => generate::words().prop_map(Step::Paste),
        1 => generate::words().prop_map(Step::Rename),
        2 => generate::words().prop_map(Step::Type),
        // The first is the article that the run begins with.
        1 => generate::documents(3).prop_map(|documents| Step::Import(documents[1..].to_vec())),
    ];
    vec(step, STEPS)
}

/// What happens at a step, the `number`th.
fn events(step: Step, number: usize, desk: &Desk) -> Vec<Event> {
    let plain = |command| Event::Command(command, Place::default());
    let id = desk.document().article().id;
    match step {
        Step::InArticle(action) => random::event(action, desk.document()).into_iter().collect(),
        Step::NoteAll(note) => {
            vec![plain(Command::SelectListed), Event::Bulk(BulkEvent::AddNote(format!("{number} {note}")))]
        }
        Step::DeleteAll => vec![plain(Command::SelectListed), plain(Command::DeleteAnnotation)],
        Step::DeleteArticle => {
            vec![Event::DeleteArticle(id), plain(Command::Undo), Event::Address(Route::Article(id, None))]
        }
        Step::Paste(words) => {
            vec![Event::ArticleText(Arrival::Pasted, format!("Ferry {number}\n\nIt sails. {words}"), String::new())]
        }
        Step::Rename(name) => {
            let annotator = format!("{number} {name}");
            vec![Event::Prefer(Preferences { annotator, ..desk.session.preferences().clone() })]
        }
        Step::Type(words) => {
            let (text, title) = (format!("Ferry {number}\n\nIt sails. {words}"), String::new());
            vec![Event::Draft(DraftEvent::NewArticle { text, title })]
        }
        Step::Import(documents) => {
            let file = native::write(&documents.iter().collect::<Vec<_>>(), &Extra::default(), &moment());
            vec![Event::File("ferries.json".to_owned(), Ok(file.into_bytes()))]
        }
    }
}

/// Brings the article back that was deleted last, and opens it.
fn brought_back(desk: &Desk) -> Vec<Event> {
    let (id, _) = desk.session.library().deleted.last().expect("one was deleted");
    vec![Event::Command(Command::Undo, Place::default()), Event::Address(Route::Article(*id, None))]
}

/// A run of actions that are all written.
#[derive(Default)]
pub struct Run {
    /// What each writes.
    pub actions: Vec<WriteBatch>,
    /// The page before each of them, and the last one after all, where nothing goes wrong.
    pages: Vec<Page>,
    /// The session when each of them is kept.
    sessions: Vec<Session>,
}

impl Run {
    /// Carries steps out over a document. What the session makes of them does not depend on how storage fares, so one run
    /// serves for everything that can happen to its calls.
    pub fn recorded(document: &Document, steps: Vec<Step>) -> Self {
        let whole = records(&batch::whole(document, 1, "before"));
        let mut desk = Desk::tab(&whole.into_iter().filter_map(|(key, value)| Some((key, value?))).collect(), "tab", 0);
        let mut run = Self::default();
        run.pages.push(Page::over(desk.storage.clone(), desk.storage.clone()));
        for (step, number) in steps.into_iter().zip(0..) {
            let events = match desk.session.document() {
                Some(_) => events(step, number, &desk),
                // Redo in the library has deleted it.
                None => brought_back(&desk),
            };
            for event in events {
                desk.event(event);
                run.record(&mut desk);
                if run.actions.len() >= ACTIONS {
                    return run;
                }
            }
        }
        panic!("{} of {STEPS} steps wrote something, which is too few", run.actions.len());
    }

    /// Takes in what an event has written, if anything: more than one batch where the page reads something meanwhile.
    fn record(&mut self, desk: &mut Desk) {
        for action in std::mem::take(desk.outbox.as_mut().expect("it saves there")) {
            let mut page = self.pages.last().expect("one to begin with").clone();
            page.keep(&action, Trouble::default());
            assert!(ours(&page.strict).eq(ours(&page.quick)), "both tiers hold the same");
            self.actions.push(action);
            self.pages.push(page);
            self.sessions.push(desk.session.clone());
        }
        let page = self.pages.last().expect("one to begin with");
        desk.storage.clone_from(&page.quick);
        desk.strict.clone_from(&page.strict);
        if let Some(document) = desk.session.document() {
            assert_eq!(facts(&desk.stored(document.article().id)), facts(document), "what is stored is what is shown");
        }
    }

    /// The page before an action, where nothing has gone wrong; with the number of all actions, after the last.
    pub fn page(&self, number: usize) -> &Page {
        &self.pages[number]
    }

    /// The session when an action is kept: it has all of it, and all that came of the same event.
    pub fn session(&self, number: usize) -> &Session {
        &self.sessions[number]
    }

    /// The records before an action; with the number of all actions, after the last.
    pub fn state(&self, number: usize) -> &Tier {
        &self.pages[number].quick
    }

    /// The records that an action writes to both tiers.
    pub fn records(&self, number: usize) -> Writes {
        records(&self.actions[number])
    }

    /// Whether an action deletes records, as those of an article that goes.
    pub fn deletes(&self, number: usize) -> bool {
        !self.actions[number].deletes.is_empty()
    }

    /// How many records an action writes to the quick tier.
    pub fn calls(&self, number: usize) -> usize {
        calls(&self.actions[number]).len()
    }

    /// The call by which an action writes one of its records to the quick tier.
    pub fn call(&self, number: usize, record: usize) -> usize {
        calls(&self.actions[number]).iter().position(|each| *each == Some(record)).expect("it is written")
    }
}
