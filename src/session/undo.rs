//! Undo and redo: in an article of the work in it, in the library of deletions. The history is stored in the undo log, in one batch with the records of each action, and read when the
//! article is opened again.

use std::sync::Arc;

use super::effect::{After, Effect, refuse};
use super::state::{Session, Stamp};
use super::view::Screen;
use crate::annotation::AnnotationId;
use crate::article::ArticleId;
use crate::document::{Document, Transaction};
use crate::store::{WriteBatch, batch, undo_log};

impl Session {
    pub(super) fn undo(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        if self.screen == Screen::Library {
            return self.undo_deletion(stamp);
        }
        if let Some(refused) = self.read_only_refusal() {
            return refused;
        }
        match self.open.as_mut().and_then(|open| open.history.undo(&open.document)) {
            None => self.undo_paste(stamp),
            Some(Err(name)) => self.step_conflict(&name, "undone"),
            Some(Ok(step)) => self.stepped(step, "Undone", stamp),
        }
    }

    pub(super) fn redo(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        if self.screen == Screen::Library {
            return self.redo_deletion(stamp);
        }
        if let Some(refused) = self.read_only_refusal() {
            return refused;
        }
        match self.open.as_mut().and_then(|open| open.history.redo(&open.document)) {
            None => refuse("There is nothing to redo."),
            Some(Err(name)) => self.step_conflict(&name, "done again"),
            Some(Ok(step)) => self.stepped(step, "Redone", stamp),
        }
    }

    fn stepped(&mut self, step: (Document, Transaction), word: &str, stamp: &Stamp<'_>) -> Vec<Effect> {
        let (next, applied) = step;
        let position = self.open.as_ref().map_or(0, |open| open.position);
        let save = batch::changes(&next, &applied, position, stamp.writer);
        let there = |id: &AnnotationId| next.annotation(*id).is_some();
        let touched = applied.edits().iter().find_map(|edit| edit.annotation_id().filter(there));
        self.focus = touched.or(self.focus).filter(there);
        if let Some(open) = &mut self.open {
            open.document = Arc::new(next);
            open.history.seal();
        }
        self.refresh_summary();
        let mut effects = vec![self.save(save), Effect::Tell(format!("{word}: {}.", applied.name()), None)];
        effects.extend(self.focus.map(Effect::Reveal));
        let elsewhere = applied.elsewhere();
        if !elsewhere.is_empty() {
            let articles = elsewhere.iter().map(|(article, _)| *article).collect();
            effects.push(Effect::Load(articles, After::Step(elsewhere.to_vec())));
        }
        effects
    }

    /// Alert: the records of a step were changed in another tab.
    fn step_conflict(&mut self, name: &str, done: &str) -> Vec<Effect> {
        refuse(format!(
            "“{name}” was not {done}: it was changed in another tab since. Nothing was changed; the next step is free."
        ))
    }

    /// Appends the undo log of the open article, so that earlier actions can be undone.
    pub(super) fn history_read(
        &mut self,
        article: ArticleId,
        prefix: String,
        records: &[(String, String)],
    ) -> Vec<Effect> {
        if let Some(open) = self.open.as_mut().filter(|open| open.document.article().id == article)
            && open.history_kept.is_none()
        {
            let earlier = undo_log::read(records, &open.document);
            open.history = std::mem::take(&mut open.history).after(earlier);
            open.history_kept = Some(prefix);
        }
        Vec::new()
    }

    /// Adds the changes of the history to what is saved. `before` is the document before the event.
    pub(super) fn keep_history(
        &mut self,
        mut effects: Vec<Effect>,
        before: Option<&Arc<Document>>,
        stamp: &Stamp<'_>,
    ) -> Vec<Effect> {
        let Some(open) = self.open.as_mut().filter(|open| open.history.has_changed()) else { return effects };
        let article = open.document.article().id;
        let before = before.filter(|before| before.article().id == article);
        if let Some(before) = before.filter(|before| !Arc::ptr_eq(before, &open.document)) {
            let before = Arc::clone(before);
            effects.extend(self.count_action(&before, stamp));
        }
        let Some(open) = &mut self.open else { return effects };
        // Until it was read it is not known which numbers are free.
        let Some(prefix) = &open.history_kept else { return effects };
        let changes = undo_log::changes(&mut open.history, prefix, &open.document, stamp.writer);
        effects.push(Effect::Save(WriteBatch { strict: changes, ..WriteBatch::default() }));
        effects
    }
}
