//! Bulk edit: the selection, and the changes to it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{BulkEvent, Selected, SelectionMode, marks, sentence};
use crate::annotation::{Annotation, AnnotationId, Label, Target};
use crate::document::{Edit, Transaction};
use crate::session::drafts::DraftEvent;
use crate::session::effect::{Effect, alone, refuse};
use crate::session::marks::same_mark;
use crate::session::messages::NO_ARTICLE;
use crate::session::state::{Session, Stamp};

impl Session {
    /// The annotations that are selected in the list.
    #[must_use]
    pub fn selected(&self) -> &Arc<BTreeSet<AnnotationId>> {
        &self.selected.ids
    }

    /// Handles an event of the bulk edit.
    pub(in crate::session) fn on_bulk(&mut self, event: BulkEvent, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match event {
            BulkEvent::Select(id, mode) => self.select(id, mode),
            BulkEvent::AddNote(note) => self.note_selected(&note, stamp),
        }
    }

    /// Selects or deselects annotations in the list.
    fn select(&mut self, id: AnnotationId, mode: SelectionMode) -> Vec<Effect> {
        let shown = self.shown_ids();
        let place = |wanted: AnnotationId| shown.iter().position(|known| *known == wanted);
        let Some(here) = place(id) else { return Vec::new() };
        let ids = Arc::make_mut(&mut self.selected.ids);
        let anchor = self.selected.anchor.or(self.focus).and_then(place);
        match (mode, anchor) {
            (SelectionMode::Range, Some(anchor)) => {
                let range = shown.get(anchor.min(here)..=anchor.max(here)).unwrap_or_default();
                *ids = ids.iter().chain(range).copied().collect();
            }
            _ => {
                if !ids.remove(&id) {
                    ids.insert(id);
                }
                self.selected.anchor = Some(id);
            }
        }
        self.tell_selected()
    }

    /// Toggles the annotation in focus, or else the first of the list.
    pub(in crate::session) fn select_focused(&mut self) -> Vec<Effect> {
        match self.focus.or_else(|| self.shown_ids().first().copied()) {
            Some(id) => self.select(id, SelectionMode::Toggle),
            None => self.tell_selected(),
        }
    }

    /// Selects all annotations that are visible in the list.
    pub(in crate::session) fn select_listed(&mut self) -> Vec<Effect> {
        if self.document().is_none() {
            return refuse(NO_ARTICLE);
        }
        self.selected.ids = Arc::new(self.shown_ids().into_iter().collect());
        self.tell_selected()
    }

    /// Deselects all.
    pub(in crate::session) fn clear_selected(&mut self) -> Vec<Effect> {
        self.selected = Selected::default();
        self.tell_selected()
    }

    fn tell_selected(&self) -> Vec<Effect> {
        let message = match self.selected.ids.len() {
            0 => "No mark is selected.".to_owned(),
            count => format!("{} selected.", marks(count)),
        };
        alone(Effect::Tell(message, None))
    }

    fn shown_ids(&self) -> Vec<AnnotationId> {
        let Some(document) = self.document() else { return Vec::new() };
        match self.listed() {
            Some(listed) => {
                let entries = listed.iter().filter_map(|place| document.entries().get(*place));
                entries.map(|entry| entry.annotation.id).collect()
            }
            None => document.annotations().map(|annotation| annotation.id).collect(),
        }
    }

    /// Deselects annotations that are no longer visible in the list.
    pub(in crate::session) fn deselect_hidden(&mut self) {
        if self.selected.ids.is_empty() {
            return;
        }
        let shown: BTreeSet<AnnotationId> = self.shown_ids().into_iter().collect();
        if self.selected.ids.iter().any(|id| !shown.contains(id)) {
            Arc::make_mut(&mut self.selected.ids).retain(|id| shown.contains(id));
        }
    }

    /// Whether commands on an annotation apply to the selected ones.
    pub(in crate::session) fn has_selected(&self) -> bool {
        !self.selected.ids.is_empty()
    }

    /// The annotations that a command applies to, in reading order: the selected ones, or else the one in focus.
    pub(in crate::session) fn chosen(&self) -> Vec<Arc<Annotation>> {
        let Some(document) = self.document() else { return Vec::new() };
        if !self.has_selected() {
            return self.focus.and_then(|id| document.annotation(id)).cloned().into_iter().collect();
        }
        let annotations = document.entries().iter().map(|entry| &entry.annotation);
        annotations.filter(|annotation| self.selected.ids.contains(&annotation.id)).cloned().collect()
    }

    /// Changes the label of the selected marks. Those whose words have that label already stay as they are.
    pub(in crate::session) fn relabel_selected(&mut self, label: &Label, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(document) = self.document() else { return refuse(NO_ARTICLE) };
        let (mut edits, mut refused) = (Vec::new(), 0);
        let mut taken: Vec<Target> = Vec::new();
        for before in self.chosen().into_iter().filter(|one| one.label != *label) {
            // Marks on the same words stand together in reading order, so the last one taken is the one to look at.
            let twice = taken.iter().rev().take_while(|target| target.start() == before.target.start());
            if twice.into_iter().any(|target| *target == before.target)
                || same_mark(document, label, &before.target, None).is_some()
            {
                refused += 1;
                continue;
            }
            taken.push(before.target.clone());
            let after = Annotation { label: label.clone(), modified: stamp.now.clone(), ..(*before).clone() };
            edits.push(Edit::annotation(Some(before), Some(Arc::new(after))));
        }
        let left = format!("{} not changed: the same words are marked as a {label} already.", were(refused));
        let done = format!("{} changed to {label}", marks(edits.len()));
        match (edits.is_empty(), refused) {
            (true, 0) => alone(Effect::Tell(format!("Each of them is a {label} already."), None)),
            (true, _) => refuse(left),
            (false, 0) => self.commit(Transaction::new(done.clone(), edits), stamp, format!("{done}.")),
            (false, _) => self.commit(Transaction::new(done.clone(), edits), stamp, format!("{done}. {left}")),
        }
    }

    /// Deletes the selected annotations. If the focus was on one of them, it moves to the next one that is left.
    pub(in crate::session) fn delete_selected(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let chosen = self.chosen();
        let shown = self.shown_ids();
        let gone = |id: &AnnotationId| self.selected.ids.contains(id);
        let here = self.focus.filter(gone).and_then(|focus| shown.iter().position(|id| *id == focus));
        let focus = match here {
            Some(here) => {
                let (before, after) = shown.split_at(here);
                after.iter().find(|id| !gone(id)).or_else(|| before.iter().rev().find(|id| !gone(id))).copied()
            }
            None => self.focus,
        };
        let name = format!("{} deleted", marks(chosen.len()));
        let edits = chosen.into_iter().map(|before| Edit::annotation(Some(before), None)).collect();
        let effects = self.commit(Transaction::new(name.clone(), edits), stamp, format!("{name}."));
        self.focus = focus;
        effects
    }

    /// Writes a note on every selected mark: as it is where there is none, on a line of its own where there is one.
    fn note_selected(&mut self, note: &str, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let note = note.trim();
        if note.is_empty() {
            return refuse("There is no note to add. Write it into the field first.");
        }
        let edits: Vec<Edit> = self
            .chosen()
            .into_iter()
            .map(|before| {
                let note = if before.note.is_empty() { note.to_owned() } else { format!("{}\n{note}", before.note) };
                let after = Annotation { note, modified: stamp.now.clone(), ..(*before).clone() };
                Edit::annotation(Some(before), Some(Arc::new(after)))
            })
            .collect();
        if edits.is_empty() {
            return Vec::new();
        }
        let name = format!("note added to {}", marks(edits.len()));
        let message = sentence(&format!("{name}."));
        let mut effects = self.commit(Transaction::new(name, edits), stamp, message);
        if effects.iter().any(|effect| matches!(effect, Effect::Save(_))) {
            effects.extend(self.on_draft(DraftEvent::Note(String::new()), stamp));
        }
        effects
    }
}

fn were(count: usize) -> String {
    if count == 1 { "1 mark was".to_owned() } else { format!("{count} marks were") }
}
