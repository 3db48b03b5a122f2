//! An article in files and records.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::annotation::{LAST_REVISION, WireAnnotation, first_revision, known, no_uuid, revision};
use super::from_json::present;
use super::offsets::{code_point, past_end, positions};
use super::stored_text::fingerprint;
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
struct WireBlock<'a> {
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
        let mut unknown = UnknownFields::of(&article.extra);
        let blocks = article.blocks.iter().zip(unknown.take_items("blocks", article.blocks.len()));
        let blocks = blocks.map(|(block, unknown)| WireBlock {
            kind: block.kind.name().into(),
            start: code_point(&article.text, block.start),
            end: code_point(&article.text, block.end),
            unknown,
        });
        let (blocks, details) = (blocks.collect(), &article.details);
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
            fingerprint: Some(fingerprint(&article.text).into()),
            blocks,
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
        let blocks = if self.blocks.is_empty() { recognise(&text).0 } else { blocks(&self.blocks, &text)? };
        let (id, details, revision) = (self.id()?, self.details(), revision(self.revision)?);
        self.unknown.put_items("blocks", self.blocks.into_iter().map(|block| block.unknown).collect());
        let extra = self.unknown.into_extra();
        Ok((Article { id, text, blocks: blocks.into(), details: details.into(), extra }, revision))
    }
}

fn blocks(written: &[WireBlock<'_>], text: &Text) -> Result<Vec<Block>, String> {
    let mut blocks: Vec<Block> = Vec::with_capacity(written.len());
    for (block, number) in written.iter().zip(1..) {
        let earliest = blocks.last().map_or(Utf8(0), |block| block.end);
        let block = block.block(text, earliest).map_err(|reason| format!("has a block {number} that {reason}"))?;
        blocks.push(block);
    }
    Ok(blocks)
}

impl WireBlock<'_> {
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
