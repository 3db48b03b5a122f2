//! Blocks: the units in which an article is set, such as its headline, a paragraph or a caption.

use crate::text::Utf8;

/// The kind of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The headline.
    Title,
    /// The authors.
    Byline,
    /// The date of publication.
    Date,
    /// A subheading.
    Heading,
    /// A paragraph.
    Paragraph,
    /// The caption of a picture.
    Caption,
    /// The credit line of a picture: photographer and agency.
    Credit,
    /// A list item.
    ListItem,
    /// A block quotation.
    Quote,
}

impl BlockKind {
    /// All kinds, in the order in which a menu offers them.
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

    /// The name in DOM attributes and files.
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

    /// The kind with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A range of the text that is set as a unit, and is one text node in the page. Blank lines and the line feeds between
/// blocks belong to no block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The kind.
    pub kind: BlockKind,
    /// The start.
    pub start: Utf8,
    /// The end, exclusive.
    pub end: Utf8,
}
