//! Changes: applied, remembered for undo and put into storage.

use std::sync::Arc;

use super::effect::{Effect, refuse};
use super::messages::{MAX_TITLE, NO_ARTICLE, STALE};
use super::state::{OpenArticle, Saving, Session, Stamp};
use crate::document::{Document, Transaction};
use crate::store::{WriteBatch, batch};
use crate::text::excerpt;

impl OpenArticle {
    /// The sentence that says why nothing can be changed, and what to do.
    pub(super) fn refuse_to_write(&self) -> Effect {
        let named = excerpt(&self.document.article().details.title, MAX_TITLE);
        Effect::Alert(format!(
            "“{named}” was made with a newer version of Bluepencil. It is open for reading only, and nothing of it is changed. Reload the page to get the newer version."
        ))
    }
}

impl Session {
    /// Applies a transaction to the open article, remembers it, saves what it changed and says so.
    pub(super) fn commit(&mut self, transaction: Transaction, stamp: &Stamp<'_>, message: String) -> Vec<Effect> {
        let mut effects = self.commit_with(transaction, WriteBatch::default(), stamp);
        if !message.is_empty() && matches!(effects.as_slice(), [Effect::Save(_)]) {
            effects.push(Effect::Tell(message, None));
        }
        effects
    }

    /// The same, without a word; `more` is saved in the same batch.
    pub(super) fn commit_with(&mut self, transaction: Transaction, more: WriteBatch, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return refuse(NO_ARTICLE) };
        if open.read_only {
            return vec![open.refuse_to_write()];
        }
        let Ok(next) = open.document.apply(&transaction) else { return refuse(STALE) };
        let save = batch::changes(&next, &transaction, open.position, stamp.writer);
        vec![self.commit_applied(next, transaction, save.then(more))]
    }

    /// Takes over the open article as it is after a transaction, remembers that and saves its records.
    pub(super) fn commit_applied(&mut self, next: Document, transaction: Transaction, records: WriteBatch) -> Effect {
        if let Some(open) = &mut self.open {
            open.document = Arc::new(next);
            open.history.push(transaction);
            open.replaced_by_paste = None;
        }
        self.refresh_summary();
        self.save(records)
    }

    /// Stores the record of the open article again, which was recovered from its text.
    pub(super) fn keep_details(&mut self, stamp: &Stamp<'_>) -> Option<Effect> {
        let open = self.open.as_ref()?;
        let save = batch::one(&open.document, None, open.position, stamp.writer);
        Some(self.save(save))
    }

    pub(super) fn save(&mut self, save: WriteBatch) -> Effect {
        self.saving = Saving::Saving;
        Effect::Save(save)
    }

    /// What undo and redo answer in an article that is open for reading only.
    pub(super) fn read_only_refusal(&self) -> Option<Vec<Effect>> {
        self.open.as_ref().filter(|open| open.read_only).map(|open| vec![open.refuse_to_write()])
    }

    pub(super) fn end_typing(&mut self) -> Vec<Effect> {
        if let Some(open) = &mut self.open {
            open.history.seal();
        }
        Vec::new()
    }

    /// The newest batch is in storage: in the strict tier, or in the quick one alone.
    pub(super) fn saved(&mut self, strictly: bool) -> Vec<Effect> {
        self.saving = if strictly { Saving::Saved } else { Saving::QuickTier };
        Vec::new()
    }

    /// Storage refused the newest batch.
    pub(super) fn save_failed(&mut self, reason: String) -> Vec<Effect> {
        let alert =
            format!("Your last change is not saved: {reason} It is still on this page. Export it now to keep it.");
        self.saving = Saving::Failed(reason);
        refuse(alert)
    }
}
