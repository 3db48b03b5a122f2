//! Storage that was emptied under the open page: by its user, by another program, or by the browser itself. Everything that the
//! page holds is written again, and what is gone is told.

use std::sync::Arc;

use super::effect::{Effect, alone};
use super::messages::MAX_TITLE;
use super::state::{Session, Stamp};
use super::version_history::LastSnapshot;
use crate::article::ArticleId;
use crate::document::Document;
use crate::store::{Library, WriteBatch, batch};
use crate::text::excerpt;

/// Status: nothing that the page knows of is gone.
const ALL_IS_BACK: &str = "This browser or another program has emptied the storage of this page. All articles and annotations are kept again; what is gone are earlier versions, what could be undone in articles that are not open, and articles that were deleted before this page was loaded.";
/// Status: what was told as gone has come back.
const ALL_CAME_BACK: &str = "The articles that were gone are here again: another tab had them open.";

impl Session {
    /// The strict tier was found empty. All that this page holds is written again, over nothing that is newer: the open article
    /// with its tombstones and its history, the preferences, unknown fields of files, which articles were deleted and those of
    /// them that can be brought back, and drafts. Then the library is read, to see what is gone.
    pub(super) fn storage_emptied(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let mut all = WriteBatch::default();
        // What a newer version has written would be written without what this one does not know.
        if let Some(open) = self.open.as_mut().filter(|open| !open.read_only) {
            all.extend(batch::whole(&open.document, open.position, stamp.writer));
            open.history.write_again();
            // Its earlier versions are gone, so the next action makes one.
            open.last_snapshot = LastSnapshot::default();
        }
        let library = &self.library;
        if library.preferences_revision > 0 {
            all.extend(batch::preferences(&library.preferences, library.preferences_revision, stamp.writer));
        }
        if library.extra_revision > 0 {
            all.extend(batch::desk(&library.extra, library.extra_revision, stamp.writer));
        }
        all.extend(batch::tombstones(&library.deleted, stamp.writer));
        all.extend(self.drafts.kept_again(stamp.writer));
        all = all.with_strict(self.deletions.kept_again(stamp.writer));
        self.before_loss.get_or_insert_with(|| Arc::clone(&self.library));
        let mut effects = if all.is_empty() { Vec::new() } else { alone(self.save(all)) };
        effects.push(Effect::ReadLibrary);
        effects
    }

    /// Says what is gone, once the library was read again after a loss, and once more when another tab has written some of it.
    pub(super) fn tell_loss(&mut self) -> Vec<Effect> {
        if let Some(before) = self.before_loss.take() {
            let (gone, incomplete) = self.losses(&before);
            let nothing = gone.is_empty() && incomplete == 0;
            self.gone = gone;
            if nothing {
                return alone(Effect::Tell(ALL_IS_BACK.to_owned(), None));
            }
            let mut effects = Vec::new();
            let has_backup = self.backup.take().is_some();
            if has_backup {
                effects.push(Effect::EndBackup);
            }
            effects.push(self.loss_alert(incomplete, has_backup));
            return effects;
        }
        let known = self.gone.len();
        let library = Arc::clone(&self.library);
        self.gone.retain(|id| !is_in(&library, *id));
        match self.gone.len() {
            now if now == known => Vec::new(),
            0 => alone(Effect::Tell(ALL_CAME_BACK.to_owned(), None)),
            _ => alone(self.loss_alert(0, false)),
        }
    }

    /// Whether articles are missing that another tab may write again.
    pub(super) fn misses(&self, id: ArticleId) -> bool {
        self.gone.contains(&id)
    }

    /// The articles that were in the library and are not stored any more, and the number of those that have lost annotations.
    fn losses(&self, before: &Library) -> (Vec<ArticleId>, usize) {
        let open = self.written_again().map(|document| document.article().id);
        let others = || before.articles.iter().filter(|summary| Some(summary.id) != open);
        let deleted = |id: ArticleId| self.library.deleted.iter().any(|(gone, _)| *gone == id);
        let gone =
            others().map(|summary| summary.id).filter(|id| !is_in(&self.library, *id) && !deleted(*id)).collect();
        let has_fewer = |id: ArticleId, annotations: usize| {
            self.summary(id).is_some_and(|summary| summary.annotations < annotations)
        };
        // Where another tab has worked, what was known here is no measure.
        let incomplete = others().filter(|known| !self.library_is_stale && has_fewer(known.id, known.annotations));
        (gone, incomplete.count())
    }

    /// The article that is open and was written again.
    fn written_again(&self) -> Option<&Arc<Document>> {
        self.open.as_ref().filter(|open| !open.read_only).map(|open| &open.document)
    }

    /// The alert that kept work is gone, with the way to keep what is left.
    fn loss_alert(&self, incomplete: usize, has_backup: bool) -> Effect {
        let mut alert =
            String::from("Kept work is gone: this browser or another program has emptied the storage of this page.");
        match self.gone.len() {
            0 => {}
            1 => alert.push_str(" 1 article of the library is gone."),
            count => alert.push_str(&format!(" {count} articles of the library are gone.")),
        }
        match incomplete {
            0 => {}
            1 => alert.push_str(" 1 article has lost annotations."),
            count => alert.push_str(&format!(" {count} articles have lost annotations.")),
        }
        if has_backup {
            alert.push_str(
                " Your backup file is as it was, and is not written over any more: import it to have them again.",
            );
        }
        let Some(document) = self.written_again() else { return Effect::Alert(alert) };
        let named = excerpt(&document.article().details.title, MAX_TITLE);
        alert.push_str(&format!(" “{named}” is open here and was written again. Export it now to keep it."));
        Effect::UrgeExport(alert)
    }
}

fn is_in(library: &Library, id: ArticleId) -> bool {
    library.articles.iter().any(|summary| summary.id == id)
}
