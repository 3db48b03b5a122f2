//! The fields of the annotation in focus.

use bluepencil::annotation::{Annotation, AnnotationId, BUILT_IN};
use bluepencil::session::Command;
use leptos::prelude::*;

use super::desk::Desk;
use super::here::{here, moving};
use super::masthead::command_button;
use super::reactive::keep;
use crate::browser::dom;

/// The id of the inspector.
pub const INSPECTOR: &str = "inspector";

/// The id of the field with that accessible name.
pub fn field_id(name: &str) -> String {
    format!("field-{}", name.to_ascii_lowercase().replace(' ', "-"))
}

/// The fields of one annotation, each an ordinary labelled control. What is typed is kept with each key press.
pub fn inspector(desk: Desk, id: AnnotationId) -> AnyView {
    let own = desk.read(|document| document.annotation(id).map(|annotation| annotation.label.clone()));
    let own = own.filter(|own| own.built_in().is_none());
    let built_in = BUILT_IN.iter().map(|known| (known.name.to_owned(), known.title.to_owned()));
    let options = built_in.chain(own.map(|own| (own.name().to_owned(), own.title().into_owned())));
    let options: Vec<AnyView> =
        options.map(|(name, title)| view! { <option value=name>{title}</option> }.into_any()).collect();
    // The fields stay while one types in them; only their values follow the annotation.
    keep(move || {
        let show = |annotation: &Annotation| {
            dom::set_value(&field_id("Label"), annotation.label.name());
            dom::set_value(&field_id("Note"), &annotation.note);
            dom::set_checked(&field_id("Flag"), annotation.is_flagged());
        };
        desk.document.with(|shown| {
            shown.as_ref().and_then(|shown| shown.0.annotation(id)).into_iter().for_each(|one| show(one))
        });
    });
    view! {
        <section id=INSPECTOR class="inspector" aria-label="Inspector">
            {moving(desk)}
            <p class="field">
                <label for=field_id("Label")>"Label"</label>
                <select id=field_id("Label") data-field="label" data-of=id.to_string()>{options}</select>
            </p>
            <p class="field">
                <label for=field_id("Note")>"Note"</label>
                <textarea id=field_id("Note") rows="2" dir="auto" data-field="note" data-of=id.to_string()></textarea>
            </p>
            <p class="panel-line">
                <label class="check">
                    <input id=field_id("Flag") type="checkbox" data-field="flag" data-of=id.to_string() />
                    "Flag"
                </label>
                {command_button(Command::DeleteAnnotation, "Delete")}
            </p>
            <p class="field-actions in-columns">
                {command_button(Command::Boundaries, "")}
                {command_button(Command::OtherMark, "")}
                {command_button(Command::MergeNext, "")}
                {command_button(Command::SplitAtCaret, "")}
                <button
                    type="button"
                    class="command"
                    aria-label=Command::AnnotateAll.name()
                    data-does="occurrences"
                    data-of=id.to_string()
                >
                    "All occurrences"
                </button>
                <button type="button" class="command" data-command=Command::ReadWithMarks.name()>"Read in text"</button>
            </p>
            {here(desk, id)}
        </section>
    }
    .into_any()
}
