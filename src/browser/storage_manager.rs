//! The StorageManager of the browser: usage, quota, and whether storage is persistent. The generated
//! bindings hide the storage manager behind a switch, so its calls are made by name.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How many bytes the page has used, and how many it may; `None` where the browser does not say.
pub async fn estimate() -> Option<(f64, f64)> {
    let answer = ask("estimate").await?;
    let number = |name: &str| Reflect::get(&answer, &name.into()).ok()?.as_f64();
    Some((number("usage")?, number("quota")?))
}

/// Whether the browser promises never to clear this page's storage by itself; `None` where it does not say.
pub async fn is_given() -> Option<bool> {
    ask("persisted").await?.as_bool()
}

/// Asks the browser for that promise. It decides by itself, or asks the person.
pub async fn wish() -> Option<bool> {
    ask("persist").await?.as_bool()
}

async fn ask(name: &str) -> Option<JsValue> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &name.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}
