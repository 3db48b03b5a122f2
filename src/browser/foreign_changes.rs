//! Changes that others make to the article's elements: translators and extensions put words of their own in the place of text
//! nodes. The article is written once and then only read, so every change but a new writing is one of theirs.

use leptos::prelude::window;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{MutationObserver, MutationObserverInit};

use super::article::Sheet;

/// Watches the text of the article for as long as it is kept.
#[derive(Debug)]
pub struct TextWatch {
    observer: MutationObserver,
    _changed: Closure<dyn FnMut()>,
}

impl TextWatch {
    /// Calls back whenever another program has changed the elements or the words of the article; `None` where the browser
    /// cannot tell.
    pub fn start(sheet: &Sheet, changed: impl FnMut() + 'static) -> Option<Self> {
        window().get("MutationObserver")?;
        let changed = Closure::<dyn FnMut()>::new(changed);
        let observer = MutationObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        let wanted = MutationObserverInit::new();
        wanted.set_child_list(true);
        wanted.set_character_data(true);
        wanted.set_subtree(true);
        observer.observe_with_options(sheet.article(), &wanted).ok()?;
        Some(Self { observer, _changed: changed })
    }

    /// Leaves out what the page itself has just written.
    pub fn skip(&self) {
        self.observer.take_records();
    }
}

impl Drop for TextWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
