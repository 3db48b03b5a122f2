//! The settings: theme and the annotator's name.

use bluepencil::store::Theme;
use leptos::prelude::*;

use super::{choice, field};
use crate::app::desk::Desk;
use crate::browser::dom;

/// Preferences of this browser; they are kept with the articles but are no part of them.
pub fn settings(desk: Desk) -> AnyView {
    let preferences = desk.view.with_untracked(|view| view.library.preferences.clone());
    let themes = Theme::ALL.map(|theme| choice(theme.name(), title(theme), theme == preferences.theme));
    let themes = view! { <select id="settings-theme" data-field="theme">{Vec::from(themes)}</select> }.into_any();
    let name = view! { <input id="settings-name" type="text" autocomplete="off" data-field="annotator" /> }.into_any();
    dom::after_update(move || dom::set_value("settings-name", &preferences.annotator));
    view! {
        {field("settings-theme", "Theme", themes, "")}
        {field(
            "settings-name",
            "Your name",
            name,
            "Written into the annotations you make from now on. It stays in this browser until you export.",
        )}
        <p class="promise">"Articles, annotations and settings are kept in this browser. Nothing leaves it unless you export it."</p>
    }
    .into_any()
}

fn title(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "As the system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}
