//! What comes in from outside the page: texts and files that are pasted or dropped anywhere on it.

use bluepencil::session::{Arrival, Event, Taken, TransferKind};
use leptos::ev::{self, ClipboardEvent, DragEvent};
use leptos::prelude::*;

use super::components::taker;
use super::dispatch::{Dispatch, use_dispatch};
use super::state::session::{SessionState, use_session};
use crate::browser::file_worker;
use crate::browser::files::{self, Carried};
use crate::browser::keyboard;

/// Takes in pastes and drops for as long as the page is open.
pub fn take_in() {
    file_worker::prepare();
    let (dispatch, session) = (use_dispatch(), use_session());
    let _ = window_event_listener(ev::paste, move |event| paste(dispatch, session, &event));
    // Without this a browser would leave the page for what is dropped on it.
    let _ = window_event_listener(ev::dragover, |event| {
        if !keyboard::belongs_to_field(&event) || files::carries_files(&event) {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::drop, move |event| drop(dispatch, session, &event));
}

/// A paste on the page, while no field has the focus.
fn paste(dispatch: Dispatch, session: SessionState, event: &ClipboardEvent) {
    if keyboard::belongs_to_field(event) {
        return;
    }
    if let Some(carried) = Carried::pasted(event) {
        event.prevent_default();
        take(dispatch, session, carried, TransferKind::Paste);
    }
}

/// A drop anywhere; what is no file is for the field on which it is dropped.
fn drop(dispatch: Dispatch, session: SessionState, event: &DragEvent) {
    if keyboard::belongs_to_field(event) && !files::carries_files(event) {
        return;
    }
    if let Some(carried) = Carried::dropped(event) {
        event.prevent_default();
        take(dispatch, session, carried, TransferKind::Drop);
    }
}

/// Takes what can be taken, files or text. Says so where that is nothing.
fn take(dispatch: Dispatch, session: SessionState, carried: Carried, kind: TransferKind) {
    match carried.transfer.taken(kind) {
        Taken::Files(folder) => {
            carried.read_files(taker(dispatch, session));
            folder.into_iter().for_each(|sentence| dispatch.send(Event::NothingTaken(sentence)));
        }
        Taken::Text => dispatch.send(Event::ArticleText(Arrival::Pasted, carried.transfer.text, String::new())),
        Taken::Nothing(sentence) => dispatch.send(Event::NothingTaken(sentence)),
    }
}
