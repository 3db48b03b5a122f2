//! The handles of the mark in focus: where they stand, and what a drag of one does.

use bluepencil::annotation::Target;
use bluepencil::session::{Command, Event};
use bluepencil::text::{Edge, Utf8};
use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::desk::Desk;
use super::element::{Content, IntoContent as _, element};
use super::reactive::keep;
use crate::browser::article::ARTICLE;
use crate::browser::{article, dom, handles};

/// The ends of a target, in the order in which they are counted.
fn ends(target: &Target) -> Vec<(Utf8, Edge)> {
    target.segments().flat_map(|segment| [(segment.start(), Edge::Start), (segment.end(), Edge::End)]).collect()
}

/// The ends of the mark in focus, as they are or as they would be.
fn current(desk: Desk) -> Vec<(Utf8, Edge)> {
    match desk.moving.get() {
        Some(moving) => ends(moving.target()),
        None => {
            let focus = desk.focus.get();
            let target = desk.read(|document| Some(ends(&document.annotation(focus?)?.target)));
            target.unwrap_or_default()
        }
    }
}

/// The handles, kept at the ends of the mark in focus.
pub fn handles(desk: Desk) -> Content {
    keep(move || {
        desk.document.track();
        desk.near.track();
        desk.screen.track();
        let (ends, moving) = (current(desk), desk.moving.get());
        let active = moving.map(|moving| moving.active());
        dom::after_update(move || desk.with_document(|document| handles::place(document, &ends, active)));
    });
    // An end that keys move is kept in view; one that the pointer holds is where the user looks.
    keep(move || {
        if let Some(moving) = desk.moving.get().filter(|_| desk.grip.get_value().is_none()) {
            desk.with_document(|document| article::reveal(document, moving.position(), moving.position()));
        }
    });
    element("div", &[("id", handles::HANDLES), ("class", "handles"), ("aria-hidden", "true")]).into_content()
}

/// The pointer went down: on a handle, it takes hold of it.
pub fn press(desk: Desk, event: &PointerEvent) {
    let Some(number) = handles::pressed(event) else { return };
    let Some((position, edge)) = untrack(|| current(desk)).get(number).copied() else { return };
    desk.grip.set_value(desk.read(|document| handles::hold(document, event, position, edge)));
    // So that Esc is for the handle.
    dom::focus(ARTICLE);
    desk.dispatch(Event::GrabEdge(number));
}

/// The pointer moves, perhaps with a handle.
pub fn drag(desk: Desk, event: &PointerEvent) {
    let Some(grip) = desk.grip.get_value() else { return };
    if let Some(position) = desk.read(|document| handles::position(document, event, grip)) {
        desk.dispatch(Event::DragEdge(position, event.alt_key()));
    }
}

/// The pointer lets go: what was dragged is kept. A handle that was only pressed goes on to be moved by keys.
pub fn release(desk: Desk, cancelled: bool) {
    if desk.grip.get_value().is_none() {
        return;
    }
    desk.grip.set_value(None);
    handles::let_go();
    match desk.moving.get_untracked() {
        Some(_) if cancelled => desk.command(Command::CancelBoundaries),
        Some(moving) if moving.has_changed() => desk.command(Command::KeepBoundaries),
        _ => {}
    }
}
