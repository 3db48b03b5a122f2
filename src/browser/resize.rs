//! Watching the size of the article: blocks that come into view are given their true heights, and what stands beside the
//! text must move with it.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::ResizeObserver;

/// Runs something whenever the element of that id has got another size, before that is painted; for as long as the page is
/// open.
pub fn on_resize(id: &str, task: impl Fn() + 'static) {
    let listener: Closure<dyn Fn()> = Closure::new(task);
    let observer = ResizeObserver::new(listener.as_ref().unchecked_ref()).ok();
    if let Some((observer, element)) = observer.zip(document().get_element_by_id(id)) {
        observer.observe(&element);
    }
    listener.forget();
}
