//! The document: one article with its annotations.

use std::ops::Bound;
use std::sync::Arc;

use imbl::OrdMap;
use imbl::ordmap::DiffItem;

use super::entry::Entry;
use super::index::Index;
use super::reading_order::ReadingOrder;
use super::revision::{Revision, Writer};
use crate::annotation::{Annotation, AnnotationId, Label};
use crate::article::Article;

/// One article with its annotations: an immutable value, cheap to clone. Versions of it share all but what differs, so that
/// an edit, and to find an annotation, cost O(log n).
///
/// Invariants: ids are unique, and none is both there and deleted; every segment is a span of the article's text; the index is
/// that of these annotations.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) article: Article,
    pub(super) article_revision: Revision,
    pub(super) article_writer: Writer,
    pub(super) entries: OrdMap<AnnotationId, Entry>,
    /// A tombstone for each deleted annotation: the revision at which it was deleted, and the tab that did it.
    pub(super) tombstones: OrdMap<AnnotationId, (Revision, Writer)>,
    pub(super) index: Index,
    /// The tab that makes the next changes.
    pub(super) writer: Writer,
}

/// What became of one annotation between two versions of a document: its entry before and after, one of which may be missing.
pub type Change<'a> = (Option<&'a Entry>, Option<&'a Entry>);

impl Document {
    /// An article without annotations.
    #[must_use]
    pub fn new(article: Article) -> Self {
        Self::restored(article, 1, Vec::new(), [])
    }

    /// A document from stored records: entries in any order with unique ids, and tombstones. O(n log n).
    #[must_use]
    pub fn restored(
        article: Article,
        article_revision: Revision,
        entries: Vec<Entry>,
        removed: impl IntoIterator<Item = (AnnotationId, Revision, Writer)>,
    ) -> Self {
        let entries: OrdMap<_, _> = entries.into_iter().map(|entry| (entry.annotation.id, entry)).collect();
        let tombstones = removed.into_iter().map(|(id, revision, writer)| (id, (revision, writer))).collect();
        let index = Index::new(entries.values().cloned().collect());
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
    pub fn entries(&self) -> &ReadingOrder {
        &self.index.order
    }

    /// The annotations in the order of their ids, with their versions, from the one after an id on.
    pub fn entries_after(&self, id: Option<AnnotationId>) -> impl Iterator<Item = &Entry> {
        let from = id.map_or(Bound::Unbounded, Bound::Excluded);
        self.entries.range((from, Bound::Unbounded)).map(|(_, entry)| entry)
    }

    /// The annotations of a label in reading order, with their versions; `None` where there are none.
    #[must_use]
    pub fn entries_of(&self, label: &Label) -> Option<&ReadingOrder> {
        self.index.labels.get(label)
    }

    /// The labels that occur.
    pub fn labels(&self) -> impl Iterator<Item = &Label> {
        self.index.labels.keys()
    }

    /// The annotations in reading order.
    pub fn annotations(&self) -> impl DoubleEndedIterator<Item = &Annotation> {
        self.entries().iter().map(|entry| &*entry.annotation)
    }

    /// The annotation with an id.
    #[must_use]
    pub fn annotation(&self, id: AnnotationId) -> Option<&Arc<Annotation>> {
        self.entry(id).map(|entry| &entry.annotation)
    }

    /// The entry with an id.
    #[must_use]
    pub fn entry(&self, id: AnnotationId) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// The place of an id in reading order, from 0.
    #[must_use]
    pub fn position(&self, id: AnnotationId) -> Option<usize> {
        self.entries().place(&self.entry(id)?.annotation)
    }

    /// What became of each annotation that differs in a later version of this document, in the order of ids. Costs O(log n)
    /// for each difference where one version was made of the other, because what they share is passed over.
    pub fn changes_to<'a>(&'a self, later: &'a Self) -> impl Iterator<Item = Change<'a>> {
        self.entries.diff(&later.entries).map(|difference| match difference {
            DiffItem::Add(_, after) => (None, Some(after)),
            DiffItem::Update { old: (_, before), new: (_, after) } => (Some(before), Some(after)),
            DiffItem::Remove(_, before) => (Some(before), None),
        })
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

    /// Keeps the state of an annotation. The index must follow.
    pub(super) fn keep(&mut self, entry: Entry) {
        self.tombstones.remove(&entry.annotation.id);
        self.entries.insert(entry.annotation.id, entry);
    }

    /// Keeps a tombstone in place of an annotation. The index must follow.
    pub(super) fn bury(&mut self, id: AnnotationId, revision: Revision, writer: Writer) {
        self.entries.remove(&id);
        self.tombstones.insert(id, (revision, writer));
    }
}
