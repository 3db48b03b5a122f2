//! Adding a segment to a mark and removing one from it.

use super::boundaries::is_white;
use super::effect::{Effect, refuse};
use super::messages::{MAX_QUOTED, no_focus};
use super::state::{Session, Stamp};
use super::view::Place;
use crate::annotation::{AnnotationId, Target};
use crate::text::{Span, excerpt};

impl Session {
    /// Adds the selected words to the mark in focus. What overlaps them, or has only white space between, becomes one segment
    /// with them.
    pub(super) fn add_segment(&mut self, place: Place, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some((document, annotation)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let (text, label) = (&document.article().text, &annotation.label);
        let Some(added) = place.selection.and_then(|(one, other)| Span::covering(text, one, other)) else {
            let alert = format!("Nothing is selected. Select the words that belong to this {label} too, then press +.");
            return refuse(alert);
        };
        let within = |segment: Span| segment.start() <= added.start() && added.end() <= segment.end();
        if annotation.target.segments().any(within) {
            return refuse(format!("These words belong to this {label} already. Nothing was changed."));
        }
        let Some(target) = Target::union(text, annotation.target.segments().chain([added]), is_white) else {
            return Vec::new();
        };
        let message = format!(
            "Added to {label}: {}. {}",
            excerpt(text.words(added), MAX_QUOTED),
            counted(target.segments().count())
        );
        let name = format!("words added to {label}");
        self.retarget(target, &name, message, Effect::Reveal, stamp).unwrap_or_else(refuse)
    }

    /// Takes the segment at the caret out of the mark in focus.
    pub(super) fn remove_segment(&mut self, place: Place, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some((_, annotation)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let at_caret = place.caret.and_then(|caret| {
            let holds = |segment: Span| segment.start() <= caret && caret <= segment.end();
            annotation.target.segments().position(holds)
        });
        match at_caret {
            Some(number) => self.take_out(annotation.id, number, stamp),
            None => {
                let label = &annotation.label;
                let alert = format!("The caret stands in no segment of this {label}. Click the one to take out first.");
                refuse(alert)
            }
        }
    }

    /// Takes a segment, counted from 0, out of an annotation.
    pub(super) fn take_out(&mut self, id: AnnotationId, number: usize, stamp: &Stamp<'_>) -> Vec<Effect> {
        self.set_focus(Some(id));
        let Some((document, annotation)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let (text, label) = (&document.article().text, &annotation.label);
        let mut segments: Vec<Span> = annotation.target.segments().collect();
        if number >= segments.len() {
            return Vec::new();
        }
        let taken = segments.remove(number);
        let Ok(target) = Target::new(segments) else {
            let alert = format!("This {label} has no other words. To be rid of it, delete the annotation (Delete).");
            return refuse(alert);
        };
        let left = counted(target.segments().count());
        let message = format!("Taken out of {label}: {}. {left}", excerpt(text.words(taken), MAX_QUOTED));
        let name = format!("words taken out of {label}");
        self.retarget(target, &name, message, Effect::Reveal, stamp).unwrap_or_else(refuse)
    }
}

/// The number of segments, as a sentence.
pub(super) fn counted(segments: usize) -> String {
    if segments == 1 { "1 segment.".to_owned() } else { format!("{segments} segments.") }
}
