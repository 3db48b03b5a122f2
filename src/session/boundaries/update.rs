//! Boundaries: begun, moved, kept or left.

use super::{BoundaryEvent, Moving, united};
use crate::session::effect::{Effect, alone, refuse};
use crate::session::messages::{SPOKEN, no_focus};
use crate::session::state::{Session, Stamp};
use crate::session::view::Screen;
use crate::text::{Granularity, Utf8, is_right_to_left};

impl Session {
    /// The boundaries that are being moved.
    #[must_use]
    pub fn moving(&self) -> Option<&Moving> {
        self.moving.as_ref()
    }

    /// The pointer takes hold of an edge, or moves it.
    pub(in crate::session) fn on_boundary(&mut self, event: BoundaryEvent) -> Vec<Effect> {
        match event {
            BoundaryEvent::Grab(edge) => self.grab_edge(edge),
            BoundaryEvent::Drag(position, exact) => self.drag_edge(position, exact),
        }
    }

    /// Begins to move the ends of the mark in focus, the last one first.
    pub(in crate::session) fn begin_boundaries(&mut self) -> Vec<Effect> {
        let Some((_, annotation)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let last = 2 * annotation.target.segments().count() - 1;
        let moving = self.moving.clone().unwrap_or_else(|| Moving::new(annotation, last));
        let told = format!(
            "Moving the {} of this {}: ← → by word, with Shift by character. Tab: the other end. Enter keeps, Esc cancels.",
            moving.name(),
            annotation.label
        );
        self.moving = Some(moving);
        vec![Effect::CollapseSelection, Effect::Tell(told, None)]
    }

    /// Moves the active end one granularity to the left or to the right as the words are seen.
    pub(in crate::session) fn move_edge(&mut self, granularity: Granularity, rightward: bool) -> Vec<Effect> {
        let Some((document, moving)) = self.document().zip(self.moving.as_ref()) else { return not_moving() };
        let article = document.article();
        let block = article.block_at(moving.position()).and_then(|number| article.blocks.get(number));
        let forward = rightward != block.is_some_and(|block| is_right_to_left(article.block_text(block)));
        match moving.stepped(&article.text, granularity, forward) {
            Some(moved) => {
                let told = moved.told(document, SPOKEN);
                self.moving = Some(moved);
                alone(Effect::Tell(told, None))
            }
            None => {
                let told = format!("The {} can go no further. {}", moving.name(), moving.told(document, SPOKEN));
                alone(Effect::Tell(told, None))
            }
        }
    }

    /// Goes on with the next end, or the one before.
    pub(in crate::session) fn other_edge(&mut self, forward: bool) -> Vec<Effect> {
        let Some(moving) = &mut self.moving else { return not_moving() };
        let ends = moving.ends();
        moving.active = (moving.active + if forward { 1 } else { ends - 1 }) % ends;
        let moving = moving.clone();
        let words = self.document().map(|document| moving.told(document, SPOKEN)).unwrap_or_default();
        alone(Effect::Tell(format!("Moving the {}. {words}", moving.name()), None))
    }

    /// The pointer takes hold of an end of the mark in focus.
    fn grab_edge(&mut self, edge: usize) -> Vec<Effect> {
        let Some((_, annotation)) = self.focused() else { return Vec::new() };
        let mut moving = self.moving.clone().unwrap_or_else(|| Moving::new(annotation, edge));
        if edge >= moving.ends() {
            return Vec::new();
        }
        moving.active = edge;
        let told = format!("Moving the {}. Esc cancels.", moving.name());
        self.moving = Some(moving);
        vec![Effect::CollapseSelection, Effect::Tell(told, None)]
    }

    /// The pointer has moved with the end that it holds.
    fn drag_edge(&mut self, position: Utf8, exact: bool) -> Vec<Effect> {
        let Some((document, moving)) = self.document().zip(self.moving.as_ref()) else { return Vec::new() };
        match moving.dragged(&document.article().text, position, exact).filter(|moved| moved != moving) {
            Some(moved) => {
                let told = moved.told(document, SPOKEN);
                self.moving = Some(moved);
                alone(Effect::Tell(told, None))
            }
            None => Vec::new(),
        }
    }

    /// Keeps the boundaries as they were moved, in one step.
    pub(in crate::session) fn keep_boundaries(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(moving) = self.moving.clone() else { return not_moving() };
        let Some((document, before)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let target = united(&document.article().text, &moving.target);
        if !moving.has_changed() || target == moving.before {
            return self.cancel_boundaries();
        }
        let name = format!("boundaries of {} moved", before.label);
        let told = moving.told(document, SPOKEN).replacen(" would be: ", " is now: ", 1);
        match self.retarget(target, &name, told, stamp) {
            Ok(effects) => {
                self.moving = None;
                effects
            }
            Err(refusal) => refuse(format!("{refusal} Move on, or press Esc to leave them as they were.")),
        }
    }

    /// Leaves the boundaries as they were.
    pub(in crate::session) fn cancel_boundaries(&mut self) -> Vec<Effect> {
        match self.moving.take() {
            Some(_) => alone(Effect::Tell("The boundaries stay as they were.".to_owned(), None)),
            None => not_moving(),
        }
    }

    /// Lets go of a draft whose mark is no longer in focus, or no longer what it was.
    pub(in crate::session) fn let_go_of_stale_boundaries(&mut self) {
        let stands = |moving: &Moving| {
            let focused = self.focused().filter(|_| self.screen == Screen::Reader);
            focused.is_some_and(|(_, one)| one.id == moving.id && one.target == moving.before)
        };
        if self.moving.as_ref().is_some_and(|moving| !stands(moving)) {
            self.moving = None;
        }
    }
}

/// The refusal where no boundaries are being moved.
fn not_moving() -> Vec<Effect> {
    refuse("No boundaries are being moved. Go to a mark, then press B.")
}
