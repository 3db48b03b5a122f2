//! The bridge between the session and the page: one signal for the document, one for everything else that is shown, and
//! the one door through which every event goes.

use std::sync::Arc;

use bluepencil::annotation::AnnotationId;
use bluepencil::document::Document;
use bluepencil::session::{Command, Dialog, Effect, Event, Place, Route, Saving, Screen, Session, Stamp, Stored};
use bluepencil::store::{Library, recover};
use bluepencil::text::Utf8;
use leptos::prelude::*;

use crate::browser::highlight::Painter;
use crate::browser::local_storage::LocalStore;
use crate::browser::{article, clock, dom, files, list, selection};

/// A document as a signal holds it: equal only to itself, so that comparing two is one look at a pointer.
#[derive(Clone, Debug)]
pub struct Shown(pub Arc<Document>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the page shows beside the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The articles that are kept here, and the user's preferences.
    pub library: Arc<Library>,
    /// Whether everything is in storage.
    pub saving: Saving,
    /// What undo would take back.
    pub next_undo: Option<String>,
    /// What redo would do again.
    pub next_redo: Option<String>,
}

/// One sentence for the user, numbered so that the same sentence twice is said twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    /// The sentence.
    pub text: String,
    /// A command offered beside it.
    pub offer: Option<Command>,
}

/// What every component holds: signals to read, and [`Desk::dispatch`] to say what happened. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    session: StoredValue<Session, LocalStorage>,
    store: StoredValue<LocalStore, LocalStorage>,
    writer: StoredValue<String>,
    /// What is painted in the article.
    pub painter: StoredValue<Painter, LocalStorage>,
    /// Where the user last stood in the article; kept while a field or dialog has the focus.
    pub place: RwSignal<Place>,
    /// The selection that a label was just given to: the label bar stays away until it changes.
    pub labelled: RwSignal<Option<(Utf8, Utf8)>>,
    /// The open document.
    pub document: RwSignal<Option<Shown>>,
    /// The screen that is shown.
    pub screen: RwSignal<Screen>,
    /// The dialog over it.
    pub dialog: RwSignal<Option<Dialog>>,
    /// The annotation in focus.
    pub focus: RwSignal<Option<AnnotationId>>,
    /// Everything else that is shown.
    pub view: RwSignal<View>,
    /// What was typed in the palette, and which of the commands that fit is chosen.
    pub palette: RwSignal<(String, usize)>,
    /// Counts scrolls of the list, after which other rows are in view.
    pub list_view: RwSignal<u32>,
    /// Counts scrolls of the article and changes of size, after which other words are in view.
    pub viewport: RwSignal<u32>,
    /// The words that a drag would mark, while the button is still down.
    pub preview: RwSignal<Option<(Utf8, Utf8)>>,
    /// `Alt` is held: a drag marks exactly what it runs over.
    pub exact: StoredValue<bool>,
    /// The pointer's button is down in the article.
    pub dragging: RwSignal<bool>,
    /// The newest sentence of the status region.
    pub status: RwSignal<Message>,
    /// The newest sentence of the alert region; empty where there is none.
    pub alert: RwSignal<String>,
}

impl Desk {
    /// A desk with nothing on it yet.
    pub fn new() -> Self {
        let tab = clock::random_uuid().simple().to_string();
        Self {
            session: StoredValue::new_local(Session::default()),
            store: StoredValue::new_local(LocalStore::probe()),
            writer: StoredValue::new(tab.chars().take(8).collect()),
            painter: StoredValue::new_local(Painter::default()),
            place: RwSignal::new(Place::default()),
            labelled: RwSignal::new(None),
            document: RwSignal::new(None),
            screen: RwSignal::new(Screen::default()),
            dialog: RwSignal::new(None),
            focus: RwSignal::new(None),
            view: RwSignal::new(View::default()),
            palette: RwSignal::new((String::new(), 0)),
            list_view: RwSignal::new(0),
            viewport: RwSignal::new(0),
            preview: RwSignal::new(None),
            exact: StoredValue::new(false),
            dragging: RwSignal::new(false),
            status: RwSignal::new(Message::default()),
            alert: RwSignal::new(String::new()),
        }
    }

    /// Looks through storage and opens the place that the address names.
    pub fn start(self) {
        let records = self.store.with_value(|store| store.records(""));
        let library = recover::summaries(records.iter().map(|(key, value)| (key.as_str(), value.as_str())));
        self.dispatch(Event::Started { library, route: Route::parse(&dom::address()) });
    }

    /// Gives a command, at the place where the user stands.
    pub fn command(self, command: Command) {
        let live = self.document.with_untracked(|shown| shown.as_ref().map(|shown| selection::place(&shown.0)));
        let place = live.filter(|place| place.caret.is_some()).unwrap_or_else(|| self.place.get_untracked());
        self.place.set(place);
        if command.marks().is_some() {
            self.labelled.set(place.selection);
        }
        self.dispatch(Event::Command(command, place));
    }

    /// The one door: hands an event to the session, shows the outcome and carries out what it asks for.
    pub fn dispatch(self, event: Event) {
        let list_had_focus = dom::has_focus(list::LIST);
        let asked = matches!(event, Event::Command(..) | Event::Point(_) | Event::Choose(_));
        if asked {
            self.alert.set(String::new());
        }
        let effects = self.session.try_update_value(|session| {
            let writer = self.writer.get_value();
            let mut random = clock::random_uuid;
            let mut stamp = Stamp { now: clock::now(), random: &mut random, writer: &writer };
            session.update(event, &mut stamp)
        });
        self.publish();
        for effect in effects.into_iter().flatten() {
            self.carry_out(effect, list_had_focus);
        }
        self.write_address();
    }

    /// Brings the signals in line with the session; only those that differ tell their readers.
    fn publish(self) {
        self.session.with_value(|session| {
            set(self.document, session.document().map(|document| Shown(Arc::clone(document))));
            set(self.focus, session.focus());
            set(self.screen, session.screen());
            if session.dialog().is_some() && self.dialog.get_untracked() != session.dialog() {
                self.palette.set((String::new(), 0));
            }
            set(self.dialog, session.dialog());
            set(
                self.view,
                View {
                    library: Arc::clone(session.library()),
                    saving: session.saving().clone(),
                    next_undo: session.next_undo().map(str::to_owned),
                    next_redo: session.next_redo().map(str::to_owned),
                },
            );
        });
    }

    fn carry_out(self, effect: Effect, list_had_focus: bool) {
        match effect {
            Effect::Save(batch) => {
                let written = self.store.try_update_value(|store| store.write(batch));
                self.dispatch(match written {
                    Some(Err(reason)) => Event::SaveFailed(reason),
                    _ => Event::Saved,
                });
            }
            Effect::Load(ids, then) => {
                let stored = ids.into_iter().map(|id| {
                    let records = self.store.with_value(|store| store.records(&format!("1/{id}/")));
                    let records = records.iter().map(|(key, value)| (key.as_str(), value.as_str()));
                    Stored { id, document: recover::document(id, records) }
                });
                self.dispatch(Event::Loaded(stored.collect(), then));
            }
            Effect::Tell(text, offer) => {
                // Said twice in a row, a sentence must still be a change for a screen reader.
                let again = self.status.with_untracked(|status| status.text == text);
                let text = if again { format!("{text}\u{a0}") } else { text };
                self.status.set(Message { text, offer });
            }
            Effect::Alert(text) => self.alert.set(text),
            Effect::Download { name, media_type, content } => files::download(&name, media_type, &content),
            Effect::ChooseFiles => dom::click(super::FILE_FIELD),
            Effect::Reveal(id) => self.reveal(id, list_had_focus),
            Effect::FocusArticle => dom::after_update(|| dom::focus(article::ARTICLE)),
            Effect::FocusField(name) => {
                let id = super::inspector::field_id(name);
                dom::after_update(move || dom::focus(&id));
            }
            Effect::CollapseSelection => self.with_document(selection::collapse),
        }
    }

    /// Brings an annotation into view, in the article and in the list; where the list had the focus its row gets it.
    fn reveal(self, id: AnnotationId, list_had_focus: bool) {
        self.with_document(|document| {
            if let Some(annotation) = document.annotation(id) {
                article::reveal(document, annotation.target.start(), annotation.target.end());
            }
        });
        dom::after_update(move || {
            self.with_document(|document| {
                super::list::reveal(document, id);
            });
            if list_had_focus {
                dom::after_update(move || list::focus_row(&id.to_string()));
            }
        });
    }

    /// Reads something that may not be there from the open document, without following its changes.
    pub fn read<T>(self, read: impl FnOnce(&Document) -> Option<T>) -> Option<T> {
        self.document.with_untracked(|shown| read(&shown.as_ref()?.0))
    }

    /// Reads the open document without following its changes.
    pub fn with_document<T: Default>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.document.with_untracked(|shown| shown.as_ref().map(|shown| read(&shown.0)).unwrap_or_default())
    }

    /// Writes the address of what is shown: another screen or article is a step of the browser's history, another focus
    /// is not.
    fn write_address(self) {
        let route = self.session.with_value(Session::route);
        let same_place = match (Route::parse(&dom::address()), route) {
            (Route::Article(one, _), Route::Article(other, _)) => one == other,
            (Route::Start, _) => true,
            (one, other) => one == other,
        };
        dom::set_address(&route.to_string(), !same_place);
    }
}

/// Sets a signal, and tells its readers only where that is a change.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|known| *known != value) {
        signal.set(value);
    }
}
