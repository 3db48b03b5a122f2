//! Batches of writes: the puts and deletions of one action.

use std::collections::BTreeSet;

use super::article_record::ArticleRecord;
use super::key::{Key, history_prefix, versions_prefix};
use super::preferences::Preferences;
use super::record::{DELETED, Record};
use super::writes::{Writes, newest_of_each};
use crate::annotation::AnnotationId;
use crate::article::{Article, ArticleId, Extra};
use crate::document::{Document, Edit, Entry, Revision, Transaction};
use crate::wire::{Layout, WireAnnotation, to_json};

/// Records to put and keys to delete: atomically in a tier with transactions, and in this order otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteBatch {
    /// Records to put, in their envelopes.
    pub puts: Vec<(Key, String)>,
    /// Keys to delete.
    pub deletes: Vec<Key>,
    /// Writes for the strict tier only: undo logs and earlier versions. A key that ends in `/` is a prefix.
    pub strict: Writes,
}

impl WriteBatch {
    /// Whether there is nothing to write.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.puts.is_empty() && self.deletes.is_empty() && self.strict.is_empty()
    }

    /// The writes for both tiers, in order, the last of each key.
    #[must_use]
    pub fn into_writes(self) -> Writes {
        let puts = self.puts.into_iter().map(|(key, record)| (key.to_string(), Some(record)));
        newest_of_each(puts.chain(self.deletes.into_iter().map(|key| (key.to_string(), None))).collect())
    }

    /// This batch followed by another, as one.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        self.extend(next);
        self
    }

    /// Appends another batch. It must not put a record that is deleted here, because deletions come last.
    pub fn extend(&mut self, next: Self) {
        self.puts.extend(next.puts);
        self.deletes.extend(next.deletes);
        self.strict.extend(next.strict);
    }

    /// This batch with more for the strict tier alone.
    #[must_use]
    pub fn with_strict(mut self, writes: Writes) -> Self {
        self.strict.extend(writes);
        self
    }

    fn put(&mut self, key: Key, revision: Revision, writer: &str, body: String) {
        let record = Record { revision, writer: writer.to_owned(), body };
        self.puts.push((key, record.encode()));
    }
}

/// All records of a new article. `position` is its position in the library, see [`super::Library::next_position`].
#[must_use]
pub fn whole(document: &Document, position: u64, writer: &str) -> WriteBatch {
    let mut batch = article(document, position, writer);
    entries(&mut batch, document, None, usize::MAX, writer);
    for (id, _) in document.removals() {
        put_tombstone(&mut batch, document, id, writer);
    }
    batch
}

/// The records of an article without its annotations.
#[must_use]
pub fn article(document: &Document, position: u64, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    // The text comes first: an article can be recovered from its text, but not from its metadata.
    put_text(&mut batch, document.article(), writer);
    put_article(&mut batch, document, position, writer);
    batch
}

/// Puts the records of some annotations, at most so many, after the one of an id. Returns the id of the last one; `None` where
/// there was none left.
pub fn entries(
    batch: &mut WriteBatch,
    document: &Document,
    after: Option<AnnotationId>,
    most: usize,
    writer: &str,
) -> Option<AnnotationId> {
    let mut last = None;
    // In the order of their keys, in which a tier finds many at once.
    for entry in document.entries_after(after).take(most) {
        put_entry(batch, document, entry, writer);
        last = Some(entry.annotation.id);
    }
    last
}

/// The text of an article only.
#[must_use]
pub fn text(document: &Document, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    put_text(&mut batch, document.article(), writer);
    batch
}

/// The records that a transaction has changed, from the document after it. The text is never one of them,
/// and what the transaction has not touched is not looked at.
#[must_use]
pub fn changes(after: &Document, transaction: &Transaction, position: u64, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    let touched: BTreeSet<AnnotationId> = transaction.edits().iter().filter_map(Edit::annotation_id).collect();
    if transaction.edits().iter().any(|edit| edit.annotation_id().is_none()) {
        put_article(&mut batch, after, position, writer);
    }
    for entry in touched.iter().filter_map(|id| after.entry(*id)) {
        put_entry(&mut batch, after, entry, writer);
    }
    // A changed annotation that is not in the document was deleted. Its tombstone tells the other tabs.
    for id in touched.into_iter().filter(|id| after.entry(*id).is_none()) {
        put_tombstone(&mut batch, after, id, writer);
    }
    batch
}

/// The record of the preferences.
#[must_use]
pub fn preferences(preferences: &Preferences, revision: Revision, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    batch.put(Key::Preferences, revision, writer, preferences.to_body());
    batch
}

/// The record of the desk: unknown fields of imported files.
#[must_use]
pub fn desk(extra: &Extra, revision: Revision, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    batch.put(Key::Desk, revision, writer, extra.as_json().unwrap_or("{}").to_owned());
    batch
}

/// The tombstones of articles that were deleted, each with its revision.
#[must_use]
pub fn tombstones(deleted: &[(ArticleId, Revision)], writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    for (article, revision) in deleted {
        batch.put(Key::Article(*article), *revision, writer, DELETED.to_owned());
    }
    batch
}

/// Deletes an article: its own record becomes a tombstone with a newer revision, so that no tier that has missed the
/// deletion restores it. All its other records are deleted, the text last. Its undo logs and earlier versions stay for the
/// case that it is brought back, see [`super::deletion`].
#[must_use]
pub fn delete(document: &Document, writer: &str) -> WriteBatch {
    let article = document.article().id;
    let present = document.entries_after(None).map(|entry| entry.annotation.id);
    let removed = document.removals().map(|(id, _)| id);
    let mut batch = WriteBatch::default();
    batch.put(Key::Article(article), document.article_revision() + 1, writer, DELETED.to_owned());
    batch.deletes = present.chain(removed).map(|id| Key::Annotation(article, id)).collect();
    batch.deletes.push(Key::Text(article));
    batch
}

/// Deletes an article for good, with its undo logs and earlier versions.
#[must_use]
pub fn forget(document: &Document, writer: &str) -> WriteBatch {
    let article = document.article().id;
    delete(document, writer).with_strict(vec![(history_prefix(article), None), (versions_prefix(article), None)])
}

/// One record of a document: an annotation, its tombstone, or, without an id, the article.
#[must_use]
pub fn one(document: &Document, id: Option<AnnotationId>, position: u64, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    match id.map(|id| (id, document.entry(id))) {
        None => put_article(&mut batch, document, position, writer),
        Some((_, Some(entry))) => put_entry(&mut batch, document, entry, writer),
        Some((id, None)) => put_tombstone(&mut batch, document, id, writer),
    }
    batch
}

/// The writer of a stored state: the tab that made it, or, for a state of a file, the tab that stores it first.
fn writer_of<'a>(state: &'a str, writer: &'a str) -> &'a str {
    if state.is_empty() { writer } else { state }
}

fn put_tombstone(batch: &mut WriteBatch, document: &Document, id: AnnotationId, writer: &str) {
    let (revision, by) = document.version(id);
    if revision > 0 {
        batch.put(Key::Annotation(document.article().id, id), revision, writer_of(by, writer), DELETED.to_owned());
    }
}

fn put_text(batch: &mut WriteBatch, article: &Article, writer: &str) {
    batch.put(Key::Text(article.id), 1, writer, article.text.as_str().to_owned());
}

fn put_article(batch: &mut WriteBatch, document: &Document, position: u64, writer: &str) {
    let article = document.article();
    let body = to_json(&ArticleRecord::of(document, position), Layout::Compact);
    let (revision, by) = document.article_version();
    batch.put(Key::Article(article.id), revision, writer_of(by, writer), body);
}

fn put_entry(batch: &mut WriteBatch, document: &Document, entry: &Entry, writer: &str) {
    let article = document.article();
    let body = to_json(&WireAnnotation::of(&entry.annotation, entry.revision, &article.text), Layout::Compact);
    let writer = writer_of(&entry.writer, writer);
    batch.put(Key::Annotation(article.id, entry.annotation.id), entry.revision, writer, body);
}
