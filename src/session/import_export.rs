//! Import and export of Bluepencil JSON. An import is validated whole, then merged by revision, and its outcome is told
//! in numbers.

use std::sync::Arc;

use super::effect::{After, Effect, Stored, alone, refuse};
use super::messages::{NO_ARTICLE, not_imported};
use super::state::{Session, Stamp};
use super::view::Dialog;
use crate::annotation::AnnotationId;
use crate::article::ArticleId;
use crate::document::{Document, MergeSummary, first_difference, merge};
use crate::format::{Format, Imported, native};
use crate::store::batch;
use crate::text::excerpt;
use crate::wire::join;

impl Session {
    /// Begins to take in a file of our own format, all of which has been found valid.
    pub(super) fn begin_import(&mut self, name: String, imported: Imported, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let open = self.document().map(|document| document.article().id);
        let known = |file: &Document| self.known(file).filter(|id| Some(*id) != open);
        let wanted: Vec<ArticleId> = imported.documents.iter().filter_map(known).collect();
        if wanted.is_empty() {
            return self.import(&name, imported, Vec::new(), stamp);
        }
        alone(Effect::Load(wanted, After::Import(name, Box::new(imported))))
    }

    /// The article of the library that is the same as one of a file: it has its id, or else its title and text.
    fn known(&self, file: &Document) -> Option<ArticleId> {
        let id = file.article().id;
        if self.summary(id).is_some() { Some(id) } else { self.same_article(file.article()) }
    }

    /// Merges a valid file into the library. `stored` are those of its articles that are here but not open.
    pub(super) fn import(
        &mut self,
        name: &str,
        imported: Imported,
        stored: Vec<Stored>,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        let mut here: Vec<(ArticleId, Document)> = Vec::new();
        for stored in stored {
            match stored.document {
                Ok((document, _)) => here.push((stored.id, document)),
                Err(problem) => {
                    let reason = format!("an article of it is kept here, but could not be read: {problem}");
                    return vec![refusal(name, &reason)];
                }
            }
        }
        if let Some(open) = self.document() {
            here.push((open.article().id, (**open).clone()));
        }
        if let Some(refused) = self.other_text(name, &imported, &here) {
            return vec![refused];
        }
        let is_of_open = |file: &Document| self.known(file) == self.document().map(|open| open.article().id);
        if let Some(refused) = self.read_only_refusal().filter(|_| imported.documents.iter().any(is_of_open)) {
            return refused;
        }
        let mut effects = self.keep_file_fields(&imported, stamp);
        let (mut summary, mut to_show) = (MergeSummary::default(), None);
        let mut new = 0;
        for file in imported.documents {
            let known = self.known(&file).and_then(|id| here.iter_mut().find(|(known, _)| *known == id));
            match known {
                Some((id, known)) => {
                    effects.extend(self.merge_one(known, &file, &mut summary, stamp));
                    to_show.get_or_insert(*id);
                }
                None => {
                    new += 1;
                    summary.added += file.entries().len();
                    to_show.get_or_insert(file.article().id);
                    effects.push(self.add(file, stamp).1);
                }
            }
        }
        let open = self.document().map(|document| document.article().id);
        if self.dialog.take() == Some(Dialog::NewArticle) {
            effects.extend(self.end_imported_draft(stamp));
        }
        match to_show.filter(|id| Some(*id) != open) {
            Some(id) => effects.push(Effect::Load(vec![id], After::Open(None))),
            None => effects.push(Effect::FocusArticle),
        }
        effects.push(Effect::Tell(outcome(name, new, summary), None));
        effects
    }

    /// The refusal where an article of the file has the id of one that is here, but another text.
    fn other_text(&self, name: &str, imported: &Imported, here: &[(ArticleId, Document)]) -> Option<Effect> {
        imported.documents.iter().find_map(|file| {
            let (_, known) = here.iter().find(|(id, _)| *id == file.article().id)?;
            let place = first_difference(&known.article().text, &file.article().text)?;
            let title = excerpt(&known.article().details.title, 60);
            let reason =
                format!("“{title}” is kept here with another text; they differ first at character {}", place.0 + 1);
            Some(refusal(name, &reason))
        })
    }

    fn merge_one(
        &mut self,
        known: &mut Document,
        file: &Document,
        summary: &mut MergeSummary,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        let merged = merge(known, file, &mut || AnnotationId::new((stamp.random)()));
        summary.added += merged.summary.added;
        summary.updated += merged.summary.updated;
        summary.unchanged += merged.summary.unchanged;
        summary.kept_newer += merged.summary.kept_newer;
        summary.conflicts += merged.summary.conflicts;
        summary.returned += merged.summary.returned;
        let Some(transaction) = merged.transaction else { return Vec::new() };
        let Ok(next) = known.apply(&transaction) else { return Vec::new() };
        // Another article of the file may be this one too, and is then merged into what has come of it.
        *known = next;
        if self.document().is_some_and(|open| open.article().id == known.article().id) {
            return self.commit(transaction, stamp, String::new());
        }
        let position = self.summary(known.article().id).map_or(0, |summary| summary.position);
        self.refresh_summary_of(known);
        let batch = batch::changes(known, &transaction, position, stamp.writer);
        vec![self.save(batch)]
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

    /// The open article as a file of our own format.
    pub(super) fn download(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(document) = self.document() else { return refuse(NO_ARTICLE) };
        let format = Format::Bluepencil;
        let name = format!("{}.{}", document.article().slug(), format.extension());
        let content = native::write(&[document], &self.library.extra, &stamp.now);
        let (id, count) = (document.article().id, document.entries().len());
        let message = format!("Exported {count} annotations as {name}.");
        let mut effects =
            vec![Effect::Download { name, media_type: format.media_type(), content }, Effect::Tell(message, None)];
        effects.extend(self.mark_exported(&[id], stamp));
        effects
    }
}

/// The sentence that refuses a file.
pub(super) fn refusal(name: &str, reason: &str) -> Effect {
    Effect::Alert(not_imported(name, reason))
}

/// What an import came to, in one sentence.
pub(super) fn outcome(name: &str, new: usize, summary: MergeSummary) -> String {
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
