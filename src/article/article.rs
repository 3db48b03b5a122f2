//! The article itself.

use std::sync::Arc;

use super::block::Block;
use super::details::Details;
use super::id::{ArticleId, Extra};
use super::plain::recognise;
use crate::text::{Text, Utf8};

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
