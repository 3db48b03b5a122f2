//! The dialog for a new article.

use leptos::prelude::*;

use super::{actions, field};
use crate::app::desk::Desk;
use crate::app::reactive::text;

/// Paste or type a text; everything else is recognised.
pub fn new_article(desk: Desk) -> AnyView {
    let content = view! { <textarea id="article-text" rows="12" dir="auto" autofocus></textarea> }.into_any();
    let title = view! { <input id="article-title" type="text" dir="auto" autocomplete="off" /> }.into_any();
    view! {
        <p>"Paste the text as it was published. Title, byline, date, captions and credits are recognised; the text itself is kept exactly."</p>
        {field("article-text", "Article text", content, "")}
        {field("article-title", "Title", title, "Leave it empty to take it from the text.")}
        {actions("Open article", "open-article")}
        <p class="refused">{text(move || desk.alert.get())}</p>
    }
    .into_any()
}
