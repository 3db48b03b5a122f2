//! What has come of an import: stored, shown and told.

use std::sync::Arc;

use super::merging::Import;
use crate::document::{Document, MergeSummary, Transaction};
use crate::format::Imported;
use crate::session::effect::{Effect, alone};
use crate::session::messages::not_imported;
use crate::session::state::{Session, Stamp};
use crate::store::batch;
use crate::wire::join;

impl Session {
    /// Shows, stores and tells what was merged.
    pub(super) fn carry_out_import(
        &mut self,
        name: &str,
        import: Import,
        was_typed: bool,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        let mut effects = self.keep_file_fields(&import.file, stamp);
        let open = self.document().map(|document| document.article().id);
        let to_show = import.to_show.filter(|id| Some(*id) != open);
        let mut shown = None;
        for mut known in import.here {
            let transaction = known.transaction();
            if Some(known.id()) == open {
                effects.extend(transaction.map(|step| self.commit_applied(known.after, step, known.batch)));
                continue;
            }
            if transaction.is_some() {
                self.refresh_summary_of(&known.after);
                effects.push(self.save(known.batch));
            }
            if to_show == Some(known.after.article().id) {
                let (document, is_damaged) = (known.after, known.is_damaged);
                shown = Some(Shown { document, step: transaction, is_damaged, is_all: false });
            }
        }
        let new = import.new.len();
        let is_one = import.file.documents.len() == 1;
        for (document, batch) in import.new {
            let was_deleted = self.library.deleted.iter().any(|(gone, _)| *gone == document.article().id);
            let (document, save) = self.add(document, batch, stamp);
            effects.push(save);
            if to_show == Some(document.article().id) {
                shown = Some(Shown { document, step: None, is_damaged: false, is_all: is_one && !was_deleted });
            }
        }
        if was_typed {
            effects.extend(self.end_imported_draft(stamp));
        }
        self.dialog = None;
        effects.extend(match shown {
            Some(shown) => self.show_imported(shown, stamp),
            None => alone(Effect::FocusArticle),
        });
        effects.push(Effect::Tell(outcome(name, new, import.summary), None));
        effects
    }

    fn show_imported(&mut self, shown: Shown, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if shown.is_damaged {
            // What could not be read is told where it is read again.
            return self.load(shown.document.article().id, None);
        }
        let before = self.document().map(|document| document.article().id);
        let mut effects = self.show(shown.document);
        if let Some(open) = &mut self.open {
            open.replaced_by_paste = shown.is_all.then_some(before);
            shown.step.into_iter().for_each(|step| open.history.push(step));
        }
        effects.extend(self.remember_open(stamp));
        effects.extend(self.export_reminder(stamp));
        effects
    }

    /// Keeps the fields of the whole file that this version does not know, to write them again on the way out.
    fn keep_file_fields(&mut self, imported: &Imported, stamp: &Stamp<'_>) -> Vec<Effect> {
        let joined = join(&self.library.extra, &imported.extra);
        if joined == self.library.extra {
            return Vec::new();
        }
        let library = Arc::make_mut(&mut self.library);
        library.extra = joined;
        library.extra_revision += 1;
        let batch = batch::desk(&library.extra, library.extra_revision, stamp.writer);
        vec![self.save(batch)]
    }
}

/// The article of an import that is shown afterwards.
struct Shown {
    document: Document,
    /// The change of an article that was here.
    step: Option<Transaction>,
    is_damaged: bool,
    /// It is new, and all that the file has brought: undo takes it away again.
    is_all: bool,
}

/// The sentence that refuses a file.
pub(in crate::session) fn refusal(name: &str, reason: &str) -> Effect {
    Effect::Alert(not_imported(name, reason))
}

/// What an import came to, in one sentence.
pub(in crate::session) fn outcome(name: &str, new: usize, summary: MergeSummary) -> String {
    let parts = [
        (new, "new article", "new articles"),
        (summary.added, "annotation added", "annotations added"),
        (summary.updated, "updated", "updated"),
        (summary.returned, "brought back", "brought back"),
        (summary.conflicts, "kept twice because it differs here", "kept twice because they differ here"),
        (summary.kept_newer, "newer here", "newer here"),
        (summary.unchanged, "the same", "the same"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
        .collect();
    let parts = if parts.is_empty() { "nothing new".to_owned() } else { parts.join(", ") };
    format!("Imported {name}: {parts}.")
}
