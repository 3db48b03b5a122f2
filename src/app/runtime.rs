//! The runtime: it owns the session and the queue of events. One event after the other goes to the session, and what the
//! session asks for is carried out before the next. The only file that knows everything.

use std::collections::VecDeque;

use bluepencil::session::{Command, Effect, Event, ImportEvent, Place, Route, Session, Stamp};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dispatch::{provide_dispatch, use_dispatch};
use super::effects::Page;
use super::state::article_view::use_article_view;
use super::state::caret::{Caret, use_caret};
use super::state::document::use_document;
use super::state::file_field::use_file_field;
use super::state::focus::{Wanted, use_focus};
use super::state::notices::use_notices;
use super::state::provide_state;
use super::state::rail::use_rail;
use super::state::screen::use_screen;
use super::state::storage::provide_storage;
use crate::browser::{clock, dom, selection, slices};
use crate::persistence::Persistence;

/// What goes round: session, queue, and whom they concern.
#[derive(Clone, Copy)]
pub struct Runtime {
    session: RwSignal<Session>,
    /// What has happened and was not answered yet.
    queue: StoredValue<VecDeque<Event>, LocalStorage>,
    /// An event is being answered: what happens meanwhile waits in the queue.
    busy: StoredValue<bool>,
    /// The address will be brought in line with the focus when the browser is idle.
    address_is_due: StoredValue<bool>,
    persistence: StoredValue<Option<Persistence>, LocalStorage>,
    caret: Caret,
    page: Page,
}

/// Provides every context of the page, with the runtime behind them.
pub fn provide_runtime() -> Runtime {
    let session = RwSignal::new(Session::default());
    provide_state(session.read_only());
    let runtime = Runtime {
        session,
        queue: StoredValue::new_local(VecDeque::new()),
        busy: StoredValue::new(false),
        address_is_due: StoredValue::new(false),
        persistence: StoredValue::new_local(None),
        caret: use_caret(),
        page: Page {
            document: use_document(),
            view: use_article_view(),
            focus: use_focus(),
            notices: use_notices(),
            rail: use_rail(),
            files: use_file_field(),
        },
    };
    provide_dispatch(
        Callback::new(move |event| runtime.dispatch(event)),
        Callback::new(move |command| runtime.command(command)),
    );
    let persistence = Persistence::new(move |event| runtime.dispatch(event));
    runtime.persistence.set_value(Some(persistence.clone()));
    provide_storage(persistence);
    runtime
}

impl Runtime {
    /// Reads storage and shows the place that the address names.
    pub fn start(self) {
        let (screen, dispatch) = (use_screen(), use_dispatch());
        let Some(persistence) = self.persistence.get_value() else { return };
        let _ = window_event_listener(leptos::ev::beforeunload, {
            let persistence = StoredValue::new_local(persistence.clone());
            move |event| {
                if !dom::has_stopped() && persistence.with_value(Persistence::has_unkept) {
                    event.prevent_default();
                }
            }
        });
        let _ = window_event_listener(leptos::ev::hashchange, move |_| {
            dispatch.send(Event::Address(Route::parse(&dom::address())));
        });
        persistence.start(|| Route::parse(&dom::address()), move || screen.started.set(true));
    }

    /// Gives a command, at the place where the user stands.
    fn command(self, command: Command) {
        let caret = self.caret;
        let live = self.page.view.sheet_untracked().and_then(|sheet| {
            self.page.document.read(|document| selection::place(&sheet, document)).filter(|place| place.caret.is_some())
        });
        let place = live.unwrap_or_else(|| caret.place.get_untracked());
        caret.place.set(place);
        caret.doubled.set_value(None);
        let labels = command.marks().is_some() || matches!(command, Command::MarkNumbered(_));
        if labels || command == Command::AddSegment {
            caret.labelled.set(place.selection);
        }
        // Every occurrence of words that were labelled just now is every occurrence of the mark in focus.
        let labelled = command == Command::AnnotateAll && caret.labelled.get_untracked() == place.selection;
        let selection = place.selection.filter(|_| !labelled);
        self.dispatch(Event::Command(command, Place { selection, ..place }));
    }

    /// Takes in what has happened. Where an event is being answered it waits; otherwise it, and all that happens in its
    /// course, is answered before this comes back.
    fn dispatch(self, event: Event) {
        self.queue.update_value(|queue| queue.push_back(event));
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        while let Some(event) = self.next() {
            self.answer(event);
        }
        self.busy.set_value(false);
    }

    /// The next event that can be answered; the others stay in the queue.
    fn next(self) -> Option<Event> {
        let place = |queue: &VecDeque<Event>| {
            self.session.with_untracked(|session| queue.iter().position(|event| session.takes(event)))
        };
        self.queue.try_update_value(|queue| place(queue).and_then(|place| queue.remove(place))).flatten()
    }

    /// Hands an event to the session, shows the outcome and carries out what it asks for.
    fn answer(self, event: Event) {
        // What stopped half-way must not be written.
        if dom::has_stopped() {
            return;
        }
        let Some(persistence) = self.persistence.get_value() else { return };
        let list_had_focus = self.page.rail.list.get_untracked().is_some_and(|list| dom::has_focus(&list));
        let points = matches!(event, Event::Point(_) | Event::Choose(_) | Event::ChooseInMargin(_));
        if points || matches!(event, Event::Command(..) | Event::KeyBindings(_)) {
            self.page.notices.dismiss();
        }
        let by_itself = event.comes_by_itself();
        if !by_itself {
            self.page.focus.forget();
        }
        let route = self.session.with_untracked(Session::route);
        let effects = self.session.try_update(|session| {
            let mut random = clock::random_uuid;
            let mut stamp = Stamp { now: clock::now(), random: &mut random, writer: persistence.writer() };
            session.update(event, &mut stamp)
        });
        self.page.rail.follow();
        for effect in effects.into_iter().flatten() {
            match effect {
                Effect::ContinueImport => self.continue_import(),
                effect => self.page.carry_out(effect, &persistence, list_had_focus),
            }
        }
        if list_had_focus {
            self.page.rail.after(move || self.keep_list_focus());
        }
        if !by_itself || self.session.with_untracked(Session::route) != route {
            self.write_address();
        }
    }

    /// Gives the large import its next turn, once the page has answered and painted.
    fn continue_import(self) {
        spawn_local(async move {
            slices::take_turn().await;
            self.dispatch(Event::Import(ImportEvent::Continue));
        });
    }

    /// Gives the focus back to the list where its row was taken away or moved: to the row of the mark in focus, or to the
    /// list’s first.
    fn keep_list_focus(self) {
        if dom::nothing_has_focus() {
            self.page.focus.ask(Wanted::Row(self.page.focus.annotation.get_untracked()));
        }
    }

    /// Writes the address of what is shown: another screen or article is a step of the browser's history, another focus
    /// is not.
    fn write_address(self) {
        let route = self.session.with_untracked(Session::route);
        if !is_at(&route) {
            return dom::set_address(&route.to_string(), true);
        }
        // The browser takes half a frame to note another address, which no mark must wait for, nor the next key.
        if !self.address_is_due.get_value() {
            self.address_is_due.set_value(true);
            dom::when_idle(move || self.write_focus());
        }
    }

    /// Writes the focus into the address. Somebody who has gone on meanwhile stays where they are.
    fn write_focus(self) {
        self.address_is_due.set_value(false);
        let route = self.session.with_untracked(Session::route);
        if is_at(&route) {
            dom::set_address(&route.to_string(), false);
        }
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
