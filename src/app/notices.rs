//! What the page says: one sentence for each thing done, and one for each thing refused or failed.

use bluepencil::session::{Command, Saving};
use leptos::prelude::*;

use super::components::CommandButton;
use super::state::library::use_library;
use super::state::notices::use_notices;

/// The status region and the alert region. Both are always on the page, because a live region that appears together with
/// its words is not read out.
#[component]
pub fn NoticeRegions() -> impl IntoView {
    let (notices, saving) = (use_notices(), use_library().saving);
    let (status, alert) = (notices.status(), notices.alerted());
    let offer = Memo::new(move |_| status.with(|status| status.offer));
    let is_alerted = move || alert.with(|alert| !alert.is_empty());
    let has_failed = move || saving.with(|saving| matches!(saving, Saving::Failed(_)));
    let urges_export = move || has_failed() || notices.urges_export().get();
    view! {
        <div class="messages">
            <div class="status-line">
                <p role="status" class="status">
                    {move || status.with(|status| status.text.clone())}
                </p>
                {move || offer.get().map(|command| view! { <CommandButton command /> })}
            </div>
            <div class="alert-line">
                <p role="alert" class="alert">
                    {alert}
                </p>
                // While something is not saved or gone, the ways to keep it stand beside the sentence that says so.
                <Show when=move || urges_export() && is_alerted()>
                    <CommandButton command=Command::Download sign="Export now" />
                </Show>
                <Show when=move || has_failed() && is_alerted()>
                    <CommandButton command=Command::Storage sign="Free space…" />
                </Show>
                <Show when=is_alerted>
                    <button type="button" class="command" on:click=move |_| notices.dismiss()>
                        "Dismiss"
                    </button>
                </Show>
            </div>
        </div>
    }
}
