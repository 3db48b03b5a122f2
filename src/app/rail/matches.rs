//! What a search has found, as a list to choose from.

use std::ops::Range;

use bluepencil::document::Document;
use bluepencil::session::{Event, Search, SearchEvent};
use bluepencil::text::{context, shorten};
use leptos::html;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::app::state::document::use_document;
use crate::app::state::search::use_search;
use crate::browser::dom;

/// The id of the list.
pub const MATCHES: &str = "matches";
/// How many matches are listed at once, from a few before the chosen one on.
const LISTED: usize = 40;
/// How many of those stand before the chosen one.
const BEFORE: usize = 10;
/// How many characters stand on each side of a match.
const AROUND: usize = 28;
/// How many characters of a match, or of an annotation that holds one, are shown.
const WORDS: usize = 80;

/// The id of a match, by which the field says which one is chosen.
pub fn match_id(number: usize) -> String {
    format!("match-{number}")
}

/// The matches near the chosen one.
#[component]
pub fn Matches() -> impl IntoView {
    let search = use_search();
    let near = move || search.with(|search| search.as_deref().map(near_the_chosen).unwrap_or_default());
    view! {
        <ul id=MATCHES class="matches" role="listbox" aria-label="Matches" tabindex="-1">
            <For each=near key=|number| *number let:number>
                <Match number />
            </For>
        </ul>
    }
}

/// The numbers of the matches that are listed.
fn near_the_chosen(search: &Search) -> Range<usize> {
    let first = search.current.unwrap_or(0).saturating_sub(BEFORE);
    first..(first + LISTED).min(search.count())
}

/// One match, to choose.
#[component]
fn Match(
    /// Its number in the search, from 0.
    number: usize,
) -> impl IntoView {
    let (dispatch, search, document) = (use_dispatch(), use_search(), use_document());
    let option = NodeRef::<html::Li>::new();
    let count = move || search.with(|search| search.as_deref().map_or(0, Search::count).to_string());
    let is_chosen = move || search.with(|search| search.as_ref().is_some_and(|one| one.current == Some(number)));
    // The session searches again whenever the document changes, so to follow the search is enough.
    let found = Memo::new(move |_| {
        search.with(|search| document.read(|document| Found::of(search.as_deref()?, document, number)).flatten())
    });
    Effect::new(move |_| {
        if let Some(option) = option.get().filter(|_| is_chosen()) {
            // The list is laid out once, after all that the search has changed in it.
            request_animation_frame(move || dom::scroll_into_view(&option));
        }
    });
    view! {
        <li
            node_ref=option
            id=match_id(number)
            class="match"
            role="option"
            dir="auto"
            aria-selected=move || is_chosen().to_string()
            aria-setsize=count
            aria-posinset=(number + 1).to_string()
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| dispatch.send(Event::Search(SearchEvent::Choose(number)))
        >
            {move || found.get().map(|found| view! { <FoundWords found /> })}
        </li>
    }
}

/// What a match shows.
#[derive(Clone, PartialEq)]
enum Found {
    /// A place in the text: what stands before it, its words, and what stands behind them.
    Place { before: String, words: String, after: String },
    /// An annotation: what it is, its words, and its note.
    Mark { title: String, words: String, note: String },
}

impl Found {
    fn of(search: &Search, document: &Document, number: usize) -> Option<Self> {
        let text = &document.article().text;
        if let Some(place) = search.places.get(number) {
            let (before, after) = context(text, *place, AROUND);
            return Some(Self::Place { before, words: shorten(text.words(*place), WORDS), after });
        }
        let annotation = &search.marks.get(number.checked_sub(search.places.len())?)?.annotation;
        Some(Self::Mark {
            title: annotation.label.title().into_owned(),
            words: shorten(&annotation.target.words(text), WORDS),
            note: shorten(&annotation.note, WORDS),
        })
    }
}

/// The words of a match.
#[component]
fn FoundWords(
    /// What was found.
    found: Found,
) -> impl IntoView {
    match found {
        Found::Place { before, words, after } => view! {
            {before}
            <strong>{words}</strong>
            {after}
        }
        .into_any(),
        Found::Mark { title, words, note } => view! {
            <em>{title} ": "</em>
            {words}
            {(!note.is_empty()).then(|| format!(" — {note}"))}
        }
        .into_any(),
    }
}
