//! The address of every place in the page.

use std::fmt;

use crate::annotation::AnnotationId;
use crate::article::ArticleId;

/// A place in the page that an address can name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// No place is named: the article that was open last, or the sample.
    #[default]
    Start,
    /// The list of articles.
    Library,
    /// An article, with an annotation in focus or without.
    Article(ArticleId, Option<AnnotationId>),
    /// An article with its marks as elements, to be read out.
    Read(ArticleId),
}

impl Route {
    /// Reads the fragment of an address, with its `#`. Anything that names no place is [`Route::Start`].
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let mut parts = fragment.trim_start_matches('#').trim_matches('/').split('/');
        match (parts.next(), parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("library"), None, ..) => Self::Library,
            (Some("article"), Some(article), annotation, id, None) => {
                let Some(article) = ArticleId::parse(article) else { return Self::Start };
                match (annotation, id) {
                    (Some("read"), None) => Self::Read(article),
                    (Some("annotation"), Some(id)) => Self::Article(article, AnnotationId::parse(id)),
                    _ => Self::Article(article, None),
                }
            }
            _ => Self::Start,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Start => formatter.write_str("#/"),
            Self::Library => formatter.write_str("#/library"),
            Self::Article(article, None) => write!(formatter, "#/article/{article}"),
            Self::Read(article) => write!(formatter, "#/article/{article}/read"),
            Self::Article(article, Some(id)) => write!(formatter, "#/article/{article}/annotation/{id}"),
        }
    }
}
