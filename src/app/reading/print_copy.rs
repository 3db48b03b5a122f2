//! The article for print. Not every browser prints highlights, and the margin is laid out for the screen, so a copy with
//! elements around the marks is there for as long as the browser prints.

use std::collections::HashMap;

use bluepencil::session::Screen;
use leptos::ev;
use leptos::prelude::*;

use super::text::blocks;
use crate::app::state::document::use_document;
use crate::app::state::screen::use_screen;

/// The copy, on the page only while it is printed. The reading view is printed as it is.
#[component]
pub fn PrintCopy() -> impl IntoView {
    let (document, screen) = (use_document(), use_screen());
    let prints = RwSignal::new(false);
    let _ = window_event_listener(ev::beforeprint, move |_| prints.set(true));
    let _ = window_event_listener(ev::afterprint, move |_| prints.set(false));
    let printed = move || prints.get() && screen.is(Screen::Reader);
    view! {
        <Show when=printed>
            <section class="reading print-copy" aria-label="Article for print">
                {move || document.get().map(|document| blocks(&document, &HashMap::new()))}
            </section>
        </Show>
    }
}
