//! Merging two marks into one, and splitting one in two.

use std::sync::Arc;

use super::effect::{Effect, refuse};
use super::marks::{same_mark, spoken};
use super::messages::{MAX_QUOTED, no_focus};
use super::segments::counted;
use super::state::{Session, Stamp};
use super::view::Place;
use crate::annotation::{Annotation, AnnotationId, Target};
use crate::article::Extra;
use crate::document::{Document, Edit, Entry, Transaction};
use crate::text::{Span, excerpt};
use crate::wire::carried;

impl Session {
    /// Joins the mark in focus with the next one of its label. It keeps its id; notes and flags of both are kept. What lies
    /// between becomes part of it where that is white space and punctuation only, as in a quotation broken by a line; where
    /// it is words, as in "he said", the mark has two segments.
    pub(super) fn merge_next(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some((document, first)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let Some(next) = next_of_label(document, first) else {
            let alert = format!("No {} comes after this one, so there is nothing to join it with.", first.label);
            return refuse(alert);
        };
        let (text, first, next) = (&document.article().text, Arc::clone(first), Arc::clone(next));
        let spans = first.target.segments().chain(next.target.segments());
        let wordless = |between: &str| !between.chars().any(char::is_alphanumeric);
        let Some(target) = Target::union(text, spans, wordless) else { return Vec::new() };
        let is_third = |entry: &Entry| ![first.id, next.id].contains(&entry.annotation.id);
        if document.with_target(&first.label, &target).any(is_third) {
            let alert = format!("Another {} stands on just these words already, so nothing was joined.", first.label);
            return refuse(alert);
        }
        let extra = carried(&target, &[&first, &next]);
        let (note, flags) = (joined_notes(&first.note, &next.note), joined_flags(&first.flags, &next.flags));
        let modified = stamp.now.clone();
        let after = Annotation { target, note, flags, extra, modified, ..(*first).clone() };
        let count = counted(after.target.segments().count());
        let message = format!("{} joined with the next: {}. {count}", first.label.title(), spoken(document, &after));
        let (id, name) = (first.id, format!("two marks joined into one {}", first.label));
        let edits = vec![Edit::annotation(Some(next), None), Edit::annotation(Some(first), Some(Arc::new(after)))];
        let mut effects = self.commit(Transaction::new(name, edits), stamp, message);
        effects.push(Effect::Reveal(id));
        effects
    }

    /// Divides the mark in focus at the caret. The first part keeps the id and all that was said of it; the second is a new
    /// annotation with the same label.
    pub(super) fn split_at_caret(&mut self, place: Place, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let Some((document, before)) = self.focused() else { return refuse(no_focus(&self.keys)) };
        let (text, label) = (&document.article().text, before.label.clone());
        let caret = text.grapheme_boundary_before(place.caret.unwrap_or_default());
        let segments = || before.target.segments();
        let head = segments().filter_map(|span| Span::covering(text, span.start().min(caret), span.end().min(caret)));
        let tail = segments().filter_map(|span| Span::covering(text, span.start().max(caret), span.end().max(caret)));
        let (Ok(head), Ok(tail)) = (Target::new(head.collect()), Target::new(tail.collect())) else {
            let alert = format!("The caret does not stand inside this {label}. Click the place to divide it at first.");
            return refuse(alert);
        };
        if same_mark(document, &label, &head, Some(before.id)).is_some()
            || same_mark(document, &label, &tail, Some(before.id)).is_some()
        {
            let alert = format!("Another {label} stands on just one of the parts already, so nothing was divided.");
            return refuse(alert);
        }
        let before = Arc::clone(before);
        let words = |target: &Target| excerpt(&target.words(text), MAX_QUOTED / 2);
        let message =
            format!("{} divided. First part: {}. Second part: {}.", label.title(), words(&head), words(&tail));
        let extra = carried(&head, &[&before]);
        let first = Annotation { target: head, extra, modified: stamp.now.clone(), ..(*before).clone() };
        let second = Annotation {
            id: AnnotationId::new((stamp.random)()),
            target: tail,
            note: String::new(),
            flags: Vec::new(),
            created: stamp.now.clone(),
            modified: stamp.now.clone(),
            creator: self.preferences().annotator.clone(),
            extra: Extra::default(),
            ..(*before).clone()
        };
        let id = before.id;
        let edits =
            vec![Edit::annotation(Some(before), Some(Arc::new(first))), Edit::annotation(None, Some(Arc::new(second)))];
        let mut effects = self.commit(Transaction::new(format!("{label} divided"), edits), stamp, message);
        effects.push(Effect::Reveal(id));
        effects
    }
}

/// The annotation of the same label that follows in reading order.
fn next_of_label<'d>(document: &'d Document, annotation: &Annotation) -> Option<&'d Arc<Annotation>> {
    document.entries_of(&annotation.label)?.after(annotation).map(|entry| &entry.annotation)
}

/// Both notes, each on lines of its own; one where they say the same.
fn joined_notes(one: &str, other: &str) -> String {
    match (one, other) {
        (one, other) if other.is_empty() || one == other => one.to_owned(),
        ("", other) => other.to_owned(),
        (one, other) => format!("{one}\n{other}"),
    }
}

/// The union of both sets of flags, in order of first occurrence.
fn joined_flags(one: &[String], other: &[String]) -> Vec<String> {
    let new = other.iter().filter(|flag| !one.contains(flag));
    one.iter().chain(new).cloned().collect()
}
