//! What a change puts and deletes.

use std::collections::BTreeSet;

use super::key::{Key, history_prefix, versions_prefix};
use super::preferences::Preferences;
use super::record::{DELETED, Record};
use super::writes::{Writes, newest_of_each};
use crate::annotation::AnnotationId;
use crate::article::{Article, Extra};
use crate::document::{Document, Edit, Entry, Revision, Transaction};
use crate::text::Text;
use crate::wire::{self, Layout, Shape, to_json};

/// Records to put and keys to delete: as a whole or not at all, where the storage can do that; in this order where it
/// cannot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WriteBatch {
    /// Records, enveloped.
    pub puts: Vec<(Key, String)>,
    /// Keys whose records go.
    pub deletes: Vec<Key>,
    /// What is for the strict tier alone: history and earlier versions. A key that ends in `/` means all that begin so.
    pub strict: Writes,
}

impl WriteBatch {
    /// Whether there is nothing to do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.puts.is_empty() && self.deletes.is_empty() && self.strict.is_empty()
    }

    /// What is for both tiers as text, in its order; of each record the newest state.
    #[must_use]
    pub fn into_writes(self) -> Writes {
        let puts = self.puts.into_iter().map(|(key, record)| (key.to_string(), Some(record)));
        newest_of_each(puts.chain(self.deletes.into_iter().map(|key| (key.to_string(), None))).collect())
    }

    /// This batch and then another, as one.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        self.extend(next);
        self
    }

    /// Takes in what comes after it. No record that is deleted here may be put there: deletions come last.
    pub fn extend(&mut self, next: Self) {
        self.puts.extend(next.puts);
        self.deletes.extend(next.deletes);
        self.strict.extend(next.strict);
    }

    fn put(&mut self, key: Key, revision: Revision, writer: &str, body: String) {
        let record = Record { revision, writer: writer.to_owned(), body };
        self.puts.push((key, record.encode()));
    }
}

/// All records of an article that is new here. `position` is its place in the list of the library, see
/// [`super::Library::next_position`].
#[must_use]
pub fn whole(document: &Document, position: u64, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    let article = document.article();
    // The text goes first: an article can be put together again from its text, but not from its details.
    put_text(&mut batch, article, writer);
    put_article(&mut batch, document, position, writer);
    for entry in document.entries() {
        put_entry(&mut batch, document, entry, writer);
    }
    for (id, _) in document.removals() {
        put_removed(&mut batch, document, id, writer);
    }
    batch
}

/// The text of an article alone.
#[must_use]
pub fn text(document: &Document, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    put_text(&mut batch, document.article(), writer);
    batch
}

/// The records that a transaction has touched, as they are in the document after it. The text is never among them.
#[must_use]
pub fn changes(after: &Document, transaction: &Transaction, position: u64, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    let mut touched: BTreeSet<AnnotationId> = transaction.edits().iter().filter_map(Edit::annotation_id).collect();
    if transaction.edits().iter().any(|edit| edit.annotation_id().is_none()) {
        put_article(&mut batch, after, position, writer);
    }
    for entry in after.entries() {
        if touched.remove(&entry.annotation.id) {
            put_entry(&mut batch, after, entry, writer);
        }
    }
    // What was touched and is not there any more was deleted, and its record says so: another tab may still have it.
    for id in touched {
        put_removed(&mut batch, after, id, writer);
    }
    batch
}

/// What the person has set.
#[must_use]
pub fn preferences(preferences: &Preferences, revision: Revision, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    batch.put(Key::Preferences, revision, writer, preferences.to_body());
    batch
}

/// What belongs to the whole library: the fields of imported files that this version does not know.
#[must_use]
pub fn desk(extra: &Extra, revision: Revision, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    batch.put(Key::Desk, revision, writer, extra.as_json().unwrap_or("{}").to_owned());
    batch
}

/// An article goes: its own record says so from now on, at a revision above all that it had, so that no tier that has
/// missed the deletion brings it back; all its other records go, the text last, and its history and earlier versions.
#[must_use]
pub fn forget(document: &Document, writer: &str) -> WriteBatch {
    let article = document.article().id;
    let present = document.annotations().map(|annotation| annotation.id);
    let removed = document.removals().map(|(id, _)| id);
    let mut batch = WriteBatch::default();
    batch.put(Key::Article(article), document.article_revision() + 1, writer, DELETED.to_owned());
    batch.deletes = present.chain(removed).map(|id| Key::Annotation(article, id)).collect();
    batch.deletes.push(Key::Text(article));
    batch.strict.push((history_prefix(article), None));
    batch.strict.push((versions_prefix(article), None));
    batch
}

/// One record of an article as it is here: of an annotation, of its deletion, or, without an id, of the article itself.
#[must_use]
pub fn one(document: &Document, id: Option<AnnotationId>, position: u64, writer: &str) -> WriteBatch {
    let mut batch = WriteBatch::default();
    match id.map(|id| (id, document.entry(id))) {
        None => put_article(&mut batch, document, position, writer),
        Some((_, Some(entry))) => put_entry(&mut batch, document, entry, writer),
        Some((id, None)) => put_removed(&mut batch, document, id, writer),
    }
    batch
}

/// The name under which a state is stored: of the tab that made it, or, where it came from no tab, of the one that stores
/// it first.
fn made_by<'a>(state: &'a str, writer: &'a str) -> &'a str {
    if state.is_empty() { writer } else { state }
}

fn put_removed(batch: &mut WriteBatch, document: &Document, id: AnnotationId, writer: &str) {
    let (revision, by) = document.version(id);
    if revision > 0 {
        batch.put(Key::Annotation(document.article().id, id), revision, made_by(by, writer), DELETED.to_owned());
    }
}

fn put_text(batch: &mut WriteBatch, article: &Article, writer: &str) {
    batch.put(Key::Text(article.id), 1, writer, article.text.as_str().to_owned());
}

fn put_article(batch: &mut WriteBatch, document: &Document, position: u64, writer: &str) {
    let article = document.article();
    // What storage adds stands beside the article, where no unknown field of a file can have the same name.
    let shape = Shape::default()
        .whole("position", position)
        .whole("code_points", u64::from(article.text.code_points().0))
        .value("article", wire::article(article, document.article_revision(), None))
        .rest(None);
    let body = to_json(&shape, Layout::Compact);
    let (revision, by) = document.article_version();
    batch.put(Key::Article(article.id), revision, made_by(by, writer), body);
}

fn put_entry(batch: &mut WriteBatch, document: &Document, entry: &Entry, writer: &str) {
    let article = document.article();
    let body = annotation_body(entry, &article.text);
    let writer = made_by(&entry.writer, writer);
    batch.put(Key::Annotation(article.id, entry.annotation.id), entry.revision, writer, body);
}

fn annotation_body(entry: &Entry, text: &Text) -> String {
    to_json(&wire::annotation(&entry.annotation, entry.revision, text), Layout::Compact)
}
