//! The dialog that brings back an earlier version of the open article.

use bluepencil::session::{Event, Session, VersionEvent};
use bluepencil::store::versions::Version;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::app::state::library::counted;
use crate::app::state::notices::use_notices;
use crate::app::state::session::use_session;
use crate::browser::clock;

/// Every version that is kept, the newest first, each with a button that brings it back.
#[component]
pub fn EarlierVersions() -> impl IntoView {
    let said = use_notices().said_since_now();
    let versions = use_session().shared(Session::versions);
    let list = move || match versions.get() {
        None => ().into_any(),
        Some(versions) if versions.is_empty() => {
            view! { <p>"There is none yet. One is kept after 50 actions, and every 5 minutes while you work."</p> }
                .into_any()
        }
        Some(versions) => {
            let rows = versions.iter().map(|version| view! { <VersionRow version=version.clone() /> });
            view! {
                <ul class="shelf" aria-label="Earlier versions">
                    {rows.collect_view()}
                </ul>
            }
            .into_any()
        }
    };
    view! {
        {list}
        <p class="help">"The last 10 are kept for 7 days. Bringing one back is one step, which undo takes back."</p>
        <p role="status" class="help">
            {said}
        </p>
    }
}

/// A version with the button that brings it back.
#[component]
fn VersionRow(
    /// The version.
    version: Version,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let Version { key, at, annotations } = version;
    let (at, count) = (clock::local(&at), counted(annotations, "annotation"));
    let name = format!("Restore the version of {at}, with {count}");
    let shown = at.clone();
    view! {
        <li class="shelved">
            {shown} <span class="facts">{count}</span>
            <button
                type="button"
                class="command"
                aria-label=name
                on:click=move |_| dispatch.send(Event::Versions(VersionEvent::Chosen(key.clone(), at.clone())))
            >
                "Restore"
            </button>
        </li>
    }
}
