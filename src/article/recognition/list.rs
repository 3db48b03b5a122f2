//! List items: lines with a bullet or a number.

use super::date::is_month;
use super::draft::Draft;
use super::segmentation::{Marker, ends_sentence, marker, number};
use crate::article::block::BlockKind;

/// Words after which a number with a full stop is an ordinal, as in German names of clubs, leagues and wars. Months are
/// others.
const AFTER_ORDINALS: [&str; 30] = [
    "fc",
    "fsv",
    "sc",
    "sv",
    "tsv",
    "vfb",
    "vfl",
    "bundesliga",
    "liga",
    "weltkrieg",
    "advent",
    "platz",
    "runde",
    "spieltag",
    "halbzeit",
    "tag",
    "jahrestag",
    "jahrhundert",
    "etage",
    "stock",
    "klasse",
    "kongress",
    "parteitag",
    "senat",
    "armee",
    "division",
    "geburtstag",
    "update",
    "etappe",
    "quartal",
];

/// Classifies list items. A bullet is certain; so is a number in brackets. A number with a full stop may be an ordinal that
/// begins a headline or a sentence, so it counts only beside another item, in the order of a numbered list, or before words
/// that are in small letters and no sentence.
pub(super) fn classify(drafts: &mut [Draft<'_>]) {
    let numbered: Vec<usize> = (0..drafts.len()).filter(|index| ordinal(drafts, *index).is_some()).collect();
    for (index, draft) in drafts.iter_mut().enumerate() {
        let certain = marker(&draft.words) == Some(Marker::Item) && number(&draft.words).is_none();
        if certain && (index > 0 || !draft.words.starts_with('(')) {
            draft.kind = BlockKind::ListItem;
        }
    }
    for (place, index) in numbered.iter().copied().enumerate() {
        let before = place.checked_sub(1).and_then(|place| numbered.get(place)).copied();
        let after = numbered.get(place + 1).copied();
        let beside = |other: Option<usize>| {
            other.and_then(|other| drafts.get(other)).is_some_and(|other| other.kind == BlockKind::ListItem)
        };
        let counted = before.is_some_and(|before| are_in_order(drafts, before, index))
            || after.is_some_and(|after| are_in_order(drafts, index, after));
        let Some(draft) = drafts.get(index) else { continue };
        let rest = draft.words.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
        let small = index > 0 && rest.starts_with(char::is_lowercase) && !ends_sentence(rest);
        let plain = !may_be_ordinal(&draft.words);
        let is_item = counted || plain && (small || beside(index.checked_sub(1)) || beside(Some(index + 1)));
        if let Some(draft) = drafts.get_mut(index).filter(|_| is_item) {
            draft.kind = BlockKind::ListItem;
        }
    }
}

/// Whether two numbered blocks follow one another in a list: one counts on from the other, and where they may be ordinals or
/// the first may be the headline, nothing is between them.
fn are_in_order(drafts: &[Draft<'_>], one: usize, other: usize) -> bool {
    let ordinals = || [one, other].iter().filter_map(|at| drafts.get(*at)).any(|draft| may_be_ordinal(&draft.words));
    ordinal(drafts, one).zip(ordinal(drafts, other)).is_some_and(|(one, other)| other == one + 1)
        && (other == one + 1 || one > 0 && !ordinals())
}

/// Whether the word after the number makes an ordinal of it, as in the name of a club.
fn may_be_ordinal(words: &str) -> bool {
    AFTER_ORDINALS.contains(&second_word(words).as_str())
}

/// The number with a full stop at the start of a block, unless it is the day of a month.
fn ordinal(drafts: &[Draft<'_>], index: usize) -> Option<i32> {
    let words = &drafts.get(index)?.words;
    let value = number(words).filter(|_| marker(words) == Some(Marker::Item))?;
    (!is_month(&second_word(words))).then_some(value)
}

fn second_word(words: &str) -> String {
    let word = words.split_whitespace().nth(1).unwrap_or_default();
    word.trim_matches(|sign: char| !sign.is_alphanumeric()).to_lowercase()
}
