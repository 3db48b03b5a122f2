//! Boundary edit: begun, moved, committed or cancelled.

use super::{BoundaryEdit, BoundaryEvent, united};
use crate::annotation::AnnotationId;
use crate::session::effect::{Effect, alone, refuse};
use crate::session::messages::{MAX_QUOTED, no_focus};
use crate::session::state::{Session, Stamp};
use crate::session::view::Screen;
use crate::text::{Granularity, Utf8, is_right_to_left};

impl Session {
    /// The boundary edit in progress.
    #[must_use]
    pub fn boundary_edit(&self) -> Option<&BoundaryEdit> {
        self.boundary_edit.as_ref()
    }

    /// Handles a pointer event on an edge.
    pub(in crate::session) fn on_boundary(&mut self, event: BoundaryEvent, stamp: &Stamp<'_>) -> Vec<Effect> {
        match event {
            BoundaryEvent::Grab(edge) => self.grab_edge(edge),
            BoundaryEvent::Drag(position, exact) => self.drag_edge(position, exact),
            BoundaryEvent::Drop => self.commit_boundary_edit(Effect::RevealRow, stamp),
        }
    }

    /// Begins an edit of the annotation in focus, at its last edge.
    pub(in crate::session) fn begin_boundary_edit(&mut self) -> Vec<Effect> {
        let Some((_, annotation)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let last = 2 * annotation.target.segments().count() - 1;
        let moving = self.boundary_edit.clone().unwrap_or_else(|| BoundaryEdit::new(annotation, last));
        let message = format!(
            "Moving the {} of this {}: ← → by word, with Shift by character. Tab: the other end. Enter keeps, Esc cancels.",
            moving.name(),
            annotation.label
        );
        self.boundary_edit = Some(moving);
        vec![Effect::CollapseSelection, Effect::Tell(message, None)]
    }

    /// Moves the active edge by one unit, to the left or right as displayed.
    pub(in crate::session) fn move_edge(&mut self, granularity: Granularity, rightward: bool) -> Vec<Effect> {
        let Some((document, moving)) = self.document().zip(self.boundary_edit.as_ref()) else {
            return no_boundary_edit();
        };
        let article = document.article();
        let block = article.block_at(moving.position()).and_then(|number| article.blocks.get(number));
        let forward = rightward != block.is_some_and(|block| is_right_to_left(article.block_text(block)));
        match moving.stepped(&article.text, granularity, forward) {
            Some(moved) => {
                let message = moved.summary(document, MAX_QUOTED);
                self.boundary_edit = Some(moved);
                alone(Effect::Tell(message, None))
            }
            None => {
                let message =
                    format!("The {} can go no further. {}", moving.name(), moving.summary(document, MAX_QUOTED));
                alone(Effect::Tell(message, None))
            }
        }
    }

    /// Activates the next or the previous edge.
    pub(in crate::session) fn other_edge(&mut self, forward: bool) -> Vec<Effect> {
        let Some(moving) = &mut self.boundary_edit else { return no_boundary_edit() };
        let ends = moving.ends();
        moving.active = (moving.active + if forward { 1 } else { ends - 1 }) % ends;
        let moving = moving.clone();
        let words = self.document().map(|document| moving.summary(document, MAX_QUOTED)).unwrap_or_default();
        alone(Effect::Tell(format!("Moving the {}. {words}", moving.name()), None))
    }

    /// The pointer takes hold of an end of the mark in focus.
    fn grab_edge(&mut self, edge: usize) -> Vec<Effect> {
        let Some((_, annotation)) = self.focused() else { return Vec::new() };
        let mut moving = self.boundary_edit.clone().unwrap_or_else(|| BoundaryEdit::new(annotation, edge));
        if edge >= moving.ends() {
            return Vec::new();
        }
        moving.active = edge;
        let message = format!("Moving the {}. Esc cancels.", moving.name());
        self.boundary_edit = Some(moving);
        vec![Effect::CollapseSelection, Effect::Tell(message, None)]
    }

    /// The pointer has moved with the end that it holds.
    fn drag_edge(&mut self, position: Utf8, exact: bool) -> Vec<Effect> {
        let Some((document, moving)) = self.document().zip(self.boundary_edit.as_ref()) else { return Vec::new() };
        match moving.dragged(&document.article().text, position, exact).filter(|moved| moved != moving) {
            Some(moved) => {
                let message = moved.summary(document, MAX_QUOTED);
                self.boundary_edit = Some(moved);
                alone(Effect::Tell(message, None))
            }
            None => Vec::new(),
        }
    }

    /// Commits the edit as one transaction, and brings its annotation into view.
    pub(in crate::session) fn commit_boundary_edit(
        &mut self,
        reveal: fn(AnnotationId) -> Effect,
        stamp: &Stamp<'_>,
    ) -> Vec<Effect> {
        let Some(moving) = self.boundary_edit.clone() else { return no_boundary_edit() };
        let Some((document, before)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let target = united(&document.article().text, &moving.target);
        if !moving.has_changed() || target == moving.before {
            return self.cancel_boundary_edit();
        }
        let name = format!("boundaries of {} moved", before.label);
        let message = moving.summary(document, MAX_QUOTED).replacen(" would be: ", " is now: ", 1);
        match self.retarget(target, &name, message, reveal, stamp) {
            Ok(effects) => {
                self.boundary_edit = None;
                effects
            }
            Err(refusal) => refuse(format!("{refusal} Move on, or press Esc to leave them as they were.")),
        }
    }

    /// Cancels the edit.
    pub(in crate::session) fn cancel_boundary_edit(&mut self) -> Vec<Effect> {
        match self.boundary_edit.take() {
            Some(_) => alone(Effect::Tell("The boundaries stay as they were.".to_owned(), None)),
            None => no_boundary_edit(),
        }
    }

    /// Drops the edit if its annotation has lost the focus or has changed.
    pub(in crate::session) fn drop_stale_boundary_edit(&mut self) {
        let stands = |moving: &BoundaryEdit| {
            let focused = self.focused().filter(|_| self.screen == Screen::Reader);
            focused.is_some_and(|(_, one)| one.id == moving.id && one.target == moving.before)
        };
        if self.boundary_edit.as_ref().is_some_and(|moving| !stands(moving)) {
            self.boundary_edit = None;
        }
    }
}

/// Alert: there is no boundary edit.
fn no_boundary_edit() -> Vec<Effect> {
    refuse("No boundaries are being moved. Go to a mark, then press B.")
}
