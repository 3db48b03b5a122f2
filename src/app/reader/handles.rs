//! The handles of the mark in focus: where they stand, and what a drag of one does.

use bluepencil::annotation::Target;
use bluepencil::session::{BoundaryEdit, BoundaryEvent, Command, Event};
use bluepencil::text::{Edge, Utf8};
use leptos::ev::PointerEvent;
use leptos::html;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::app::state::article_view::use_article_view;
use crate::app::state::document::use_document;
use crate::app::state::focus::use_focus;
use crate::app::state::frame::use_frame;
use crate::app::state::screen::use_screen;
use crate::app::state::viewport::use_viewport;
use crate::browser::handles::{self, Grip};

/// The ends of a target, in the order in which they are counted.
fn ends(target: &Target) -> Vec<(Utf8, Edge)> {
    target.segments().flat_map(|segment| [(segment.start(), Edge::Start), (segment.end(), Edge::End)]).collect()
}

/// The handles at the ends of the mark in focus. The pointer takes hold of one; letting go keeps the new boundary. A handle
/// that was only pressed goes on to be moved by keys.
#[component]
pub fn Handles() -> impl IntoView {
    let (view, document, focus, dispatch) = (use_article_view(), use_document(), use_focus(), use_dispatch());
    let holder = NodeRef::<html::Div>::new();
    let grip = RwSignal::new(None::<Grip>);
    // The ends of the mark in focus, as they are or as they would be.
    let current = Memo::new(move |_| match focus.boundary_edit.get() {
        Some(moving) => ends(moving.target()),
        None => {
            let of = |id| document.with(|document| document.annotation(id).map(|known| ends(&known.target))).flatten();
            focus.annotation.get().and_then(of).unwrap_or_default()
        }
    });
    keep_placed(holder, current);
    keep_in_view(grip);
    let press = move |event: PointerEvent| {
        let Some(number) = handles::pressed(&event) else { return };
        let Some((position, edge)) = current.with_untracked(|ends| ends.get(number).copied()) else { return };
        let Some(sheet) = view.sheet_untracked() else { return };
        grip.set(document.read(|document| handles::hold(&sheet, document, &event, position, edge)).flatten());
        // So that Esc is for the handle.
        sheet.focus();
        dispatch.send(Event::Boundaries(BoundaryEvent::Grab(number)));
    };
    let drag = move |event: PointerEvent| {
        let Some((grip, sheet)) = grip.get_untracked().zip(view.sheet_untracked()) else { return };
        let position = document.read(|document| handles::position(&sheet, document, &event, grip)).flatten();
        if let Some(position) = position {
            dispatch.send(Event::Boundaries(BoundaryEvent::Drag(position, event.alt_key())));
        }
    };
    let release = move |cancelled: bool| {
        if grip.get_untracked().is_none() {
            return;
        }
        grip.set(None);
        match focus.boundary_edit.get_untracked() {
            Some(_) if cancelled => dispatch.command(Command::CancelBoundaries),
            Some(moving) if moving.has_changed() => dispatch.send(Event::Boundaries(BoundaryEvent::Drop)),
            _ => {}
        }
    };
    view! {
        <div
            node_ref=holder
            class="handles"
            aria-hidden="true"
            // The handle under the pointer would hide the words from it.
            data-held=move || grip.get().is_some()
            on:mousedown=|event| event.prevent_default()
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=move |_| release(false)
            on:pointercancel=move |_| release(true)
        ></div>
    }
}

/// Keeps the handles at these ends.
fn keep_placed(holder: NodeRef<html::Div>, ends: Memo<Vec<(Utf8, Edge)>>) {
    let (view, document, viewport, screen) = (use_article_view(), use_document(), use_viewport(), use_screen());
    let (focus, frame) = (use_focus(), use_frame());
    Effect::new(move |_| {
        document.track();
        viewport.near.track();
        let _ = screen.screen.get();
        let (ends, active) = (ends.get(), focus.boundary_edit.with(|moving| moving.as_ref().map(BoundaryEdit::active)));
        frame.before_paint(move || {
            let (holder, sheet) = holder.get_untracked().zip(view.sheet_untracked())?;
            document.read(|document| handles::place(holder.into(), &sheet, document, &ends, active))
        });
    });
}

/// An end that keys move is kept in view; one that the pointer holds is where the user looks.
fn keep_in_view(grip: RwSignal<Option<Grip>>) {
    let (view, document, focus) = (use_article_view(), use_document(), use_focus());
    Effect::new(move |before: Option<Option<Utf8>>| {
        let position = focus.boundary_edit.with(|moving| moving.as_ref().map(BoundaryEdit::position));
        let stays = position == before.flatten() || grip.with_untracked(Option::is_some);
        if let Some((position, sheet)) = position.filter(|_| !stays).zip(view.sheet_untracked()) {
            document.read(|document| sheet.reveal(document, position, position));
        }
        position
    });
}
