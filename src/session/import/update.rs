//! What becomes of an import: read, begun, merged part by part, cancelled.

use super::merging::{Import, Known, annotations};
use super::outcome::refusal;
use super::{ImportEvent, ImportProgress, Importing, LARGE, LARGE_FILE, Stage};
use crate::annotation::AnnotationId;
use crate::article::ArticleId;
use crate::document::{Document, first_difference};
use crate::format::Imported;
use crate::session::effect::{After, Effect, Stored, alone, refuse};
use crate::session::file_content::{FileContent, shortened};
use crate::session::file_parts::Part;
use crate::session::incoming_file::IncomingFile;
use crate::session::messages::MAX_TITLE;
use crate::session::state::{Session, Stamp};
use crate::session::view::Dialog;
use crate::text::excerpt;

impl Session {
    /// How far a large import has come; `None` where none is going on.
    #[must_use]
    pub fn import_progress(&self) -> Option<ImportProgress> {
        self.importing.as_ref().map(Importing::progress)
    }

    /// Whether an import goes on that no other must disturb.
    pub(in crate::session) fn is_importing(&self) -> bool {
        let waits = |import: &Importing| matches!(import.stage, Stage::Loading(_)) && !import.is_shown;
        self.importing.as_ref().is_some_and(|import| !waits(import))
    }

    /// Handles an event of a large import. It may have been cancelled meanwhile.
    pub(in crate::session) fn on_import(&mut self, event: ImportEvent, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match event {
            ImportEvent::Reading(name, bytes) => {
                self.enter_import(shortened(&name), Stage::Reading(Box::default()), bytes > LARGE_FILE);
                Vec::new()
            }
            ImportEvent::Part(part) => self.take_part(&part, stamp),
            ImportEvent::Stopped => {
                self.leave_import();
                Vec::new()
            }
            ImportEvent::Continue => self.go_on_merging(stamp),
        }
    }

    /// Ends an import whose dialog was closed before it was done.
    pub(in crate::session) fn cancel_import(&mut self) -> Option<Effect> {
        let dialog = self.dialog;
        let cancelled = self.importing.take_if(|import| import.is_shown && dialog != Some(Dialog::Import))?;
        Some(Effect::Tell(format!("The import of {} was cancelled. Nothing was changed.", cancelled.name), None))
    }

    /// Enters a stage of an import, which is shown from then on or goes on as it was.
    fn enter_import(&mut self, name: String, stage: Stage, is_large: bool) {
        let (was_shown, before) = match &self.importing {
            Some(import) => (import.is_shown, import.before),
            None => (false, self.dialog),
        };
        let is_shown = was_shown || is_large;
        if is_shown {
            self.dialog = Some(Dialog::Import);
        }
        self.importing = Some(Importing { name, stage, is_shown, before });
    }

    /// Leaves an import; what was open before it is open again.
    fn leave_import(&mut self) {
        if let Some(import) = self.importing.take().filter(|import| import.is_shown) {
            self.dialog = import.before;
        }
    }

    /// Takes the next part of a file that is read elsewhere, and what is in it with the last.
    fn take_part(&mut self, part: &Part, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let Some(Importing { name, stage: Stage::Reading(file), .. }) = &mut self.importing else { return Vec::new() };
        let (name, taken) = (name.clone(), file.take(part));
        let (done, total) = file.progress();
        if taken.is_ok() && done < total {
            return Vec::new();
        }
        let content = std::mem::take::<IncomingFile>(file).finish();
        match content {
            // An import goes on; anything else is done at once.
            Some(Ok(FileContent::Import(imported))) => self.begin_import(name, imported, stamp),
            Some(content) => {
                self.leave_import();
                self.file_read(&name, content, stamp)
            }
            None => {
                self.leave_import();
                refuse(format!(
                    "{name} was not opened: it could not be read to its end. Nothing was changed. Try once more."
                ))
            }
        }
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
        let total = annotations(&file);
        self.enter_import(name.clone(), Stage::Loading(total), total > LARGE);
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
        let is_large = annotations(&file) > LARGE;
        if is_large && !self.importing.as_ref().is_some_and(|import| matches!(import.stage, Stage::Loading(_))) {
            // It was cancelled meanwhile.
            return Vec::new();
        }
        let here = match self.known_articles(stored) {
            Ok(here) => here,
            Err(reason) => {
                self.leave_import();
                return vec![refusal(&name, &reason)];
            }
        };
        if let Some(refused) = other_text(&name, &file, &here) {
            self.leave_import();
            return vec![refused];
        }
        let is_of_open = |file: &Document| self.known(file) == self.document().map(|open| open.article().id);
        if let Some(refused) = self.read_only_refusal().filter(|_| file.documents.iter().any(is_of_open)) {
            self.leave_import();
            return refused;
        }
        self.enter_import(name, Stage::Merging(Box::new(Import::new(file, here))), is_large);
        if is_large {
            return alone(Effect::ContinueImport);
        }
        while self.merge_part(stamp) {}
        self.finish_import(stamp)
    }

    /// The articles of the library that a file may have, as they are.
    fn known_articles(&self, stored: Vec<Stored>) -> Result<Vec<Known>, String> {
        let mut here = Vec::new();
        for stored in stored {
            let position = self.summary(stored.id).map_or(0, |summary| summary.position);
            match stored.document {
                Ok((document, problems)) => here.push(Known::new(document, position, !problems.is_empty())),
                Err(problem) => {
                    return Err(format!("an article of it is kept here, but could not be read: {problem}"));
                }
            }
        }
        here.extend(self.open.as_ref().map(|open| Known::new((*open.document).clone(), open.position, false)));
        Ok(here)
    }

    fn go_on_merging(&mut self, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if self.merge_part(stamp) { alone(Effect::ContinueImport) } else { self.finish_import(stamp) }
    }

    /// Merges the next part; false where all is merged, or nothing is to be merged.
    fn merge_part(&mut self, stamp: &mut Stamp<'_>) -> bool {
        let Some(mut importing) = self.importing.take() else { return false };
        let mut fresh = || AnnotationId::new((stamp.random)());
        let goes_on = match &mut importing.stage {
            Stage::Merging(import) => {
                import.work(stamp.writer, &mut fresh) || import.begin_next(|file| self.known(file))
            }
            Stage::Reading(_) | Stage::Loading(_) => false,
        };
        self.importing = Some(importing);
        goes_on
    }

    /// All is merged.
    fn finish_import(&mut self, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let is_merging = |import: &mut Importing| matches!(import.stage, Stage::Merging(_));
        let Some(importing) = self.importing.take_if(is_merging) else { return Vec::new() };
        let Importing { name, stage: Stage::Merging(import), before, .. } = importing else { return Vec::new() };
        self.dialog = before;
        if import.here.iter().any(|known| self.has_changed_meanwhile(known)) {
            // In another tab. What comes to be follows from what is here now.
            return self.begin_import(name, import.file, stamp);
        }
        self.carry_out_import(&name, *import, before == Some(Dialog::NewArticle), stamp)
    }

    fn has_changed_meanwhile(&self, known: &Known) -> bool {
        let open = self.document().filter(|open| open.article().id == known.id());
        open.is_some_and(|open| {
            open.changes_to(&known.before).next().is_some() || open.article() != known.before.article()
        })
    }
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
