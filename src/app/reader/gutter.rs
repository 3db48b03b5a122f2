//! The margin of the article.

use bluepencil::session::Event;
use leptos::html;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::browser::gutter::sign_of;

/// The margin: a letter for each mark near the view, which is drawn once the mark is painted. A click on one gives the mark
/// the focus.
#[component]
pub fn Gutter(
    /// The element in which it is drawn.
    element: NodeRef<html::Div>,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let choose = move |id| dispatch.send(Event::ChooseInMargin(id));
    view! {
        <div
            node_ref=element
            class="gutter"
            aria-hidden="true"
            on:mousedown=|event| event.prevent_default()
            on:click=move |event| sign_of(&event).into_iter().for_each(choose)
        ></div>
    }
}
