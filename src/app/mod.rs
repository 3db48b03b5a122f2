//! The page: components that show the session. They hold no annotation data; what the user does goes to the session through
//! [`dispatch`], and comes back as slices of it in [`state`].

mod components;
mod dialogs;
mod dispatch;
mod effects;
mod intake;
mod library;
mod masthead;
mod notices;
mod page_state;
mod rail;
mod reader;
mod reading;
mod runtime;
mod shortcuts;
mod state;

use leptos::prelude::*;

use self::dialogs::Dialogs;
use self::library::LibraryScreen;
use self::masthead::Masthead;
use self::notices::NoticeRegions;
use self::rail::Rail;
use self::reader::Reader;
use self::reading::{ReadingView, keep_print_copy};
use self::runtime::provide_runtime;
use crate::browser::highlight;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let runtime = provide_runtime();
    page_state::show_on_root();
    shortcuts::listen_to_keys();
    intake::take_in();
    keep_print_copy();
    runtime.start();
    view! {
        <Masthead />
        <CannotPaint />
        <Reader>
            <Rail />
        </Reader>
        <LibraryScreen />
        <ReadingView />
        <NoticeRegions />
        <Dialogs />
    }
}

/// Said where marks cannot be painted.
#[component]
fn CannotPaint() -> impl IntoView {
    (!highlight::is_supported()).then(|| {
        view! {
            <p class="notice" role="alert">
                "This browser cannot paint marks in a text (the CSS Custom Highlight API is missing). You can mark and export, but you see the marks in the list only. They are seen in the article in Chrome and Edge 120, Firefox 140, Safari 17.4 and everything newer."
            </p>
        }
    })
}
