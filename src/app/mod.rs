//! The page: components that show the session. They hold no annotation data, and what the user does comes in through one
//! door, [`input`].

mod desk;
mod dialog;
mod element;
mod filter;
mod handles;
mod here;
mod input;
mod inspector;
mod keeping;
mod label_bar;
mod lesson;
mod library;
mod list;
mod masthead;
mod messages;
mod paint;
mod rail;
mod reactive;
mod reader;
mod reading;
mod rows;
mod search;
mod selected;
mod signal;
mod storing;

use bluepencil::session::Screen;
use leptos::prelude::*;

use self::desk::Desk;
use self::element::{IntoContent as _, element};
use self::reactive::keep;
use crate::browser::{dom, highlight};

/// The id of the file field, which stands on every screen.
pub const FILE_FIELD: &str = "import-files";

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    input::listen(desk);
    paint::keep_painted(desk);
    keep(move || {
        let name = match desk.screen.get() {
            Screen::Reader => "reader",
            Screen::Library => "library",
            Screen::Read => "read",
        };
        dom::set_page_state("data-screen", name);
    });
    keep(move || {
        desk.view.with(|view| {
            dom::set_page_state("data-save-state", masthead::save_state(&view.saving));
            let set = &view.library.preferences;
            dom::set_page_state("data-theme", set.theme.name());
            dom::set_page_state("data-text-size", set.text_size.name());
            dom::set_page_state("data-announcements", set.announcements.name());
            dom::set_page_state("data-measure", set.measure.name());
            dom::set_page_state("data-font", set.reader_font.name());
        });
    });
    let mut look = None;
    keep(move || {
        let now = desk.view.with(|view| {
            let set = &view.library.preferences;
            Some((set.theme.name(), set.text_size.name(), set.measure.name(), set.reader_font.name()))
        });
        // Other words are in view then, and caret and bar stand elsewhere; the strokes of a theme make the bar wider.
        if look.is_some() && look != now {
            dom::after_update(move || desk.laid_out_anew());
        }
        look = now;
    });
    keeping::begin(desk);
    let cannot_paint = (!highlight::is_supported()).then(|| {
        element("p", &[("class", "notice"), ("role", "alert")]).child(
            "This browser cannot paint marks in a text (the CSS Custom Highlight API is missing). You can mark and export, but you see the marks in the list only. Use a current Chrome, Edge, Safari or Firefox to see them in the article.",
        )
        .into_content()
    });
    vec![
        masthead::masthead(desk),
        cannot_paint.into_content(),
        // The reader stays in place under the library, so that the article's elements are written once.
        reader::reader(desk),
        library::library(desk),
        reading::reading(desk),
        messages::messages(desk),
        dialog::dialogs(desk),
    ]
}
