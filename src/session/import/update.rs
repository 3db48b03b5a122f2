//! What becomes of an import: begun, merged part by part, cancelled, carried out.

use std::sync::Arc;

use super::{Import, ImportEvent, ImportProgress, Known};
use crate::annotation::AnnotationId;
use crate::article::ArticleId;
use crate::document::{Document, MergeSummary, Transaction, first_difference};
use crate::format::Imported;
use crate::session::effect::{After, Effect, Stored, alone};
use crate::session::messages::{MAX_TITLE, not_imported};
use crate::session::state::{Session, Stamp};
use crate::session::view::Dialog;
use crate::store::batch;
use crate::text::excerpt;
use crate::wire::join;

impl Session {
    /// How far a large import has come; `None` where none is going on.
    #[must_use]
    pub fn import_progress(&self) -> Option<ImportProgress> {
        self.import.as_ref().map(|import| import.progress())
    }

    /// Begins to take in a file of our own format, all of which has been found valid.
    pub(in crate::session) fn begin_import(
        &mut self,
        name: String,
        file: Imported,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        let open = self.document().map(|document| document.article().id);
        let known = |file: &Document| self.known(file).filter(|id| Some(*id) != open);
        let wanted: Vec<ArticleId> = file.documents.iter().filter_map(known).collect();
        if wanted.is_empty() {
            return self.import(name, file, Vec::new(), stamp);
        }
        alone(Effect::Load(wanted, After::Import(name, Box::new(file))))
    }

    /// The article of the library that is the same as one of a file: it has its id, or else its title and text.
    fn known(&self, file: &Document) -> Option<ArticleId> {
        let id = file.article().id;
        if self.summary(id).is_some() { Some(id) } else { self.same_article(file.article()) }
    }

    /// Merges a valid file into the library. `stored` are those of its articles that are here but not open.
    pub(in crate::session) fn import(
        &mut self,
        name: String,
        file: Imported,
        stored: Vec<Stored>,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        let mut here = Vec::new();
        for stored in stored {
            match stored.document {
                Ok((document, problems)) => {
                    let position = self.summary(stored.id).map_or(0, |summary| summary.position);
                    here.push(Known::new(document, position, !problems.is_empty()));
                }
                Err(problem) => {
                    let reason = format!("an article of it is kept here, but could not be read: {problem}");
                    return vec![refusal(&name, &reason)];
                }
            }
        }
        here.extend(self.open.as_ref().map(|open| Known::new((*open.document).clone(), open.position, false)));
        if let Some(refused) = other_text(&name, &file, &here) {
            return vec![refused];
        }
        let is_of_open = |file: &Document| self.known(file) == self.document().map(|open| open.article().id);
        if let Some(refused) = self.read_only_refusal().filter(|_| file.documents.iter().any(is_of_open)) {
            return refused;
        }
        let import = Import::new(name, file, here, self.dialog == Some(Dialog::NewArticle));
        if import.is_large() {
            self.dialog = Some(Dialog::Import);
            self.import = Some(Box::new(import));
            return alone(Effect::ContinueImport);
        }
        self.import_at_once(import, stamp)
    }

    /// Handles an event of a large import.
    pub(in crate::session) fn on_import(&mut self, event: ImportEvent, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let ImportEvent::Continue = event;
        // It may have been cancelled meanwhile.
        let Some(mut import) = self.import.take() else { return Vec::new() };
        if self.merge_part(&mut import, stamp) {
            self.import = Some(import);
            return alone(Effect::ContinueImport);
        }
        self.dialog = None;
        if import.here.iter().any(|known| self.has_changed_meanwhile(known)) {
            // In another tab. What comes to be follows from what is here now.
            let Import { name, file, .. } = *import;
            return self.begin_import(name, file, stamp);
        }
        self.carry_out_import(*import, stamp)
    }

    /// Ends an import whose dialog was closed before it was done.
    pub(in crate::session) fn cancel_import(&mut self) -> Option<Effect> {
        let import = self.import.take_if(|_| self.dialog != Some(Dialog::Import))?;
        Some(Effect::Tell(format!("The import of {} was cancelled. Nothing was changed.", import.name), None))
    }

    fn import_at_once(&mut self, mut import: Import, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        while self.merge_part(&mut import, stamp) {}
        self.carry_out_import(import, stamp)
    }

    /// Merges the next part; false where all is merged.
    fn merge_part(&self, import: &mut Import, stamp: &mut Stamp<'_>) -> bool {
        let mut fresh = || AnnotationId::new((stamp.random)());
        import.work(stamp.writer, &mut fresh) || import.begin_next(|file| self.known(file))
    }

    fn has_changed_meanwhile(&self, known: &Known) -> bool {
        let open = self.document().filter(|open| open.article().id == known.id());
        open.is_some_and(|open| {
            open.changes_to(&known.before).next().is_some() || open.article() != known.before.article()
        })
    }

    /// Shows, stores and tells what was merged.
    fn carry_out_import(&mut self, import: Import, stamp: &mut Stamp<'_>) -> Vec<Effect> {
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
        if import.was_typed {
            effects.extend(self.end_imported_draft(stamp));
        }
        self.dialog = None;
        effects.extend(match shown {
            Some(shown) => self.show_imported(shown, stamp),
            None => alone(Effect::FocusArticle),
        });
        effects.push(Effect::Tell(outcome(&import.name, new, import.summary), None));
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

/// The refusal where an article of the file has the id of one that is here, but another text.
fn other_text(name: &str, file: &Imported, here: &[Known]) -> Option<Effect> {
    file.documents.iter().find_map(|document| {
        let known = &here.iter().find(|known| known.id() == document.article().id)?.before;
        let place = first_difference(&known.article().text, &document.article().text)?;
        let title = excerpt(&known.article().details.title, MAX_TITLE);
        let reason =
            format!("“{title}” is kept here with another text; they differ first at character {}", place.0 + 1);
        Some(refusal(name, &reason))
    })
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
