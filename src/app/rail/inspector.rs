//! The fields of the annotation in focus.

use std::sync::Arc;

use bluepencil::annotation::{Annotation, AnnotationId, BUILT_IN, Label};
use bluepencil::session::{self, Command, Event, OccurrencesEvent};
use leptos::html;
use leptos::prelude::*;

use super::place::{Inspected, MarksHere, NewBoundaries, Segments};
use crate::app::components::{Check, Choice, CommandButton, Field};
use crate::app::dispatch::use_dispatch;
use crate::app::state::focus::use_focus;
use crate::app::state::rail::use_rail;
use crate::app::state::session::is_same;

/// The id of the field for the label.
const LABEL: &str = "field-label";
/// The id of the field for the note.
const NOTE: &str = "field-note";

/// The fields of one annotation, each an ordinary labelled control. What is typed is kept with each key press.
#[component]
pub fn Inspector(
    /// The annotation.
    id: AnnotationId,
) -> impl IntoView {
    let (dispatch, document) = (use_dispatch(), use_rail().document());
    let annotation: Inspected = Memo::new_with_compare(
        move |known: Option<&Option<Arc<Annotation>>>| {
            let now = document.with(|document| document.as_ref()?.annotation(id).cloned());
            now.or_else(|| known.cloned().flatten())
        },
        |before, now| !is_same(before.and_then(Option::as_ref), now.and_then(Option::as_ref)),
    );
    let is_flagged = move || annotation.with(|annotation| annotation.as_ref().is_some_and(|one| one.is_flagged()));
    let (all, read) = (Command::AnnotateAll, Command::ReadWithMarks);
    view! {
        <section class="inspector" aria-label="Inspector">
            <NewBoundaries />
            <LabelField id annotation />
            <NoteField id annotation />
            <p class="panel-line">
                <Check
                    name="Flag"
                    checked=Signal::derive(is_flagged)
                    on_change=move |flagged| dispatch.send(Event::Flag(id, flagged))
                />
                <CommandButton command=Command::DeleteAnnotation sign="Delete" />
            </p>
            <p class="field-actions in-columns">
                <CommandButton command=Command::Boundaries />
                <CommandButton command=Command::OtherMark />
                <CommandButton command=Command::MergeNext />
                <CommandButton command=Command::SplitAtCaret />
                <button
                    type="button"
                    class="command"
                    aria-label=all.name()
                    on:click=move |_| dispatch.send(Event::Occurrences(OccurrencesEvent::Of(id)))
                >
                    "All occurrences"
                </button>
                <button
                    type="button"
                    class="command"
                    data-command=read.name()
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| dispatch.command(read)
                >
                    "Read in text"
                </button>
            </p>
            <Segments annotation />
            <MarksHere annotation />
        </section>
    }
}

/// The field for the label: the built-in ones, and the annotation's own where it has one.
#[component]
fn LabelField(
    /// Which annotation it is.
    id: AnnotationId,
    /// The annotation.
    annotation: Inspected,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let label = Memo::new(move |_| annotation.with(|annotation| annotation.as_ref().map(|one| one.label.clone())));
    // Once there, a label of one's own stays among the choices, so that one can go back to it.
    let own = Memo::new(move |known: Option<&Option<Label>>| {
        label.get().filter(|label| label.built_in().is_none()).or_else(|| known.cloned().flatten())
    });
    let select = NodeRef::<html::Select>::new();
    use_focus().give_to_field(session::Field::Label, select, |_| ());
    let choice = move |choice: Label| {
        let (value, title) = (choice.name().to_owned(), choice.title().into_owned());
        let chosen = Signal::derive(move || label.with(|label| label.as_ref() == Some(&choice)));
        view! { <Choice value title chosen /> }
    };
    let relabel = move |event| {
        if let Some(label) = Label::parse(&event_target_value(&event)) {
            dispatch.send(Event::Relabel(id, label));
        }
    };
    view! {
        <Field id=LABEL name="Label">
            <select node_ref=select id=LABEL on:change=relabel>
                {BUILT_IN.map(|known| choice(known.label())).collect_view()}
                {move || own.get().map(choice)}
            </select>
        </Field>
    }
}

/// The field for the note.
#[component]
fn NoteField(
    /// Which annotation it is.
    id: AnnotationId,
    /// The annotation.
    annotation: Inspected,
) -> impl IntoView {
    let dispatch = use_dispatch();
    let note = Memo::new(move |_| {
        annotation.with(|annotation| annotation.as_ref().map(|one| one.note.clone()).unwrap_or_default())
    });
    let textarea = NodeRef::<html::Textarea>::new();
    use_focus().give_to_field(session::Field::Note, textarea, |_| ());
    view! {
        <Field id=NOTE name="Note">
            <textarea
                node_ref=textarea
                id=NOTE
                rows="2"
                dir="auto"
                prop:value=note
                on:input=move |event| dispatch.send(Event::Note(id, event_target_value(&event)))
                on:focusout=move |_| dispatch.send(Event::FieldLeft)
            ></textarea>
        </Field>
    }
}
