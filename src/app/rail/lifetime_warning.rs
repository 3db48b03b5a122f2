//! The warning that storage does not last in this browser, after the first mark. It stands beside the text, which does not
//! move for it.

use bluepencil::session::{Command, Event, LifetimeEvent, Session};
use leptos::prelude::*;

use crate::app::components::CommandButton;
use crate::app::dispatch::use_dispatch;
use crate::app::state::article_view::use_article_view;
use crate::app::state::session::use_session;

/// The warning, until it is read. The region around it is always there, so that it is heard when it comes.
#[component]
pub fn LifetimeWarning() -> impl IntoView {
    let (dispatch, article) = (use_dispatch(), use_article_view());
    let warning = use_session().slice(Session::lifetime_warning);
    let read = move |_| {
        dispatch.send(Event::StorageLifetime(LifetimeEvent::WarningRead));
        article.focus();
    };
    view! {
        <div aria-live="polite">
            <Show when=move || warning.get().is_some()>
                <section class="lesson" aria-label="How long it is kept">
                    <p>{warning}</p>
                    <p class="field-actions">
                        <CommandButton command=Command::Export />
                        <button type="button" class="command" on:click=read>
                            "Understood"
                        </button>
                    </p>
                </section>
            </Show>
        </div>
    }
}
