//! Documents: one article with its annotations, and the only ways to change it.

mod becoming;
mod history;
mod index;
mod merge;
mod receive;
mod runs;
mod transaction;

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

pub use history::History;
pub use index::SpanIndex;
pub use merge::{CONFLICT, MergeSummary, Merged, first_difference, merge};
pub use receive::State;
pub use runs::{Edge, Run};
pub use transaction::{Edit, Stale, Transaction};

use crate::annotation::{Annotation, AnnotationId};
use crate::article::Article;
use crate::text::{Utf8, Utf16};

/// How often a record has changed. It only grows: taking back a change is a newer revision of an older content.
pub type Revision = u64;

/// The name of the tab that wrote a state of a record: of two with one revision the greater name counts, in every tab.
/// Empty for a state that came from no tab, such as one of a file.
pub type Writer = Arc<str>;

/// A transaction of more edits than this collects the ids once, rather than searching all annotations for each edit.
const FEW_EDITS: usize = 8;

/// An annotation in its place, with its revision.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The annotation; shared, so that a document is cheap to clone.
    pub annotation: Arc<Annotation>,
    /// How often it has changed.
    pub revision: Revision,
    /// Which tab wrote this state.
    pub writer: Writer,
}

/// One article with its annotations: a value, cheap to clone.
///
/// Invariants: the annotations are in reading order; no id stands twice; every segment is a span of the article's text;
/// the index describes exactly these annotations.
#[derive(Clone, Debug)]
pub struct Document {
    article: Article,
    article_revision: Revision,
    article_writer: Writer,
    entries: Vec<Entry>,
    /// The deleted annotations, with the revisions at which they were deleted and the tabs that did it.
    removed: BTreeMap<AnnotationId, (Revision, Writer)>,
    index: SpanIndex,
    /// The tab in which it is changed.
    writer: Writer,
}

/// Reading order: by start, then the longer first, then by label, then by id.
fn reading_order(one: &Annotation, other: &Annotation) -> std::cmp::Ordering {
    let key = |annotation: &Annotation| (annotation.target.start(), Reverse(annotation.target.end()));
    key(one).cmp(&key(other)).then_with(|| one.label.cmp(&other.label)).then_with(|| one.id.cmp(&other.id))
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
        let removed = removed.into_iter().map(|(id, revision, writer)| (id, (revision, writer))).collect();
        let index = SpanIndex::new(&entries);
        let writer = Writer::default();
        Self { article, article_revision, article_writer: writer.clone(), entries, removed, index, writer }
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
        self.removed.get(&id).map(|(revision, _)| *revision)
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
        let removed = || self.removed.get(&id).map(|(revision, writer)| (*revision, &**writer));
        here.or_else(removed).unwrap_or((0, ""))
    }

    /// The same of the article's details and block kinds.
    #[must_use]
    pub fn article_version(&self) -> (Revision, &str) {
        (self.article_revision, &self.article_writer)
    }

    /// The annotations that cover a position, the shortest first: what a click there means.
    #[must_use]
    pub fn covering(&self, position: Utf8) -> Vec<&Entry> {
        // The character after the position is what a click points at.
        self.touching(position, Utf8(position.0 + 1))
    }

    /// The annotations with a segment that shares at least one byte with the range, the shortest first.
    #[must_use]
    pub fn touching(&self, start: Utf8, end: Utf8) -> Vec<&Entry> {
        let mut found: Vec<usize> = self.index.touching(start, end);
        found.sort_unstable();
        found.dedup();
        let mut found: Vec<&Entry> = found.into_iter().filter_map(|place| self.entries.get(place)).collect();
        let length = |entry: &Entry| entry.annotation.target.end().0 - entry.annotation.target.start().0;
        found.sort_by_key(|entry| length(entry));
        found
    }

    /// The annotations that share at least one byte with a segment of this one, itself among them, the shortest first.
    #[must_use]
    pub fn sharing_words(&self, annotation: &Annotation) -> Vec<&Entry> {
        let (start, end) = (annotation.target.start(), annotation.target.end());
        let mut found = self.touching(start, end);
        found.retain(|entry| {
            let theirs = || entry.annotation.target.segments();
            annotation.target.segments().any(|own| theirs().any(|other| own.overlaps(other.start(), other.end())))
        });
        found
    }

    /// Whether an annotation lies inside another of the same label: it is then painted in a style of its own.
    #[must_use]
    pub fn is_nested_in_own_kind(&self, annotation: &Annotation) -> bool {
        let (start, end) = (annotation.target.start(), annotation.target.end());
        self.index.touching(start, end).into_iter().filter_map(|place| self.entries.get(place)).any(|entry| {
            let other = &entry.annotation;
            let (other_start, other_end) = (other.target.start(), other.target.end());
            other.id != annotation.id
                && other.label == annotation.label
                && other_start <= start
                && end <= other_end
                && (other_start, other_end) != (start, end)
        })
    }

    /// A position in UTF-16 code units, relative to the start of a block: what the browser's text nodes count in.
    #[must_use]
    pub fn utf16_in_block(&self, block: usize, position: Utf8) -> Option<Utf16> {
        let text = &self.article.text;
        let start = text.utf16(self.article.blocks.get(block)?.start)?;
        Some(Utf16(text.utf16(position)?.0.checked_sub(start.0)?))
    }

    /// The document after a transaction.
    ///
    /// # Errors
    /// [`Stale`] where a record is no longer what the transaction expects; nothing is changed then.
    pub fn apply(&self, transaction: &Transaction) -> Result<Self, Stale> {
        let mut next = Self {
            article: self.article.clone(),
            article_revision: self.article_revision,
            article_writer: self.article_writer.clone(),
            entries: self.entries.clone(),
            removed: self.removed.clone(),
            index: SpanIndex::default(),
            writer: self.writer.clone(),
        };
        let edits = transaction.edits();
        let mut ids = (edits.len() > FEW_EDITS).then(|| next.annotations().map(|one| one.id).collect());
        for edit in edits {
            next.apply_edit(edit, ids.as_mut())?;
        }
        next.index = SpanIndex::new(&next.entries);
        Ok(next)
    }

    fn apply_edit(&mut self, edit: &Edit, ids: Option<&mut HashSet<AnnotationId>>) -> Result<(), Stale> {
        match edit {
            Edit::Annotation { before, after, at_least } => {
                self.replace(before.as_ref(), after.as_ref(), *at_least, ids)
            }
            Edit::Details { before, after } => {
                if self.article.details != *before {
                    return Err(Stale);
                }
                self.article.details = Arc::clone(after);
                self.article_changed();
                Ok(())
            }
            Edit::BlockKind { block, before, after } => {
                let mut blocks = self.article.blocks.to_vec();
                match blocks.get_mut(*block) {
                    Some(found) if found.kind == *before => found.kind = *after,
                    _ => return Err(Stale),
                }
                self.article.blocks = blocks.into();
                self.article_changed();
                Ok(())
            }
        }
    }

    fn article_changed(&mut self) {
        self.article_revision += 1;
        self.article_writer = self.writer.clone();
    }

    /// Puts one annotation in the place of another. `ids`, where given, are those of all annotations, and are kept so.
    fn replace(
        &mut self,
        before: Option<&Arc<Annotation>>,
        after: Option<&Arc<Annotation>>,
        at_least: Revision,
        ids: Option<&mut HashSet<AnnotationId>>,
    ) -> Result<(), Stale> {
        let Some(id) = before.or(after).map(|annotation| annotation.id) else { return Ok(()) };
        let revision = match before {
            Some(expected) => {
                let place = self
                    .entries
                    .binary_search_by(|entry| reading_order(&entry.annotation, expected))
                    .map_err(|_| Stale)?;
                if self.entries.get(place).is_none_or(|entry| entry.annotation != *expected) {
                    return Err(Stale);
                }
                self.entries.remove(place).revision
            }
            None if ids.as_ref().map_or_else(|| self.entry(id).is_some(), |ids| ids.contains(&id)) => {
                return Err(Stale);
            }
            None => self.removed(id).unwrap_or(0),
        };
        let (revision, writer) = (at_least.max(revision + 1), self.writer.clone());
        match after {
            None => {
                ids.map(|ids| ids.remove(&id));
                self.removed.insert(id, (revision, writer));
            }
            Some(annotation) => {
                ids.map(|ids| ids.insert(id));
                self.removed.remove(&id);
                self.insert(Entry { annotation: Arc::clone(annotation), revision, writer });
            }
        }
        Ok(())
    }

    /// Puts an entry, whose id is not here, in its place in reading order.
    fn insert(&mut self, entry: Entry) {
        let order = |known: &Entry| reading_order(&known.annotation, &entry.annotation);
        let place = self.entries.binary_search_by(order).unwrap_or_else(|place| place);
        self.entries.insert(place, entry);
    }
}
