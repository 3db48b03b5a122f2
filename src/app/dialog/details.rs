//! The article's details and the kinds of its blocks.

use bluepencil::article::BlockKind;
use bluepencil::session::Detail;
use bluepencil::text::shorten;

use super::super::element::{Content, IntoContent as _};
use super::choice;
use crate::app::desk::Desk;
use crate::app::element::{element, help, plain};
use crate::app::reactive::keep;
use crate::browser::dom;

/// How many blocks are listed at once, from the one at the caret on where there are more.
const LISTED: usize = 200;

/// Title, byline, date, source, and what each block is. What is typed is kept with each key press; the text of the
/// article never changes.
pub fn article_details(desk: Desk) -> Content {
    let fields = Detail::ALL.map(|detail| {
        let id = format!("detail-{}", detail.name());
        let value = id.clone();
        keep(move || {
            let now = desk.document.with(|shown| {
                shown.as_ref().map(|shown| detail.of(&shown.0.article().details).to_owned()).unwrap_or_default()
            });
            let id = value.clone();
            dom::after_update(move || dom::set_value(&id, &now));
        });
        let label = element("label", &[]).with("for", id.clone()).child(detail.name());
        let input =
            element("input", &[("type", "text"), ("dir", "auto"), ("autocomplete", "off"), ("data-field", "detail")]);
        let input = input.with("id", id).with("data-of", detail.name());
        element("p", &[("class", "field")]).child(label).child(input).into_content()
    });
    vec![Vec::from(fields).into_content(), blocks(desk)].into_content()
}

fn blocks(desk: Desk) -> Content {
    let caret = desk.place.get_untracked().caret.unwrap_or_default();
    let (first, rows, count) = desk.with_document(|document| {
        let article = document.article();
        let count = article.blocks.len();
        let at_caret = article.block_at(caret).unwrap_or(0);
        let first = if count <= LISTED { 0 } else { at_caret.min(count - LISTED) };
        let listed = article.blocks.iter().enumerate().skip(first).take(LISTED);
        let rows: Vec<(usize, BlockKind, String)> =
            listed.map(|(number, block)| (number, block.kind, shorten(article.block_text(block), 70))).collect();
        (first, rows, count)
    });
    let listed = format!(
        "Blocks {} to {} of {count}. Put the caret elsewhere in the article to reach the others.",
        first + 1,
        first + rows.len()
    );
    let partial = (count > LISTED).then(|| help("p", listed).into_content());
    let rows: Vec<Content> = rows.into_iter().map(|(number, kind, words)| block_row(number, kind, words)).collect();
    let list = element("ol", &[("class", "blocks")]).child(rows);
    vec![plain("h3", "Blocks").into_content(), partial.into_content(), list.into_content()].into_content()
}

fn block_row(number: usize, kind: BlockKind, words: String) -> Content {
    let kinds = BlockKind::ALL.map(|known| choice(known.name(), known.name(), known == kind));
    let kind = element("select", &[("data-field", "block-kind")])
        .with("aria-label", format!("Kind of block {}", number + 1))
        .with("data-of", number.to_string())
        .child(Vec::from(kinds));
    let words = element("span", &[("class", "words"), ("dir", "auto")]).child(words);
    element("li", &[]).child(words).child(kind).into_content()
}
