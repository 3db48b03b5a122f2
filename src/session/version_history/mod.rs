//! Earlier versions: kept while one works, listed, and brought back.

mod update;

use std::sync::Arc;

use crate::article::{ArticleId, Timestamp};
use crate::document::Document;

/// What comes of earlier versions.
#[derive(Clone, Debug)]
pub enum VersionEvent {
    /// The keys of an article's versions were read.
    Listed(Vec<String>, VersionQuery),
    /// A version is to be restored: its key, and its moment as it is displayed.
    Chosen(String, String),
    /// The record of a version was read to be restored, with its moment as it is displayed; `None` where it is gone.
    Read(Option<String>, String),
}

/// What the versions that there are were asked for.
#[derive(Clone, Debug)]
pub enum VersionQuery {
    /// To keep one more beside them: this.
    Keep(Arc<Document>),
    /// To be shown.
    Show,
    /// To find the text of an article that cannot be read any more where it is stored.
    Text(ArticleId),
}

/// How long ago a version of the open article was kept.
#[derive(Clone, Debug, Default)]
pub struct LastSnapshot {
    /// `None` until one was kept since the article was opened.
    at: Option<Timestamp>,
    actions: u32,
    /// The step that was the last done: what is typed into one field is one action.
    step: u64,
}
