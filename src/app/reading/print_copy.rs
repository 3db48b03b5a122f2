//! The article for print. Not every browser prints highlights, and the margin is laid out for the screen, so a copy with
//! elements around the marks is there for as long as the browser prints.

use std::any::Any;
use std::collections::HashMap;

use bluepencil::session::Screen;
use leptos::ev;
use leptos::mount::mount_to;
use leptos::prelude::*;

use super::text::blocks;
use crate::app::state::document::use_document;
use crate::app::state::screen::use_screen;

/// Has a copy of the article on the page while it is printed. The reading view is printed as it is.
///
/// The copy is no part of the page's view: that is brought in line in a task of its own, and Firefox runs none between telling
/// the page of the print and taking what it prints.
pub fn keep_print_copy() {
    let (open, screen) = (use_document(), use_screen());
    let copy: StoredValue<Option<Box<dyn Any>>, LocalStorage> = StoredValue::new_local(None);
    let make = move || {
        let marked = open.read(|document| blocks(document, &HashMap::new()))?;
        let article = || {
            view! {
                <section class="reading print-copy" aria-label="Article for print">
                    {marked}
                </section>
            }
        };
        Some(Box::new(mount_to(document().body()?, article)) as Box<dyn Any>)
    };
    let _ = window_event_listener(ev::beforeprint, move |_| {
        if screen.screen.get_untracked() == Screen::Reader {
            copy.set_value(make());
        }
    });
    // It is taken off the page where its handle is dropped.
    let _ = window_event_listener(ev::afterprint, move |_| copy.set_value(None));
}
