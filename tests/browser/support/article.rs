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

impl Painted {
    /// Whether it goes from one code point to another.
    pub fn is_from(&self, start: usize, end: usize) -> bool {
        (self.start, self.end) == (Some(start), Some(end))
    }
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
    /// The open article once the page has come to rest; waits for one.
    pub async fn settled_article(&self) -> Article {
        self.article_with("").await
    }

    /// Waits until this article is open, with just these blocks, when the page has come to rest.
    pub async fn article_is(&self, wanted: &Article) {
        self.expects("the open article", Some(wanted.clone()), async || self.article_at_rest().await).await;
    }

    async fn article_at_rest(&self) -> Option<Article> {
        self.settled("the open article", async || self.article_if_any().await).await
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
        let what = format!("an open article with {words:?} (article[data-article-id])");
        let open = async || self.article_at_rest().await;
        let has_words =
            |open: &Option<Article>| open.iter().any(|open| open.blocks.iter().any(|block| block.text.contains(words)));
        self.expects_that(&what, open, has_words).await.expect("an article with words in it")
    }

    /// Gives the article the focus and selects from one code point to another, as a script of a user may.
    pub async fn select(&self, start: usize, end: usize) {
        self.answer::<()>(
            "const [start, end] = arguments;
             await reveal(start, end);
             const first = place(start), last = place(end);
             if (!article().contains(document.activeElement)) article().focus({ preventScroll: true });
             getSelection().setBaseAndExtent(first.node, first.offset, last.node, last.offset)",
            &[json!(start), json!(end)],
        )
        .await;
    }

    /// Waits until just these words are selected.
    pub async fn selection_is(&self, words: &str) {
        self.gives("the selected words", words, "return getSelection().toString()", &[]).await;
    }

    /// Waits until the character at a code point stands in the window.
    pub async fn stands_in_window(&self, position: usize) {
        let place = "const { top, bottom } = characterRect(arguments[0]); return [top, bottom, innerHeight]";
        let look = async || self.ask(place, &[json!(position)]).await;
        self.expects_that(
            &format!("{position} to stand in the window (top, bottom, height of the window)"),
            look,
            |(top, bottom, height): &(f64, f64, f64)| *top >= 0.0 && bottom <= height,
        )
        .await;
    }

    /// Everything that is painted at this moment: for what has to be there as soon as the page says that it is ready.
    pub async fn now_painted(&self) -> Vec<Painted> {
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

    /// Waits until what is painted is as it should be.
    async fn painted_where(&self, what: &str, fits: impl Fn(&[Painted]) -> bool) {
        self.expects_that(what, async || self.now_painted().await, |all| fits(all)).await;
    }

    /// Waits until a stretch is painted in a style, or in the style for one nested in its own kind.
    pub async fn painted_as(&self, label: &str, start: usize, end: usize) {
        let names = [format!("bp-{label}"), format!("bp-{label}-nested")];
        self.painted_where(&format!("{start} to {end} to be painted as {label}"), |all| {
            all.iter().any(|each| names.contains(&each.name) && each.is_from(start, end))
        })
        .await;
    }

    /// Waits until a stretch is painted by the highlight of this name.
    pub async fn painted_by(&self, highlight: &str, start: usize, end: usize) {
        self.painted_where(&format!("{start} to {end} to be painted by {highlight}"), |all| {
            all.iter().any(|each| each.name == highlight && each.is_from(start, end))
        })
        .await;
    }

    /// Waits until the highlight of this name paints one stretch and nothing else.
    pub async fn painted_only(&self, highlight: &str, start: usize, end: usize) {
        self.painted_where(&format!("{highlight} to paint {start} to {end} and nothing else"), |all| {
            let painted: Vec<_> = all.iter().filter(|each| each.name == highlight).collect();
            matches!(painted.as_slice(), [one] if one.is_from(start, end))
        })
        .await;
    }

    /// Waits until the highlight of this name paints nothing.
    pub async fn painted_nowhere(&self, highlight: &str) {
        self.painted_where(&format!("{highlight} to paint nothing"), |all| {
            all.iter().all(|each| each.name != highlight)
        })
        .await;
    }

    /// Waits until a stretch is painted that reads so.
    pub async fn painted_words(&self, words: &str) {
        self.painted_where(&format!("{words:?} to be painted as it reads"), |all| {
            all.iter().any(|each| each.text == words)
        })
        .await;
    }
}
