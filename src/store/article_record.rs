//! The body of an article's record: the article as files have it, and what storage adds.

use serde::{Deserialize, Serialize};

use crate::article::ArticleId;
use crate::document::Document;
use crate::wire::{UnknownFields, WireArticle, from_json};

/// The record of an article without its text and its annotations, which are records of their own. What storage adds stands
/// beside the article, where no unknown field of a file can have the same name.
#[derive(Serialize, Deserialize)]
pub(super) struct ArticleRecord<'a> {
    /// The place in the list of the library.
    #[serde(default)]
    pub position: u64,
    /// How long the text is.
    #[serde(default)]
    pub code_points: u64,
    #[serde(borrow)]
    pub article: WireArticle<'a>,
    #[serde(flatten, skip_serializing)]
    _unknown: UnknownFields,
}

impl<'a> ArticleRecord<'a> {
    /// The record of a document's article.
    pub fn of(document: &'a Document, position: u64) -> Self {
        let article = document.article();
        Self {
            position,
            code_points: u64::from(article.text.code_points().0),
            article: WireArticle::of(article, document.article_revision()),
            _unknown: UnknownFields::default(),
        }
    }

    /// Reads the body of the record of this article.
    ///
    /// # Errors
    /// The reason why it is none: the rest of a sentence.
    pub fn read(id: ArticleId, body: &'a str) -> Result<Self, String> {
        let record: Self = from_json(body).map_err(|error| error.to_string())?;
        if record.article.id()? == id { Ok(record) } else { Err("belongs to another article".to_owned()) }
    }
}
