//! What comes in from outside the page: texts and files that are pasted or dropped anywhere on it.

use bluepencil::format::looks_like_json;
use bluepencil::session::{Arrival, Event};
use leptos::ev::{self, ClipboardEvent};
use leptos::prelude::*;

use super::dispatch::{Dispatch, use_dispatch};
use crate::browser::{files, keyboard};

/// Takes in pastes and drops for as long as the page is open.
pub fn take_in() {
    let dispatch = use_dispatch();
    let _ = window_event_listener(ev::paste, move |event| paste(dispatch, &event));
    let _ = window_event_listener(ev::dragover, |event| {
        if files::carries_files(&event) {
            event.prevent_default();
        }
    });
    let _ = window_event_listener(ev::drop, move |event| {
        if files::read_dropped(&event, taker(dispatch)) {
            event.prevent_default();
        }
    });
}

/// Hands over each file that was read.
fn taker(dispatch: Dispatch) -> files::Taker {
    Box::new(move |name, bytes| dispatch.send(Event::File(name, bytes)))
}

/// A paste on the page, while no field has the focus: files and JSON are imports, other text is a new article.
fn paste(dispatch: Dispatch, event: &ClipboardEvent) {
    if keyboard::paste_belongs_to_field(event) {
        return;
    }
    if files::read_pasted(event, taker(dispatch)) {
        event.prevent_default();
    } else if let Some(text) = files::pasted_text(event) {
        event.prevent_default();
        dispatch.send(if looks_like_json(&text) {
            Event::File("The pasted text".to_owned(), Ok(text.into_bytes()))
        } else {
            Event::ArticleText(Arrival::Pasted, text, String::new())
        });
    }
}
