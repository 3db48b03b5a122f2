//! Recognition of blocks and metadata in plain text.
//!
//! A pasted article has no markup, only conventions: the headline comes first, a credit is under its caption, a heading has
//! no full stop. Each convention is a rule here. A rule that is not certain leaves a paragraph, because a missing heading
//! is faster to correct than a wrong one.
//!
//! Texts are up to 16 MB and may be a single line or a million. Each rule considers the length of a block before its words,
//! so that the whole takes linear time.

mod byline;
mod credit;
mod date;
mod lexical;
mod segmentation;

use super::block::{Block, BlockKind};
use super::details::Details;
use crate::text::{Text, Utf8, beginning};
use credit::Credit;

/// Bylines and unannounced dates are looked for in this many blocks; further down, "By" starts a sentence.
const HEAD: usize = 8;

/// The longest headline, in characters.
const TITLE_LIMIT: usize = 150;

/// The longest heading between paragraphs, in characters and in words.
const HEADING_LIMIT: (usize, usize) = (90, 14);

/// The longest caption, in bytes: adjacent to its credit, and separated from it by a blank line.
const CAPTION_LIMIT: (usize, usize) = (800, 400);

/// The blocks of a plain text, and the metadata in them.
#[must_use]
pub fn recognise(text: &Text) -> (Vec<Block>, Details) {
    let mut blocks: Vec<Block> = segmentation::block_ranges(text.as_str())
        .into_iter()
        .map(|(start, end)| Block { kind: BlockKind::Paragraph, start: Utf8::at(start), end: Utf8::at(end) })
        .collect();
    classify_by_own_words(text, &mut blocks);
    classify_title(text, &mut blocks);
    classify_headings(text, &mut blocks);
    let details = read_details(text, &blocks);
    (blocks, details)
}

/// Classifies the blocks that are recognised by their own words, and the caption above each credit.
fn classify_by_own_words(text: &Text, blocks: &mut [Block]) {
    for number in 0..blocks.len() {
        let (above, here) = blocks.split_at_mut(number);
        let [block, below @ ..] = here else { continue };
        let words = words_of(text, block);
        block.kind = marked_kind(words, number);
        if block.kind != BlockKind::Paragraph {
            continue;
        }
        let found = credit::read(words);
        let captions_above = above.last_mut().filter(|above| may_be_caption(text, above, block, number));
        match (found, captions_above) {
            (Credit::Certain, None) => block.kind = BlockKind::Credit,
            (Credit::Certain, Some(above)) => {
                block.kind = BlockKind::Credit;
                above.kind = BlockKind::Caption;
            }
            // The name of an agency at the very end tells where the article is from, not who took a picture.
            (Credit::Agency, Some(above)) if adjacent(text, above, block) && !below.is_empty() => {
                block.kind = BlockKind::Credit;
                above.kind = BlockKind::Caption;
            }
            (Credit::Agency, _) => block.kind = BlockKind::Credit,
            (Credit::Likely, Some(above)) if adjacent(text, above, block) && has_words(text, above, 5) => {
                block.kind = BlockKind::Credit;
                above.kind = BlockKind::Caption;
            }
            (Credit::Likely | Credit::None, _) => {
                if credit::begins_caption(words) || credit::ends_caption(words) {
                    block.kind = BlockKind::Caption;
                }
            }
        }
    }
}

/// The kind of a block by its first sign or word; otherwise a paragraph.
fn marked_kind(words: &str, number: usize) -> BlockKind {
    let in_head = number < HEAD;
    match date::read(words) {
        Some(date) if in_head || date.announced => return BlockKind::Date,
        _ => {}
    }
    match segmentation::marker(words) {
        Some(segmentation::Marker::Item) => BlockKind::ListItem,
        Some(segmentation::Marker::Quote) => BlockKind::Quote,
        None if in_head && byline::read(words).is_some() => BlockKind::Byline,
        None => BlockKind::Paragraph,
    }
}

/// Whether `above` could be the caption of the credit in block `number`.
fn may_be_caption(text: &Text, above: &Block, credit: &Block, number: usize) -> bool {
    let words = words_of(text, above);
    let limit = match adjacent(text, above, credit) {
        true => CAPTION_LIMIT.0,
        // Pages have credits of pictures without captions, such as "Image copyright Reuters"; a photographer with an
        // agency has a caption as a rule.
        false if words_of(text, credit).contains('/') => CAPTION_LIMIT.1,
        false => return false,
    };
    above.kind == BlockKind::Paragraph
        && words.len() <= limit
        && !words.starts_with(lexical::is_quotation_mark)
        // The very first line without a full stop is the headline, with its picture's credit under it.
        && (number > 1 || segmentation::ends_sentence(words))
}

/// Classifies the headline: the first block that is neither byline nor date, if it reads like one and is not the last.
fn classify_title(text: &Text, blocks: &mut [Block]) {
    let known = |block: &&Block| matches!(block.kind, BlockKind::Byline | BlockKind::Date);
    let number = blocks.iter().take_while(known).count();
    let Some([block, next, ..]) = blocks.get_mut(number..) else { return };
    let words = words_of(text, block);
    if block.kind == BlockKind::Paragraph && reads_like_headline(words) && !runs_on(text, block, next) {
        block.kind = BlockKind::Title;
    }
}

fn reads_like_headline(words: &str) -> bool {
    lexical::at_most(words, TITLE_LIMIT)
        && words.contains(char::is_alphanumeric)
        && !lexical::without_closers(words).ends_with(['.', '…', ',', ';', ':', '。', '，', '；', '：', '।', '۔'])
        && !quotes_somebody(words)
}

/// Classifies headings: short blocks without final punctuation, above running text.
fn classify_headings(text: &Text, blocks: &mut [Block]) {
    for number in 1..blocks.len() {
        let Some([block, next, ..]) = blocks.get_mut(number..) else { return };
        if block.kind == BlockKind::Paragraph
            && reads_like_heading(words_of(text, block))
            && !runs_on(text, block, next)
            && is_running_text(text, next)
        {
            block.kind = BlockKind::Heading;
        }
    }
}

fn reads_like_heading(words: &str) -> bool {
    lexical::at_most(words, HEADING_LIMIT.0)
        && words.split_whitespace().nth(HEADING_LIMIT.1).is_none()
        && words.contains(char::is_alphabetic)
        && words.starts_with(|first: char| {
            first.is_alphanumeric() && !first.is_lowercase() || lexical::is_quotation_mark(first)
        })
        && lexical::without_closers(words).ends_with(|last: char| last.is_alphanumeric() || last == '%')
        && !quotes_somebody(words)
}

/// Whether a block is running text, which can follow a heading.
fn is_running_text(text: &Text, block: &Block) -> bool {
    let words = words_of(text, block);
    match block.kind {
        BlockKind::Paragraph => segmentation::ends_sentence(words) || words.len() > 2 * TITLE_LIMIT,
        BlockKind::Caption | BlockKind::ListItem | BlockKind::Quote => true,
        BlockKind::Title | BlockKind::Byline | BlockKind::Date | BlockKind::Heading | BlockKind::Credit => false,
    }
}

/// Whether the words begin with a quotation and its attribution.
fn quotes_somebody(words: &str) -> bool {
    const ENDS: [&str; 12] = [",”", ",\"", ",’", ",'", "”,", "\",", "»,", "“,", "?” ", "!” ", "?\" ", "!\" "];
    words.starts_with(lexical::is_quotation_mark) && ENDS.iter().any(|end| words.contains(end))
}

/// Whether the sentence of a block continues in the next block.
fn runs_on(text: &Text, block: &Block, next: &Block) -> bool {
    adjacent(text, block, next) && words_of(text, next).starts_with(char::is_lowercase)
}

/// Whether two neighbours are not separated by a blank line.
fn adjacent(text: &Text, above: &Block, below: &Block) -> bool {
    text.between(above.end, below.start) == "\n"
}

fn has_words(text: &Text, block: &Block, count: usize) -> bool {
    words_of(text, block).split_whitespace().nth(count.saturating_sub(1)).is_some()
}

/// The words of a block, trimmed.
fn words_of<'a>(text: &'a Text, block: &Block) -> &'a str {
    text.between(block.start, block.end).trim()
}

/// The metadata in classified blocks.
fn read_details(text: &Text, blocks: &[Block]) -> Details {
    let first = |kind| blocks.iter().find(|block| block.kind == kind).map(|block| words_of(text, block));
    let byline = first(BlockKind::Byline).and_then(byline::read).unwrap_or_default();
    let date_line = first(BlockKind::Date).unwrap_or_default();
    let published = date::read(date_line).map(|date| date.day.unwrap_or_else(|| one_line(date_line)));
    Details {
        title: first(BlockKind::Title).map_or_else(|| first_words(text, blocks), one_line),
        byline: byline.names,
        published: published.or(byline.day).unwrap_or_default(),
        status: "new".to_owned(),
        ..Details::default()
    }
}

/// The title of an article without a headline: its first words, apart from byline, date and credit.
fn first_words(text: &Text, blocks: &[Block]) -> String {
    let about = |block: &&Block| matches!(block.kind, BlockKind::Byline | BlockKind::Date | BlockKind::Credit);
    let block = blocks.iter().find(|block| !about(block)).or(blocks.first());
    block.map(|block| beginning(words_of(text, block), 60)).unwrap_or_default()
}

/// The words with every run of white space as one space.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
