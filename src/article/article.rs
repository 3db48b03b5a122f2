//! The article itself.

use std::sync::Arc;

use super::block::Block;
use super::details::Details;
use super::id::ArticleId;
use super::recognition::recognise;
use super::slug::slug;
use super::unknown_fields::Extra;
use crate::text::{Text, Utf8, trim_blank};

/// One article. The text and the ranges of its blocks are immutable; block kinds and metadata change by transactions of the
/// document. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The identifier, kept over exports and imports.
    pub id: ArticleId,
    /// The canonical text.
    pub text: Text,
    /// The blocks in reading order: disjoint, non-empty, within the text.
    pub blocks: Arc<[Block]>,
    /// The metadata.
    pub details: Arc<Details>,
    /// Unknown fields of the file it came from.
    pub extra: Extra,
}

impl Article {
    /// An article from plain text, with recognised blocks and metadata. A `title` takes precedence over a recognised one.
    #[must_use]
    pub fn from_plain(id: ArticleId, raw: &str, title: &str) -> Self {
        let text = Text::new(raw);
        let (blocks, mut details) = recognise(&text);
        let title = trim_blank(title);
        if !title.is_empty() {
            details.title = title.to_owned();
        }
        Self { id, text, blocks: blocks.into(), details: Arc::new(details), extra: Extra::default() }
    }

    /// The index of the block at a position: the last one that starts at or before it, or else the first. `None` without
    /// blocks.
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

    /// A slug of the title for file names: lower-case letters, digits and hyphens, at most 60 characters and 190 bytes,
    /// which leaves room for an extension where a file system takes 255 bytes. A longer one is cut at a word.
    #[must_use]
    pub fn slug(&self) -> String {
        slug(&self.details.title)
    }
}
