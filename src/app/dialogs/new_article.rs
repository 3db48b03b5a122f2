//! The dialog for a new article.

use std::sync::Arc;

use bluepencil::session::{Arrival, DraftEvent, Event, Saving, Session};
use bluepencil::store::Draft;
use leptos::html;
use leptos::prelude::*;

use super::cancel::Cancel;
use crate::app::components::{Field, use_typing};
use crate::app::dispatch::use_dispatch;
use crate::app::state::library::use_library;
use crate::app::state::notices::use_notices;
use crate::app::state::session::use_session;
use crate::browser::dom;

/// Paste or type a text; everything else is recognised.
#[component]
pub fn NewArticle() -> impl IntoView {
    let (dispatch, refused) = (use_dispatch(), use_notices().alerted());
    // The text may be long, so the fields are read when typing pauses, and when it is opened.
    let (text, title) = (NodeRef::<html::Textarea>::new(), NodeRef::<html::Input>::new());
    let typed = move || Some((text.get_untracked()?.value(), title.get_untracked()?.value()));
    let typing = use_typing(move || {
        if let Some((text, title)) = typed() {
            dispatch.send(Event::Draft(DraftEvent::NewArticle { text, title }));
        }
    });
    // What was typed before stands there again. A long text may be read from storage a moment later; once the person types,
    // the fields are theirs.
    let is_touched = StoredValue::new(false);
    let touch = move |_| {
        is_touched.set_value(true);
        typing.go_on();
    };
    let draft = use_session().shared(Session::new_article_draft);
    Effect::new(move |_| {
        let (Some(text), Some(title), Some(draft)) = (text.get(), title.get(), draft.get()) else { return };
        if is_touched.get_value() {
            return;
        }
        if text.value() != draft.text {
            text.set_value(&draft.text);
        }
        dom::set_value(&title, &draft.title);
    });
    // A text that is refused stays in the field.
    let open = move |_| {
        let Some((text, title)) = typed() else { return };
        typing.forget();
        dispatch.send(Event::ArticleText(Arrival::Typed, text, title));
    };
    view! {
        <p>
            "Paste the text as it was published. Title, byline, date, captions and credits are recognised; the text itself is kept exactly."
        </p>
        <Field id="article-text" name="Article text">
            <textarea
                node_ref=text
                id="article-text"
                rows="12"
                dir="auto"
                autofocus
                on:input=touch
                on:paste=move |_| typing.insert()
                on:drop=move |_| typing.insert()
            ></textarea>
        </Field>
        <Field id="article-title" name="Title" help="Leave it empty to take it from the text.">
            <input
                node_ref=title
                id="article-title"
                type="text"
                dir="auto"
                autocomplete="off"
                on:input=touch
            />
        </Field>
        <HowLongKept draft />
        <p class="field-actions">
            <button type="button" class="command main" on:click=open>
                "Open article"
            </button>
            <Cancel />
        </p>
        <p class="refused">{refused}</p>
    }
}

/// Says that a text is not kept, where the strict tier is missing and the quick one has no room for it; nothing otherwise.
#[component]
fn HowLongKept(
    /// What was typed.
    draft: Memo<Option<Arc<Draft>>>,
) -> impl IntoView {
    let saving = use_library().saving;
    let is_lost = move || {
        let is_long = draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.is_long()));
        is_long && saving.with(|saving| matches!(saving, Saving::QuickTier))
    };
    view! {
        <p class="help" aria-live="polite">
            {move || is_lost().then_some("This text is too long for this browser to keep before it is opened. Open it before you close the page.")}
        </p>
    }
}
