//! What the page reads: the session, cut into memo slices, and the few things that only the page knows (where the caret
//! stands, what is in view, which sentence was said last). One context a file, each `Copy`, with its `provide_…` and
//! `use_…`.
//!
//! Nothing here is a copy that somebody must keep in step: a slice is a function of the session.

pub mod article_view;
pub mod caret;
pub mod document;
pub mod file_field;
pub mod focus;
pub mod frame;
pub mod keymap;
pub mod library;
pub mod notices;
pub mod rail;
pub mod screen;
pub mod search;
pub mod session;
pub mod storage;
pub mod viewport;

use bluepencil::session::Session;
use leptos::prelude::*;

/// Provides every context of this room, made of the one signal that holds the session.
pub fn provide_state(session: ReadSignal<Session>) {
    session::provide_session(session);
    document::provide_document();
    screen::provide_screen();
    library::provide_library();
    keymap::provide_keymap();
    search::provide_search();
    notices::provide_notices();
    caret::provide_caret();
    viewport::provide_viewport();
    article_view::provide_article_view();
    file_field::provide_file_field();
    focus::provide_focus();
    frame::provide_frame();
    rail::provide_rail();
}
