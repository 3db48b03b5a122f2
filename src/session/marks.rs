//! Operations on one mark: create, focus, relabel, move, note, delete.

use std::sync::Arc;

use super::command_table::COMMANDS;
use super::effect::{Effect, alone, refuse};
use super::messages::{MAX_QUOTED, NO_ARTICLE, how_to_mark, no_focus, nothing_marked};
use super::reading_view::label_with_position;
use super::state::{Session, Stamp};
use super::view::Place;
use crate::annotation::{Annotation, AnnotationId, Label, Origin, Status, Target};
use crate::article::Extra;
use crate::document::{Document, Edit, Transaction};
use crate::text::{Span, Utf8, excerpt};
use crate::wire::carried;

impl Session {
    /// Marks the selected words with a label, or says why not.
    pub(super) fn mark(&mut self, label: &Label, place: Place, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let Some(document) = self.document() else { return refuse(NO_ARTICLE) };
        let marking = COMMANDS.iter().map(|row| row.command).find(|command| command.marks().as_ref() == Some(label));
        let how = how_to_mark(marking, &self.keys);
        let span = match place.selection {
            Some((one, other)) => Span::covering(&document.article().text, one, other)
                .ok_or_else(|| format!("Only white space is selected. Select some words, then {how}.")),
            None => self.text_object_at_caret(label, place.caret, &how),
        };
        let (span, document) = match (span, self.document()) {
            (Ok(span), Some(document)) => (span, document),
            (Err(alert), _) => return refuse(alert),
            (Ok(_), None) => return refuse(NO_ARTICLE),
        };
        let target = Target::one(span);
        if let Some(same) = same_mark(document, label, &target, None) {
            self.focus = Some(same);
            let alert = format!("These words are already marked as a {label}. Nothing was changed.");
            return vec![Effect::Alert(alert), Effect::Reveal(same)];
        }
        let annotation = self.new_annotation(label.clone(), target, stamp);
        let message = format!("{} marked: {}", label.title(), spoken(document, &annotation));
        let id = annotation.id;
        let effects = self.commit(Transaction::added(format!("{label} marked"), annotation), stamp, message);
        self.focus = Some(id);
        effects
    }

    /// A new annotation by the person at the desk.
    pub(super) fn new_annotation(&self, label: Label, target: Target, stamp: &mut Stamp<'_>) -> Annotation {
        Annotation {
            id: AnnotationId::new((stamp.random)()),
            label,
            target,
            note: String::new(),
            flags: Vec::new(),
            status: Status::Accepted,
            origin: Origin::person(),
            created: stamp.now.clone(),
            modified: stamp.now.clone(),
            creator: self.preferences().annotator.clone(),
            extra: Extra::default(),
        }
    }

    /// Gives an annotation the focus and brings it into view, or takes the focus away.
    pub(super) fn set_focus(&mut self, focus: Option<AnnotationId>) -> Vec<Effect> {
        self.end_typing();
        let known = |id: &AnnotationId| self.document().is_some_and(|document| document.annotation(*id).is_some());
        self.focus = focus.filter(known);
        self.focus.map(Effect::Reveal).into_iter().collect()
    }

    /// Handles a click at a position: focuses the shortest mark there; with each further click the next one outward, and
    /// after the outermost the shortest again.
    pub(super) fn point(&mut self, position: Utf8) -> Vec<Effect> {
        self.end_typing();
        self.boundary_edit = None;
        let Some(document) = self.document() else { return Vec::new() };
        let here: Vec<AnnotationId> = document.covering(position).iter().map(|entry| entry.annotation.id).collect();
        self.focus = following(&here, self.focus);
        self.tell_focus(Effect::RevealRow)
    }

    /// Handles a click on the letter of an annotation in the margin.
    pub(super) fn choose_in_margin(&mut self, id: AnnotationId) -> Vec<Effect> {
        self.set_focus(Some(id));
        self.focus.map(Effect::RevealRow).into_iter().collect()
    }

    /// Focuses the next of the marks that share words with the one in focus.
    pub(super) fn other_mark(&mut self) -> Vec<Effect> {
        let (Some(document), Some(focus)) = (self.document(), self.focus) else {
            return refuse(no_focus(&self.keys));
        };
        let Some(annotation) = document.annotation(focus) else { return Vec::new() };
        let here = document.sharing_words(annotation);
        let here: Vec<AnnotationId> = here.iter().map(|entry| entry.annotation.id).collect();
        if here.len() < 2 {
            return alone(Effect::Tell("This is the only mark here.".to_owned(), None));
        }
        self.focus = following(&here, self.focus);
        self.tell_focus(Effect::Reveal)
    }

    /// Focuses the next or previous annotation in reading order; without a focus, counted from the caret.
    pub(super) fn step_focus(&mut self, place: Place, step: isize) -> Vec<Effect> {
        self.end_typing();
        let Some(document) = self.document() else { return refuse(NO_ARTICLE) };
        let entries = document.entries();
        if entries.is_empty() {
            return refuse(nothing_marked(&self.keys));
        }
        // The mark in focus may be one that the filter hides; the steps go through those that it shows.
        let passing = self.passing_marks().unwrap_or(entries);
        let wanted = match (self.focus.and_then(|id| document.annotation(id)), step > 0) {
            (Some(focus), true) => passing.after(focus),
            (Some(focus), false) => passing.before(focus),
            (None, true) => passing.first_from(place.caret.unwrap_or_default()),
            (None, false) => passing.last_before(place.caret.unwrap_or_default()),
        };
        match wanted {
            Some(entry) => {
                self.focus = Some(entry.annotation.id);
                self.tell_focus(Effect::Reveal)
            }
            None => {
                let end = match (self.passing(), step > 0) {
                    (Some(0), _) => "No mark passes the filter. Show all to go through the others.",
                    (_, true) => "No annotation comes after this.",
                    (_, false) => "No annotation comes before this.",
                };
                alone(Effect::Tell(end.to_owned(), None))
            }
        }
    }

    /// Says which annotation is in focus and brings it into view.
    fn tell_focus(&self, reveal: fn(AnnotationId) -> Effect) -> Vec<Effect> {
        let Some((document, annotation)) = self.focused() else { return Vec::new() };
        let position = document.position(annotation.id).unwrap_or(0);
        let which = label_with_position(&annotation.label, position, document.entries().len());
        let message = format!("{which}: {}", spoken(document, annotation));
        vec![reveal(annotation.id), Effect::Tell(message, None)]
    }

    pub(super) fn focused(&self) -> Option<(&Arc<Document>, &Arc<Annotation>)> {
        let document = self.document()?;
        Some((document, document.annotation(self.focus?)?))
    }

    /// An effect that needs an annotation in focus.
    pub(super) fn with_focus(&self, effect: Effect) -> Vec<Effect> {
        vec![if self.focused().is_some() { effect } else { Effect::Alert(no_focus(&self.keys)) }]
    }

    /// Changes the label of an annotation.
    pub(super) fn relabel(&mut self, id: AnnotationId, label: &Label, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(document) = self.document() else { return refuse(NO_ARTICLE) };
        let Some(before) = document.annotation(id).cloned() else {
            return refuse(no_focus(&self.keys));
        };
        if before.label == *label {
            return alone(Effect::Tell(format!("This is a {label} already."), None));
        }
        if same_mark(document, label, &before.target, Some(id)).is_some() {
            let alert = format!("These words are already marked as a {label} too, so the label was not changed.");
            return refuse(alert);
        }
        let after = Annotation { label: label.clone(), modified: stamp.now.clone(), ..(*before).clone() };
        let name = format!("{} changed to {label}", before.label);
        let message = format!("{} changed to {label}.", before.label.title());
        let mut effects = self.commit(Transaction::changed(name, &before, after), stamp, message);
        self.focus = Some(id);
        effects.push(Effect::Reveal(id));
        effects
    }

    /// Moves the mark in focus to another target, as one undo step.
    ///
    /// # Errors
    /// The reason, as a sentence, where a mark of the same label has that target already.
    pub(super) fn retarget(
        &mut self,
        target: Target,
        name: &str,
        message: String,
        reveal: fn(AnnotationId) -> Effect,
        stamp: &Stamp<'_>,
    ) -> Result<Vec<Effect>, String> {
        let Some((document, before)) = self.focused() else { return Err(no_focus(&self.keys)) };
        let (label, before) = (before.label.clone(), before.clone());
        if same_mark(document, &label, &target, Some(before.id)).is_some() {
            return Err(format!("Another {label} stands on just these words already, so nothing was changed."));
        }
        let extra = carried(&target, &[&before]);
        let after = Annotation { target, extra, modified: stamp.now.clone(), ..(*before).clone() };
        let mut effects = self.commit(Transaction::changed(name, &before, after), stamp, message);
        effects.push(reveal(before.id));
        Ok(effects)
    }

    /// Changes the note of an annotation. What is typed without leaving the field is one step.
    pub(super) fn note(&mut self, id: AnnotationId, note: String, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(before) = self.document().and_then(|document| document.annotation(id)).cloned() else {
            return Vec::new();
        };
        if before.note == note {
            return Vec::new();
        }
        let name = format!("note on {} changed", before.label);
        let after = Annotation { note, modified: stamp.now.clone(), ..(*before).clone() };
        let edits = vec![Edit::annotation(Some(before), Some(Arc::new(after)))];
        self.commit(Transaction::typed(name, edits), stamp, String::new())
    }

    /// Deletes the annotation in focus; the focus goes to the one that follows it.
    pub(super) fn delete(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some((document, annotation)) = self.focused() else {
            return refuse(no_focus(&self.keys));
        };
        let passing = self.passing_marks().unwrap_or(document.entries());
        let neighbour = passing.after(annotation).or_else(|| passing.before(annotation));
        let neighbour = neighbour.map(|entry| entry.annotation.id);
        let (label, before) = (annotation.label.clone(), Arc::clone(annotation));
        let message = format!("{} removed: {}", label.title(), spoken(document, annotation));
        let effects = self.commit(Transaction::removed(format!("{label} removed"), &before), stamp, message);
        self.focus = neighbour;
        effects
    }
}

/// The id that follows `current` in the list, the first one after the last; the first where `current` is not in it.
fn following(ids: &[AnnotationId], current: Option<AnnotationId>) -> Option<AnnotationId> {
    let place = current.and_then(|current| ids.iter().position(|id| *id == current));
    let next = place.map_or(0, |place| (place + 1) % ids.len());
    ids.get(next).copied()
}

/// The annotation that has this label on just these words already, other than `except`.
pub(super) fn same_mark(
    document: &Document,
    label: &Label,
    target: &Target,
    except: Option<AnnotationId>,
) -> Option<AnnotationId> {
    let mut same = document.with_target(label, target).map(|entry| entry.annotation.id);
    same.find(|id| Some(*id) != except)
}

/// The words of an annotation, short enough for a sentence.
pub(super) fn spoken(document: &Document, annotation: &Annotation) -> String {
    excerpt(&annotation.target.words(&document.article().text), MAX_QUOTED)
}
