//! The head of an article: the headline, and the lines of its authors that do not begin with "By".

use super::agency::is_agency;
use super::byline;
use super::date;
use super::draft::Draft;
use super::heading::reads_like_headline;
use super::lexical::at_most;
use super::people;
use super::segmentation::ends_sentence;
use super::{caption, page_label};
use crate::article::block::BlockKind;

/// Bylines and unannounced dates are looked for in this many blocks, apart from the labels of the page; further down, "By"
/// starts a sentence.
const HEAD: usize = 8;

/// How many labels of the page are passed over at most.
const MOST_LABELS: usize = 8;

/// The number of blocks in the head.
pub(super) fn length(drafts: &[Draft<'_>]) -> usize {
    let labels = drafts.iter().take(HEAD + MOST_LABELS).filter(|draft| page_label::is_page_label(&draft.words)).count();
    HEAD + labels
}

/// Classifies the headline and the lines of the authors under it.
pub(super) fn classify(drafts: &mut [Draft<'_>], head: usize) {
    let title = classify_title(drafts);
    classify_authors(drafts, title.map_or(0, |title| title + 1), head);
}

/// Classifies the headline: the first block that is not of the byline, the date or a picture, if it reads like one and is
/// not the last. A first line that looks like one of those above the true one is the headline too.
fn classify_title(drafts: &mut [Draft<'_>]) -> Option<usize> {
    let first = drafts.iter().position(|draft| !page_label::is_page_label(&draft.words))?;
    let known = |draft: &&Draft<'_>| {
        matches!(draft.kind, BlockKind::Byline | BlockKind::Date | BlockKind::Credit)
            || draft.kind == BlockKind::Caption && !may_be_title(draft)
            || page_label::is_page_label(&draft.words)
    };
    let rest = drafts.get(first..)?;
    let number = first + if is_disguised(rest) { 0 } else { rest.iter().take_while(known).count() };
    let [draft, next, ..] = drafts.get_mut(number..)? else { return None };
    let plain = matches!(draft.kind, BlockKind::Paragraph) || number == first;
    let fits = plain && draft.kind != BlockKind::ListItem && reads_like_headline(&draft.words) && !next.goes_on();
    if fits {
        draft.kind = BlockKind::Title;
    }
    fits.then_some(number)
}

/// Whether a caption may be a headline: "Photos: Storm batters the coast".
fn may_be_title(caption: &Draft<'_>) -> bool {
    caption::begins(&caption.words) && !ends_sentence(&caption.words) && !caption::ends_with_credit(&caption.words)
}

/// Whether the first line only looks like a byline, a credit or a caption: the true byline or the date is right under it.
fn is_disguised(drafts: &[Draft<'_>]) -> bool {
    let [first, rest @ ..] = drafts else { return false };
    let next = rest.iter().find(|draft| !page_label::is_page_label(&draft.words));
    let above = |kinds: &[BlockKind]| next.is_some_and(|next| kinds.contains(&next.kind));
    match first.kind {
        BlockKind::Byline => above(&[BlockKind::Byline]),
        BlockKind::Credit => above(&[BlockKind::Byline, BlockKind::Date]),
        BlockKind::Caption => may_be_title(first),
        _ => false,
    }
}

/// Classifies the lines of authors between the headline and the running text: names with a place or an office, names above
/// a date, and under each byline what its authors are and where they were.
fn classify_authors(drafts: &mut [Draft<'_>], first: usize, head: usize) {
    let known = |draft: &Draft<'_>| matches!(draft.kind, BlockKind::Byline | BlockKind::Date);
    let last = drafts.iter().take(head).rposition(known).unwrap_or(0);
    for number in first..head.min(drafts.len()) {
        let (above, here) = drafts.split_at_mut(number);
        let [draft, below @ ..] = here else { return };
        let next = below.iter().find(|draft| !page_label::is_page_label(&draft.words));
        let above = above.last().map(|above| above.kind);
        // An agency between the headline and the date has written the story.
        let wrote = above == Some(BlockKind::Title) && next.is_some_and(is_date) && is_agency(&draft.words);
        if wrote && draft.kind == BlockKind::Credit {
            draft.kind = BlockKind::Byline;
        }
        if draft.kind != BlockKind::Paragraph || page_label::is_page_label(&draft.words) {
            continue;
        }
        if ends_sentence(&draft.words) && !people::are_names(&draft.words) {
            // A sentence above the byline or the date is the standfirst; otherwise the text begins.
            if number < last {
                continue;
            }
            return;
        }
        if is_authors(&draft.words, above, next) {
            draft.kind = BlockKind::Byline;
        }
    }
}

fn is_authors(words: &str, above: Option<BlockKind>, next: Option<&Draft<'_>>) -> bool {
    if !at_most(words, 160) || byline::ends_like_sentence(words) {
        return false;
    }
    let under_byline = above == Some(BlockKind::Byline);
    if byline::is_reporting_place(words) || under_byline && people::is_affiliation(words) {
        return true;
    }
    let above_date = || next.is_some_and(|next| is_date(next) || caption::is_dateline(&next.words));
    let above_office =
        || next.is_some_and(|next| people::is_affiliation(&next.words) || byline::is_reporting_place(&next.words));
    people::are_authors(words) && people::tells_more_than_names(words)
        || people::are_names(words) && (above_date() || above_office())
}

fn is_date(draft: &Draft<'_>) -> bool {
    draft.kind == BlockKind::Date && date::read(&draft.words).is_some()
}
