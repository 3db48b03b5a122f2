//! Articles: an immutable text, the blocks it is read in, and what is known about it.

mod id;
mod plain;
mod sample;

use std::sync::Arc;

pub(crate) use id::parse_uuid;
pub use id::{ArticleId, Extra, Timestamp};
pub use plain::recognise;
pub use sample::SAMPLE;

use crate::text::{Text, Utf8};

/// What a block of an article is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Date,
    /// A heading between paragraphs.
    Heading,
    /// A paragraph of running text.
    Paragraph,
    /// The describing sentence of a picture.
    Caption,
    /// Who took and who supplied a picture.
    Credit,
    /// One item of a list.
    ListItem,
    /// A quotation set apart as a block of its own.
    Quote,
}

impl BlockKind {
    /// Every kind, in the order in which a person would look for it.
    pub const ALL: [Self; 9] = [
        Self::Paragraph,
        Self::Title,
        Self::Byline,
        Self::Date,
        Self::Heading,
        Self::Caption,
        Self::Credit,
        Self::ListItem,
        Self::Quote,
    ];

    /// The name in attributes and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::ListItem => "list-item",
            Self::Quote => "quote",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One stretch of the text that is set as a unit: one text node on the screen. Blank lines and the line feeds between
/// blocks belong to none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it begins, in bytes of the article's text.
    pub start: Utf8,
    /// Where it ends.
    pub end: Utf8,
}

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

/// One article. The text and the borders of its blocks never change; the kinds of the blocks and the details do, through
/// a transaction of the document. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// Random, made once, kept over every export and import.
    pub id: ArticleId,
    /// The canonical text.
    pub text: Text,
    /// The blocks in reading order: disjoint, non-empty, within the text.
    pub blocks: Arc<[Block]>,
    /// What is known beside the text.
    pub details: Arc<Details>,
    /// Fields of a file that this version does not know, kept as they came.
    pub extra: Extra,
}

impl Article {
    /// A new article from plain text: blocks recognised, details filled from them. A `title` that the person typed wins
    /// over a recognised one.
    #[must_use]
    pub fn from_plain(id: ArticleId, raw: &str, title: &str) -> Self {
        let text = Text::new(raw);
        let (blocks, mut details) = recognise(&text);
        if !title.trim().is_empty() {
            details.title = title.trim().to_owned();
        }
        Self { id, text, blocks: blocks.into(), details: Arc::new(details), extra: Extra::default() }
    }

    /// The number of the block that holds `position`, or of the last one that begins before it; `None` without blocks.
    #[must_use]
    pub fn block_at(&self, position: Utf8) -> Option<usize> {
        match self.blocks.partition_point(|block| block.start <= position) {
            0 => (!self.blocks.is_empty()).then_some(0),
            after => Some(after - 1),
        }
    }

    /// The words of a block.
    #[must_use]
    pub fn block_text(&self, block: &Block) -> &str {
        self.text.between(block.start, block.end)
    }

    /// A name for files: lower-case letters, digits and hyphens from the title, at most 60 characters and 190 bytes, which
    /// leaves room for the end of the name where a file system takes 255.
    #[must_use]
    pub fn slug(&self) -> String {
        let mut slug = String::new();
        for character in self.details.title.to_lowercase().chars() {
            if slug.chars().count() >= 60 || slug.len() + character.len_utf8() > 190 {
                break;
            }
            if character.is_alphanumeric() {
                slug.push(character);
            } else if matches!(character, '\u{300}'..='\u{36f}') {
                // An accent of its own belongs to the letter before it; names of files do without.
            } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(character, '\'' | '’') {
                slug.push('-');
            }
        }
        let slug = slug.trim_end_matches('-');
        if slug.is_empty() { "article".to_owned() } else { slug.to_owned() }
    }
}
