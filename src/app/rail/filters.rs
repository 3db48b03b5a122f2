//! The head of the list: how many marks of each label there are, and which of them are shown.

use std::sync::Arc;

use bluepencil::annotation::{BUILT_IN, BuiltIn};
use bluepencil::document::{Document, ReadingOrder};
use bluepencil::session::{self, COMMANDS, Event, Filter};
use leptos::html;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::app::state::focus::use_focus;
use crate::app::state::keymap::use_keymap;
use crate::app::state::rail::use_rail;
use crate::app::state::session::use_session;
use crate::browser::dom;

/// The id of the field for words.
const WORDS: &str = "field-filter";

/// The labels with their keys and counts, each a switch; and the fields of the filter, once they are asked for.
#[component]
pub fn Filters() -> impl IntoView {
    let (dispatch, rail) = (use_dispatch(), use_rail());
    let filter = rail.filter;
    let shows_all = Memo::new(move |_| filter.with(|filter| !filter.open && !filter.is_active()));
    // While nothing is filtered there is nothing to say, to a screen reader neither.
    let showing = move || {
        if shows_all.get() {
            return String::new();
        }
        rail.shown.with(|shown| {
            let count = shown.document.as_ref().map_or(0, |document| document.entries().len());
            match shown.passing {
                Some(passing) => format!("Showing {passing} of {count}"),
                None => format!("Showing all {count}"),
            }
        })
    };
    view! {
        <Labels />
        <FilterFields />
        <p class="panel-line showing" hidden=shows_all>
            <span class="count" aria-live="polite">
                {showing}
            </span>
            <button type="button" class="command" on:click=move |_| dispatch.send(Event::Filter(Filter::default()))>
                "Show all"
            </button>
        </p>
    }
}

/// How many annotations of each label there are, with the keys that make them: what they mean is always in view.
#[component]
fn Labels() -> impl IntoView {
    let document = use_rail().document();
    // The counts are looked at only when there are other marks, not whenever another is in focus or the filter changes.
    let counts = Memo::new(move |_| document.with(|document| counts(document.as_ref())));
    let labels = BUILT_IN.into_iter().enumerate().map(|(place, known)| {
        let count = move || counts.with(|counts| counts.get(place).copied().unwrap_or_default());
        view! { <LabelSwitch known count=Signal::derive(count) /> }
    });
    view! {
        <ul class="counts" aria-label="Labels and their keys">
            {labels.collect_view()}
        </ul>
    }
}

/// How many marks each of the built-in labels has.
fn counts(document: Option<&Arc<Document>>) -> [usize; BUILT_IN.len()] {
    BUILT_IN.map(|known| document.and_then(|document| document.entries_of(&known.label())).map_or(0, ReadingOrder::len))
}

/// A label: its key, its name, how many marks have it; pressed while the list shows those.
#[component]
fn LabelSwitch(
    /// The label.
    known: BuiltIn,
    /// How many marks have it.
    count: Signal<usize>,
) -> impl IntoView {
    let (dispatch, keymap, filter) = (use_dispatch(), use_keymap(), use_rail().filter);
    let command = COMMANDS.iter().map(|row| row.command).find(|command| command.marks() == Some(known.label()));
    let is_shown = move || filter.with(|filter| filter.labels.contains(&known.label()));
    view! {
        <li>
            <button
                type="button"
                class="chip"
                aria-pressed=move || is_shown().to_string()
                on:click=move |_| dispatch.send(Event::Filter(filter.get_untracked().toggled(known.label())))
            >
                <kbd>{move || command.map(|command| keymap.of(command)).unwrap_or_default()}</kbd>
                <span class="swatch" data-label=known.name>
                    {known.name}
                </span>
                <span class="count">{count}</span>
            </button>
        </li>
    }
}

/// The fields of the filter. They are always on the page and hidden while they are closed, so that the one for words stays
/// while one types.
#[component]
fn FilterFields() -> impl IntoView {
    let (dispatch, session, filter) = (use_dispatch(), use_session(), use_rail().filter);
    let input = NodeRef::<html::Input>::new();
    // What was filtered by last is typed over, so it must stand there before it is selected.
    use_focus().give_to_field(session::Field::Filter, input, move |input| {
        dom::set_value(input, &session.read_untracked(|session| session.filter().words.clone()));
        dom::select_content(input);
    });
    let change = move |change: fn(&mut Filter)| {
        let mut filter = filter.get_untracked();
        change(&mut filter);
        dispatch.send(Event::Filter(filter));
    };
    let type_words = move |event| {
        let words = event_target_value(&event);
        dispatch.send(Event::Filter(Filter { words, ..filter.get_untracked() }));
    };
    view! {
        <div class="panel-line" hidden=move || filter.with(|filter| !filter.open)>
            <label class="out-of-sight" for=WORDS>
                "Filter"
            </label>
            <input
                node_ref=input
                id=WORDS
                type="text"
                dir="auto"
                autocomplete="off"
                placeholder="Words in marks and notes"
                prop:value=move || filter.with(|filter| filter.words.clone())
                on:input=type_words
                on:focusout=move |_| dispatch.send(Event::FieldLeft)
            />
            <Switch
                name="Has note"
                pressed=Signal::derive(move || filter.with(|filter| filter.noted))
                on_press=move |()| change(|filter| filter.noted = !filter.noted)
            />
            <Switch
                name="Flagged"
                pressed=Signal::derive(move || filter.with(|filter| filter.flagged))
                on_press=move |()| change(|filter| filter.flagged = !filter.flagged)
            />
        </div>
    }
}

/// A button that is pressed or not.
#[component]
fn Switch(
    /// The accessible name.
    name: &'static str,
    /// Whether it is pressed.
    pressed: Signal<bool>,
    /// Told that it was clicked.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="command switch"
            aria-pressed=move || pressed.get().to_string()
            on:click=move |_| on_press.run(())
        >
            {name}
        </button>
    }
}
