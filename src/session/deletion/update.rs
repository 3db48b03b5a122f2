//! Articles: deleted, brought back, and deleted again.

use std::sync::Arc;

use super::{Deleted, DeletionEvent};
use crate::article::ArticleId;
use crate::document::{Document, Revision};
use crate::session::command::Command;
use crate::session::effect::{After, Effect, Stored, alone, refuse};
use crate::session::library::summarise;
use crate::session::messages::MAX_TITLE;
use crate::session::state::{OpenArticle, Session, Stamp};
use crate::session::view::Screen;
use crate::store::deletion::{self, Deletion};
use crate::store::{WriteBatch, Writes, batch};
use crate::text::excerpt;

impl Session {
    /// How many deleted articles can be brought back.
    #[must_use]
    pub fn deleted_articles(&self) -> usize {
        self.deletions.count()
    }

    /// The title of the deleted article that undo in the library brings back.
    #[must_use]
    pub fn next_restored(&self) -> Option<&str> {
        self.deletions.next_undo().map(|deletion| deletion.title.as_str())
    }

    /// The title of the article that redo in the library deletes again.
    pub(in crate::session) fn next_deleted_again(&self) -> Option<&str> {
        self.deletions.next_redo().map(|deletion| deletion.title.as_str())
    }

    /// Handles an event of the deletions.
    pub(in crate::session) fn on_deletion(&mut self, event: DeletionEvent, stamp: &Stamp<'_>) -> Vec<Effect> {
        match event {
            DeletionEvent::Listed(records) => self.deletions_listed(&records, stamp),
            DeletionEvent::Read(id, record) => self.deleted_read(id, record.as_deref(), stamp),
        }
    }

    /// Deletes an article with everything on it; undo in the library brings it back.
    pub(in crate::session) fn delete_article(&mut self, id: ArticleId, again: bool, stamp: &Stamp<'_>) -> Vec<Effect> {
        let is_open = self.document().is_some_and(|document| document.article().id == id);
        if !is_open {
            return alone(Effect::Load(vec![id], After::Delete { again }));
        }
        if let Some(refused) = self.read_only_refusal() {
            return refused;
        }
        let Some(open) = self.open.take() else { return Vec::new() };
        self.focus = None;
        self.finish_deletion(open, again, stamp)
    }

    /// An article was read from storage to be deleted.
    pub(in crate::session) fn delete_stored(
        &mut self,
        stored: Vec<Stored>,
        again: bool,
        stamp: &Stamp<'_>,
    ) -> Vec<Effect> {
        let Some(stored) = stored.into_iter().next() else { return Vec::new() };
        // It was deleted while it was being read.
        let Some(position) = self.summary(stored.id).map(|summary| summary.position) else { return Vec::new() };
        match stored.document {
            Ok(_) if stored.is_newer => refuse(
                "This article was not deleted: it was made with a newer version of Bluepencil. Reload the page to get that.",
            ),
            Err(problem) => refuse(format!(
                "This article was not deleted, because what is stored of it could not be read: {problem}."
            )),
            Ok((document, _)) => {
                let document = Arc::new(document);
                self.finish_deletion(OpenArticle::new(document, position), again, stamp)
            }
        }
    }

    fn finish_deletion(&mut self, open: OpenArticle, again: bool, stamp: &Stamp<'_>) -> Vec<Effect> {
        let OpenArticle { document, position, .. } = open;
        let named = excerpt(&document.article().details.title, MAX_TITLE);
        let mut strict: Writes = Vec::new();
        let moment = match self.deletions.undone_at(document.article().id).filter(|_| again) {
            Some(before) => before,
            None => {
                strict.extend(self.deletions.forget_undone().into_iter().flat_map(deletion::unlisted));
                self.deletions.next_moment(stamp.now.seconds())
            }
        };
        let deletion = deletion_of(&document, document.article_revision() + 1, moment);
        strict.extend(deletion.kept(&document, position, stamp.writer));
        self.deletions.insert(Deleted { deletion, held: Some((Arc::clone(&document), position)) });
        strict.extend(self.deletions.truncate().into_iter().flat_map(deletion::forgotten));
        self.unlist(&document);
        self.screen = Screen::Library;
        let save = self.save(batch::delete(&document, stamp.writer).with_strict(strict));
        let message =
            if again { format!("Redone: “{named}” is deleted.") } else { format!("Deleted: “{named}”.") };
        vec![save, Effect::Tell(message, Some(Command::Undo))]
    }

    /// The open article was deleted in another tab, which keeps it too. What is here of it can be brought back, with what was
    /// done to it last.
    pub(in crate::session) fn hold_deleted(&mut self, open: OpenArticle, revision: Revision, stamp: &Stamp<'_>) {
        let OpenArticle { document, position, .. } = open;
        let deletion = deletion_of(&document, revision, self.deletions.next_moment(stamp.now.seconds()));
        self.deletions.insert(Deleted { deletion, held: Some((document, position)) });
    }

    /// Undo in the library: brings back the article that was deleted last.
    pub(in crate::session) fn undo_deletion(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(deletion) = self.deletions.next_undo().cloned() else {
            return self.unless_listed(Command::Undo, "There is nothing to undo in the library.");
        };
        match self.deletions.remove(deletion.article) {
            Some((document, position)) => self.bring_back((*document).clone(), position, deletion, stamp),
            None => {
                let read = Effect::ReadDeleted(deletion.article);
                self.deletions.under_way.push(deletion);
                alone(read)
            }
        }
    }

    /// Redo in the library: deletes the article again that was brought back last, with what was done to it since.
    pub(in crate::session) fn redo_deletion(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        match self.deletions.next_redo().map(|deletion| deletion.article) {
            Some(id) => self.delete_article(id, true, stamp),
            None => self.unless_listed(Command::Redo, "There is nothing to redo in the library."),
        }
    }

    /// Refuses a command; while storage has not listed what it keeps, the command waits for that.
    fn unless_listed(&mut self, command: Command, sentence: &str) -> Vec<Effect> {
        if self.deletions.is_listed {
            return refuse(sentence);
        }
        self.deletions.asked.push(command);
        Vec::new()
    }

    /// A deleted article was read from storage to be brought back.
    fn deleted_read(&mut self, id: ArticleId, record: Option<&str>, stamp: &Stamp<'_>) -> Vec<Effect> {
        let under_way = &mut self.deletions.under_way;
        let Some(place) = under_way.iter().position(|deletion| deletion.article == id) else { return Vec::new() };
        let deletion = under_way.remove(place);
        if self.summary(id).is_some() {
            return Vec::new();
        }
        let read =
            record.map_or_else(|| Err("is not there any more".to_owned()), |record| deletion::article(id, record));
        match read {
            Ok((document, position)) => self.bring_back(document, position, deletion, stamp),
            Err(reason) => {
                let named = excerpt(&deletion.title, MAX_TITLE);
                refuse(format!(
                    "“{named}” could not be brought back: what was kept of it could not be read. It {reason}."
                ))
            }
        }
    }

    fn bring_back(&mut self, document: Document, position: u64, deletion: Deletion, stamp: &Stamp<'_>) -> Vec<Effect> {
        let document = &self.newer_than_deleted(document).at_least(deletion.revision + 1);
        let summary = summarise(document, position);
        let named = excerpt(&summary.title, MAX_TITLE);
        let library = Arc::make_mut(&mut self.library);
        library.articles.push(Arc::new(summary));
        library.in_order();
        let strict = deletion.undone(stamp.writer);
        self.deletions.insert(Deleted { deletion: Deletion { is_undone: true, ..deletion }, held: None });
        let whole = batch::whole(document, position, stamp.writer).with_strict(strict);
        vec![self.save(whole), Effect::Tell(format!("Undone: “{named}” is back."), None)]
    }

    /// The deletions that are kept were listed. Those beyond the limits are forgotten.
    fn deletions_listed(&mut self, records: &[(String, String)], stamp: &Stamp<'_>) -> Vec<Effect> {
        let library = Arc::clone(&self.library);
        let is_there = |id: ArticleId| library.articles.iter().any(|summary| summary.id == id);
        let (expired, listed): (Vec<_>, Vec<_>) =
            deletion::read(records).into_iter().partition(|deletion| deletion.is_expired(&stamp.now));
        let mut strict: Writes = Vec::new();
        for Deletion { article, .. } in expired {
            // What can be undone in an article that is there again stays.
            strict.extend(if is_there(article) { deletion::unlisted(article) } else { deletion::forgotten(article) });
        }
        self.deletions.take_over(listed, is_there);
        strict.extend(self.deletions.truncate().into_iter().flat_map(deletion::forgotten));
        let mut effects = Vec::new();
        if !strict.is_empty() {
            effects.push(self.save(WriteBatch::default().with_strict(strict)));
        }
        self.deletions.is_listed = true;
        for command in std::mem::take(&mut self.deletions.asked) {
            effects.extend(match command {
                Command::Redo => self.redo_deletion(stamp),
                _ => self.undo_deletion(stamp),
            });
        }
        effects
    }
}

fn deletion_of(document: &Document, revision: Revision, moment: i64) -> Deletion {
    let article = document.article();
    Deletion { article: article.id, title: article.details.title.clone(), moment, revision, is_undone: false }
}
