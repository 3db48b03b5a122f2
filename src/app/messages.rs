//! What the page says: one sentence for each thing done, and one for each thing refused or failed.

use leptos::prelude::*;

use super::desk::Desk;
use super::reactive::{part, text};

/// The status region and the alert region. Both are always on the page, because a live region that appears together with
/// its words is not read out.
pub fn messages(desk: Desk) -> AnyView {
    let offer = move || match desk.status.with(|status| status.offer) {
        Some(command) => super::masthead::command_button(command, ""),
        None => ().into_any(),
    };
    let dismiss = move || match desk.alert.with(String::is_empty) {
        true => ().into_any(),
        false => view! { <button type="button" class="command" data-does="dismiss">"Dismiss"</button> }.into_any(),
    };
    view! {
        <div class="messages">
            <div class="status-line">
                <p role="status" class="status">{text(move || desk.status.with(|status| status.text.clone()))}</p>
                {part(offer)}
            </div>
            <div class="alert-line">
                <p role="alert" class="alert">{text(move || desk.alert.get())}</p>
                {part(dismiss)}
            </div>
        </div>
    }
    .into_any()
}
