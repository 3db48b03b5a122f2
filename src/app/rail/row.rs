//! One annotation in the list.

use std::collections::HashMap;

use bluepencil::annotation::{Annotation, AnnotationId, FLAG};
use bluepencil::session::{BulkEvent, Event, SelectionMode, label_with_position};
use bluepencil::text::{Text, Utf8, shorten, visible};
use leptos::html;
use leptos::prelude::*;

use super::on_page::{OnPage, SharedAnnotation};
use crate::app::components::letter;
use crate::app::dispatch::{Dispatch, use_dispatch};
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

/// What a row says of its annotation.
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

/// What a row shows: its annotation, and how it stands among the others.
#[derive(Clone, Debug, PartialEq)]
struct Looks {
    annotation: SharedAnnotation,
    /// Its number, from 0, and how many rows there are: told in the row in focus alone, since another mark changes them in
    /// all rows.
    in_focus: Option<(usize, usize)>,
    takes_tab: bool,
    is_selected: bool,
}

/// The row of an annotation. It keeps its elements for as long as it is on the page. All that it shows, but for its number, is
/// one value and one effect: many rows are made at once, and an effect for each of their words would cost more than the
/// elements.
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
    let number = Memo::new(move |before: Option<&usize>| {
        let number = on_page.with(|on_page| on_page.rows.get(&id).map(|(number, _)| *number));
        number.or(before.copied()).unwrap_or_default()
    });
    let looks = Memo::new(move |before: Option<&Option<Looks>>| {
        let shared = |on_page: &OnPage| on_page.rows.get(&id).map(|(_, annotation)| annotation.clone());
        let Some(annotation) = on_page.with(shared) else {
            // A row that is just going away keeps what it showed.
            return before.cloned().flatten();
        };
        let focus = rail.shown.with(|shown| shown.focus);
        Some(Looks {
            annotation,
            in_focus: (focus == Some(id)).then(|| (number.get(), count.get())),
            // One row takes the Tab key: the one in focus, or the first.
            takes_tab: focus.map_or_else(|| number.get() == 0, |focus| focus == id),
            is_selected: rail.selected.with(|selected| selected.as_ref().is_some_and(|all| all.contains(&id))),
        })
    });
    move || {
        let document = rail.shown.with_untracked(|shown| shown.document.clone())?;
        looks.get().map(|looks| row(&document.article().text, &looks, (number, count), own, dispatch))
    }
}

/// The elements of a row.
fn row(
    text: &Text,
    looks: &Looks,
    (number, count): (Memo<usize>, Memo<usize>),
    own: Elements,
    dispatch: Dispatch,
) -> impl IntoView + use<> {
    let annotation = &looks.annotation.0;
    let (id, said) = (annotation.id, Said::of(text, annotation));
    // The other rows do not say their number: it is of no use to hear it in every row.
    let title = match looks.in_focus {
        Some((number, count)) => label_with_position(&annotation.label, number, count),
        None => said.title,
    };
    let check_name = format!("Select {title}: {}", shorten(&said.words, CHECKED_WORDS));
    let flag = said.flagged.then(|| {
        view! {
            <span class="row-flag">
                <span aria-hidden="true">"⚑"</span>
                <span class="out-of-sight">"Flagged. "</span>
            </span>
        }
    });
    view! {
        <li
            node_ref=own.row
            class="row"
            data-selected=looks.is_selected
            data-annotation-id=id.to_string()
            data-label=said.label.clone()
            data-start=said.start.to_string()
            data-end=said.end.to_string()
            data-segments=said.segments
            data-status=said.status
            aria-current=looks.in_focus.map(|_| "true")
            aria-posinset=move || (number.get() + 1).to_string()
            aria-setsize=move || count.get().to_string()
        >
            <button
                node_ref=own.button
                type="button"
                class="row-button"
                tabindex=if looks.takes_tab { "0" } else { "-1" }
                on:click=move |event| dispatch.choose(id, &event)
            >
                <span class="letter" aria-hidden="true" data-label=said.label.clone()>
                    {letter(&said.label)}
                </span>
                <span class="row-text">
                    <span class="out-of-sight">{title} ": "</span>
                    <span class="words" dir="auto">
                        {said.words}
                    </span>
                    {note("Note: ", &said.note)}
                    {note("Flags: ", &said.flags)}
                </span>
                {flag}
            </button>
            <input
                type="checkbox"
                class="row-check"
                tabindex="-1"
                aria-label=check_name
                prop:checked=looks.is_selected
                on:change=move |_| dispatch.send(Event::Bulk(BulkEvent::Select(id, SelectionMode::Toggle)))
            />
        </li>
    }
}

/// A note under the words of a row, and before it what it is; nothing where there is none.
fn note(what: &'static str, words: &str) -> Option<impl IntoView + use<>> {
    let words = (!words.is_empty()).then(|| visible(words).into_owned())?;
    let view = view! {
        <span class="row-note">
            <span class="out-of-sight">{what}</span>
            <span dir="auto">{words}</span>
        </span>
    };
    Some(view)
}
