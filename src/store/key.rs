//! The names of records.

use std::fmt;

use crate::annotation::AnnotationId;
use crate::article::ArticleId;

/// What every key of this version of the layout begins with.
pub const PREFIX: &str = "bluepencil/1/";

/// What the key of an action in the write-ahead log begins with.
pub const ACTIONS: &str = "bluepencil/action/";
/// What the key of a record begins with that could not be read and was set aside.
pub const RESCUE: &str = "bluepencil/rescue/";
/// What the keys of all undo logs begin with, in the strict tier.
pub const HISTORY: &str = "history/";

/// What the keys of all undo logs of an article begin with, in the strict tier.
#[must_use]
pub fn history_prefix(article: ArticleId) -> String {
    format!("{HISTORY}{article}/")
}

/// What the keys of all earlier versions of an article begin with, in the strict tier.
#[must_use]
pub fn versions_prefix(article: ArticleId) -> String {
    format!("version/{article}/")
}

/// The key of one record. Ids are checked UUIDs, so nothing of a file can reach another key than its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// An article's details and blocks.
    Article(ArticleId),
    /// An article's text, written once.
    Text(ArticleId),
    /// One annotation, or what is left of a deleted one.
    Annotation(ArticleId, AnnotationId),
    /// What belongs to the whole library.
    Desk,
    /// What the person has set.
    Preferences,
}

impl Key {
    /// Reads a key; `None` for everything that is not one of ours, what was set aside for rescue included.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        match written.strip_prefix(PREFIX)? {
            "desk" => Some(Self::Desk),
            "preferences" => Some(Self::Preferences),
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

    /// The article that the record belongs to.
    #[must_use]
    pub fn article(self) -> Option<ArticleId> {
        match self {
            Self::Article(article) | Self::Text(article) | Self::Annotation(article, _) => Some(article),
            Self::Desk | Self::Preferences => None,
        }
    }

    /// What all keys of an article begin with.
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
        }
    }
}
