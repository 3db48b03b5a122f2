//! What the inspector tells of the place of a mark: the boundaries while they are moved, its segments, the marks that share
//! its words.

use std::sync::Arc;

use bluepencil::annotation::{Annotation, AnnotationId};
use bluepencil::document::Document;
use bluepencil::session::{Command, Event};
use bluepencil::text::shorten;
use leptos::prelude::*;

use crate::app::components::{CommandButton, letter};
use crate::app::dispatch::use_dispatch;
use crate::app::state::rail::use_rail;

/// How many characters of the words are shown.
const SHOWN_WORDS: usize = 80;
/// How many of the new words are shown while boundaries are moved.
const NEW_WORDS: usize = 120;
/// How many marks of one place are listed; `O` goes through all of them.
const LISTED: usize = 20;

/// The annotation that is inspected, as the rail shows it; the last there was of it once it is gone.
pub type Inspected = Memo<Option<Arc<Annotation>>>;

/// The new words while boundaries are moved, with buttons for those who move them without keys.
#[component]
pub fn NewBoundaries() -> impl IntoView {
    let rail = use_rail();
    let message = Memo::new(move |_| {
        rail.shown.with(|shown| Some(shown.boundary_edit.as_ref()?.summary(shown.document.as_deref()?, NEW_WORDS)))
    });
    view! {
        <Show when=move || message.with(Option::is_some)>
            <div class="moving" role="group" aria-label="New boundaries">
                <p class="new-words" dir="auto">
                    {message}
                </p>
                <p class="field-actions">
                    <CommandButton command=Command::KeepBoundaries />
                    <CommandButton command=Command::CancelBoundaries />
                    <CommandButton command=Command::NextEdge />
                </p>
                <p class="field-actions in-columns">
                    <CommandButton command=Command::EdgeWordLeft />
                    <CommandButton command=Command::EdgeWordRight />
                    <CommandButton command=Command::EdgeCharacterLeft />
                    <CommandButton command=Command::EdgeCharacterRight />
                </p>
            </div>
        </Show>
    }
}

/// The segments of a mark that has several, each with a button that takes it out.
#[component]
pub fn Segments(
    /// The mark.
    annotation: Inspected,
) -> impl IntoView {
    let document = use_rail().document();
    let segments = Memo::new(move |_| {
        document.with(|document| {
            annotation
                .with(|annotation| Some(segments(document.as_deref()?, annotation.as_deref()?)))
                .unwrap_or_default()
        })
    });
    // The rows are not keyed: when one is taken out, the next has its place, and the focus stays there.
    let rows = move || {
        let rows = segments.get().into_iter().enumerate();
        rows.map(|(number, words)| view! { <Segment annotation number words /> }).collect_view()
    };
    view! {
        <Show when=move || segments.with(|segments| segments.len() > 1)>
            <p class="place-title">"Segments"</p>
            <ol class="segments" aria-label="Segments">
                {rows}
            </ol>
        </Show>
    }
}

/// The words of each segment.
fn segments(document: &Document, annotation: &Annotation) -> Vec<String> {
    let text = &document.article().text;
    annotation.target.segments().map(|segment| shorten(text.words(segment), SHOWN_WORDS)).collect()
}

/// One segment.
#[component]
fn Segment(
    /// The mark that it belongs to.
    annotation: Inspected,
    /// Which of its segments it is, from 0.
    number: usize,
    /// Its words.
    words: String,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let take_out = move |_| {
        if let Some(id) = annotation.with_untracked(|annotation| annotation.as_ref().map(|one| one.id)) {
            dispatch.send(Event::TakeOut(id, number));
        }
    };
    let name = format!("Take out: {words}");
    view! {
        <li>
            <span class="words" dir="auto">
                {words}
            </span>
            <button type="button" class="command" aria-label=name on:click=take_out>
                "Take out"
            </button>
        </li>
    }
}

/// The marks that share words with this one, where there are any beside itself.
#[component]
pub fn MarksHere(
    /// The mark.
    annotation: Inspected,
) -> impl IntoView {
    let document = use_rail().document();
    let here = Memo::new(move |_| {
        let here = |annotation: Option<&Annotation>| {
            document.with(|document| Some(marks_here(document.as_deref()?, annotation?))).unwrap_or_default()
        };
        annotation.with(|annotation| here(annotation.as_deref()))
    });
    let rows = move || here.get().0.into_iter().map(|mark| view! { <MarkHere mark /> }).collect_view();
    let more = move || {
        let more = here.with(|(listed, count)| count - listed.len());
        (more > 0).then(|| view! { <li class="help">{format!("and {more} more")}</li> })
    };
    view! {
        <Show when=move || here.with(|(_, count)| *count > 1)>
            <p class="place-title">"Marks here"</p>
            <ul class="marks-here" aria-label="Marks here">
                {rows}
                {more}
            </ul>
        </Show>
    }
}

/// What is shown of a mark that stands at a place.
#[derive(Clone, PartialEq)]
struct Here {
    id: AnnotationId,
    letter: &'static str,
    label: String,
    title: String,
    words: String,
    in_focus: bool,
}

/// The marks that share words with one, it among them: those that are listed, and how many there are.
fn marks_here(document: &Document, focus: &Annotation) -> (Vec<Here>, usize) {
    let here = document.sharing_words(focus);
    let listed = here.iter().take(LISTED).map(|entry| &entry.annotation).map(|annotation| Here {
        id: annotation.id,
        letter: letter(annotation.label.name()),
        label: annotation.label.name().to_owned(),
        title: annotation.label.title().into_owned(),
        words: shorten(&annotation.target.words(&document.article().text), SHOWN_WORDS),
        in_focus: annotation.id == focus.id,
    });
    (listed.collect(), here.len())
}

/// One mark of a place, to choose.
#[component]
fn MarkHere(
    /// The mark.
    mark: Here,
) -> impl IntoView {
    let dispatch = use_dispatch();
    view! {
        <li>
            <button
                type="button"
                class="here-button"
                aria-current=mark.in_focus.then_some("true")
                on:click=move |event| dispatch.choose(mark.id, &event)
            >
                <span class="letter" aria-hidden="true" data-label=mark.label>
                    {mark.letter}
                </span>
                <span class="out-of-sight">{mark.title} ": "</span>
                <span class="words" dir="auto">
                    {mark.words}
                </span>
            </button>
        </li>
    }
}
