//! What the rail beside the article shows, one step behind it.
//!
//! The rows, counts and fields of the rail take the browser as long as all the rest of an action. Nobody looks there at the
//! moment of a mark, so they follow once the mark is painted: what the eye waits for comes first.

use bluepencil::annotation::AnnotationId;
use bluepencil::session::Moving;

use super::desk::{Desk, Listing, Shown, set};
use crate::browser::dom;

/// Everything that decides about the rows of the list and the fields that are opened in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rail {
    /// The document.
    pub document: Option<Shown>,
    /// The annotation in focus.
    pub focus: Option<AnnotationId>,
    /// Which annotations are shown.
    pub listing: Listing,
    /// Whether any are selected.
    pub several: bool,
    /// The boundaries of the annotation in focus, while they are being moved.
    pub moving: Option<Moving>,
}

impl Rail {
    /// Whether this is the same article in another state, or with another mark in focus: what an action at a mark does.
    fn follows(&self, before: &Self) -> bool {
        let article = |rail: &Self| rail.document.as_ref().map(|shown| shown.0.article().id);
        let changed = self.document != before.document || self.focus != before.focus || self.moving != before.moving;
        changed && article(self) == article(before) && self.listing.filter == before.listing.filter
    }
}

/// What the rail is to show next, and what waits until it does: `Send` and `Sync`, as all that the desk holds must be for
/// Leptos to take the closures that point to it.
#[derive(Default)]
pub struct Next {
    rail: Option<Rail>,
    tasks: Vec<Box<dyn FnOnce() + Send + Sync>>,
}

/// Has the rail show this: once the next frame is painted where an action was done at a mark, and at once otherwise.
pub fn show(desk: Desk, rail: Rail) {
    let waits = desk.next_rail.with_value(|next| next.rail.is_some());
    if !waits && desk.rail.with_untracked(|shown| *shown == rail) {
        return;
    }
    // A page that is not seen paints no frames.
    let later = desk.rail.with_untracked(|shown| rail.follows(shown)) && !dom::is_hidden();
    desk.next_rail.update_value(|next| next.rail = Some(rail));
    if !later {
        catch_up(desk);
    } else if !waits {
        dom::after_paint(move || catch_up(desk));
    }
}

/// Brings the rail in line now.
pub fn catch_up(desk: Desk) {
    let Next { rail, tasks } = desk.next_rail.update_value(std::mem::take);
    rail.into_iter().for_each(|rail| set(desk.rail, rail));
    if !tasks.is_empty() {
        dom::after_update(move || tasks.into_iter().for_each(|task| task()));
    }
}

/// Runs something once the rail shows what the session holds.
pub fn after(desk: Desk, task: impl FnOnce() + Send + Sync + 'static) {
    if desk.next_rail.with_value(|next| next.rail.is_some()) {
        desk.next_rail.update_value(|next| next.tasks.push(Box::new(task)));
    } else {
        dom::after_update(task);
    }
}
