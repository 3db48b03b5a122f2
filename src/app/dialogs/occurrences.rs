//! The dialog that annotates every occurrence of some words.

use std::sync::Arc;

use bluepencil::annotation::{BUILT_IN, Label};
use bluepencil::session::{Event, Occurrence, Occurrences, OccurrencesEvent, Session};
use bluepencil::text::{Matching, visible};
use leptos::prelude::*;

use super::cancel::Cancel;
use crate::app::components::{Check, Choice, Field};
use crate::app::dispatch::use_dispatch;
use crate::app::state::notices::use_notices;
use crate::app::state::session::use_session;

/// How many occurrences are listed; what is done to all is done to those beyond too.
const LISTED: usize = 500;

/// What was looked for and found.
type Known = Memo<Option<Arc<Occurrences>>>;

/// What to look for, where, what was found with a tick for each, and the button that marks them.
#[component]
pub fn AnnotateAll() -> impl IntoView {
    let (dispatch, refused) = (use_dispatch(), use_notices().alerted());
    let known: Known = use_session().shared(Session::occurrences);
    let ticked = slice(known, |known| known.ticked().0);
    view! {
        <div class="pair">
            <Words known />
            <LabelChoice known />
        </div>
        <How known />
        <Place known />
        <Ticks known />
        <List known />
        <p class="help">
            "Undo takes all of it back in one step, in every article, for as long as this article stays open."
        </p>
        <p class="field-actions">
            <button
                type="button"
                class="command main"
                aria-disabled=move || (ticked.get() == 0).then_some("true")
                on:click=move |_| dispatch.send(Event::Occurrences(OccurrencesEvent::Annotate))
            >
                {move || format!("Annotate {}", ticked.get())}
            </button>
            <Cancel />
        </p>
        <p class="refused">{refused}</p>
    }
}

/// Something of what was found, which tells its readers when it differs.
fn slice<T>(known: Known, read: impl Fn(&Occurrences) -> T + Send + Sync + 'static) -> Memo<T>
where
    T: Default + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| known.with(|known| known.as_deref().map(&read).unwrap_or_default()))
}

/// The words that are looked for.
#[component]
fn Words(
    /// What was found.
    known: Known,
) -> impl IntoView {
    let dispatch = use_dispatch();
    view! {
        <Field id="all-words" name="Words">
            <input
                id="all-words"
                type="text"
                dir="auto"
                autocomplete="off"
                prop:value=slice(known, |known| known.words.clone())
                on:input=move |event| {
                    dispatch.send(Event::Occurrences(OccurrencesEvent::Words(event_target_value(&event))));
                }
            />
        </Field>
    }
}

/// What the occurrences are to be marked as.
#[component]
fn LabelChoice(
    /// What was found.
    known: Known,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let label = slice(known, |known| Some(known.label.clone()));
    // A label of one's own is offered where the dialog was opened with it, and stays then.
    let own = label.get_untracked().filter(|own| own.built_in().is_none());
    let labels = BUILT_IN.map(|known| known.label()).into_iter().chain(own).map(move |offered| {
        let (value, title) = (offered.name().to_owned(), offered.title().into_owned());
        let chosen = Signal::derive(move || label.with(|label| label.as_ref() == Some(&offered)));
        view! { <Choice value title chosen /> }
    });
    let choose = move |name: String| {
        if let Some(label) = Label::parse(&name) {
            dispatch.send(Event::Occurrences(OccurrencesEvent::Label(label)));
        }
    };
    view! {
        <Field id="all-label" name="Label">
            <select id="all-label" on:change=move |event| choose(event_target_value(&event))>
                {labels.collect_view()}
            </select>
        </Field>
    }
}

/// How like the found words must be.
#[component]
fn How(
    /// What was found.
    known: Known,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let matching = slice(known, |known| known.matching);
    let change = move |matching| dispatch.send(Event::Occurrences(OccurrencesEvent::Matching(matching)));
    view! {
        <div class="panel-line">
            <Check
                name="Match case"
                checked=Signal::derive(move || matching.get().case)
                on_change=move |case| change(Matching { case, ..matching.get_untracked() })
            />
            <Check
                name="Whole words"
                checked=Signal::derive(move || matching.get().whole_words)
                on_change=move |whole_words| change(Matching { whole_words, ..matching.get_untracked() })
            />
        </div>
    }
}

/// Which articles are looked through.
#[component]
fn Place(
    /// What was found.
    known: Known,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let everywhere = slice(known, |known| known.everywhere);
    let change = move |everywhere| dispatch.send(Event::Occurrences(OccurrencesEvent::Everywhere(everywhere)));
    view! {
        <fieldset class="panel-line plain">
            <legend class="out-of-sight">"Where"</legend>
            <label class="check">
                <input
                    type="radio"
                    name="all-where"
                    prop:checked=move || !everywhere.get()
                    on:change=move |_| change(false)
                />
                "In this article"
            </label>
            <label class="check">
                <input
                    type="radio"
                    name="all-where"
                    prop:checked=everywhere
                    on:change=move |_| change(true)
                />
                "In all articles"
            </label>
        </fieldset>
    }
}

/// What was found, in words, and the buttons that tick all of it or nothing.
#[component]
fn Ticks(
    /// What was found.
    known: Known,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let tick_all = move |ticked| dispatch.send(Event::Occurrences(OccurrencesEvent::TickAll(ticked)));
    view! {
        <div class="panel-line">
            <span class="grows" aria-live="polite">
                {slice(known, Occurrences::summary)}
            </span>
            <button type="button" class="command" on:click=move |_| tick_all(true)>
                "Tick all"
            </button>
            <button type="button" class="command" on:click=move |_| tick_all(false)>
                "Tick none"
            </button>
        </div>
    }
}

/// The occurrences, written anew when there are others and not when one is ticked.
#[component]
fn List(
    /// What was found.
    known: Known,
) -> impl IntoView {
    let listing = slice(known, |known| known.listing);
    let rows = move || {
        // Read, and not tracked alone: a memo that nobody has read yet follows nothing.
        let _ = listing.get();
        known.get_untracked().map(|now| {
            let rows = now.found.iter().take(LISTED).enumerate();
            rows.map(|(number, one)| view! { <ListRow known number shown=row(&now, *one) /> }).collect_view()
        })
    };
    let beyond = slice(known, |known| known.found.len().saturating_sub(LISTED));
    let more = move || {
        let beyond = beyond.get();
        let words =
            format!("The first {LISTED} are listed. “Tick all” and “Tick none” go for the {beyond} others too.");
        (beyond > 0).then(|| view! { <p class="help">{words}</p> })
    };
    view! {
        <ul class="ticks" aria-label="Occurrences" tabindex="0">
            {rows}
        </ul>
        {more}
    }
}

/// What a row shows.
struct Shown {
    /// What is before, the words, and what is after.
    words: [String; 3],
    /// The title of the article, where all are looked through.
    title: Option<String>,
    /// The title of the label, where the words have it already.
    already: Option<String>,
}

fn row(known: &Occurrences, one: Occurrence) -> Shown {
    Shown {
        words: known.words_of(one),
        title: known.title(one).map(|title| visible(title).into_owned()),
        already: one.marked.then(|| known.label.title().into_owned()),
    }
}

/// An occurrence, with a tick where it can be marked.
#[component]
fn ListRow(
    /// What was found.
    known: Known,
    /// The number of the occurrence, from 0.
    number: usize,
    /// What the row shows.
    shown: Shown,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let Shown { words: [before, words, after], title, already } = shown;
    let words = view! {
        <span dir="auto">{before} <strong>{words}</strong> {after}</span>
        {title.map(|title| view! { <span class="help title" dir="auto">{title}</span> })}
    };
    if let Some(label) = already {
        return view! {
            <li class="tick">
                <span class="already">{format!("{label} already")}</span>
                {words}
            </li>
        }
        .into_any();
    }
    let ticked = move || {
        known.with(|known| known.as_ref().and_then(|known| known.found.get(number)).is_some_and(|one| one.ticked))
    };
    view! {
        <li>
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=ticked
                    on:change=move |event| {
                        dispatch.send(Event::Occurrences(OccurrencesEvent::Tick(number, event_target_checked(&event))));
                    }
                />
                {words}
            </label>
        </li>
    }
    .into_any()
}
