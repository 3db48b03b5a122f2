//! The search panel: words to look for, what was found, and labels for the chosen match.

use bluepencil::annotation::{BUILT_IN, BuiltIn};
use bluepencil::session::{self, Event, Search, SearchEvent};
use bluepencil::text::Matching;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::matches::{MATCHES, Matches, match_id};
use crate::app::components::Check;
use crate::app::dispatch::use_dispatch;
use crate::app::state::focus::use_focus;
use crate::app::state::search::use_search;
use crate::app::state::session::use_session;
use crate::browser::{dom, keyboard};

/// The id of the field for words.
const WORDS: &str = "field-search";

/// The panel. It is always on the page and hidden while nothing is searched, so that its field stays while one types.
#[component]
pub fn SearchPanel() -> impl IntoView {
    let (dispatch, search) = (use_dispatch(), use_search());
    let message = move || search.with(|search| search.as_deref().map(Search::summary).unwrap_or_default());
    let close_with_escape = move |event: KeyboardEvent| {
        if keyboard::chord(&event).is_some_and(|chord| chord.key == "Escape") {
            event.prevent_default();
            dispatch.send(Event::Search(SearchEvent::Close));
        }
    };
    view! {
        <section
            class="panel search"
            aria-label="Search"
            hidden=move || search.with(Option::is_none)
            on:keydown=close_with_escape
        >
            <div class="panel-line">
                <label class="out-of-sight" for=WORDS>
                    "Search"
                </label>
                <WordsField />
                <SearchButton name="Previous match" sign="↑" finding=SearchEvent::Previous />
                <SearchButton name="Next match" sign="↓" finding=SearchEvent::Next />
                <SearchButton name="Close search" sign="✕" finding=SearchEvent::Close />
            </div>
            <MatchingChecks />
            <p class="help" aria-live="polite">
                {message}
            </p>
            <Matches />
            <div class="panel-line" role="group" aria-label="Mark the match">
                {BUILT_IN.map(|known| view! { <MarkButton known /> }).collect_view()}
            </div>
        </section>
    }
}

/// The field for the words. `Enter` and the arrows go from match to match without leaving it.
#[component]
fn WordsField() -> impl IntoView {
    let (dispatch, session, search) = (use_dispatch(), use_session(), use_search());
    let words = Memo::new(move |_| search.with(|search| words_of(search.as_deref())));
    let current = Memo::new(move |_| search.with(|search| search.as_ref()?.current));
    let input = NodeRef::<html::Input>::new();
    // What was searched for last is typed over, so it must stand there before it is selected.
    use_focus().give_to_field(session::Field::Search, input, move |input| {
        dom::set_value(input, &session.read_untracked(|session| words_of(session.search().map(AsRef::as_ref))));
        dom::select_content(input);
    });
    let go_on = move |event: KeyboardEvent| {
        let Some(chord) = keyboard::chord(&event) else { return };
        let finding = match (chord.key.as_str(), chord.shift) {
            ("Enter", true) | ("ArrowUp", _) => SearchEvent::Previous,
            ("Enter", false) | ("ArrowDown", _) => SearchEvent::Next,
            _ => return,
        };
        event.prevent_default();
        dispatch.send(Event::Search(finding));
    };
    view! {
        <input
            node_ref=input
            id=WORDS
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-controls=MATCHES
            aria-activedescendant=move || current.get().map(match_id)
            autocomplete="off"
            dir="auto"
            placeholder="Search text and annotations"
            prop:value=words
            on:input=move |event| dispatch.send(Event::Search(SearchEvent::Words(event_target_value(&event))))
            on:keydown=go_on
            on:focusout=move |_| dispatch.send(Event::FieldLeft)
        />
    }
}

/// The words of a search; none where nothing is searched.
fn words_of(search: Option<&Search>) -> String {
    search.map(|search| search.words.clone()).unwrap_or_default()
}

/// A button of the panel with a sign on it. Pressing it leaves the focus in the field.
#[component]
fn SearchButton(
    /// The accessible name.
    name: &'static str,
    /// What is shown.
    sign: &'static str,
    /// What it does in the search.
    finding: SearchEvent,
) -> impl IntoView {
    let dispatch = use_dispatch();
    view! {
        <button
            type="button"
            class="command sign"
            aria-label=name
            title=name
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| dispatch.send(Event::Search(finding.clone()))
        >
            {sign}
        </button>
    }
}

/// How like the words a match must be.
#[component]
fn MatchingChecks() -> impl IntoView {
    let (dispatch, search) = (use_dispatch(), use_search());
    let matching =
        Memo::new(move |_| search.with(|search| search.as_ref().map(|search| search.matching).unwrap_or_default()));
    let set = move |matching| dispatch.send(Event::Search(SearchEvent::Matching(matching)));
    view! {
        <div class="panel-line">
            <Check
                name="Match case"
                checked=Signal::derive(move || matching.get().case)
                on_change=move |case| set(Matching { case, ..matching.get_untracked() })
            />
            <Check
                name="Whole words"
                checked=Signal::derive(move || matching.get().whole_words)
                on_change=move |whole_words| set(Matching { whole_words, ..matching.get_untracked() })
            />
        </div>
    }
}

/// A button that marks the chosen match with a label. Pressing it leaves the focus where it is.
#[component]
fn MarkButton(
    /// The label.
    known: BuiltIn,
) -> impl IntoView {
    let dispatch = use_dispatch();
    view! {
        <button
            type="button"
            class="label-button"
            aria-label=format!("Mark {}", known.name)
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| dispatch.send(Event::Search(SearchEvent::Mark(known.label())))
        >
            <span class="swatch" data-label=known.name>
                {known.name}
            </span>
        </button>
    }
}
