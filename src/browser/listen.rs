//! Listening to events of the whole page.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget};

/// Where one listens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The window.
    Window,
    /// The document, for events that rise to it.
    Document,
    /// The document, for events on their way down to an element.
    DocumentDownwards,
}

/// Runs something at every event of that name, for as long as the page is open.
pub fn listen<E: JsCast>(place: Page, name: &str, task: impl Fn(E) + 'static) {
    attach(place, name, Box::new(move |event: Event| task(event.unchecked_into())));
}

/// All listeners are of one type here, as all tasks are in [`super::task`].
#[inline(never)]
fn attach(place: Page, name: &str, listener: Box<dyn Fn(Event)>) {
    let listener = Closure::wrap(listener);
    let target: EventTarget = if place == Page::Window { window().into() } else { document().into() };
    let callback = listener.as_ref().unchecked_ref();
    let downwards = place == Page::DocumentDownwards;
    let _ = target.add_event_listener_with_callback_and_bool(name, callback, downwards);
    listener.forget();
}
