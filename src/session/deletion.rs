//! Articles: deleted, and brought back while the page is open.

use std::sync::Arc;

use super::command::Command;
use super::effect::{After, Effect, Stored, alone, refuse};
use super::library::summarise;
use super::messages::MAX_TITLE;
use super::state::{OpenArticle, Session, Stamp};
use super::view::Screen;
use crate::article::ArticleId;
use crate::store::batch;
use crate::text::excerpt;

impl Session {
    /// Deletes an article with everything on it; undo in the library brings it back while the page is open.
    pub(super) fn delete_article(&mut self, id: ArticleId, stamp: &Stamp<'_>) -> Vec<Effect> {
        let is_open = self.document().is_some_and(|document| document.article().id == id);
        if !is_open {
            return alone(Effect::Load(vec![id], After::Delete));
        }
        if let Some(refused) = self.read_only_refusal() {
            return refused;
        }
        let Some(open) = self.open.take() else { return Vec::new() };
        self.focus = None;
        self.finish_deletion(open, stamp)
    }

    /// An article was read from storage to be deleted.
    pub(super) fn delete_stored(&mut self, stored: Vec<Stored>, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(stored) = stored.into_iter().next() else { return Vec::new() };
        match stored.document {
            Ok(_) if stored.is_newer => refuse(
                "This article was not deleted: it was made with a newer version of Bluepencil. Reload the page to get that.",
            ),
            Err(problem) => refuse(format!(
                "This article was not deleted, because what is stored of it could not be read: {problem}."
            )),
            Ok((document, _)) => {
                let position = self.summary(stored.id).map_or(0, |summary| summary.position);
                let document = Arc::new(document);
                self.finish_deletion(OpenArticle::new(document, position), stamp)
            }
        }
    }

    fn finish_deletion(&mut self, open: OpenArticle, stamp: &Stamp<'_>) -> Vec<Effect> {
        let named = excerpt(&open.document.article().details.title, MAX_TITLE);
        let forget = self.forget(&open.document, stamp);
        self.deleted = Some(open);
        self.screen = Screen::Library;
        vec![forget, Effect::Tell(format!("Deleted: “{named}”."), Some(Command::Undo))]
    }

    /// Brings back the article that was deleted last.
    pub(super) fn restore_deleted(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(open) = self.deleted.take() else { return Vec::new() };
        let document = &self.newer_than_deleted((*open.document).clone());
        let summary = summarise(document, open.position);
        let named = excerpt(&summary.title, MAX_TITLE);
        let library = Arc::make_mut(&mut self.library);
        library.articles.push(summary);
        library.in_order();
        let whole = batch::whole(document, open.position, stamp.writer);
        vec![self.save(whole), Effect::Tell(format!("Undone: “{named}” is back."), None)]
    }
}
