//! The document: one article with its annotations.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::entry::{Entry, reading_order};
use super::index::SpanIndex;
use super::revision::{Revision, Writer};
use crate::annotation::{Annotation, AnnotationId};
use crate::article::Article;

/// One article with its annotations: an immutable value, cheap to clone.
///
/// Invariants: the annotations are in reading order; ids are unique; every segment is a span of the article's text; the
/// index is that of these annotations.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) article: Article,
    pub(super) article_revision: Revision,
    pub(super) article_writer: Writer,
    pub(super) entries: Vec<Entry>,
    /// A tombstone for each deleted annotation: the revision at which it was deleted, and the tab that did it.
    pub(super) tombstones: BTreeMap<AnnotationId, (Revision, Writer)>,
    pub(super) index: SpanIndex,
    /// The tab that makes the next changes.
    pub(super) writer: Writer,
}

impl Document {
    /// An article without annotations.
    #[must_use]
    pub fn new(article: Article) -> Self {
        Self::restored(article, 1, Vec::new(), [])
    }

    /// A document from stored records: entries in any order with unique ids, and tombstones.
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

    /// Sets the tab that wrote the state of the article.
    #[must_use]
    pub fn article_written_by(mut self, writer: Writer) -> Self {
        self.article_writer = writer;
        self
    }

    /// Whether a tab makes the next changes.
    #[must_use]
    pub fn is_in_tab(&self, writer: &str) -> bool {
        *self.writer == *writer
    }

    /// Sets the tab that makes the next changes.
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

    /// The revision of the article's metadata and block kinds, from one.
    #[must_use]
    pub fn article_revision(&self) -> Revision {
        self.article_revision
    }

    /// Raises the revision of the article to a minimum, for an article that was deleted and is imported again.
    #[must_use]
    pub fn at_least(mut self, article_revision: Revision) -> Self {
        self.article_revision = self.article_revision.max(article_revision);
        self
    }

    /// The annotations in reading order, with their versions.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The annotations in reading order.
    pub fn annotations(&self) -> impl DoubleEndedIterator<Item = &Annotation> {
        self.entries.iter().map(|entry| &*entry.annotation)
    }

    /// The annotation with an id.
    #[must_use]
    pub fn annotation(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.entry(id).map(|entry| &entry.annotation)
    }

    /// The entry with an id.
    #[must_use]
    pub fn entry(&self, id: AnnotationId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.annotation.id == id)
    }

    /// The index of an id in reading order.
    #[must_use]
    pub fn position(&self, id: AnnotationId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.annotation.id == id)
    }

    /// The revision of the tombstone of an annotation; `None` where there is none.
    #[must_use]
    pub fn removed(&self, id: AnnotationId) -> Option<Revision> {
        self.tombstones.get(&id).map(|(revision, _)| *revision)
    }

    /// The ids of deleted annotations, with the revisions of their tombstones.
    pub fn removals(&self) -> impl Iterator<Item = (AnnotationId, Revision)> + '_ {
        self.tombstones.iter().map(|(id, (revision, _))| (*id, *revision))
    }

    /// The revision of an annotation or its tombstone; zero for an unknown id.
    #[must_use]
    pub fn revision(&self, id: AnnotationId) -> Revision {
        self.version(id).0
    }

    /// The version of an annotation or its tombstone: by revision, then by writer, it decides which of two states is newer.
    #[must_use]
    pub fn version(&self, id: AnnotationId) -> (Revision, &str) {
        let here = self.entry(id).map(|entry| (entry.revision, &*entry.writer));
        let removed = || self.tombstones.get(&id).map(|(revision, writer)| (*revision, &**writer));
        here.or_else(removed).unwrap_or((0, ""))
    }

    /// The version of the article's metadata and block kinds.
    #[must_use]
    pub fn article_version(&self) -> (Revision, &str) {
        (self.article_revision, &self.article_writer)
    }

    /// Inserts an entry with a new id at its place in reading order.
    pub(super) fn insert(&mut self, entry: Entry) {
        let order = |known: &Entry| reading_order(&known.annotation, &entry.annotation);
        let place = self.entries.binary_search_by(order).unwrap_or_else(|place| place);
        self.entries.insert(place, entry);
    }
}
