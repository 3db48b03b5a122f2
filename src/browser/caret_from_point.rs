//! The place in the text under a point of the window. Browsers have one of two calls for it: `caretPositionFromPoint`, and
//! `caretRangeFromPoint` where that is too new (Chrome before 128, Safari before 26.2). Both are looked for before they are
//! called.

use js_sys::{Function, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CaretPosition, Node, Range};

/// The node under a point of the window and the offset in it, in UTF-16 units; `None` where there is no text, or where the
/// browser cannot say.
pub(super) fn caret_from_point(x: f64, y: f64) -> Option<(Node, u32)> {
    if let Some(caret) = call("caretPositionFromPoint", x, y) {
        let caret: CaretPosition = caret.unchecked_into();
        return Some((caret.offset_node()?, caret.offset()));
    }
    let range: Range = call("caretRangeFromPoint", x, y)?.dyn_into().ok()?;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

/// Calls a method of the document; `None` where it is missing, throws or has nothing to say.
fn call(name: &str, x: f64, y: f64) -> Option<JsValue> {
    let document = document();
    let method: Function = Reflect::get(&document, &name.into()).ok()?.dyn_into().ok()?;
    method.call2(&document, &x.into(), &y.into()).ok().filter(JsValue::is_object)
}
