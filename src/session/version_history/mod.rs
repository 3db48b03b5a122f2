//! Version history: snapshots of the open article, stored from time to time, listed and restored.

mod update;

use std::sync::Arc;

use crate::article::{ArticleId, Timestamp};
use crate::document::Document;
use crate::store::versions::Version;

/// An event of the version history.
#[derive(Clone, Debug)]
pub enum VersionEvent {
    /// The keys of an article's versions were read.
    Listed(Vec<String>, VersionQuery),
    /// The file of a version that is to be stored was written.
    Written(VersionToKeep, String),
    /// A version is to be restored: its key, and its moment as it is displayed.
    Chosen(String, String),
    /// The record of a version was read to be restored, with its moment as it is displayed; `None` where it is gone.
    Read(Option<String>, String),
}

/// A version that is to be stored.
#[derive(Clone, Debug)]
pub struct VersionToKeep {
    article: ArticleId,
    annotations: usize,
    /// The versions that are there.
    listed: Vec<Version>,
    /// When it was asked for.
    at: Timestamp,
}

/// Why the versions of an article are listed.
#[derive(Clone, Debug)]
pub enum VersionQuery {
    /// To store one more: this document.
    Keep(Arc<Document>),
    /// To display them in the dialog.
    Show,
    /// To restore the text of an article whose own record is damaged.
    Text(ArticleId),
}

/// When the last version of the open article was stored, by time and by actions since.
#[derive(Clone, Debug, Default)]
pub struct LastSnapshot {
    /// `None` if none was stored since the article was opened.
    at: Option<Timestamp>,
    actions: u32,
    /// The last step of the history that was counted: coalesced typing is one action.
    step: u64,
}
