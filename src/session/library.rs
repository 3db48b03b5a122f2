//! The library of a session: the lines of its articles, kept in line with the articles themselves.

use std::sync::Arc;

use super::effect::Effect;
use super::state::{Session, Stamp};
use crate::article::{Article, ArticleId};
use crate::document::Document;
use crate::store::{Summary, WriteBatch, batch, deletion};

impl Session {
    /// Takes a document into the library and stores it; `annotations` are their records.
    pub(super) fn add(&mut self, document: Document, annotations: WriteBatch, stamp: &Stamp<'_>) -> (Document, Effect) {
        let id = document.article().id;
        let was_deleted = self.library.deleted.iter().any(|(gone, _)| *gone == id);
        let document = self.newer_than_deleted(document);
        let position = self.library.next_position();
        // What is here again must not be brought back a second time, over what was done to it since.
        self.deletions.remove(id);
        let replaced = if was_deleted { deletion::replaced(id) } else { Vec::new() };
        let articles = &mut Arc::make_mut(&mut self.library).articles;
        articles.push(Arc::new(summarise(&document, position)));
        let article = batch::article(&document, position, stamp.writer);
        let save = self.save(article.then(annotations).with_strict(replaced));
        (document, save)
    }

    /// A document that comes in, newer than the deletion of its article, where there was one.
    pub(super) fn newer_than_deleted(&mut self, document: Document) -> Document {
        let id = document.article().id;
        let deleted = &mut Arc::make_mut(&mut self.library).deleted;
        let revision = deleted.iter().find(|(gone, _)| *gone == id).map_or(0, |(_, revision)| revision + 1);
        deleted.retain(|(gone, _)| *gone != id);
        document.at_least(revision)
    }

    /// The line of the library for an article.
    pub(super) fn summary(&self, id: ArticleId) -> Option<&Summary> {
        self.library.articles.iter().map(|summary| &**summary).find(|summary| summary.id == id)
    }

    /// Brings the line of the library in line with the open article.
    pub(super) fn refresh_summary(&mut self) {
        let Some(document) = self.open.as_ref().map(|open| Arc::clone(&open.document)) else { return };
        self.refresh_summary_of(&document);
    }

    pub(super) fn refresh_summary_of(&mut self, document: &Document) {
        let article = document.article();
        let fits = |summary: &Summary| {
            summary.annotations == document.entries().len()
                && summary.title == article.details.title
                && summary.byline == article.details.byline
                && summary.published == article.details.published
        };
        let Some(place) = self.library.articles.iter().position(|summary| summary.id == article.id) else { return };
        if self.library.articles.get(place).is_some_and(|summary| fits(summary)) {
            return;
        }
        if let Some(summary) = Arc::make_mut(&mut self.library).articles.get_mut(place).map(Arc::make_mut) {
            summary.annotations = document.entries().len();
            summary.title.clone_from(&article.details.title);
            summary.byline.clone_from(&article.details.byline);
            summary.published.clone_from(&article.details.published);
        }
    }

    /// The article of the library with the same title and text.
    pub(super) fn same_article(&self, article: &Article) -> Option<ArticleId> {
        let fingerprint = article.text.fingerprint();
        let same =
            |summary: &&Arc<Summary>| summary.title == article.details.title && summary.fingerprint == fingerprint;
        self.library.articles.iter().find(same).map(|summary| summary.id)
    }

    /// Takes a document that is deleted out of the library.
    pub(super) fn unlist(&mut self, document: &Document) {
        let id = document.article().id;
        let library = Arc::make_mut(&mut self.library);
        library.articles.retain(|summary| summary.id != id);
        library.deleted.push((id, document.article_revision() + 1));
    }

    /// Deletes a document for good.
    pub(super) fn forget(&mut self, document: &Document, stamp: &Stamp<'_>) -> Effect {
        self.unlist(document);
        self.save(batch::forget(document, stamp.writer))
    }
}

/// The line of the library for a document.
pub(super) fn summarise(document: &Document, position: u64) -> Summary {
    let article = document.article();
    Summary {
        id: article.id,
        title: article.details.title.clone(),
        published: article.details.published.clone(),
        byline: article.details.byline.clone(),
        fingerprint: article.text.fingerprint().to_owned(),
        annotations: document.entries().len(),
        code_points: article.text.code_points().0 as usize,
        position,
    }
}
