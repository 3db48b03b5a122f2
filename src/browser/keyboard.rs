//! Keyboard events as key chords, and the context in which they are pressed.

use bluepencil::session::{Chord, KeyPress, Situation};
use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::article::Sheet;
use super::dom::{has_focus, is_mac, nothing_has_focus};

/// The key code of a key that goes to an input method.
const COMPOSES: u32 = 229;

/// The chord of a key press; `None` where it goes to an input method or to the system.
pub fn chord(event: &KeyboardEvent) -> Option<Chord> {
    if is_composed(event) {
        return None;
    }
    let press = KeyPress {
        control: event.ctrl_key(),
        meta: event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
        alt_graph: event.get_modifier_state("AltGraph"),
        key: &event.key(),
        code: &event.code(),
        mac: is_mac(),
    };
    press.chord()
}

/// The chord of a key press that is to be given to a command. One that goes to an input method is named as browsers do, so that
/// it can be refused with the reason.
pub fn chord_to_assign(event: &KeyboardEvent) -> Option<Chord> {
    let composed = || Chord { control: false, shift: false, alt: false, key: "Process".to_owned() };
    if is_composed(event) { Some(composed()) } else { chord(event) }
}

/// Whether a key press is one of those that an input method makes a character of.
fn is_composed(event: &KeyboardEvent) -> bool {
    // Safari ends the composition before it sends the key that ends it, and tells by this code alone.
    event.is_composing() || event.key_code() == COMPOSES
}

/// Whether Firefox answers a key with its Quick Find, which takes the keys that follow. Both keys are commands of the
/// article.
pub fn opens_quick_find(chord: &Chord) -> bool {
    !chord.control && !chord.alt && matches!(chord.key.as_str(), "'" | "/")
}

/// Where the user is: which part of the page has the focus.
pub fn situation(event: &KeyboardEvent, sheet: Option<&Sheet>, list: Option<&HtmlElement>) -> Situation {
    Situation {
        in_field: target(event).is_some_and(|target| target.matches(FIELDS).unwrap_or(false)),
        // With the focus nowhere, a selection in the article is still what a key is meant for.
        in_article: sheet.is_some_and(Sheet::has_focus) || nothing_has_focus(),
        in_list: list.is_some_and(has_focus),
        ..Situation::default()
    }
}

fn target(event: &web_sys::Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// Whether a key presses the button or link that has the focus, or ticks the box. The rows of the list are apart: `Enter`
/// opens their fields.
pub fn presses_control(event: &KeyboardEvent) -> bool {
    let is_on = |controls: &str| target(event).is_some_and(|target| target.matches(controls).unwrap_or(false));
    match event.key().as_str() {
        "Enter" => is_on(CONTROLS),
        " " => is_on(CONTROLS) || is_on(TICKED),
        _ => false,
    }
}

/// What `Space` ticks.
const TICKED: &str = "input[type=checkbox], input[type=radio]";

/// What `Enter` presses. On the row of an annotation it leads to its fields.
const CONTROLS: &str = "button:not([data-annotation-id] > button), a[href], summary";

/// Whether a paste or drop is meant for the text field it happens in.
pub fn belongs_to_field(event: &web_sys::Event) -> bool {
    target(event).is_some_and(|target| target.matches(FIELDS).unwrap_or(false))
}

/// What takes typed characters for itself.
const FIELDS: &str =
    "input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=file]), textarea, select";
