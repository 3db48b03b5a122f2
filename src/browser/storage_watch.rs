//! Events after which storage may be another than before: another page has cleared it, or this one was not in view.

use bluepencil::store::incarnation::INCARNATION;
use leptos::ev;
use leptos::prelude::{document, window_event_listener};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// Calls back after each of them, as long as the page is open.
pub fn start(look: impl Fn() + Clone + 'static) {
    let _ = window_event_listener(ev::storage, {
        let look = look.clone();
        // Without a key everything was cleared. Other changes of records are told by the tab that makes them.
        move |event| {
            if event.key().is_none_or(|key| key.ends_with(INCARNATION)) {
                look();
            }
        }
    });
    let _ = window_event_listener(ev::pageshow, {
        let look = look.clone();
        move |event| {
            if event.persisted() {
                look();
            }
        }
    });
    let seen = Closure::<dyn Fn()>::new(move || {
        if !document().hidden() {
            look();
        }
    });
    let _ = document().add_event_listener_with_callback("visibilitychange", seen.as_ref().unchecked_ref());
    seen.forget();
}
