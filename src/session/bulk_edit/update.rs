//! Bulk edit: the selection, and the changes to it.

use std::sync::Arc;

use imbl::OrdSet;

use super::{BulkEvent, Selected, SelectionMode, marks, sentence};
use crate::annotation::{Annotation, AnnotationId, Label, Target};
use crate::document::{Document, Edit, Entry, ReadingOrder, Transaction};
use crate::session::drafts::DraftEvent;
use crate::session::effect::{Effect, alone, refuse};
use crate::session::marks::same_mark;
use crate::session::messages::NO_ARTICLE;
use crate::session::state::{Session, Stamp};

impl Session {
    /// The annotations that are selected in the list.
    #[must_use]
    pub fn selected(&self) -> &Arc<OrdSet<AnnotationId>> {
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
        let Some(document) = self.document().cloned() else { return Vec::new() };
        let shown = self.shown_marks(&document).clone();
        let place = |wanted: AnnotationId| shown.place(document.annotation(wanted)?);
        let Some(here) = place(id) else { return Vec::new() };
        let ids = Arc::make_mut(&mut self.selected.ids);
        let anchor = self.selected.anchor.or(self.focus).and_then(place);
        match (mode, anchor) {
            (SelectionMode::Range, Some(anchor)) => {
                let (first, last) = (anchor.min(here), anchor.max(here));
                ids.extend(shown.iter_from(first).take(last - first + 1).map(|entry| entry.annotation.id));
            }
            _ => {
                if ids.remove(&id).is_none() {
                    ids.insert(id);
                }
                self.selected.anchor = Some(id);
            }
        }
        self.tell_selected()
    }

    /// Toggles the annotation in focus, or else the first of the list.
    pub(in crate::session) fn select_focused(&mut self) -> Vec<Effect> {
        let shown = self.document().map(|document| self.shown_marks(document));
        let first = shown.and_then(ReadingOrder::first).map(|entry| entry.annotation.id);
        match self.focus.or(first) {
            Some(id) => self.select(id, SelectionMode::Toggle),
            None => self.tell_selected(),
        }
    }

    /// Selects all annotations that are visible in the list.
    pub(in crate::session) fn select_listed(&mut self) -> Vec<Effect> {
        let Some(document) = self.document() else { return refuse(NO_ARTICLE) };
        let shown = self.shown_marks(document).iter().map(|entry| entry.annotation.id).collect();
        self.selected.ids = Arc::new(shown);
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

    /// The marks that the list shows of a document.
    fn shown_marks<'a>(&'a self, document: &'a Document) -> &'a ReadingOrder {
        self.listed().unwrap_or(document.entries())
    }

    /// Deselects annotations that are no longer visible in the list. `changed` are those that may have gone from it; `None`
    /// where any of them may.
    pub(in crate::session) fn deselect_hidden(&mut self, changed: Option<Vec<AnnotationId>>) {
        if self.selected.ids.is_empty() {
            return;
        }
        let selected = &self.selected.ids;
        let suspects = changed.unwrap_or_else(|| selected.iter().copied().collect());
        let shows = |id: &AnnotationId| {
            let document = self.document()?;
            document.annotation(*id).map(|annotation| self.shown_marks(document).contains(annotation))
        };
        let hidden: Vec<AnnotationId> =
            suspects.into_iter().filter(|id| selected.contains(id) && shows(id) != Some(true)).collect();
        if !hidden.is_empty() {
            let ids = Arc::make_mut(&mut self.selected.ids);
            for id in &hidden {
                ids.remove(id);
            }
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
        let selected = self.selected.ids.iter().filter_map(|id| document.entry(*id)).cloned().collect();
        ReadingOrder::new(selected).iter().map(|entry| Arc::clone(&entry.annotation)).collect()
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
        let gone = |id: &AnnotationId| self.selected.ids.contains(id);
        let focus = match self.focus.filter(gone) {
            Some(focus) => self.nearest_unselected(focus),
            None => self.focus,
        };
        let name = format!("{} deleted", marks(chosen.len()));
        let edits = chosen.into_iter().map(|before| Edit::annotation(Some(before), None)).collect();
        let effects = self.commit(Transaction::new(name.clone(), edits), stamp, format!("{name}."));
        self.focus = focus;
        effects
    }

    /// The next mark in the list that is not selected, or else the last before this one.
    fn nearest_unselected(&self, id: AnnotationId) -> Option<AnnotationId> {
        let document = self.document()?;
        let (shown, here) = (self.shown_marks(document), document.annotation(id)?);
        let is_left = |entry: &&Entry| !self.selected.ids.contains(&entry.annotation.id);
        let after = std::iter::successors(shown.after(here), |entry| shown.after(&entry.annotation));
        let before = std::iter::successors(shown.before(here), |entry| shown.before(&entry.annotation));
        after.chain(before).find(is_left).map(|entry| entry.annotation.id)
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
