//! Documents that are put together from stored states, some at a time.

use super::document::Document;
use super::entry::Entry;
use super::index::Index;
use super::revision::{Revision, Writer};
use crate::annotation::AnnotationId;
use crate::article::Article;
use crate::text::Text;

/// A document that is being put together. To add an annotation costs O(log n); what orders them is made at the end.
#[derive(Clone, Debug)]
pub struct Restoration(Document);

impl Restoration {
    /// An article with the version of its metadata, without annotations as yet.
    #[must_use]
    pub fn begin(article: Article, revision: Revision, writer: Writer) -> Self {
        let mut document = Document::new(article);
        document.article_revision = revision;
        Self(document.article_written_by(writer))
    }

    /// The article without annotations.
    #[must_use]
    pub fn without_annotations(&self) -> Document {
        let article = self.0.article().clone();
        Self::begin(article, self.0.article_revision, self.0.article_writer.clone()).finish()
    }

    /// The text of the article.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.0.article().text
    }

    /// How many annotations were added.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.entries.len()
    }

    /// Adds an annotation in its stored state. False, and nothing is changed, where there is one with its id.
    pub fn add(&mut self, entry: Entry) -> bool {
        let is_new = self.0.revision(entry.annotation.id) == 0;
        if is_new {
            self.0.index.insert_spans(&entry);
            self.0.keep(entry);
        }
        is_new
    }

    /// Adds the tombstone of an annotation that is not there.
    pub fn bury(&mut self, id: AnnotationId, revision: Revision, writer: Writer) {
        if self.0.entry(id).is_none() {
            self.0.bury(id, revision, writer);
        }
    }

    /// The document, with all that was added. O(n log n), with a small factor.
    #[must_use]
    pub fn finish(self) -> Document {
        let Self(mut document) = self;
        let entries = document.entries.values().cloned().collect();
        document.index = std::mem::take::<Index>(&mut document.index).ordered(entries);
        document
    }
}
