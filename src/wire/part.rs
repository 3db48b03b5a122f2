//! A part of what is in a file, on its way from the program that reads files to the page.
//!
//! Both are of one build, so the shape may change with any version: it is never stored.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::annotation::WireAnnotation;
use super::article::{WireArticle, WireBlock};
use super::unknown_fields::UnknownFields;

/// One part in its place among all.
#[derive(Debug, Serialize, Deserialize)]
pub struct WirePart<'a> {
    /// Its place, from 0.
    pub place: usize,
    /// How many there are.
    pub count: usize,
    /// What it brings.
    #[serde(borrow)]
    pub content: WireContent<'a>,
}

/// What a part brings. What follows what: an article its text, its blocks, its annotations; a text and a long record their
/// letters.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WireContent<'a> {
    /// The sentence that refuses the file.
    Refused(#[serde(borrow)] Cow<'a, str>),
    /// A file of key bindings begins, which is so long, in bytes.
    KeyBindings(usize),
    /// A text begins: its encoding, and how long it is, in bytes.
    Text(#[serde(borrow)] Cow<'a, str>, usize),
    /// Articles begin, with the unknown fields of their file.
    Import(UnknownFields),
    /// An article begins.
    Article(#[serde(borrow)] Box<WireArticleBegin<'a>>),
    /// The next letters of whatever has some.
    Letters(#[serde(borrow)] Cow<'a, str>),
    /// The next blocks of the article.
    Blocks(#[serde(borrow)] Vec<WireBlock<'a>>),
    /// The next annotations of the article.
    Annotations(#[serde(borrow)] Vec<WireAnnotation<'a>>),
    /// A desk file begins.
    Desk,
    /// The next records of it, by key.
    Records(Vec<(Cow<'a, str>, Cow<'a, str>)>),
    /// A record that is too long for one part begins: its key, and how long it is, in bytes.
    LongRecord(#[serde(borrow)] Cow<'a, str>, usize),
}

/// An article without what follows, and how much of that there is.
#[derive(Debug, Serialize, Deserialize)]
pub struct WireArticleBegin<'a> {
    /// The article without text, blocks and annotations.
    #[serde(borrow)]
    pub article: WireArticle<'a>,
    /// The length of its text, in bytes.
    pub letters: usize,
    /// The number of its blocks.
    pub blocks: usize,
    /// The number of its annotations.
    pub annotations: usize,
}
