//! One annotation in the list.

use std::collections::HashMap;

use bluepencil::annotation::{Annotation, AnnotationId, FLAG};
use bluepencil::session::{Event, Reach, numbered};
use bluepencil::text::{Text, Utf8, shorten, visible};
use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;

use super::on_page::{OnPage, SharedAnnotation};
use crate::app::components::letter;
use crate::app::dispatch::use_dispatch;
use crate::app::state::rail::use_rail;

/// How many characters of an annotation's words a row shows.
const SHOWN_WORDS: usize = 160;
/// How many characters of them name the row's check box.
const CHECKED_WORDS: usize = 40;

/// The elements of a row.
#[derive(Clone, Copy)]
pub struct Elements {
    /// The row itself.
    pub row: NodeRef<html::Li>,
    /// Its button, which takes the focus.
    pub button: NodeRef<html::Button>,
}

/// What a row says.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    label: String,
    title: String,
    status: &'static str,
    start: u32,
    end: u32,
    segments: String,
    words: String,
    note: String,
    flags: String,
    flagged: bool,
}

impl Said {
    fn of(text: &Text, annotation: &Annotation) -> Self {
        let count = |position: Utf8| text.code_point(position).unwrap_or_default().0;
        let segments =
            annotation.target.segments().map(|span| format!("{}-{}", count(span.start()), count(span.end())));
        Self {
            label: annotation.label.name().to_owned(),
            title: annotation.label.title().into_owned(),
            status: annotation.status.name(),
            start: count(annotation.target.start()),
            end: count(annotation.target.end()),
            segments: segments.collect::<Vec<_>>().join(" "),
            words: shorten(&annotation.target.words(text), SHOWN_WORDS),
            note: annotation.note.clone(),
            flags: annotation.flags.iter().filter(|flag| *flag != FLAG).cloned().collect::<Vec<_>>().join(", "),
            flagged: annotation.is_flagged(),
        }
    }
}

/// The row of an annotation. It keeps its elements for as long as it is on the page; what it says follows the annotation.
#[component]
pub fn Row(
    /// Which annotation.
    id: AnnotationId,
    /// What is on the page of the list.
    on_page: Memo<OnPage>,
    /// How many rows there are.
    count: Memo<usize>,
    /// Where the elements of all rows are found.
    elements: StoredValue<HashMap<AnnotationId, Elements>>,
) -> impl IntoView {
    let (rail, dispatch) = (use_rail(), use_dispatch());
    let own = Elements { row: NodeRef::new(), button: NodeRef::new() };
    elements.update_value(|elements| {
        elements.insert(id, own);
    });
    on_cleanup(move || {
        elements.try_update_value(|elements| elements.remove(&id));
    });
    // A row that is just going away keeps what it showed.
    let in_list = move |before: Option<&Option<(usize, SharedAnnotation)>>| {
        on_page.with(|on_page| on_page.rows.get(&id).cloned()).or_else(|| before.cloned().flatten())
    };
    let placed = Memo::new(in_list);
    let number = Memo::new(move |_| placed.with(|placed| placed.as_ref().map_or(0, |(number, _)| *number)));
    let annotation = Memo::new(move |_| placed.with(|placed| placed.as_ref().map(|(_, shared)| shared.clone())));
    let said = Memo::new(move |_| {
        annotation.with(|annotation| {
            let text_of = |annotation: &SharedAnnotation| {
                let document = rail.shown.with_untracked(|shown| shown.document.clone())?;
                Some(Said::of(&document.article().text, &annotation.0))
            };
            annotation.as_ref().and_then(text_of).unwrap_or_default()
        })
    });
    let in_focus = Memo::new(move |_| rail.shown.with(|shown| shown.focus == Some(id)));
    // One row takes the Tab key: the one in focus, or the first.
    let takes_tab = move || in_focus.get() || (number.get() == 0 && rail.shown.with(|shown| shown.focus.is_none()));
    let is_selected = move || rail.selected.with(|selected| selected.as_ref().is_some_and(|all| all.contains(&id)));
    // The other rows do not say their number: it is of no use to hear it in every row.
    let title = move || match in_focus.get() {
        true => annotation.with(|known| {
            known.as_ref().map(|known| numbered(&known.0.label, number.get(), count.get())).unwrap_or_default()
        }),
        false => said.with(|said| said.title.clone()),
    };
    let choose = move |event: MouseEvent| {
        let range = event.shift_key();
        let select = range || event.ctrl_key() || event.meta_key();
        let reach = if range { Reach::Range } else { Reach::One };
        dispatch.send(if select { Event::Select(id, reach) } else { Event::Choose(id) });
    };
    let check_name = move || said.with(|said| format!("Select {}: {}", title(), shorten(&said.words, CHECKED_WORDS)));
    let flagged = Memo::new(move |_| said.with(|said| said.flagged));
    let label = move || said.with(|said| said.label.clone());
    view! {
        <li
            node_ref=own.row
            class="row"
            data-selected=is_selected
            data-annotation-id=id.to_string()
            data-label=label
            data-start=move || said.with(|said| said.start.to_string())
            data-end=move || said.with(|said| said.end.to_string())
            data-segments=move || said.with(|said| said.segments.clone())
            data-status=move || said.with(|said| said.status)
            aria-current=move || in_focus.get().then_some("true")
            aria-posinset=move || (number.get() + 1).to_string()
            aria-setsize=move || count.get().to_string()
        >
            <button
                node_ref=own.button
                type="button"
                class="row-button"
                tabindex=move || if takes_tab() { "0" } else { "-1" }
                on:click=choose
            >
                <span class="letter" aria-hidden="true" data-label=label>
                    {move || said.with(|said| letter(&said.label))}
                </span>
                <span class="row-text">
                    <span class="out-of-sight">{title} ": "</span>
                    <span class="words" dir="auto">
                        {move || said.with(|said| said.words.clone())}
                    </span>
                    <RowNote what="Note: " words=Signal::derive(move || said.with(|said| said.note.clone())) />
                    <RowNote what="Flags: " words=Signal::derive(move || said.with(|said| said.flags.clone())) />
                </span>
                <Show when=move || flagged.get()>
                    <span class="row-flag">
                        <span aria-hidden="true">"⚑"</span>
                        <span class="out-of-sight">"Flagged. "</span>
                    </span>
                </Show>
            </button>
            <input
                type="checkbox"
                class="row-check"
                tabindex="-1"
                aria-label=check_name
                prop:checked=is_selected
                on:change=move |_| dispatch.send(Event::Select(id, Reach::One))
            />
        </li>
    }
}

/// A note under the words of a row, and before it what it is; nothing while there is none.
#[component]
fn RowNote(
    /// What it is.
    what: &'static str,
    /// The note.
    words: Signal<String>,
) -> impl IntoView {
    view! {
        <Show when=move || words.with(|words| !words.is_empty())>
            <span class="row-note">
                <span class="out-of-sight">{what}</span>
                <span dir="auto">{move || words.with(|words| visible(words).into_owned())}</span>
            </span>
        </Show>
    }
}
