//! The dialog for a new article.

use bluepencil::session::{Arrival, Event};
use leptos::html;
use leptos::prelude::*;

use super::cancel::Cancel;
use crate::app::components::Field;
use crate::app::dispatch::use_dispatch;
use crate::app::state::notices::use_notices;

/// Paste or type a text; everything else is recognised.
#[component]
pub fn NewArticle() -> impl IntoView {
    let (dispatch, refused) = (use_dispatch(), use_notices().alerted());
    // Only the person writes into these fields, and the text may be long: they are read once, when it is opened.
    let (text, title) = (NodeRef::<html::Textarea>::new(), NodeRef::<html::Input>::new());
    // A text that is refused stays in the field.
    let open = move |_| {
        let Some((text, title)) = text.get_untracked().zip(title.get_untracked()) else { return };
        dispatch.send(Event::ArticleText(Arrival::Typed, text.value(), title.value()));
    };
    view! {
        <p>
            "Paste the text as it was published. Title, byline, date, captions and credits are recognised; the text itself is kept exactly."
        </p>
        <Field id="article-text" name="Article text">
            <textarea node_ref=text id="article-text" rows="12" dir="auto" autofocus></textarea>
        </Field>
        <Field id="article-title" name="Title" help="Leave it empty to take it from the text.">
            <input node_ref=title id="article-title" type="text" dir="auto" autocomplete="off" />
        </Field>
        <p class="field-actions">
            <button type="button" class="command main" on:click=open>
                "Open article"
            </button>
            <Cancel />
        </p>
        <p class="refused">{refused}</p>
    }
}
