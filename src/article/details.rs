//! The metadata of an article.

/// What is known about an article beside its text. All of it may be empty and all of it can be edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// The headline; never empty in an opened article, the first words serve where none was recognised.
    pub title: String,
    /// Who wrote it, as printed.
    pub byline: String,
    /// When it was published: `YYYY-MM-DD` where the date was understood, otherwise as printed.
    pub published: String,
    /// Where it was published: a name or an address.
    pub source: String,
    /// BCP 47 tag of the language; empty where unknown.
    pub language: String,
    /// Where the article stands in the desk's work: `new` until somebody says otherwise.
    pub status: String,
}
