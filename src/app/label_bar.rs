//! The small bar beside a selection: the labels with their keys.

use bluepencil::session::Command;
use leptos::prelude::*;

use super::desk::Desk;
use super::reactive::{keep, present, text};
use crate::browser::{dom, floating, selection};

/// The commands of the bar.
const COMMANDS: [Command; 4] = [Command::MarkQuote, Command::MarkClaim, Command::MarkCaption, Command::MarkCredit];

/// The label bar: there only while there is a selection that was not labelled just now.
pub fn label_bar(desk: Desk) -> AnyView {
    keep(move || {
        desk.viewport.track();
        let selected = desk.place.get().selection.filter(|selected| desk.labelled.get() != Some(*selected));
        let shown = selected.is_some() && !desk.dragging.get();
        dom::after_update(move || {
            floating::place_label_bar(desk.read(selection::selection_box).filter(|_| shown));
        });
    });
    let buttons = COMMANDS.map(|command| {
        let name = command.marks().map(|label| label.name().to_owned()).unwrap_or_default();
        let key = text(move || desk.key_of(command));
        view! {
            <button type="button" class="label-button" aria-label=command.name() data-command=command.name()>
                <kbd data-key=key></kbd>
                <span class="swatch" data-label=name.clone()>{name.clone()}</span>
            </button>
        }
        .into_any()
    });
    // A selection can also become part of the mark in focus.
    let add = view! {
        <button
            type="button"
            class="label-button"
            aria-label=Command::AddSegment.name()
            data-command=Command::AddSegment.name()
            hidden=present(move || desk.focus.get().is_none())
        >
            <kbd data-key=text(move || desk.key_of(Command::AddSegment))></kbd>
            "add"
        </button>
    };
    view! {
        <div id=floating::LABEL_BAR class="label-bar" role="toolbar" aria-label="Mark the selection" hidden>
            {Vec::from(buttons)}
            {add.into_any()}
        </div>
    }
    .into_any()
}
