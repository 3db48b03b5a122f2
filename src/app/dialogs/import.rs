//! The dialog of a large import that is going on.

use bluepencil::session::Session;
use leptos::prelude::*;

use super::cancel::Cancel;
use crate::app::state::session::use_session;

/// How far the import has come, and the button that cancels it.
#[component]
pub fn Import() -> impl IntoView {
    let progress = use_session().slice(Session::import_progress);
    let name = move || progress.with(|progress| progress.as_ref().map(|progress| progress.name.clone()));
    let done = move || progress.with(|progress| progress.as_ref().map_or(0, |progress| progress.done));
    let total = move || progress.with(|progress| progress.as_ref().map_or(0, |progress| progress.total));
    view! {
        <p class="file-name">{name}</p>
        <progress class="progress" aria-label="Annotations taken in" max=total value=done></progress>
        <p class="help">{move || format!("{} of {} annotations", done(), total())}</p>
        <p class="help">"Nothing is changed before all of it is in."</p>
        <p class="field-actions">
            <Cancel />
        </p>
    }
}
