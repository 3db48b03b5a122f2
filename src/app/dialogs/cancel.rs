//! The button that many dialogs end with.

use bluepencil::session::Event;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;

/// The button that closes a dialog and leaves everything as it is.
#[component]
pub fn Cancel() -> impl IntoView {
    let dispatch = use_dispatch();
    view! {
        <button type="button" class="command" on:click=move |_| dispatch.send(Event::DialogClosed)>
            "Cancel"
        </button>
    }
}
