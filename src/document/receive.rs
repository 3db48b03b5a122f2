//! States of records that come from another tab.

use super::document::Document;
use super::entry::Entry;
use super::index::SpanIndex;
use super::revision::{Revision, Writer};
use crate::annotation::AnnotationId;
use crate::article::Article;

/// A state of one record of an article, as another tab has it.
#[derive(Clone, Debug)]
pub enum State {
    /// An annotation.
    Entry(Entry),
    /// One that was deleted.
    Removed(AnnotationId, Revision, Writer),
    /// The article's details and blocks, over the same text.
    Article(Article, Revision, Writer),
}

impl State {
    /// What decides whether it is newer than another state of the same record.
    #[must_use]
    pub fn version(&self) -> (Revision, &str) {
        match self {
            Self::Entry(entry) => (entry.revision, &entry.writer),
            Self::Removed(_, revision, writer) | Self::Article(_, revision, writer) => (*revision, writer),
        }
    }

    /// The annotation that it is a state of; `None` for the article.
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
    /// The version that is here of the record that a state is one of.
    #[must_use]
    pub fn version_of(&self, state: &State) -> (Revision, &str) {
        state.annotation_id().map_or_else(|| self.article_version(), |id| self.version(id))
    }

    /// The document with these states in place of its own, of which each must be newer than what is here. They are none of
    /// the user's own actions, so no history knows them.
    #[must_use]
    pub fn with_states(&self, states: Vec<State>) -> Self {
        let mut next = self.clone();
        for state in states {
            if let Some(place) = state.annotation_id().and_then(|id| next.position(id)) {
                next.entries.remove(place);
            }
            match state {
                State::Entry(entry) => {
                    next.tombstones.remove(&entry.annotation.id);
                    next.insert(entry);
                }
                State::Removed(id, revision, writer) => {
                    next.tombstones.insert(id, (revision, writer));
                }
                State::Article(article, revision, writer) => {
                    next.article = article;
                    next.article_revision = revision;
                    next.article_writer = writer;
                }
            }
        }
        next.index = SpanIndex::new(&next.entries);
        next
    }
}
