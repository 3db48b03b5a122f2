//! Pressed keys as the core reads them, and where the user is when they are pressed.

use bluepencil::session::{Chord, Situation};
use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast as _;
use web_sys::Element;

use super::article::ARTICLE;
use super::dom::{has_focus, is_mac, nothing_has_focus};
use super::list::LIST;

/// The chord of a key press; `None` while an input method composes a character.
pub fn chord(event: &KeyboardEvent) -> Option<Chord> {
    if event.is_composing() {
        return None;
    }
    // On a Mac the plain Ctrl key belongs to the system.
    let (control, foreign) =
        if is_mac() { (event.meta_key(), event.ctrl_key()) } else { (event.ctrl_key(), event.meta_key()) };
    (!foreign).then(|| Chord { control, shift: event.shift_key(), alt: event.alt_key(), key: event.key() })
}

/// Where the user is: which part of the page has the focus.
pub fn situation(event: &KeyboardEvent, mark_in_focus: bool, in_dialog: bool) -> Situation {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let in_field = target.is_some_and(|target| target.matches(FIELDS).unwrap_or(false));
    Situation {
        in_field,
        // With the focus nowhere, a selection in the article is still what a key is meant for.
        in_article: has_focus(ARTICLE) || nothing_has_focus(),
        in_list: has_focus(LIST),
        mark_in_focus,
        in_dialog,
        ..Situation::default()
    }
}

/// Whether a key presses the button or link that has the focus. The rows of the list are apart: `Enter` opens their fields.
pub fn presses_control(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let on_control = target.is_some_and(|target| target.matches(CONTROLS).unwrap_or(false));
    on_control && matches!(event.key().as_str(), "Enter" | " ")
}

/// What `Enter` presses. On the row of an annotation it leads to its fields.
const CONTROLS: &str = "button:not([data-annotation-id] > button), a[href], summary";

/// Whether a paste is meant for the text field it happens in.
pub fn paste_belongs_to_field(event: &leptos::ev::ClipboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(FIELDS).unwrap_or(false))
}

/// What takes typed characters for itself.
const FIELDS: &str =
    "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=file]), textarea, select";
