//! Headlines and headings: short lines without the punctuation of a sentence.

use super::caption;
use super::draft::Draft;
use super::lexical::{at_most, is_name, is_quotation_mark, without_closers};
use super::page_label::is_page_label;
use super::segmentation::ends_sentence;
use crate::article::block::BlockKind;

/// The longest headline, in characters.
const TITLE_LIMIT: usize = 150;

/// The longest heading between paragraphs, in characters and in words.
const HEADING_LIMIT: (usize, usize) = (90, 14);

/// Whether the words read like a headline.
pub(super) fn reads_like_headline(words: &str) -> bool {
    at_most(words, TITLE_LIMIT)
        && words.contains(char::is_alphanumeric)
        && !without_closers(words).ends_with(['.', '…', ',', ';', ':', '。', '，', '；', '：', '।', '۔'])
        && !quotes_somebody(words)
}

/// Classifies headings: short blocks without final punctuation, above running text.
pub(super) fn classify(drafts: &mut [Draft<'_>]) {
    let text = drafts.iter().position(|draft| draft.kind == BlockKind::Paragraph && ends_sentence(&draft.words));
    for number in 1..drafts.len() {
        let Some([draft, next, ..]) = drafts.get_mut(number..) else { return };
        let in_head = text.is_some_and(|text| number < text);
        if draft.kind == BlockKind::Paragraph
            && reads_like_heading(&draft.words)
            && !is_page_label(&draft.words)
            && !(in_head && is_place(&draft.words) || caption::is_dateline(&draft.words))
            && !next.goes_on()
            && is_running_text(next)
        {
            draft.kind = BlockKind::Heading;
        }
    }
}

fn reads_like_heading(words: &str) -> bool {
    at_most(words, HEADING_LIMIT.0)
        && words.split_whitespace().nth(HEADING_LIMIT.1).is_none()
        && words.contains(char::is_alphabetic)
        && words.starts_with(|first: char| first.is_alphanumeric() && !first.is_lowercase() || is_quotation_mark(first))
        && without_closers(words).ends_with(|last: char| last.is_alphanumeric() || last == '%')
        && !quotes_somebody(words)
        && !signs_sentence(words)
}

/// Whether the words are a sentence with the agency or somebody else in brackets behind it: "Nobody was hurt. (AP)".
fn signs_sentence(words: &str) -> bool {
    let before = words.strip_suffix(')').and_then(|words| words.rsplit_once('('));
    before.is_some_and(|(before, _)| ends_sentence(before.trim_end()))
}

/// Whether a line is a place, as above the first paragraph: "Farwater, Norway", "OSLO".
fn is_place(words: &str) -> bool {
    let capitals = words.chars().all(|sign| !sign.is_lowercase()) && words.contains(char::is_uppercase);
    is_name(words, 1, 4) && (capitals || words.contains(", "))
}

/// Whether a block is running text, which can follow a heading.
fn is_running_text(draft: &Draft<'_>) -> bool {
    match draft.kind {
        BlockKind::Paragraph => ends_sentence(&draft.words) || draft.words.len() > 2 * TITLE_LIMIT,
        BlockKind::Caption | BlockKind::ListItem | BlockKind::Quote => true,
        BlockKind::Title | BlockKind::Byline | BlockKind::Date | BlockKind::Heading | BlockKind::Credit => false,
    }
}

/// Whether the words begin with a quotation and its attribution.
fn quotes_somebody(words: &str) -> bool {
    const ENDS: [&str; 12] = [",”", ",\"", ",’", ",'", "”,", "\",", "»,", "“,", "?” ", "!” ", "?\" ", "!\" "];
    words.starts_with(is_quotation_mark) && ENDS.iter().any(|end| words.contains(end))
}
