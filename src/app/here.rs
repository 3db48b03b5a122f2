//! What the inspector tells of the place of a mark: the boundaries while they are moved, its segments, the marks that share
//! its words.

use bluepencil::annotation::{Annotation, AnnotationId};
use bluepencil::document::Document;
use bluepencil::session::Command;
use bluepencil::text::shorten;
use leptos::prelude::*;

use super::desk::{Desk, Shown};
use super::list::letter;
use super::masthead::command_button;
use super::reactive::part;

/// How many characters of the words are shown.
const SHOWN_WORDS: usize = 80;
/// How many of the new words are shown while boundaries are moved.
const NEW_WORDS: usize = 120;
/// How many marks of one place are listed; `O` goes through all of them.
const LISTED: usize = 20;
/// The commands that move a boundary.
const MOVES: [Command; 4] =
    [Command::EdgeWordLeft, Command::EdgeWordRight, Command::EdgeCharacterLeft, Command::EdgeCharacterRight];

/// The segments of an annotation, and the marks that share its words.
pub fn here(desk: Desk, id: AnnotationId) -> AnyView {
    let segments = move || of(desk, id, segments);
    let marks = move || of(desk, id, marks_here);
    view! {
        {part(segments)}
        {part(marks)}
    }
    .into_any()
}

/// Shows something of an annotation, for as long as it is there.
fn of(desk: Desk, id: AnnotationId, show: fn(&Document, &Annotation) -> AnyView) -> AnyView {
    desk.document.with(|shown| {
        let Some(Shown(document)) = shown else { return ().into_any() };
        document.annotation(id).map_or_else(|| ().into_any(), |annotation| show(document, annotation))
    })
}

/// The new words while boundaries are moved, with buttons for those who move them without keys.
pub fn moving(desk: Desk) -> AnyView {
    part(move || new_boundaries(desk)).into_any()
}

fn new_boundaries(desk: Desk) -> AnyView {
    let Some(moving) = desk.moving.get() else { return ().into_any() };
    let told = desk.with_document(|document| moving.told(document, NEW_WORDS));
    view! {
        <div class="moving" role="group" aria-label="New boundaries">
            <p class="new-words" dir="auto">{told}</p>
            <p class="field-actions">
                {command_button(Command::KeepBoundaries, "")}
                {command_button(Command::CancelBoundaries, "")}
                {command_button(Command::NextEdge, "")}
            </p>
            <p class="field-actions in-columns">
                {Vec::from(MOVES.map(|command| command_button(command, "")))}
            </p>
        </div>
    }
    .into_any()
}

/// The segments of a mark that has several, each with a button that takes it out.
fn segments(document: &Document, annotation: &Annotation) -> AnyView {
    if annotation.target.segments().nth(1).is_none() {
        return ().into_any();
    }
    let text = &document.article().text;
    let rows: Vec<AnyView> = annotation
        .target
        .segments()
        .enumerate()
        .map(|(number, segment)| {
            let words = shorten(text.words(segment), SHOWN_WORDS);
            let name = format!("Take out: {words}");
            let of = format!("{} {number}", annotation.id);
            view! {
                <li>
                    <span class="words" dir="auto">{words}</span>
                    <button type="button" class="command" aria-label=name data-does="take-out" data-of=of>"Take out"</button>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <p class="place-title">"Segments"</p>
        <ol class="segments" aria-label="Segments">{rows}</ol>
    }
    .into_any()
}

/// The marks that share words with this one, where there are any beside itself.
fn marks_here(document: &Document, annotation: &Annotation) -> AnyView {
    let here = document.sharing_words(annotation);
    if here.len() < 2 {
        return ().into_any();
    }
    let more = here.len().saturating_sub(LISTED);
    let rows: Vec<AnyView> =
        here.iter().take(LISTED).map(|entry| mark_here(document, &entry.annotation, annotation.id)).collect();
    let more = (more > 0).then(|| view! { <li class="help">{format!("and {more} more")}</li> }.into_any());
    view! {
        <p class="place-title">"Marks here"</p>
        <ul class="marks-here" aria-label="Marks here">{rows}{more}</ul>
    }
    .into_any()
}

fn mark_here(document: &Document, annotation: &Annotation, focus: AnnotationId) -> AnyView {
    let words = shorten(&annotation.target.words(&document.article().text), SHOWN_WORDS);
    let label = annotation.label.name().to_owned();
    view! {
        <li>
            <button
                type="button"
                class="here-button"
                aria-current=(annotation.id == focus).then(|| "true".to_owned())
                data-does="choose"
                data-of=annotation.id.to_string()
            >
                <span class="letter" data-label=label.clone() aria-hidden="true">{letter(&label)}</span>
                <span class="out-of-sight">{annotation.label.title().into_owned()}": "</span>
                <span class="words" dir="auto">{words}</span>
            </button>
        </li>
    }
    .into_any()
}
