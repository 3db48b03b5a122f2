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

/// Whether the browser, asked for that promise, opens a box over the page and asks the person. Firefox does; the others
/// decide by themselves.
pub fn wish_opens_a_box() -> bool {
    Reflect::has(&window(), &"mozInnerScreenX".into()).unwrap_or(false)
}

/// Whether this is a private window, as far as it can be told: there Firefox and Safari have no private file system, and
/// Chrome gives less space than twice the memory that a program may use.
pub async fn is_private_window() -> bool {
    let refuses = match call("getDirectory") {
        Some(Ok(promise)) => JsFuture::from(promise).await.is_err(),
        Some(Err(_)) => true,
        None => false,
    };
    if refuses {
        return true;
    }
    let memory =
        Reflect::get(&window(), &"performance".into()).and_then(|clock| Reflect::get(&clock, &"memory".into()));
    let limit = memory.and_then(|memory| Reflect::get(&memory, &"jsHeapSizeLimit".into()));
    let limit = limit.ok().and_then(|limit| limit.as_f64());
    match (limit, estimate().await) {
        (Some(limit), Some((_, quota))) => quota < 2.0 * limit,
        _ => false,
    }
}

/// Whether the browser deletes what a page has stored when it is not visited for seven days of the browser's use. Safari
/// does, but for pages that were added to the Dock or the home screen.
pub fn forgets_after_a_week() -> bool {
    let vendor = Reflect::get(&window().navigator(), &"vendor".into()).ok().and_then(|vendor| vendor.as_string());
    let installed =
        window().match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches());
    vendor.is_some_and(|vendor| vendor.starts_with("Apple")) && !installed
}

async fn ask(name: &str) -> Option<JsValue> {
    JsFuture::from(call(name)?.ok()?).await.ok()
}

/// Calls a method of the storage manager; `None` where the browser does not have it.
fn call(name: &str) -> Option<Result<Promise, JsValue>> {
    let storage = Reflect::get(&window().navigator(), &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &name.into()).ok()?.dyn_into().ok()?;
    Some(method.call0(&storage).map(|answer| Promise::resolve(&answer)))
}
