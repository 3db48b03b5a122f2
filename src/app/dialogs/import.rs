//! The dialog of a large import that is going on.

use bluepencil::session::{ImportStage, Session};
use leptos::prelude::*;

use super::cancel::Cancel;
use crate::app::state::session::use_session;

/// How far the import has come, and the button that cancels it.
#[component]
pub fn Import() -> impl IntoView {
    let progress = use_session().slice(Session::import_progress);
    let name = move || progress.with(|progress| progress.as_ref().map(|progress| progress.name.clone()));
    let done = move || progress.with(|progress| progress.as_ref().map_or(0, |progress| progress.done));
    // A bar without a value says that something goes on, and not how long.
    let total = move || progress.with(|progress| progress.as_ref().map_or(0, |progress| progress.total));
    let value = move || (total() > 0).then(done);
    let stage = move || progress.with(|progress| progress.as_ref().map(|progress| progress.stage));
    let message = move || match stage() {
        Some(ImportStage::Merging) => format!("{} of {} annotations are taken in.", done(), total()),
        _ => "The file is being read.".to_owned(),
    };
    view! {
        <p class="file-name">{name}</p>
        <progress class="progress" aria-label="Progress of the import" max=move || total().max(1) value=value></progress>
        <p class="help">{message}</p>
        <p class="help">"Nothing is changed before all of it is in."</p>
        <p class="field-actions">
            <Cancel />
        </p>
    }
}
