//! The fields of the annotation in focus.

use bluepencil::annotation::{Annotation, AnnotationId, BUILT_IN};
use bluepencil::session::Command;

use super::desk::Desk;
use super::element::{Content, Element, IntoContent as _, action, element};
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
pub fn inspector(desk: Desk, id: AnnotationId) -> Content {
    let own = desk.read(|document| document.annotation(id).map(|annotation| annotation.label.clone()));
    let own = own.filter(|own| own.built_in().is_none());
    let built_in = BUILT_IN.iter().map(|known| (known.name.to_owned(), known.title.to_owned()));
    let options = built_in.chain(own.map(|own| (own.name().to_owned(), own.title().into_owned())));
    let options: Vec<Content> =
        options.map(|(name, title)| element("option", &[]).with("value", name).child(title).into_content()).collect();
    // The fields stay while one types in them; only their values follow the annotation.
    keep(move || {
        let show = |annotation: &Annotation| {
            dom::set_value(&field_id("Label"), annotation.label.name());
            dom::set_value(&field_id("Note"), &annotation.note);
            dom::set_checked(&field_id("Flag"), annotation.is_flagged());
        };
        desk.rail.with(|rail| {
            rail.document.as_ref().and_then(|shown| shown.0.annotation(id)).into_iter().for_each(|one| show(one))
        });
    });
    let of = id.to_string();
    let label = element("select", &[("data-field", "label")])
        .with("id", field_id("Label"))
        .with("data-of", of.clone())
        .child(options);
    let note = element("textarea", &[("rows", "2"), ("dir", "auto"), ("data-field", "note")])
        .with("id", field_id("Note"))
        .with("data-of", of.clone());
    let flag = element("input", &[("type", "checkbox"), ("data-field", "flag")])
        .with("id", field_id("Flag"))
        .with("data-of", of.clone());
    let flag = element("label", &[("class", "check")]).child(flag).child("Flag");
    let read = element("button", &[("type", "button"), ("class", "command")])
        .with("data-command", Command::ReadWithMarks.name())
        .child("Read in text");
    let all =
        action("occurrences", "All occurrences").with("aria-label", Command::AnnotateAll.name()).with("data-of", of);
    let buttons = element("p", &[("class", "field-actions in-columns")])
        .child(command_button(desk, Command::Boundaries, ""))
        .child(command_button(desk, Command::OtherMark, ""))
        .child(command_button(desk, Command::MergeNext, ""))
        .child(command_button(desk, Command::SplitAtCaret, ""))
        .child(all)
        .child(read);
    element("section", &[("id", INSPECTOR), ("class", "inspector"), ("aria-label", "Inspector")])
        .child(moving(desk))
        .child(labelled("Label", label))
        .child(labelled("Note", note))
        .child(element("p", &[("class", "panel-line")]).child(flag).child(command_button(
            desk,
            Command::DeleteAnnotation,
            "Delete",
        )))
        .child(buttons)
        .child(here(desk, id))
        .into_content()
}

/// A field with its accessible name over it.
fn labelled(name: &'static str, control: Element) -> Element {
    let label = element("label", &[]).with("for", field_id(name)).child(name);
    element("p", &[("class", "field")]).child(label).child(control)
}
