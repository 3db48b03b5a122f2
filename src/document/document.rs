//! The document: one article with its annotations.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::{Entry, reading_order};
use super::index::SpanIndex;
use super::revision::{Revision, Writer};
use crate::annotation::{Annotation, AnnotationId};
use crate::article::Article;

/// One article with its annotations: a value, cheap to clone.
///
/// Invariants: the annotations are in reading order; no id stands twice; every segment is a span of the article's text;
/// the index describes exactly these annotations.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) article: Article,
    pub(super) article_revision: Revision,
    pub(super) article_writer: Writer,
    pub(super) entries: Vec<Entry>,
    /// A tombstone for each deleted annotation: the revision at which it was deleted, and the tab that did it.
    pub(super) tombstones: BTreeMap<AnnotationId, (Revision, Writer)>,
    pub(super) index: SpanIndex,
    /// The tab in which it is changed.
    pub(super) writer: Writer,
}

impl Document {
    /// An article without annotations.
    #[must_use]
    pub fn new(article: Article) -> Self {
        Self::restored(article, 1, Vec::new(), [])
    }

    /// A document put together from what was stored: entries in any order, each id once, and the revisions of those
    /// that were deleted.
    #[must_use]
    pub fn restored(
        article: Article,
        article_revision: Revision,
        mut entries: Vec<Entry>,
        removed: impl IntoIterator<Item = (AnnotationId, Revision, Writer)>,
    ) -> Self {
        entries.sort_by(|one, other| reading_order(&one.annotation, &other.annotation));
        let tombstones = removed.into_iter().map(|(id, revision, writer)| (id, (revision, writer))).collect();
        let index = SpanIndex::new(&entries);
        let writer = Writer::default();
        Self { article, article_revision, article_writer: writer.clone(), entries, tombstones, index, writer }
    }

    /// The same document, its article's newest state written by this tab.
    #[must_use]
    pub fn article_written_by(mut self, writer: Writer) -> Self {
        self.article_writer = writer;
        self
    }

    /// Whether what is changed here is written by this tab.
    #[must_use]
    pub fn is_in_tab(&self, writer: &str) -> bool {
        *self.writer == *writer
    }

    /// The same document, changed from now on in this tab.
    #[must_use]
    pub fn in_tab(mut self, writer: &str) -> Self {
        self.writer = writer.into();
        self
    }

    /// The article.
    #[must_use]
    pub fn article(&self) -> &Article {
        &self.article
    }

    /// How often the article's details and block kinds have changed, counting from one.
    #[must_use]
    pub fn article_revision(&self) -> Revision {
        self.article_revision
    }

    /// The same document, its article's revision at least this one: it was deleted and is back.
    #[must_use]
    pub fn at_least(mut self, article_revision: Revision) -> Self {
        self.article_revision = self.article_revision.max(article_revision);
        self
    }

    /// The annotations in reading order, with their revisions.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The annotations in reading order.
    pub fn annotations(&self) -> impl DoubleEndedIterator<Item = &Annotation> {
        self.entries.iter().map(|entry| &*entry.annotation)
    }

    /// The annotation of that id.
    #[must_use]
    pub fn annotation(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.entry(id).map(|entry| &entry.annotation)
    }

    /// The entry of that id.
    #[must_use]
    pub fn entry(&self, id: AnnotationId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.annotation.id == id)
    }

    /// The place of that id in reading order.
    #[must_use]
    pub fn position(&self, id: AnnotationId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.annotation.id == id)
    }

    /// The revision at which an annotation was deleted; `None` where it was not.
    #[must_use]
    pub fn removed(&self, id: AnnotationId) -> Option<Revision> {
        self.tombstones.get(&id).map(|(revision, _)| *revision)
    }

    /// The annotations that were deleted, with the revisions at which they were.
    pub fn removals(&self) -> impl Iterator<Item = (AnnotationId, Revision)> + '_ {
        self.tombstones.iter().map(|(id, (revision, _))| (*id, *revision))
    }

    /// The revision of an id, whether it is there or deleted; zero for one never seen.
    #[must_use]
    pub fn revision(&self, id: AnnotationId) -> Revision {
        self.version(id).0
    }

    /// What decides whether another state of an annotation, or of its deletion, is newer: its revision, then its writer.
    #[must_use]
    pub fn version(&self, id: AnnotationId) -> (Revision, &str) {
        let here = self.entry(id).map(|entry| (entry.revision, &*entry.writer));
        let removed = || self.tombstones.get(&id).map(|(revision, writer)| (*revision, &**writer));
        here.or_else(removed).unwrap_or((0, ""))
    }

    /// The same of the article's details and block kinds.
    #[must_use]
    pub fn article_version(&self) -> (Revision, &str) {
        (self.article_revision, &self.article_writer)
    }

    /// Puts an entry, whose id is not here, in its place in reading order.
    pub(super) fn insert(&mut self, entry: Entry) {
        let order = |known: &Entry| reading_order(&known.annotation, &entry.annotation);
        let place = self.entries.binary_search_by(order).unwrap_or_else(|place| place);
        self.entries.insert(place, entry);
    }
}
