//! An article in files and records.

use std::borrow::Cow;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::annotation::{LAST_REVISION, WireAnnotation, first_revision, known, no_uuid, revision};
use super::from_json::present;
use super::offsets::{code_point, past_end, positions};
use super::unknown_fields::UnknownFields;
use super::whole_number::whole_number;
use crate::article::{Article, ArticleId, Block, BlockKind, Details, recognise};
use crate::document::Revision;
use crate::text::{Text, Utf8};

/// An article in JSON, with its keys in the order of the file.
#[derive(Debug, Serialize, Deserialize)]
pub struct WireArticle<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    /// The headline; may be empty.
    #[serde(borrow, default)]
    pub title: Cow<'a, str>,
    #[serde(borrow, default)]
    byline: Cow<'a, str>,
    #[serde(borrow, default)]
    published: Cow<'a, str>,
    #[serde(borrow, default)]
    source: Cow<'a, str>,
    #[serde(borrow, default)]
    language: Cow<'a, str>,
    #[serde(borrow, default = "new")]
    status: Cow<'a, str>,
    #[serde(default = "first_revision", deserialize_with = "whole_number")]
    revision: u64,
    /// The whole text, in files only: in storage it is a record of its own.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'a, str>>,
    /// What the text hashes to.
    #[serde(default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<Cow<'a, str>>,
    /// Recognised from the text where there are none.
    #[serde(borrow, default)]
    blocks: Vec<WireBlock<'a>>,
    /// In files only.
    #[serde(borrow, default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
    pub annotations: Option<Vec<WireAnnotation<'a>>>,
    /// What this version does not know of the article as a whole.
    #[serde(flatten)]
    pub unknown: UnknownFields,
}

/// One block.
#[derive(Debug, Serialize, Deserialize)]
pub struct WireBlock<'a> {
    #[serde(borrow)]
    kind: Cow<'a, str>,
    /// Where it begins, in code points.
    #[serde(deserialize_with = "whole_number")]
    start: u64,
    /// Where it ends, in code points.
    #[serde(deserialize_with = "whole_number")]
    end: u64,
    #[serde(flatten)]
    unknown: UnknownFields,
}

fn new() -> Cow<'static, str> {
    "new".into()
}

impl<'a> WireArticle<'a> {
    /// An article without its text and its annotations.
    #[must_use]
    pub fn of(article: &'a Article, revision: Revision) -> Self {
        let (blocks, fingerprint) = (WireBlock::of(article, 0..article.blocks.len()), article.text.fingerprint());
        Self { blocks, fingerprint: Some(fingerprint.into()), ..Self::head_of(article, revision) }
    }

    /// An article without its text, its blocks and its annotations.
    #[must_use]
    pub fn head_of(article: &'a Article, revision: Revision) -> Self {
        let mut unknown = UnknownFields::of(&article.extra);
        unknown.take("blocks");
        let details = &article.details;
        Self {
            id: article.id.to_string().into(),
            title: details.title.as_str().into(),
            byline: details.byline.as_str().into(),
            published: details.published.as_str().into(),
            source: details.source.as_str().into(),
            language: details.language.as_str().into(),
            status: details.status.as_str().into(),
            revision: revision.min(LAST_REVISION),
            text: None,
            fingerprint: None,
            blocks: Vec::new(),
            annotations: None,
            unknown,
        }
    }

    /// Its identity.
    ///
    /// # Errors
    /// The reason where it is none: the rest of a sentence.
    pub fn id(&self) -> Result<ArticleId, String> {
        ArticleId::parse(&self.id).ok_or_else(|| no_uuid(&self.id))
    }

    /// What is known about it; the title may be empty.
    #[must_use]
    pub fn details(&self) -> Details {
        Details {
            title: self.title.to_string(),
            byline: self.byline.to_string(),
            published: self.published.to_string(),
            source: self.source.to_string(),
            language: self.language.to_string(),
            status: self.status.to_string(),
        }
    }

    /// The article of the model over its text.
    ///
    /// # Errors
    /// The reason why it is none of this text: the rest of a sentence.
    pub fn into_model(mut self, text: Text) -> Result<(Article, Revision), String> {
        let mut blocks = BlocksRead::default();
        self.take_blocks().into_iter().try_for_each(|block| blocks.push(block, &text))?;
        Ok(self.into_head()?.over(text, blocks))
    }

    /// Takes the blocks out.
    pub fn take_blocks(&mut self) -> Vec<WireBlock<'a>> {
        std::mem::take(&mut self.blocks)
    }

    /// The article without text and blocks.
    ///
    /// # Errors
    /// The reason why it is none: the rest of a sentence.
    pub fn into_head(self) -> Result<ArticleHead, String> {
        let (id, details, revision) = (self.id()?, self.details(), revision(self.revision)?);
        Ok(ArticleHead { id, details, revision, unknown: self.unknown })
    }
}

/// An article that was read so far: without its text and its blocks.
#[derive(Clone, Debug)]
pub struct ArticleHead {
    id: ArticleId,
    details: Details,
    revision: Revision,
    unknown: UnknownFields,
}

impl ArticleHead {
    /// Its identity.
    #[must_use]
    pub fn id(&self) -> ArticleId {
        self.id
    }

    /// The article of the model over its text. Without blocks, these are recognised.
    #[must_use]
    pub fn over(mut self, text: Text, read: BlocksRead) -> (Article, Revision) {
        let blocks = if read.blocks.is_empty() { recognise(&text).0 } else { read.blocks };
        self.unknown.put_items("blocks", read.unknown);
        let extra = self.unknown.into_extra();
        let article = Article { id: self.id, text, blocks: blocks.into(), details: self.details.into(), extra };
        (article, self.revision)
    }
}

/// The blocks of one article that were read so far: each within the text and behind the one before.
#[derive(Clone, Debug, Default)]
pub struct BlocksRead {
    blocks: Vec<Block>,
    unknown: Vec<UnknownFields>,
}

impl BlocksRead {
    /// Takes the next block.
    ///
    /// # Errors
    /// The reason why it is none of this text: the rest of a sentence.
    pub fn push(&mut self, written: WireBlock<'_>, text: &Text) -> Result<(), String> {
        let earliest = self.blocks.last().map_or(Utf8(0), |block| block.end);
        let number = self.blocks.len() + 1;
        let block = written.block(text, earliest).map_err(|reason| format!("has a block {number} that {reason}"))?;
        self.blocks.push(block);
        self.unknown.push(written.unknown);
        Ok(())
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.blocks.len()
    }
}

impl WireBlock<'_> {
    /// Some of the blocks of an article.
    #[must_use]
    pub fn of(article: &Article, some: Range<usize>) -> Vec<Self> {
        let unknown = UnknownFields::of(&article.extra).take_items("blocks", article.blocks.len());
        let blocks = article.blocks.iter().zip(unknown).skip(some.start).take(some.len());
        let block = |(block, unknown): (&Block, UnknownFields)| Self {
            kind: block.kind.name().into(),
            start: code_point(&article.text, block.start),
            end: code_point(&article.text, block.end),
            unknown,
        };
        blocks.map(block).collect()
    }

    fn block(&self, text: &Text, earliest: Utf8) -> Result<Block, String> {
        let kind = known("kind", &self.kind, BlockKind::named)?;
        let Some((start, end)) = positions(self.start, self.end, text)? else {
            return Err(past_end(self.end, text));
        };
        if start < earliest {
            return Err("begins before the one in front of it ends".to_owned());
        }
        Ok(Block { kind, start, end })
    }
}
