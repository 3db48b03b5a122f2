//! The small bar beside a selection: the labels with their keys.

use bluepencil::session::Command;

use super::desk::Desk;
use super::element::{Content, IntoContent as _, element};
use super::reactive::{keep, maybe, present};
use crate::browser::{dom, floating, selection};

/// The commands of the bar.
const COMMANDS: [Command; 4] = [Command::MarkQuote, Command::MarkClaim, Command::MarkCaption, Command::MarkCredit];

/// The label bar: there only while there is a selection that was not labelled just now.
pub fn label_bar(desk: Desk) -> Content {
    keep(move || {
        let selected = desk.place.get().selection.filter(|selected| desk.labelled.get() != Some(*selected));
        let shown = selected.is_some() && !desk.dragging.get();
        if shown {
            // Whether there is room below the words depends on how far they are scrolled.
            desk.viewport.track();
        }
        dom::after_update(move || {
            floating::place_label_bar(desk.read(selection::selection_box).filter(|_| shown));
        });
    });
    let buttons = COMMANDS.map(|command| {
        let name = command.marks().map(|label| label.name().to_owned()).unwrap_or_default();
        element("button", &[("type", "button"), ("class", "label-button")])
            .with("aria-label", command.name())
            .with("data-command", command.name())
            .child(element("kbd", &[]).live("data-key", maybe(move || Some(desk.key_of(command)))))
            .child(element("span", &[("class", "swatch")]).with("data-label", name.clone()).child(name))
            .into_content()
    });
    // A selection can also become part of the mark in focus.
    let add = element("button", &[("type", "button"), ("class", "label-button")])
        .with("aria-label", Command::AddSegment.name())
        .with("data-command", Command::AddSegment.name())
        .live("hidden", present(move || desk.focus.get().is_none()))
        .child(element("kbd", &[]).live("data-key", maybe(move || Some(desk.key_of(Command::AddSegment)))))
        .child("add");
    let bar = element(
        "div",
        &[
            ("id", floating::LABEL_BAR),
            ("class", "label-bar"),
            ("role", "toolbar"),
            ("aria-label", "Mark the selection"),
            ("hidden", ""),
        ],
    );
    bar.child(Vec::from(buttons)).child(add).into_content()
}
