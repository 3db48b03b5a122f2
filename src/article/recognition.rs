//! Recognition of blocks and metadata in plain text.
//!
//! A pasted article has no markup, only conventions: the headline comes first, a credit is under its caption, a heading has
//! no full stop. Each convention is a rule here. A rule that is not certain leaves a paragraph, because a missing heading
//! is faster to correct than a wrong one.
//!
//! Texts are up to 16 MB and may be a single line or a million. Each rule considers the length of a block before its words,
//! so that the whole takes linear time.

mod agency;
mod byline;
mod caption;
mod credit;
mod date;
mod draft;
mod head;
mod heading;
mod lexical;
mod list;
mod page_label;
mod people;
mod plain;
mod segmentation;

use std::borrow::Cow;

use super::block::{Block, BlockKind};
use super::details::Details;
use crate::text::{Text, Utf8, beginning, trim_blank, without_break_hints};
use credit::Credit;
use draft::{Draft, drafts};
use page_label::Announced;

/// The longest caption, in bytes: adjacent to its credit, and separated from it by a blank line.
const CAPTION_LIMIT: (usize, usize) = (800, 400);

/// The blocks of a plain text, and the metadata in them.
#[must_use]
pub fn recognise(text: &Text) -> (Vec<Block>, Details) {
    let mut drafts = drafts(text.as_str());
    list::classify(&mut drafts);
    let head = head::length(&drafts);
    classify_by_own_words(&mut drafts, head);
    head::classify(&mut drafts, head);
    heading::classify(&mut drafts);
    let details = read_details(text, &drafts);
    let blocks = drafts.into_iter().map(|draft| Block {
        kind: draft.kind,
        start: Utf8::at(draft.start),
        end: Utf8::at(draft.end),
    });
    (blocks.collect(), details)
}

/// Classifies the blocks that are recognised by their own words or by the label above them, and the caption above each
/// credit.
fn classify_by_own_words(drafts: &mut [Draft<'_>], head: usize) {
    for number in 0..drafts.len() {
        let (above, here) = drafts.split_at_mut(number);
        let [draft, below @ ..] = here else { continue };
        if draft.kind != BlockKind::Paragraph || page_label::is_page_label(&draft.words) {
            continue;
        }
        // A single word announces only what is right under it.
        let label = above.last().filter(|above| draft.adjacent || above.words.contains(' '));
        let label = label.and_then(|above| page_label::announced(&above.words));
        draft.kind = marked_kind(&draft.words, number < head, label);
        if draft.kind != BlockKind::Paragraph {
            continue;
        }
        let found = credit::read(&draft.words);
        let caption = above.iter_mut().rev().find(|above| !page_label::is_page_label(&above.words));
        let caption = caption.filter(|above| may_be_caption(above, draft, number));
        match (found, caption) {
            (Credit::Certain, _) if below.is_empty() && credit::signs_article(&draft.words) => {
                draft.kind = BlockKind::Credit;
            }
            (Credit::Certain, None) => draft.kind = BlockKind::Credit,
            (Credit::Certain, Some(above)) => {
                draft.kind = BlockKind::Credit;
                above.kind = BlockKind::Caption;
            }
            // The name of an agency at the very end tells where the article is from, not who took a picture.
            (Credit::Agency, Some(above)) if draft.adjacent && !below.is_empty() => {
                draft.kind = BlockKind::Credit;
                above.kind = BlockKind::Caption;
            }
            (Credit::Agency, _) => draft.kind = BlockKind::Credit,
            (Credit::Likely, Some(above)) if draft.adjacent && has_words(&above.words, 5) => {
                draft.kind = BlockKind::Credit;
                above.kind = BlockKind::Caption;
            }
            (Credit::Likely | Credit::None, _) => {
                let under_credit = above.last().is_some_and(|above| is_caption_under(above, draft, below.first()));
                if caption::begins(&draft.words) || caption::ends_with_credit(&draft.words) || under_credit {
                    draft.kind = BlockKind::Caption;
                }
            }
        }
    }
}

/// The kind of a block by its first sign or word, or by the label above it; otherwise a paragraph.
fn marked_kind(words: &str, in_head: bool, label: Option<Announced>) -> BlockKind {
    match date::read(words) {
        Some(date) if in_head || date.announced || label == Some(Announced::Date) => return BlockKind::Date,
        _ => {}
    }
    match label {
        Some(Announced::Caption) => return BlockKind::Caption,
        Some(Announced::Credit) if lexical::at_most(words, 140) => return BlockKind::Credit,
        Some(Announced::Byline) if in_head && people::are_authors(words) => return BlockKind::Byline,
        _ => {}
    }
    if segmentation::marker(words) == Some(segmentation::Marker::Quote) {
        BlockKind::Quote
    } else if in_head && byline::read(words).is_some() || byline::read_foot(words).is_some() {
        BlockKind::Byline
    } else {
        BlockKind::Paragraph
    }
}

/// Whether `above` could be the caption of the credit in block `number`.
fn may_be_caption(above: &Draft<'_>, credit: &Draft<'_>, number: usize) -> bool {
    let limit = match credit.adjacent {
        true => CAPTION_LIMIT.0,
        // Pages have credits of pictures without captions, such as "Image copyright Reuters"; a photographer with an
        // agency has a caption as a rule.
        false if credit.words.contains('/') => CAPTION_LIMIT.1,
        false => return false,
    };
    above.kind == BlockKind::Paragraph
        && above.words.len() <= limit
        && !above.words.starts_with(lexical::is_quotation_mark)
        // A label such as "Image source" announces the credit of a picture whose caption comes after it.
        && lexical::strip_start(&credit.words, "image source").is_none()
        // The very first line without a full stop is the headline, with its picture's credit under it.
        && (number > 1 || segmentation::ends_sentence(&above.words))
}

/// Whether a block is the caption of the picture whose agency is the line above it: both stand between blank lines, and the
/// caption has no full stop.
fn is_caption_under(credit: &Draft<'_>, draft: &Draft<'_>, below: Option<&Draft<'_>>) -> bool {
    let alone = !credit.adjacent && draft.adjacent && below.is_some_and(|below| !below.adjacent);
    alone
        && credit.kind == BlockKind::Credit
        && credit::read(&credit.words) == Credit::Agency
        && draft.words.len() <= CAPTION_LIMIT.1
        && has_words(&draft.words, 4)
        && !segmentation::ends_sentence(&draft.words)
}

fn has_words(words: &str, count: usize) -> bool {
    words.split_whitespace().nth(count.saturating_sub(1)).is_some()
}

/// The metadata in classified blocks.
fn read_details(text: &Text, drafts: &[Draft<'_>]) -> Details {
    let of_kind = |kind| drafts.iter().filter(move |draft| draft.kind == kind);
    let title = of_kind(BlockKind::Title).next();
    let signed = of_kind(BlockKind::Byline).find(|draft| byline::read_foot(&draft.words).is_none());
    let reported = || of_kind(BlockKind::Byline).find(|draft| byline::foot_authors(&draft.words).is_some());
    let byline = signed.or_else(reported);
    let byline = byline.map(|draft| read_byline(&printed(text, draft))).unwrap_or_default();
    let dates = of_kind(BlockKind::Date).filter_map(|draft| date::read(&draft.words).map(|date| (draft, date.day)));
    let (days, others): (Vec<_>, Vec<_>) = dates.partition(|(_, day)| day.is_some());
    let published = days.into_iter().chain(others).next();
    let published = published.map(|(draft, day)| day.unwrap_or_else(|| one_line(&draft.words)));
    Details {
        title: title.map_or_else(|| first_words(text, drafts), |title| one_line(&printed(text, title))),
        byline: byline.names,
        published: published.or(byline.day).unwrap_or_default(),
        status: "new".to_owned(),
        ..Details::default()
    }
}

fn read_byline(words: &str) -> byline::Byline {
    byline::read(words).or_else(|| byline::foot_authors(words)).unwrap_or_else(|| byline::bare(words))
}

/// The title of an article without a headline: its first words, apart from byline, date and credit.
fn first_words(text: &Text, drafts: &[Draft<'_>]) -> String {
    let about = |draft: &&Draft<'_>| {
        matches!(draft.kind, BlockKind::Byline | BlockKind::Date | BlockKind::Credit)
            || page_label::is_page_label(&draft.words)
    };
    let draft = drafts.iter().find(|draft| !about(draft)).or(drafts.first());
    draft.map(|draft| beginning(&printed(text, draft), 60)).unwrap_or_default()
}

/// The words of a block in its own letters, without what only tells where a line may break.
fn printed<'a>(text: &'a Text, draft: &Draft<'_>) -> Cow<'a, str> {
    without_break_hints(trim_blank(text.between(Utf8::at(draft.start), Utf8::at(draft.end))))
}

/// The words with every run of white space as one space.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
