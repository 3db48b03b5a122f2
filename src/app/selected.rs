//! The bar over the list while marks are selected in it: what can be done to all of them at once.

use bluepencil::session::{Command, Event};
use leptos::ev::KeyboardEvent;

use super::desk::Desk;
use super::element::{Content, IntoContent as _, action, element};
use super::inspector::field_id;
use super::masthead::command_button;
use super::reactive::{present, text};
use crate::browser::dom;

/// The accessible name of the field for a note.
const NOTE: &str = "Note to add";

/// The commands that change the label, with the letters that stand for them.
const RELABELS: [(Command, &str); 4] = [
    (Command::RelabelQuote, "Q"),
    (Command::RelabelClaim, "C"),
    (Command::RelabelCaption, "P"),
    (Command::RelabelCredit, "R"),
];

/// The bar. It is always on the page and hidden while no mark is selected.
pub fn selected_bar(desk: Desk) -> Content {
    let told = move || match desk.selected.with(|selected| selected.0.len()) {
        1 => "1 mark selected".to_owned(),
        count => format!("{count} marks selected"),
    };
    let relabels = RELABELS.map(|(command, letter)| command_button(desk, command, letter));
    let head = element("div", &[("class", "panel-line")])
        .child(element("strong", &[("class", "grows")]).child(text(told)))
        .child(command_button(desk, Command::SelectListed, "All"))
        .child(command_button(desk, Command::ClearSelected, "None"));
    let relabels = element("span", &[("class", "panel-line"), ("role", "group"), ("aria-label", "Change to")])
        .child(element("span", &[("aria-hidden", "true")]).child("Change to"))
        .child(Vec::from(relabels));
    let labels = element("div", &[("class", "panel-line")]).child(relabels).child(command_button(
        desk,
        Command::DeleteAnnotation,
        "Delete",
    ));
    let input = element(
        "input",
        &[
            ("type", "text"),
            ("dir", "auto"),
            ("autocomplete", "off"),
            ("placeholder", "Note for all of them"),
            ("data-field", "note-to-add"),
        ],
    );
    let note = element("div", &[("class", "panel-line")])
        .child(element("label", &[("class", "out-of-sight")]).with("for", field_id(NOTE)).child(NOTE))
        .child(input.with("id", field_id(NOTE)))
        .child(action("add-note", "Add note"))
        .child(command_button(desk, Command::Flag, "Flag"));
    element("section", &[("class", "panel selected"), ("aria-label", "Selected marks")])
        .live("hidden", present(move || !desk.several.get()))
        .child(head)
        .child(labels)
        .child(note)
        .into_content()
}

/// Adds the note that was written to every selected mark, and empties the field.
pub fn add_note(desk: Desk) {
    desk.dispatch(Event::NoteSelected(dom::value(&field_id(NOTE))));
    dom::set_value(&field_id(NOTE), "");
}

/// `Enter` in the field for a note adds it. True where it was that.
pub fn note_key(desk: Desk, event: &KeyboardEvent) -> bool {
    let in_field = event.key() == "Enter" && dom::field(event).is_some_and(|field| field.name == "note-to-add");
    if in_field {
        event.prevent_default();
        add_note(desk);
    }
    in_field
}
