//! The article's details and the kinds of its blocks.

use bluepencil::article::BlockKind;
use bluepencil::document::Document;
use bluepencil::session::{Detail, DetailsEvent, Event};
use bluepencil::text::{Utf8, shorten};
use leptos::prelude::*;

use crate::app::components::{Choice, Field};
use crate::app::dispatch::use_dispatch;
use crate::app::state::caret::use_caret;
use crate::app::state::document::use_document;

/// How many blocks are listed at once, from the one at the caret on where there are more.
const LISTED: usize = 200;

/// Title, byline, date, source, and what each block is. What is typed is kept with each key press; the text of the
/// article never changes.
#[component]
pub fn ArticleDetails() -> impl IntoView {
    view! {
        {Detail::ALL.map(|detail| view! { <DetailField detail /> }).collect_view()}
        <h3>"Blocks"</h3>
        <Blocks />
    }
}

/// A detail, to be typed.
#[component]
fn DetailField(
    /// The detail.
    detail: Detail,
) -> impl IntoView {
    let (dispatch, document) = (use_dispatch(), use_document());
    let id = format!("detail-{}", detail.name());
    let value = move || document.with(|document| detail.of(&document.article().details).to_owned()).unwrap_or_default();
    view! {
        <Field id=id.clone() name=detail.name()>
            <input
                id=id
                type="text"
                dir="auto"
                autocomplete="off"
                prop:value=value
                on:input=move |event| dispatch.send(Event::Details(DetailsEvent::Edit(detail, event_target_value(&event))))
                on:focusout=move |_| dispatch.send(Event::FieldLeft)
            />
        </Field>
    }
}

/// What each block is. The text never changes while the dialog is open, so the rows stay those that they are.
#[component]
fn Blocks() -> impl IntoView {
    let caret = use_caret().place.get_untracked().caret.unwrap_or_default();
    let (count, rows) = use_document().read(|document| listed(document, caret)).unwrap_or_default();
    let ends = rows.first().zip(rows.last()).filter(|_| rows.len() < count);
    let partly = ends.map(|((first, _), (last, _))| {
        let (first, last) = (first + 1, last + 1);
        view! {
            <p class="help">
                {format!("Blocks {first} to {last} of {count}. Put the caret elsewhere in the article to reach the others.")}
            </p>
        }
    });
    view! {
        {partly}
        <ol class="blocks">
            {rows.into_iter().map(|(number, words)| view! { <BlockRow number words /> }).collect_view()}
        </ol>
    }
}

/// How many blocks there are, and the number and the first words of those that are listed.
fn listed(document: &Document, caret: Utf8) -> (usize, Vec<(usize, String)>) {
    let article = document.article();
    let count = article.blocks.len();
    let first = article.block_at(caret).unwrap_or(0).min(count.saturating_sub(LISTED));
    let blocks = article.blocks.iter().enumerate().skip(first).take(LISTED);
    (count, blocks.map(|(number, block)| (number, shorten(article.block_text(block), 70))).collect())
}

/// A block with what it is, to be corrected.
#[component]
fn BlockRow(
    /// The number of the block, from 0.
    number: usize,
    /// Its first words.
    words: String,
) -> impl IntoView {
    let (dispatch, document) = (use_dispatch(), use_document());
    let kind = Memo::new(move |_| {
        document.with(|document| document.article().blocks.get(number).map(|block| block.kind)).flatten()
    });
    let choose = move |name: String| {
        if let Some(kind) = BlockKind::named(&name) {
            dispatch.send(Event::Details(DetailsEvent::SetBlockKind(number, kind)));
        }
    };
    let kinds = BlockKind::ALL.map(|known| {
        let chosen = Signal::derive(move || kind.get() == Some(known));
        view! { <Choice value=known.name() title=known.name() chosen /> }
    });
    view! {
        <li>
            <span class="words" dir="auto">
                {words}
            </span>
            <select
                aria-label=format!("Kind of block {}", number + 1)
                on:change=move |event| choose(event_target_value(&event))
            >
                {kinds.collect_view()}
            </select>
        </li>
    }
}
