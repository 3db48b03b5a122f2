//! Merging: what a file says about an article that is already here.

use std::collections::HashMap;
use std::sync::Arc;

use super::document::Document;
use super::entry::Entry;
use super::revision::Revision;
use super::transaction::{Edit, Transaction};
use crate::annotation::{Annotation, AnnotationId};
use crate::text::{CodePoint, Text, Utf8};

/// The flag of an annotation that a file had in another state than the desk, at the same revision.
pub const CONFLICT: &str = "conflict";

/// How many annotations of a file fared how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MergeSummary {
    /// New here.
    pub added: usize,
    /// Replaced by the file's newer state.
    pub updated: usize,
    /// The same in both.
    pub unchanged: usize,
    /// Newer here than in the file, and left so.
    pub kept_newer: usize,
    /// Different in both at the same revision: both are kept.
    pub conflicts: usize,
    /// Deleted here, and back again.
    pub returned: usize,
    /// Whether the article's details or block kinds were replaced by the file's newer ones.
    pub details_updated: bool,
}

/// What merging a file comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The one transaction that does it; `None` where nothing changes.
    pub transaction: Option<Transaction>,
    /// What it does, in numbers.
    pub summary: MergeSummary,
}

/// The first place where two texts differ; `None` where they do not.
#[must_use]
pub fn first_difference(one: &Text, other: &Text) -> Option<CodePoint> {
    if one == other {
        return None;
    }
    let same = one.as_str().chars().zip(other.as_str().chars()).take_while(|(one, other)| one == other).count();
    Some(CodePoint(u32::try_from(same).unwrap_or(u32::MAX)))
}

/// Merges what a file says about an article into what is here, annotation by annotation. `fresh` gives an id that no
/// annotation has, for the copies that conflicts make.
///
/// The higher revision counts. Where the revisions are equal and the contents are not, both are kept: the file's as a
/// copy with the flag [`CONFLICT`], unless such a copy is here already. What was deleted here comes back as a new
/// revision. Documents over different texts cannot be merged, and nothing comes of it; see [`first_difference`].
pub fn merge(here: &Document, file: &Document, fresh: &mut dyn FnMut() -> AnnotationId) -> Merged {
    let mut merging = Merging { here, edits: Vec::new(), summary: MergeSummary::default() };
    if here.article().text == file.article().text {
        merging.article(file);
        let known: HashMap<AnnotationId, &Entry> =
            here.entries().iter().map(|entry| (entry.annotation.id, entry)).collect();
        for theirs in file.entries() {
            match known.get(&theirs.annotation.id) {
                Some(mine) => merging.meet(mine, theirs, fresh),
                None => merging.bring(theirs),
            }
        }
    }
    let Merging { edits, summary, .. } = merging;
    Merged { transaction: (!edits.is_empty()).then(|| Transaction::new("file imported", edits)), summary }
}

struct Merging<'a> {
    here: &'a Document,
    edits: Vec<Edit>,
    summary: MergeSummary,
}

impl Merging<'_> {
    /// An annotation that is here and in the file.
    fn meet(&mut self, mine: &Entry, theirs: &Entry, fresh: &mut dyn FnMut() -> AnnotationId) {
        let same = mine.annotation == theirs.annotation;
        if theirs.revision > mine.revision {
            // The same content still takes over the revision, so that both sides agree on what is newer from now on.
            self.put(Some(&mine.annotation), Arc::clone(&theirs.annotation), theirs.revision);
            *(if same { &mut self.summary.unchanged } else { &mut self.summary.updated }) += 1;
        } else if same {
            self.summary.unchanged += 1;
        } else if theirs.revision < mine.revision {
            self.summary.kept_newer += 1;
        } else if self.is_here_in_another_name(&theirs.annotation) {
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

    /// An annotation that is only in the file.
    fn bring(&mut self, theirs: &Entry) {
        let was_here = self.here.removed(theirs.annotation.id).is_some();
        *(if was_here { &mut self.summary.returned } else { &mut self.summary.added }) += 1;
        self.put(None, Arc::clone(&theirs.annotation), theirs.revision);
    }

    fn put(&mut self, before: Option<&Arc<Annotation>>, after: Arc<Annotation>, at_least: Revision) {
        self.edits.push(Edit::Annotation { before: before.cloned(), after: Some(after), at_least });
    }

    /// Whether an earlier import of the same file has left its copy here already.
    fn is_here_in_another_name(&self, theirs: &Annotation) -> bool {
        let start: fn(&Entry) -> Utf8 = |entry| entry.annotation.target.start();
        let entries = self.here.entries();
        let first = entries.partition_point(|entry| start(entry) < theirs.target.start());
        let beside = entries.iter().skip(first).take_while(|entry| start(entry) == theirs.target.start());
        beside.filter(|entry| entry.annotation.id != theirs.id).any(|entry| is_copy(&entry.annotation, theirs))
    }

    /// The article's own details and block kinds.
    fn article(&mut self, file: &Document) {
        let (mine, theirs) = (self.here.article(), file.article());
        if file.article_revision() <= self.here.article_revision() {
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

/// Whether one annotation is the other but for its id and the flag of a conflict.
fn is_copy(one: &Annotation, other: &Annotation) -> bool {
    let bare = |annotation: &Annotation| {
        let mut bare = annotation.clone();
        bare.id = other.id;
        bare.flags.retain(|flag| flag != CONFLICT);
        bare
    };
    bare(one) == bare(other)
}
