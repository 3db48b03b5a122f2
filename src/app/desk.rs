//! The bridge between the session and the page: one signal for the document, one for everything else that is shown, and
//! the one door through which every event goes.

use std::ops::Deref;
use std::sync::Arc;

use bluepencil::annotation::AnnotationId;
use bluepencil::document::Document;
use bluepencil::session::{
    Command, Dialog, Effect, Event, Filter, KeyConflict, KeyMap, Lesson, Moving, Occurrences, Place, Route, Saving,
    Screen, Search, Session, Stamp, shown,
};
use bluepencil::store::Library;
use bluepencil::store::versions::Version;
use bluepencil::text::{Sorted, Utf8};

use super::keeping::{self, Strict};
use super::rail::{self, Next, Rail};
use super::signal::{Quiet, Signal};
use super::storing::{self, Backup, Figures};
use crate::browser::gutter::Gutter;
use crate::browser::handles::Grip;
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

/// Something of the session as a signal holds it: equal only to itself, as a document is.
#[derive(Clone, Debug, Default)]
pub struct Same<T>(pub Arc<T>);

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What the list shows of the annotations.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Listing {
    /// The filter.
    pub filter: Filter,
    /// How many marks pass it; `None` where it hides none.
    pub passing: Option<usize>,
    /// The places in reading order of those that are shown; `None` for all.
    pub shown: Option<Same<Vec<usize>>>,
}

impl Listing {
    /// How many annotations are shown, of so many that there are.
    pub fn len(&self, count: usize) -> usize {
        self.shown.as_ref().map_or(count, |shown| shown.0.len())
    }

    /// The place in reading order of the `number`th row, from 0.
    pub fn place(&self, number: usize) -> Option<usize> {
        self.shown.as_ref().map_or(Some(number), |shown| shown.0.get(number).copied())
    }

    /// The row of the annotation at a place in reading order.
    pub fn row(&self, place: usize) -> Option<usize> {
        self.shown.as_ref().map_or(Some(place), |shown| shown.0.binary_search(&place).ok())
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

/// What every component holds: signals to read, and [`Desk::dispatch`] to say what happened. There is one, which stays as
/// long as the page does, and this points to it: hundreds of closures each hold a copy.
#[derive(Clone, Copy)]
pub struct Desk(&'static Parts);

impl Deref for Desk {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

/// What there is of a desk.
pub struct Parts {
    session: Quiet<Session>,
    /// The quick tier of storage.
    pub store: Quiet<LocalStore>,
    /// The strict tier.
    pub strict: Quiet<Strict>,
    /// The name under which this tab writes.
    pub writer: Quiet<String>,
    /// What is painted in the article.
    pub painter: Quiet<Painter>,
    /// Where the user last stood in the article; kept while a field or dialog has the focus.
    pub place: Signal<Place>,
    /// The selection that a label was just given to: the label bar stays away until it changes.
    pub labelled: Signal<Option<(Utf8, Utf8)>>,
    /// The word that was taken with a double-click; a second one on it takes what holds it.
    pub doubled: Quiet<Option<(Utf8, Utf8)>>,
    /// Storage has been read and the place of the address is shown: from now on the page answers.
    pub started: Signal<bool>,
    /// The open document.
    pub document: Signal<Option<Shown>>,
    /// The screen that is shown.
    pub screen: Signal<Screen>,
    /// The dialog over it.
    pub dialog: Signal<Option<Dialog>>,
    /// The annotation in focus.
    pub focus: Signal<Option<AnnotationId>>,
    /// Its boundaries, while they are being moved.
    pub moving: Signal<Option<Moving>>,
    /// The handle that the pointer holds.
    pub grip: Quiet<Option<Grip>>,
    /// What the rail shows: all of this once the article is painted.
    pub rail: Signal<Rail>,
    /// What it is to show next.
    pub next_rail: Quiet<Next>,
    /// What the list shows.
    pub listing: Signal<Listing>,
    /// The marks that are selected in the list.
    pub selected: Signal<Same<Sorted<AnnotationId>>>,
    /// Whether there are any.
    pub several: Signal<bool>,
    /// The open search.
    pub search: Signal<Option<Same<Search>>>,
    /// The earlier versions that the dialog lists; `None` while they are being read.
    pub versions: Signal<Option<Same<Vec<Version>>>>,
    /// What the storage panel shows; `None` while it is being found out.
    pub figures: Signal<Option<Figures>>,
    /// The storage panel asks whether everything is to be deleted.
    pub wiping: Signal<bool>,
    /// The backup file.
    pub backup: Quiet<Backup>,
    /// Which file it is and when it was written, in words.
    pub backed_up: Signal<Option<String>>,
    /// The browser was asked to keep everything.
    pub wished: Quiet<bool>,
    /// The dialog that annotates all occurrences.
    pub occurrences: Signal<Option<Same<Occurrences>>>,
    /// Changes when that dialog lists other occurrences, and not only other ticks.
    pub occurrences_listed: Signal<u32>,
    /// Everything else that is shown.
    pub view: Signal<View>,
    /// The keys of all commands.
    pub keys: Signal<KeyMap>,
    /// A key that two commands cannot both have.
    pub key_conflict: Signal<Option<KeyConflict>>,
    /// The command whose new key is awaited: the next chord that is pressed.
    pub awaits_key: Signal<Option<Command>>,
    /// The first steps, while they go on.
    pub lesson: Signal<Option<Lesson>>,
    /// What was typed in the palette, and which of the commands that fit is chosen.
    pub palette: Signal<(String, usize)>,
    /// How far the list is scrolled, and how high its view is. Kept here because to ask for it right after a change makes
    /// the browser lay out the page at once.
    pub list_view: Signal<(f64, f64)>,
    /// Counts scrolls of the article and changes of size, after which other words are in view.
    pub viewport: Signal<u32>,
    /// Counts how often other words may have come near the view: far fewer times than it is scrolled.
    pub near: Signal<u32>,
    /// How far the article was scrolled when it was found out last which words those are.
    pub near_from: Quiet<i32>,
    /// Counts changes of size alone, after which the words stand elsewhere on the sheet.
    pub layout: Signal<u32>,
    /// What stands in the margin of the article.
    pub gutter: Quiet<Gutter>,
    /// The words that a drag would mark, while the button is still down.
    pub preview: Signal<Option<(Utf8, Utf8)>>,
    /// `Alt` is held: a drag marks exactly what it runs over.
    pub exact: Quiet<bool>,
    /// The pointer's button is down in the article.
    pub dragging: Signal<bool>,
    /// The newest sentence of the status region.
    pub status: Signal<Message>,
    /// The newest sentence of the alert region; empty where there is none.
    pub alert: Signal<String>,
}

impl Desk {
    /// A desk with nothing on it yet.
    pub fn new() -> Self {
        let tab = clock::random_uuid().simple().to_string();
        Self(Box::leak(Box::new(Parts {
            session: Quiet::new(Session::default()),
            store: Quiet::new(LocalStore::probe()),
            strict: Quiet::new(Strict::default()),
            writer: Quiet::new(tab.chars().take(8).collect()),
            painter: Quiet::new(Painter::default()),
            place: Signal::new(Place::default()),
            labelled: Signal::new(None),
            doubled: Quiet::new(None),
            started: Signal::new(false),
            document: Signal::new(None),
            screen: Signal::new(Screen::default()),
            dialog: Signal::new(None),
            focus: Signal::new(None),
            moving: Signal::new(None),
            grip: Quiet::new(None),
            rail: Signal::new(Rail::default()),
            next_rail: Quiet::new(Next::default()),
            listing: Signal::new(Listing::default()),
            selected: Signal::new(Same::default()),
            several: Signal::new(false),
            search: Signal::new(None),
            versions: Signal::new(None),
            figures: Signal::new(None),
            wiping: Signal::new(false),
            backup: Quiet::new(Backup::default()),
            backed_up: Signal::new(None),
            wished: Quiet::new(false),
            occurrences: Signal::new(None),
            occurrences_listed: Signal::new(0),
            view: Signal::new(View::default()),
            keys: Signal::new(KeyMap::default()),
            key_conflict: Signal::new(None),
            awaits_key: Signal::new(None),
            lesson: Signal::new(None),
            palette: Signal::new((String::new(), 0)),
            list_view: Signal::new((0.0, 0.0)),
            viewport: Signal::new(0),
            near: Signal::new(0),
            near_from: Quiet::new(0),
            layout: Signal::new(0),
            gutter: Quiet::new(Gutter::default()),
            preview: Signal::new(None),
            exact: Quiet::new(false),
            dragging: Signal::new(false),
            status: Signal::new(Message::default()),
            alert: Signal::new(String::new()),
        })))
    }

    /// Gives a command, at the place where the user stands.
    pub fn command(self, command: Command) {
        let live = self.document.with_untracked(|shown| shown.as_ref().map(|shown| selection::place(&shown.0)));
        let place = live.filter(|place| place.caret.is_some()).unwrap_or_else(|| self.place.get_untracked());
        self.place.set(place);
        self.doubled.set_value(None);
        let labels = command.marks().is_some() || matches!(command, Command::MarkNumbered(_));
        if labels || command == Command::AddSegment {
            self.labelled.set(place.selection);
        }
        // Every occurrence of words that were labelled just now is every occurrence of the mark in focus.
        let labelled = command == Command::AnnotateAll && self.labelled.get_untracked() == place.selection;
        let selection = place.selection.filter(|_| !labelled);
        self.dispatch(Event::Command(command, Place { selection, ..place }));
    }

    /// The one door: hands an event to the session, shows the outcome and carries out what it asks for.
    pub fn dispatch(self, event: Event) {
        // What stopped half-way must not be written.
        if dom::has_stopped() {
            return;
        }
        let list_had_focus = dom::has_focus(list::LIST);
        let asked = matches!(event, Event::Command(..) | Event::Point(_) | Event::Choose(_) | Event::Keys(_));
        if asked {
            self.alert.set(String::new());
        }
        // What comes by itself nearly always moves nothing, and must not take back a place that the user is just going to.
        let by_itself = matches!(
            event,
            Event::Saved { .. }
                | Event::SaveFailed(_)
                | Event::Received(_)
                | Event::LibraryRead(_)
                | Event::HistoryRead(..)
        );
        let route = by_itself.then(|| self.session.with_value(Session::route));
        let effects = self.session.update_value(|session| {
            let writer = self.writer.get_value();
            let mut random = clock::random_uuid;
            let mut stamp = Stamp { now: clock::now(), random: &mut random, writer: &writer };
            session.update(event, &mut stamp)
        });
        self.publish();
        for effect in effects {
            self.carry_out(effect, list_had_focus);
        }
        if list_had_focus {
            rail::after(self, move || self.keep_list_focus());
        }
        if route.is_none_or(|before| self.session.with_value(Session::route) != before) {
            self.write_address();
        }
    }

    /// Gives the focus back to the list where its row was written anew or taken away: to the row of the mark in focus, or
    /// to the list’s first.
    fn keep_list_focus(self) {
        if dom::nothing_has_focus() {
            list::focus_row(self.focus.get_untracked().map(|id| id.to_string()).as_deref());
        }
    }

    /// Brings the signals in line with the session; only those that differ tell their readers.
    fn publish(self) {
        self.session.with_value(|session| {
            set(self.document, session.document().map(|document| Shown(Arc::clone(document))));
            set(self.focus, session.focus());
            set(self.moving, session.moving().cloned());
            set(self.screen, session.screen());
            if session.dialog().is_some() && self.dialog.get_untracked() != session.dialog() {
                self.palette.set((String::new(), 0));
            }
            if session.dialog() != Some(Dialog::Keys) {
                set(self.awaits_key, None);
            }
            set(self.versions, session.versions().map(|versions| Same(Arc::clone(versions))));
            set(self.occurrences, session.occurrences().map(|known| Same(Arc::clone(known))));
            set(self.occurrences_listed, session.occurrences().map_or(0, |known| known.listing));
            set(self.selected, Same(Arc::clone(session.selected())));
            set(self.several, !session.selected().is_empty());
            set(self.search, session.search().map(|search| Same(Arc::clone(search))));
            let shown = session.listed().map(|shown| Same(Arc::clone(shown)));
            let listing = Listing { filter: session.filter().clone(), passing: session.passing(), shown };
            rail::show(
                self,
                Rail {
                    document: session.document().map(|document| Shown(Arc::clone(document))),
                    focus: session.focus(),
                    listing: listing.clone(),
                    several: !session.selected().is_empty(),
                    moving: session.moving().cloned(),
                },
            );
            set(self.listing, listing);
            set(self.dialog, session.dialog());
            self.keys.with_untracked(|keys| keys != session.keys()).then(|| self.keys.set(session.keys().clone()));
            set(self.key_conflict, session.key_conflict().cloned());
            set(self.lesson, session.lesson());
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
            Effect::Save(batch) => keeping::keep(self, batch),
            Effect::Load(ids, then) => keeping::load(self, ids, then),
            Effect::Collect(wanted) => keeping::collect(self, wanted),
            Effect::ReadLibrary => keeping::read_library(self),
            Effect::ListVersions(article, listing) => keeping::list_versions(self, article, listing),
            Effect::ReadVersion(key, at) => keeping::read_version(self, key, at),
            Effect::ReadHistory(article) => keeping::read_history(self, article),
            Effect::Tell(text, offer) => {
                // Said twice in a row, a sentence must still be a change for a screen reader.
                let again = self.status.with_untracked(|status| status.text == text);
                let text = if again { format!("{text}\u{a0}") } else { text };
                self.status.set(Message { text, offer });
            }
            // What stands there already is not said again: while one types, every letter may be refused.
            Effect::Alert(text) => set(self.alert, text),
            Effect::Download { name, media_type, content } => files::download(&name, media_type, &content),
            Effect::BackUp(content) => storing::back_up(self, content),
            Effect::ChooseFiles => dom::click(super::FILE_FIELD),
            Effect::Reveal(id) => self.reveal(id, list_had_focus),
            Effect::FocusArticle => dom::after_update(|| dom::focus(article::ARTICLE)),
            Effect::FocusRow(id) => rail::after(self, move || self.reveal(id, true)),
            Effect::FocusMark(id) => {
                dom::focus(article::ARTICLE);
                // The next key is meant for the article, so it waits for no frame where the article is shown.
                if dom::has_focus(article::ARTICLE) {
                    self.focus_mark(id);
                } else {
                    dom::after_update(move || self.focus_mark(id));
                }
            }
            Effect::ReadAt(id) => dom::after_update(move || super::reading::go_to(id)),
            Effect::FocusField(name) => {
                super::list::open();
                rail::catch_up(self);
                let give = move || {
                    let id = super::inspector::field_id(name);
                    dom::focus(&id);
                    // What was searched for last is typed over, so it must stand there before it is selected.
                    if matches!(name, "Search" | "Filter") {
                        super::search::show_state(self);
                        dom::select_content(&id);
                    }
                    dom::has_focus(&id)
                };
                // What is typed right after the key is meant for the field, so it waits for no frame where it is there.
                if !give() {
                    dom::after_update(move || {
                        give();
                    });
                }
            }
            Effect::ShowWords(start, end) => self.with_document(|document| article::reveal(document, start, end)),
            Effect::Select(anchor, focus) => {
                // The palette gives the focus back to where it was; the selection is meant for the keys of the article.
                if !dom::has_focus(article::ARTICLE) && !dom::nothing_has_focus() {
                    dom::focus(article::ARTICLE);
                }
                self.with_document(|document| {
                    selection::select(document, anchor, focus);
                    article::reveal(document, anchor.min(focus), anchor.max(focus));
                });
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
        rail::after(self, move || {
            self.with_document(|document| {
                super::list::reveal(self, document, id);
            });
            if list_had_focus {
                dom::after_update(move || list::focus_row(Some(&id.to_string())));
            }
        });
    }

    /// The key that is shown beside a command's name, as people read it; empty where it has none. Follows changes.
    pub fn key_of(self, command: Command) -> String {
        self.keys.with(|keys| keys.first(command).map(|key| shown(key, dom::is_mac())).unwrap_or_default())
    }

    /// Gives the article the focus, with the caret where an annotation begins.
    fn focus_mark(self, id: AnnotationId) {
        dom::focus(article::ARTICLE);
        self.with_document(|document| {
            if let Some(annotation) = document.annotation(id) {
                selection::select(document, annotation.target.start(), annotation.target.start());
            }
        });
        self.reveal(id, false);
    }

    /// Reads something that may not be there from the open document, without following its changes.
    pub fn read<T>(self, read: impl FnOnce(&Document) -> Option<T>) -> Option<T> {
        self.document.with_untracked(|shown| read(&shown.as_ref()?.0))
    }

    /// Reads the open document without following its changes.
    pub fn with_document<T: Default>(self, read: impl FnOnce(&Document) -> T) -> T {
        self.document.with_untracked(|shown| shown.as_ref().map(|shown| read(&shown.0)).unwrap_or_default())
    }

    /// The words may stand elsewhere on the sheet now, and others may be in view.
    pub fn laid_out_anew(self) {
        for count in [self.layout, self.viewport, self.near] {
            count.update(|count| *count = count.wrapping_add(1));
        }
    }

    /// The article was scrolled. What is painted reaches far enough that it need not follow every step.
    pub fn scrolled(self) {
        self.viewport.update(|count| *count = count.wrapping_add(1));
        if article::has_gone_on(self.near_from.get_value()) {
            self.near.update(|count| *count = count.wrapping_add(1));
        }
    }

    /// Writes the address of what is shown: another screen or article is a step of the browser's history, another focus
    /// is not.
    fn write_address(self) {
        let route = self.session.with_value(Session::route);
        if !is_at(&route) {
            return dom::set_address(&route.to_string(), true);
        }
        // The browser takes its time to note another address, and a mark must not wait for that. Somebody who has gone on
        // meanwhile stays where they are.
        dom::after_paint(move || {
            let route = self.session.with_value(Session::route);
            if is_at(&route) {
                dom::set_address(&route.to_string(), false);
            }
        });
    }
}

/// Whether the address is of the same screen and article as a route.
fn is_at(route: &Route) -> bool {
    match (Route::parse(&dom::address()), route) {
        (Route::Article(one, _), Route::Article(other, _)) | (Route::Read(one), Route::Read(other)) => one == *other,
        (Route::Start, _) => true,
        (one, other) => one == *other,
    }
}

/// Sets a signal, and tells its readers only where that is a change.
pub fn set<T: PartialEq>(signal: Signal<T>, value: T) {
    if signal.with_untracked(|known| *known != value) {
        signal.set(value);
    }
}
