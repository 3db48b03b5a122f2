//! Merging an imported version of an article into the local one.

use std::sync::Arc;

use super::document::Document;
use super::entry::Entry;
use super::revision::Revision;
use super::transaction::{Edit, Transaction};
use crate::annotation::{Annotation, AnnotationId};
use crate::text::{CodePoint, Text};

/// The flag of an annotation that differs in the file and the desk at the same revision.
pub const CONFLICT: &str = "conflict";

/// The outcome of a merge, in numbers of annotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeSummary {
    /// Added.
    pub added: usize,
    /// Replaced by a newer state of the file.
    pub updated: usize,
    /// Equal in both.
    pub unchanged: usize,
    /// Kept, because the local state is newer.
    pub kept_newer: usize,
    /// Different at the same revision: both are kept.
    pub conflicts: usize,
    /// Deleted locally, and restored.
    pub returned: usize,
    /// Whether the metadata or block kinds of the article were replaced by newer ones.
    pub details_updated: bool,
}

impl MergeSummary {
    /// This one and another, added up.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            added: self.added + other.added,
            updated: self.updated + other.updated,
            unchanged: self.unchanged + other.unchanged,
            kept_newer: self.kept_newer + other.kept_newer,
            conflicts: self.conflicts + other.conflicts,
            returned: self.returned + other.returned,
            details_updated: self.details_updated || other.details_updated,
        }
    }
}

/// The result of a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The transaction that carries it out; `None` where nothing changes.
    pub transaction: Option<Transaction>,
    /// The numbers.
    pub summary: MergeSummary,
}

/// The position of the first difference between two texts; `None` where they are equal.
#[must_use]
pub fn first_difference(one: &Text, other: &Text) -> Option<CodePoint> {
    if one == other {
        return None;
    }
    let same = one.as_str().chars().zip(other.as_str().chars()).take_while(|(one, other)| one == other).count();
    Some(CodePoint(u32::try_from(same).unwrap_or(u32::MAX)))
}

/// Merges an imported version of an article into the local one, annotation by annotation. `fresh` generates ids for copies.
///
/// The higher revision wins. At equal revisions with different contents both are kept: that of the file as a copy with the
/// flag [`CONFLICT`], unless such a copy exists already. A locally deleted annotation is restored with a new revision.
/// Nothing is merged where the texts differ; see [`first_difference`].
pub fn merge(here: &Document, file: &Document, fresh: &mut dyn FnMut() -> AnnotationId) -> Merged {
    let mut merging = Merging::begin(here.clone(), file.clone());
    let edits = merging.edits(usize::MAX, fresh).unwrap_or_default();
    let transaction = (!edits.is_empty()).then(|| Transaction::new("file imported", edits));
    Merged { transaction, summary: merging.summary() }
}

/// A merge as [`merge`] does it, some annotations at a time.
#[derive(Clone, Debug)]
pub struct Merging {
    here: Document,
    file: Document,
    /// Whether both have one text. Looked at once: to compare two long texts takes longer than to merge a part.
    is_same_text: bool,
    /// How many annotations of the file have been merged.
    place: usize,
    /// Whether the metadata of the article have been merged.
    is_begun: bool,
    edits: Vec<Edit>,
    summary: MergeSummary,
}

impl Merging {
    /// Begins to merge a version of an article from a file into the one that is here.
    #[must_use]
    pub fn begin(here: Document, file: Document) -> Self {
        let is_same_text = here.article().text == file.article().text;
        let (edits, summary) = (Vec::new(), MergeSummary::default());
        Self { here, file, is_same_text, place: 0, is_begun: false, edits, summary }
    }

    /// The edits that merge the next annotations, at most so many; `None` where all are merged.
    pub fn edits(&mut self, most: usize, fresh: &mut dyn FnMut() -> AnnotationId) -> Option<Vec<Edit>> {
        if (self.is_begun && self.place >= self.file.entries().len()) || !self.is_same_text {
            return None;
        }
        if !std::mem::replace(&mut self.is_begun, true) {
            self.article();
        }
        let part: Vec<Entry> = self.file.entries().iter_from(self.place).take(most).cloned().collect();
        self.place += part.len();
        for theirs in part {
            match self.here.entry(theirs.annotation.id).cloned() {
                Some(mine) => self.merge_common(&mine, &theirs, fresh),
                None => self.merge_new(&theirs),
            }
        }
        Some(std::mem::take(&mut self.edits))
    }

    /// What has become of the annotations so far.
    #[must_use]
    pub fn summary(&self) -> MergeSummary {
        self.summary
    }

    /// Merges an annotation that is in both.
    fn merge_common(&mut self, mine: &Entry, theirs: &Entry, fresh: &mut dyn FnMut() -> AnnotationId) {
        let same = mine.annotation == theirs.annotation;
        if theirs.revision > mine.revision {
            // Equal content takes over the revision as well, so that both sides agree on what is newer.
            self.put(Some(&mine.annotation), Arc::clone(&theirs.annotation), theirs.revision);
            *(if same { &mut self.summary.unchanged } else { &mut self.summary.updated }) += 1;
        } else if same {
            self.summary.unchanged += 1;
        } else if theirs.revision < mine.revision {
            self.summary.kept_newer += 1;
        } else if self.has_copy_of(&theirs.annotation) {
            self.summary.unchanged += 1;
        } else {
            let mut copy = (*theirs.annotation).clone();
            copy.id = fresh();
            if !copy.flags.iter().any(|flag| flag == CONFLICT) {
                copy.flags.push(CONFLICT.to_owned());
            }
            self.put(None, Arc::new(copy), 0);
            self.summary.conflicts += 1;
        }
    }

    /// Merges an annotation that is in the file only.
    fn merge_new(&mut self, theirs: &Entry) {
        let was_here = self.here.removed(theirs.annotation.id).is_some();
        *(if was_here { &mut self.summary.returned } else { &mut self.summary.added }) += 1;
        self.put(None, Arc::clone(&theirs.annotation), theirs.revision);
    }

    fn put(&mut self, before: Option<&Arc<Annotation>>, after: Arc<Annotation>, at_least: Revision) {
        self.edits.push(Edit::Annotation { before: before.cloned(), after: Some(after), at_least });
    }

    /// Whether an earlier import of the same file has made a copy already.
    fn has_copy_of(&self, theirs: &Annotation) -> bool {
        let same_words = self.here.with_target(&theirs.label, &theirs.target);
        same_words.filter(|entry| entry.annotation.id != theirs.id).any(|entry| is_copy(&entry.annotation, theirs))
    }

    /// Merges the metadata and block kinds of the article.
    fn article(&mut self) {
        let (mine, theirs) = (self.here.article(), self.file.article());
        if self.file.article_revision() <= self.here.article_revision() {
            return;
        }
        if mine.details != theirs.details {
            let (before, after) = (Arc::clone(&mine.details), Arc::clone(&theirs.details));
            self.edits.push(Edit::Details { before, after });
        }
        let borders_agree = mine.blocks.len() == theirs.blocks.len()
            && mine.blocks.iter().zip(theirs.blocks.iter()).all(|(a, b)| (a.start, a.end) == (b.start, b.end));
        if borders_agree {
            for (block, (mine, theirs)) in mine.blocks.iter().zip(theirs.blocks.iter()).enumerate() {
                if mine.kind != theirs.kind {
                    self.edits.push(Edit::BlockKind { block, before: mine.kind, after: theirs.kind });
                }
            }
        }
        self.summary.details_updated = !self.edits.is_empty();
    }
}

/// Whether two annotations are equal apart from their ids and the flag of a conflict.
fn is_copy(one: &Annotation, other: &Annotation) -> bool {
    let bare = |annotation: &Annotation| {
        let mut bare = annotation.clone();
        bare.id = other.id;
        bare.flags.retain(|flag| flag != CONFLICT);
        bare
    };
    bare(one) == bare(other)
}
