//! Synchronisation between tabs: states of records that another tab has written.

use std::collections::BTreeSet;

use super::document::Document;
use super::entry::Entry;
use super::revision::{Revision, Writer};
use crate::annotation::AnnotationId;
use crate::article::Article;

/// A state of one record of an article.
#[derive(Clone, Debug)]
pub enum RecordState {
    /// An annotation.
    Entry(Entry),
    /// The tombstone of an annotation.
    Removed(AnnotationId, Revision, Writer),
    /// The article's metadata and block kinds, over the same text.
    Article(Article, Revision, Writer),
}

impl RecordState {
    /// The version, which decides whether it is newer than another state of the same record.
    #[must_use]
    pub fn version(&self) -> (Revision, &str) {
        match self {
            Self::Entry(entry) => (entry.revision, &entry.writer),
            Self::Removed(_, revision, writer) | Self::Article(_, revision, writer) => (*revision, writer),
        }
    }

    /// The annotation of the record; `None` for the article.
    #[must_use]
    pub fn annotation_id(&self) -> Option<AnnotationId> {
        match self {
            Self::Entry(entry) => Some(entry.annotation.id),
            Self::Removed(id, ..) => Some(*id),
            Self::Article(..) => None,
        }
    }
}

impl Document {
    /// The version in this document of the record of a state.
    #[must_use]
    pub fn version_of(&self, state: &RecordState) -> (Revision, &str) {
        state.annotation_id().map_or_else(|| self.article_version(), |id| self.version(id))
    }

    /// The document with these states in place of its own, each of which must be newer. They are not actions of this tab,
    /// so they are not added to its history. O(log n) for each of them.
    #[must_use]
    pub fn with_states(&self, states: Vec<RecordState>) -> Self {
        let mut next = self.clone();
        let mut touched = BTreeSet::new();
        for state in states {
            touched.extend(state.annotation_id());
            match state {
                RecordState::Entry(entry) => next.keep(entry),
                RecordState::Removed(id, revision, writer) => next.bury(id, revision, writer),
                RecordState::Article(article, revision, writer) => {
                    next.article = article;
                    next.article_revision = revision;
                    next.article_writer = writer;
                }
            }
        }
        next.refresh_index(self, touched);
        next
    }
}
