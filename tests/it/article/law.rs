//! What holds for the blocks of every text, however odd or long.

use bluepencil::article::Article;
use bluepencil::text::{is_blank, is_line_break};
use proptest::prelude::*;

use super::article;

/// Lines that look like something, mostly.
const LINES: &[&str] = &[
    "Harbour reopens",
    "By Rosa Winterholm",
    "3 December 2025",
    "The harbour opened again.",
    "Ole Brandeck/AP",
    "Reuters",
    "- a lamp",
    "> quoted",
    "Photo: Ole",
    "“We,” she said.",
    "the storm went on all through the night and on and on and",
    " ",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\u{b}",
    "\u{c}",
    "\u{200b}",
    "\u{ad}",
    "Image caption, ",
    "Image source, AP",
    "Reporting by Ole Brandeck",
    "Ver\u{ad}hand\u{ad}lungen",
    "e\u{301}🙂",
    "\r",
    "(",
    "©",
    "/",
    "1. ",
    "* * *",
    "中文。",
    "שלום",
    "\0",
    "\u{feff}",
    "By ",
    "via",
    "a via b/",
];

fn any_article() -> impl Strategy<Value = Article> {
    let lines =
        prop::collection::vec((prop::sample::select(LINES), prop::sample::select(vec!["", "\n", "\n\n", " "])), 0..30);
    lines.prop_map(|lines| article(&lines.into_iter().flat_map(|(line, end)| [line, end]).collect::<String>()))
}

proptest! {
    #[test]
    fn blocks_are_in_order_disjoint_and_not_empty(article in any_article()) {
        let mut at = 0;
        for block in article.blocks.iter() {
            prop_assert!(at <= block.start.index() && block.start < block.end && block.end <= article.text.end());
            at = block.end.index();
        }
    }

    #[test]
    fn every_character_that_is_seen_is_in_exactly_one_block(article in any_article()) {
        for (at, character) in article.text.as_str().char_indices().filter(|(_, character)| !is_blank(*character)) {
            let holders = article.blocks.iter().filter(|block| block.start.index() <= at && at < block.end.index());
            prop_assert_eq!(holders.count(), 1, "{:?} at {}", character, at);
        }
    }

    #[test]
    fn no_block_is_of_invisible_characters_alone(article in any_article()) {
        for block in article.blocks.iter() {
            prop_assert!(!article.block_text(block).chars().all(is_blank));
        }
    }

    #[test]
    fn blocks_begin_and_end_at_line_breaks(article in any_article()) {
        let content = article.text.as_str();
        for block in article.blocks.iter() {
            let (before, after) = (&content[..block.start.index()], &content[block.end.index()..]);
            prop_assert!(before.is_empty() || before.ends_with(is_line_break));
            prop_assert!(after.is_empty() || after.starts_with(is_line_break));
        }
    }

    #[test]
    fn an_article_with_words_has_a_title(article in any_article()) {
        prop_assert_eq!(article.details.title.is_empty(), article.blocks.is_empty());
    }

    #[test]
    fn the_block_at_a_position_is_the_last_that_begins_before_it(article in any_article(), position in 0_u32..400) {
        let position = bluepencil::text::Utf8(position);
        let slow = article.blocks.iter().rposition(|block| block.start <= position);
        prop_assert_eq!(article.block_at(position), slow.or((!article.blocks.is_empty()).then_some(0)));
    }
}

/// Fails by its length: each of these takes minutes when a rule looks at the whole text for every line or word.
#[test]
fn long_texts_of_one_line_or_of_many_take_a_moment() {
    for (text, blocks) in [
        ("word ".repeat(100_000), 1),
        ("“".repeat(100_000), 1),
        ("A. ".repeat(100_000), 1),
        ("\n".repeat(200_000), 0),
        ("By A\n".repeat(20_000), 20_000),
        ("A B/C\n".repeat(20_000), 20_000),
        ("the harbour and the town and the ferry and the quay and the sea,\n".repeat(5_000), 1),
    ] {
        assert_eq!(article(&text).blocks.len(), blocks);
    }
}
