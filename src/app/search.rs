//! The search panel: words to look for, what was found, and labels for the chosen match.

use bluepencil::annotation::BUILT_IN;
use bluepencil::document::Document;
use bluepencil::session::{Event, Finding, Search};
use bluepencil::text::{Matching, around, shorten};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::desk::Desk;
use super::inspector::field_id;
use super::reactive::{keep, part, present, text};
use crate::browser::dom;

/// The id of the panel.
const PANEL: &str = "search-panel";
/// The id of the list of matches.
const MATCHES: &str = "matches";
/// How many matches are listed at once, from a few before the chosen one on.
const LISTED: usize = 40;
/// How many of those stand before the chosen one.
const BEFORE: usize = 10;
/// How many characters stand on each side of a match.
const AROUND: usize = 28;
/// How many characters of a match, or of an annotation that holds one, are shown.
const WORDS: usize = 80;

/// The panel. It is always on the page and hidden while nothing is searched, so that its field stays while one types.
pub fn search_panel(desk: Desk) -> AnyView {
    let field = field_id("Search");
    keep(move || {
        desk.search.track();
        dom::after_update(move || show_state(desk));
    });
    let told = move || desk.search.with(|search| search.as_ref().map(|search| search.0.told()).unwrap_or_default());
    let matches = move || {
        let options = desk.search.with(|search| {
            let search = search.as_ref()?;
            desk.read(|document| Some(options(&search.0, document)))
        });
        view! { <ul id=MATCHES class="matches" role="listbox" aria-label="Matches" tabindex="-1">{options.unwrap_or_default()}</ul> }
            .into_any()
    };
    let labels = BUILT_IN.map(|known| {
        view! {
            <button
                type="button"
                class="label-button"
                aria-label=format!("Mark {}", known.name)
                data-does="mark-found"
                data-of=known.name
                data-keeps-focus
            >
                <span class="swatch" data-label=known.name>{known.name}</span>
            </button>
        }
        .into_any()
    });
    view! {
        <section id=PANEL class="panel search" aria-label="Search" hidden=present(move || desk.search.with(Option::is_none))>
            <div class="panel-line">
                <label class="out-of-sight" for=field.clone()>"Search"</label>
                <input
                    id=field
                    type="text"
                    role="combobox"
                    aria-expanded="true"
                    aria-controls=MATCHES
                    autocomplete="off"
                    dir="auto"
                    placeholder="Search text and annotations"
                    data-field="search"
                />
                {sign("Previous match", "↑", "previous-match")}
                {sign("Next match", "↓", "next-match")}
                {sign("Close search", "✕", "close-search")}
            </div>
            <div class="panel-line">
                {check("search-case", "Match case")}
                {check("search-whole-words", "Whole words")}
            </div>
            <p class="help" aria-live="polite">{text(told)}</p>
            {part(matches)}
            <div class="panel-line" role="group" aria-label="Mark the match">{Vec::from(labels)}</div>
        </section>
    }
    .into_any()
}

fn sign(name: &'static str, sign: &'static str, does: &'static str) -> AnyView {
    view! {
        <button type="button" class="command sign" aria-label=name title=name data-does=does data-keeps-focus>{sign}</button>
    }
    .into_any()
}

/// A labelled check box; its id is what it holds.
pub fn check(field: &'static str, name: &'static str) -> AnyView {
    view! { <label class="check"><input id=field type="checkbox" data-field=field />{name}</label> }.into_any()
}

/// Brings the fields in line with the search, and the chosen match into view in the list.
pub fn show_state(desk: Desk) {
    let Some((words, matching, current)) = desk.search.with_untracked(|search| {
        let search = &search.as_ref()?.0;
        Some((search.words.clone(), search.matching, search.current))
    }) else {
        return;
    };
    let field = field_id("Search");
    dom::set_value(&field, &words);
    dom::set_checked("search-case", matching.case);
    dom::set_checked("search-whole-words", matching.whole_words);
    dom::set_attribute(&field, "aria-activedescendant", current.map(option_id).as_deref());
    current.into_iter().for_each(|current| dom::scroll_into_view(&option_id(current)));
}

fn option_id(number: usize) -> String {
    format!("match-{number}")
}

/// The matches near the chosen one.
fn options(search: &Search, document: &Document) -> Vec<AnyView> {
    let count = search.count();
    let first = search.current.unwrap_or(0).saturating_sub(BEFORE);
    let numbers = first..(first + LISTED).min(count);
    numbers.filter_map(|number| option(search, document, number, count)).collect()
}

fn option(search: &Search, document: &Document, number: usize, count: usize) -> Option<AnyView> {
    let text = &document.article().text;
    let words = match search.places.get(number) {
        Some(place) => {
            let (before, after) = around(text, *place, AROUND);
            view! { {before}<strong>{shorten(text.words(*place), WORDS)}</strong>{after} }.into_any()
        }
        None => {
            let annotation = document.annotation(*search.marks.get(number - search.places.len())?)?;
            let words = shorten(&annotation.target.words(text), WORDS);
            let note = (!annotation.note.is_empty()).then(|| format!(" — {}", shorten(&annotation.note, WORDS)));
            view! { <em>{annotation.label.title().into_owned()}": "</em>{words}{note} }.into_any()
        }
    };
    let view = view! {
        <li
            id=option_id(number)
            class="match"
            role="option"
            dir="auto"
            aria-selected=(search.current == Some(number)).to_string()
            aria-setsize=count.to_string()
            aria-posinset=(number + 1).to_string()
            data-does="choose-match"
            data-of=number.to_string()
            data-keeps-focus
        >
            {words}
        </li>
    };
    Some(view.into_any())
}

/// A key pressed in the panel: `Esc` closes it; in its field `Enter` and the arrows go from match to match. True where it
/// was one of them.
pub fn search_key(desk: Desk, event: &KeyboardEvent) -> bool {
    if !dom::is_inside(event, PANEL) {
        return false;
    }
    let in_field = dom::field(event).is_some_and(|field| field.name == "search");
    let finding = match event.key().as_str() {
        "Escape" => Finding::Close,
        "Enter" if in_field && event.shift_key() => Finding::Previous,
        "Enter" | "ArrowDown" if in_field => Finding::Next,
        "ArrowUp" if in_field => Finding::Previous,
        _ => return false,
    };
    event.prevent_default();
    desk.dispatch(Event::Search(finding));
    true
}

/// What the check boxes of the panel say.
pub fn matching(desk: Desk) -> Matching {
    desk.search.with_untracked(|search| search.as_ref().map(|search| search.0.matching).unwrap_or_default())
}
