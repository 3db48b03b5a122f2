//! The page: components that show the session. They hold no annotation data, and what the user does comes in through one
//! door, [`input`].

mod desk;
mod dialog;
mod input;
mod inspector;
mod label_bar;
mod library;
mod list;
mod masthead;
mod messages;
mod paint;
mod reactive;
mod reader;

use bluepencil::session::Screen;
use leptos::prelude::*;

use self::desk::Desk;
use self::reactive::keep;
use crate::browser::{dom, highlight};

/// The id of the file field, which stands on every screen.
pub const FILE_FIELD: &str = "import-files";

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    provide_context(desk);
    input::listen(desk);
    paint::keep_painted(desk);
    keep(move || {
        let screen = desk.screen.get();
        dom::set_page_state("data-screen", if screen == Screen::Library { "library" } else { "reader" });
    });
    keep(move || {
        desk.view.with(|view| {
            dom::set_page_state("data-save-state", masthead::save_state(&view.saving));
            dom::set_page_state("data-theme", view.library.preferences.theme.name());
        });
    });
    desk.start();
    let cannot_paint = (!highlight::is_supported()).then(|| {
        view! {
            <p class="notice" role="alert">
                "This browser cannot paint marks in a text (the CSS Custom Highlight API is missing). You can mark and export, but you see the marks in the list only. Use a current Chrome, Edge, Safari or Firefox to see them in the article."
            </p>
        }
        .into_any()
    });
    view! {
        {masthead::masthead(desk)}
        {cannot_paint}
        // The reader stays in place under the library, so that the article's elements are written once.
        {reader::reader(desk)}
        {library::library(desk)}
        {messages::messages(desk)}
        {dialog::dialogs(desk)}
    }
}
