//! The three changes that make a text canonical, and no fourth.

use bluepencil::text::{Text, shorten, shorten_middle};
use proptest::prelude::*;

use super::raw_text;

fn canonical(raw: &str) -> String {
    Text::new(raw).as_str().to_owned()
}

#[test]
fn one_leading_byte_order_mark_is_dropped() {
    assert_eq!(canonical("\u{feff}Harbour"), "Harbour");
}

#[test]
fn a_second_byte_order_mark_and_one_inside_stay() {
    assert_eq!(canonical("\u{feff}\u{feff}Har\u{feff}bour"), "\u{feff}Har\u{feff}bour");
}

#[test]
fn carriage_returns_become_line_feeds() {
    assert_eq!(canonical("a\r\nb\rc\n\rd\r\r\ne"), "a\nb\nc\n\nd\n\ne");
}

#[test]
fn the_nul_character_becomes_the_replacement_character() {
    assert_eq!(canonical("a\0b"), "a\u{fffd}b");
}

#[test]
fn nothing_is_composed_trimmed_or_straightened() {
    let raw = " Zoe\u{301} “said” \u{a0}it…\u{2028}–\t ";
    assert_eq!(canonical(raw), raw);
}

proptest! {
    #[test]
    fn the_three_changes_are_what_replacing_would_do(raw in raw_text(40)) {
        let without_mark = raw.strip_prefix('\u{feff}').unwrap_or(&raw);
        let expected = without_mark.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
        prop_assert_eq!(canonical(&raw), expected);
    }

    #[test]
    fn short_words_keep_to_their_limit(raw in raw_text(40), limit in 1_usize..20) {
        use unicode_segmentation::UnicodeSegmentation as _;
        let short = shorten(&raw, limit);
        // The ellipsis comes on top; pieces that are cut apart never become more characters than they were.
        prop_assert!(short.graphemes(true).count() <= limit + 1, "{:?}", short);
    }
}

#[test]
fn words_are_cut_at_a_word_border_with_an_ellipsis() {
    assert_eq!(shorten("The pier is older than the boats", 14), "The pier is…");
}

#[test]
fn words_that_fit_are_not_cut() {
    assert_eq!(shorten("The pier", 8), "The pier");
}

#[test]
fn shortened_words_stand_on_one_line() {
    assert_eq!(shorten("The pier\nis old", 40), "The pier is old");
}

#[test]
fn words_that_lose_their_middle_keep_both_ends() {
    assert_eq!(shorten_middle("The pier is older than the boats that lie at it", 24), "The pier is… lie at it");
    assert_eq!(shorten_middle("The pier\nis old", 40), "The pier is old");
}
