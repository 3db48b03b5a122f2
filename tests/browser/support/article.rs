//! The article's text, the selection in it and the paint on it.

use serde::Deserialize;
use serde_json::json;

use super::Desk;

/// What stands in the article element.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Article {
    /// The article's id.
    pub id: String,
    /// Its blocks in reading order.
    pub blocks: Vec<Block>,
}

/// One block of the article.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Block {
    /// Its number, as the element says.
    pub number: usize,
    /// Where it begins in the article's text, in code points.
    pub start: usize,
    /// `title`, `paragraph`, `caption`, …
    pub kind: String,
    /// What its text nodes hold.
    pub text: String,
    /// How many text nodes it has.
    pub nodes: usize,
}

/// A stretch that the CSS Custom Highlight registry paints.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Painted {
    /// The highlight's name.
    pub name: String,
    /// First code point; nothing when the range does not begin in a block.
    pub start: Option<usize>,
    /// Code point after the last.
    pub end: Option<usize>,
    /// What a range over it reads.
    pub text: String,
}

impl Article {
    /// The words as (start, end): the only place where they stand in one block.
    pub fn find(&self, words: &str) -> (usize, usize) {
        let mut found = self.places(words);
        let first = found.next().unwrap_or_else(|| panic!("{words:?} is not in the article"));
        assert_eq!(found.next(), None, "{words:?} is more than once in the article");
        first
    }

    /// Every place of the words, as (start, end).
    pub fn places(&self, words: &str) -> impl Iterator<Item = (usize, usize)> {
        let length = words.chars().count();
        self.blocks.iter().flat_map(move |block| {
            block.text.match_indices(words).map(move |(byte, _)| {
                let start = block.start + block.text[..byte].chars().count();
                (start, start + length)
            })
        })
    }

    /// Every word, as (start, end).
    pub fn words(&self) -> Vec<(usize, usize)> {
        let mut words = Vec::new();
        for block in &self.blocks {
            let mut at = block.start;
            for part in block.text.split_inclusive(char::is_whitespace) {
                let length = part.trim_end().chars().count();
                if length > 0 {
                    words.push((at, at + length));
                }
                at += part.chars().count();
            }
        }
        words
    }

    /// The kind of the block that holds the words.
    pub fn kind_of(&self, words: &str) -> &str {
        let block = self.blocks.iter().find(|block| block.text.contains(words));
        &block.unwrap_or_else(|| panic!("{words:?} is not in the article")).kind
    }
}

impl Desk {
    /// The open article.
    pub async fn article(&self) -> Article {
        self.wait_for("an article on the page (article[data-article-id])", async || self.article_if_any().await).await
    }

    async fn article_if_any(&self) -> Option<Article> {
        self.ask(
            "return article() && { id: article().dataset.articleId, blocks: blocks().map(({ element, nodes, start, kind, text }) =>
                ({ number: Number(element.dataset.block), start, kind, text, nodes: nodes.length })) }",
            &[],
        )
        .await
    }

    /// Waits until an article with these words in it is open.
    pub async fn article_with(&self, words: &str) -> Article {
        self.wait_for(&format!("an open article with {words:?}"), async || {
            let open = self.article_if_any().await?;
            open.blocks.iter().any(|block| block.text.contains(words)).then_some(open)
        })
        .await
    }

    /// Gives the article the focus and selects from one code point to another, as a script of a user may.
    pub async fn select(&self, start: usize, end: usize) {
        self.ask_later::<()>(
            "const [start, end] = arguments;
             await reveal(start, end);
             const first = place(start), last = place(end);
             if (!article().contains(document.activeElement)) article().focus({ preventScroll: true });
             getSelection().setBaseAndExtent(first.node, first.offset, last.node, last.offset)",
            &[json!(start), json!(end)],
        )
        .await;
    }

    /// Everything that is painted now.
    pub async fn painted(&self) -> Vec<Painted> {
        self.ask(
            "const all = [];
             for (const [name, highlight] of CSS.highlights) for (const each of highlight) {
               const range = document.createRange();
               range.setStart(each.startContainer, each.startOffset);
               range.setEnd(each.endContainer, each.endOffset);
               all.push({ name, text: range.toString(), start: positionOf(each.startContainer, each.startOffset),
                 end: positionOf(each.endContainer, each.endOffset) });
             }
             return all",
            &[],
        )
        .await
    }

    /// Waits until a stretch is painted in a style, or in the style for one nested in its own kind.
    pub async fn painted_as(&self, label: &str, start: usize, end: usize) {
        let names = [format!("bp-{label}"), format!("bp-{label}-nested")];
        self.wait_until(&format!("{start} to {end} to be painted as {label}"), async || {
            self.painted()
                .await
                .iter()
                .any(|each| names.contains(&each.name) && (each.start, each.end) == (Some(start), Some(end)))
        })
        .await;
    }
}
