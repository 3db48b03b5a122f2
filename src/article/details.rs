//! The metadata of an article.

/// The metadata of an article. Every field may be empty, and every field can be edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The headline; the first words of the text where none was recognised.
    pub title: String,
    /// The authors, as printed.
    pub byline: String,
    /// The date of publication: `YYYY-MM-DD` where it was recognised, otherwise as printed.
    pub published: String,
    /// The publication: a name or a URL.
    pub source: String,
    /// The language as a BCP 47 tag; empty where unknown.
    pub language: String,
    /// The workflow status of the article, `new` at first.
    pub status: String,
}
