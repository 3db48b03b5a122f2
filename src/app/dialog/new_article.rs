//! The dialog for a new article.

use super::super::element::{Content, IntoContent as _};
use super::{actions, field};
use crate::app::desk::Desk;
use crate::app::element::{element, plain};
use crate::app::reactive::text;

/// Paste or type a text; everything else is recognised.
pub fn new_article(desk: Desk) -> Content {
    let content = element("textarea", &[("id", "article-text"), ("rows", "12"), ("dir", "auto"), ("autofocus", "")]);
    let title =
        element("input", &[("id", "article-title"), ("type", "text"), ("dir", "auto"), ("autocomplete", "off")]);
    let how = "Paste the text as it was published. Title, byline, date, captions and credits are recognised; the text itself is kept exactly.";
    vec![
        plain("p", how).into_content(),
        field("article-text", "Article text", content, ""),
        field("article-title", "Title", title, "Leave it empty to take it from the text."),
        actions("Open article", "open-article").into_content(),
        element("p", &[("class", "refused")]).child(text(move || desk.alert.get())).into_content(),
    ]
    .into_content()
}
