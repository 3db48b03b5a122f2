//! Keys of records.

use std::fmt;

use crate::annotation::AnnotationId;
use crate::article::{ArticleId, Id};

/// The prefix of all keys of this version of the layout.
pub const PREFIX: &str = "bluepencil/1/";

/// The prefix of keys of the write-ahead log.
pub const ACTIONS: &str = "bluepencil/action/";
/// The prefix of keys of damaged records that were set aside.
pub const RESCUE: &str = "bluepencil/rescue/";
/// The prefix of keys of undo logs.
pub const HISTORY: &str = "history/";

/// The prefix of keys of the undo logs of an article.
#[must_use]
pub fn history_prefix(article: ArticleId) -> String {
    format!("{HISTORY}{article}/")
}

/// The prefix of keys of the earlier versions of an article.
#[must_use]
pub fn versions_prefix(article: ArticleId) -> String {
    format!("version/{article}/")
}

/// The prefix of keys of drafts, after [`PREFIX`].
const DRAFT: &str = "draft/";

/// The identifier of a draft.
pub type DraftId = Id<DraftKind>;

/// The kind of a [`DraftId`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DraftKind {}

/// The key of one record. Ids are validated UUIDs, so no file can address a foreign key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The metadata and blocks of an article.
    Article(ArticleId),
    /// The text of an article, written once.
    Text(ArticleId),
    /// An annotation or its tombstone.
    Annotation(ArticleId, AnnotationId),
    /// What belongs to the whole desk.
    Desk,
    /// The preferences.
    Preferences,
    /// What was typed into a field and is no part of an article yet.
    Draft(DraftId),
}

impl Key {
    /// Parses a key; `None` for any other key, such as that of a record that was set aside.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        match written.strip_prefix(PREFIX)? {
            "desk" => Some(Self::Desk),
            "preferences" => Some(Self::Preferences),
            rest if rest.starts_with(DRAFT) => rest.strip_prefix(DRAFT).and_then(DraftId::parse).map(Self::Draft),
            rest => {
                let (article, record) = rest.split_once('/')?;
                let article = ArticleId::parse(article)?;
                match record {
                    "article" => Some(Self::Article(article)),
                    "text" => Some(Self::Text(article)),
                    annotation => Some(Self::Annotation(article, AnnotationId::parse(annotation)?)),
                }
            }
        }
    }

    /// The article of the record.
    #[must_use]
    pub fn article(self) -> Option<ArticleId> {
        match self {
            Self::Article(article) | Self::Text(article) | Self::Annotation(article, _) => Some(article),
            Self::Desk | Self::Preferences | Self::Draft(_) => None,
        }
    }

    /// The prefix of all keys of an article.
    #[must_use]
    pub fn prefix(article: ArticleId) -> String {
        format!("{PREFIX}{article}/")
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(PREFIX)?;
        match self {
            Self::Article(article) => write!(formatter, "{article}/article"),
            Self::Text(article) => write!(formatter, "{article}/text"),
            Self::Annotation(article, annotation) => write!(formatter, "{article}/{annotation}"),
            Self::Desk => formatter.write_str("desk"),
            Self::Preferences => formatter.write_str("preferences"),
            Self::Draft(draft) => write!(formatter, "{DRAFT}{draft}"),
        }
    }
}
