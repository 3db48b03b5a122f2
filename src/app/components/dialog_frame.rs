//! The frame of every dialog.

use bluepencil::session::Event;
use leptos::html;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::browser::dom;

/// A native `dialog` over the page, with its title and a button that closes it. The browser keeps the focus inside, closes
/// it with `Esc`, and makes what lies under it inert.
#[component]
pub fn DialogFrame(
    /// Its title and accessible name.
    title: &'static str,
    /// What is done as soon as it is open and has given the focus to one of its controls.
    #[prop(optional, into)]
    on_open: Option<Callback<()>>,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            dom::show_modal(&dialog);
            if let Some(on_open) = on_open {
                on_open.run(());
            }
        }
    });
    let close = move |_| dispatch.send(Event::DialogClosed);
    view! {
        <dialog node_ref=dialog aria-labelledby="dialog-title" on:close=move |_| dispatch.send(Event::DialogClosed)>
            <div class="dialog-head">
                <h2 id="dialog-title">{title}</h2>
                <button type="button" class="command" aria-label="Close" title="Close (Esc)" on:click=close>
                    "✕"
                </button>
            </div>
            {children()}
        </dialog>
    }
}
