//! Tab numbers, kept by the Web Locks API: each open tab holds the lock of its own number. A reload keeps the number.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Where the tab remembers its number over a reload, and what the locks of all numbers begin with.
const NUMBER: &str = "bluepencil/tab";
/// More tabs than anybody has open.
const MOST: u32 = 64;

/// Takes the number that this tab had before it was reloaded, or else the lowest that is free, for as long as the page is
/// open. `None` where the browser cannot say which tabs there are, as on a page that came over a plain connection.
pub async fn number_of_tab() -> Option<u32> {
    let memory = window().session_storage().ok().flatten();
    let before = memory.as_ref().and_then(|memory| memory.get_item(NUMBER).ok()??.parse().ok());
    for number in before.into_iter().chain(0..MOST) {
        if is_free(number).await.ok()? {
            let _ = memory.map(|memory| memory.set_item(NUMBER, &number.to_string()));
            return Some(number);
        }
    }
    None
}

/// Forgets the number that this tab had.
pub fn forget() {
    if let Ok(Some(memory)) = window().session_storage() {
        let _ = memory.remove_item(NUMBER);
    }
}

/// Takes the lock of a number, if no other tab has it. A browser lets go of it when the page is closed, however it ends. The
/// generated bindings hide locks behind a switch, so the call is made by name.
async fn is_free(number: u32) -> Result<bool, JsValue> {
    let locks = Reflect::get(&window().navigator(), &"locks".into())?;
    let request: Function = Reflect::get(&locks, &"request".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE)?;
    let name = JsValue::from_str(&format!("{NUMBER} {number}"));
    let answer = Promise::new(&mut |resolve, reject| {
        let taken = Closure::once_into_js(move |lock: JsValue| {
            let _ = resolve.call1(&JsValue::UNDEFINED, &JsValue::from_bool(lock.is_object()));
            // What never ends keeps the lock; where there is none, nothing is kept.
            Promise::new(&mut |end, _| {
                if !lock.is_object() {
                    let _ = end.call0(&JsValue::UNDEFINED);
                }
            })
        });
        if request.call3(&locks, &name, &options, &taken).is_err() {
            let _ = reject.call0(&JsValue::UNDEFINED);
        }
    });
    Ok(JsFuture::from(answer).await?.is_truthy())
}
