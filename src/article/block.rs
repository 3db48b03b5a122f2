//! Blocks: the units in which an article is set, such as its headline, a paragraph or a caption.

use crate::text::Utf8;

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
