//! What the `html` element says of the page: the states that style sheets, tests and scripts go by.

use bluepencil::session::{Saving, Screen};
use leptos::prelude::*;

use super::state::library::use_library;
use super::state::screen::use_screen;
use crate::browser::dom;

/// Keeps the attributes of the `html` element in line with what is shown. It is no element of a component.
pub fn show_on_root() {
    let (screen, library) = (use_screen(), use_library());
    Effect::new(move |_| {
        let name = match screen.screen.get() {
            Screen::Reader => "reader",
            Screen::Library => "library",
            Screen::Read => "read",
        };
        dom::set_page_state("data-screen", name);
    });
    Effect::new(move |_| dom::set_page_state("data-save-state", library.saving.with(save_state)));
    Effect::new(move |_| {
        library.preferences.with(|set| {
            dom::set_page_state("data-theme", set.theme.name());
            dom::set_page_state("data-text-size", set.text_size.name());
            dom::set_page_state("data-announcements", set.announcements.name());
            dom::set_page_state("data-measure", set.measure.name());
            dom::set_page_state("data-font", set.reader_font.name());
        });
    });
}

fn save_state(saving: &Saving) -> &'static str {
    match saving {
        Saving::Saved | Saving::QuickTier => "saved",
        Saving::Saving => "saving",
        Saving::Failed(_) => "failed",
    }
}
