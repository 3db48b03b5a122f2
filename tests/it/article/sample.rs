//! The sample article has every difficulty that the desk is made for, and none of them may be edited away.

use bluepencil::article::{Article, BlockKind, SAMPLE};
use bluepencil::text::Text;
use unicode_segmentation::UnicodeSegmentation as _;

use super::{article, blocks_of};

fn sample() -> Article {
    article(SAMPLE)
}

fn paragraphs(article: &Article) -> Vec<&str> {
    blocks_of(article, BlockKind::Paragraph)
}

fn marks(words: &str) -> (usize, usize) {
    (words.matches('“').count(), words.matches('”').count())
}

#[test]
fn it_is_a_page_long() {
    let words = SAMPLE.split_whitespace().count();
    assert!((450..=650).contains(&words), "{words} words");
}

#[test]
fn it_is_canonical_as_it_stands() {
    assert_eq!(Text::new(SAMPLE).as_str(), SAMPLE);
}

#[test]
fn it_has_a_title() {
    assert_eq!(sample().details.title, "Island ferry talks resume after a weekend without crossings");
}

#[test]
fn it_has_a_byline_of_two_people() {
    assert_eq!(sample().details.byline, "Maren Tollefsby and Silas Orrindale | Farwater Press");
}

#[test]
fn it_has_a_date() {
    assert_eq!(sample().details.published, "2025-10-14");
}

#[test]
fn it_has_one_heading() {
    assert_eq!(blocks_of(&sample(), BlockKind::Heading), ["Winter timetable remains in doubt"]);
}

#[test]
fn each_of_its_captions_stands_right_above_a_credit() {
    let article = sample();
    let kinds: Vec<BlockKind> = article.blocks.iter().map(|block| block.kind).collect();
    let pairs = kinds.windows(2).filter(|pair| *pair == [BlockKind::Caption, BlockKind::Credit]).count();
    let captions = blocks_of(&article, BlockKind::Caption).len();
    let credits = blocks_of(&article, BlockKind::Credit).len();
    assert_eq!((pairs, captions, credits), (5, 5, 5));
}

#[test]
fn its_credits_have_every_form_and_two_read_the_same() {
    let article = sample();
    let expected = [
        "Milo Karstensen/Sundline/Northquay",
        "Tobias Wrenfeldt/Sundline via Littoral Images",
        "Anneke Solvang-Price/POOL/Tideline via Littoral Images",
        "Freya Undalsen/Tideline",
        "Tobias Wrenfeldt/Sundline via Littoral Images",
    ];
    assert_eq!(blocks_of(&article, BlockKind::Credit), expected);
}

#[test]
fn a_quote_is_split_by_its_speaker() {
    assert!(paragraphs(&sample()).iter().any(|words| {
        marks(words) == (2, 2) && words.starts_with('“') && words.contains(",” said ") && words.ends_with(".”")
    }));
}

#[test]
fn a_quote_runs_over_two_paragraphs() {
    let article = sample();
    let paragraphs = paragraphs(&article);
    assert!(paragraphs.windows(2).any(|pair| {
        matches!(pair, [one, other] if marks(one).0 == marks(one).1 + 1 && other.starts_with('“') && marks(other) == (1, 1))
    }));
}

#[test]
fn a_quotation_mark_opens_again_inside_a_quote_that_is_not_closed() {
    assert!(paragraphs(&sample()).iter().any(|words| {
        let second = words.match_indices('“').nth(1).map(|(at, _)| at);
        let third = words.match_indices('“').nth(2).map(|(at, _)| at);
        let closed = |from: usize, to: usize| words[from..to].contains('”');
        marks(words) == (3, 2) && second.zip(third).is_some_and(|(second, third)| !closed(second, third))
    }));
}

#[test]
fn an_editor_has_put_words_into_a_quote_that_then_begins_again() {
    assert!(SAMPLE.contains("the board [of Nordsund] We have not seen"));
}

#[test]
fn a_quote_holds_another_quote() {
    assert!(
        paragraphs(&sample())
            .iter()
            .any(|words| words.starts_with('“') && words.contains(", ‘") && words.contains("’ and"))
    );
}

#[test]
fn somebody_is_quoted_without_quotation_marks() {
    assert!(paragraphs(&sample()).iter().any(|words| words.contains(" said she ") && marks(words) == (0, 0)));
}

#[test]
fn an_official_has_no_name() {
    assert!(SAMPLE.contains("according to a senior transport official who asked not to be named"));
}

#[test]
fn single_words_are_quoted_inside_a_sentence() {
    assert!(paragraphs(&sample()).iter().any(|words| !words.starts_with('“') && marks(words) == (2, 2)));
}

#[test]
fn it_has_a_number_a_range_and_a_percentage() {
    for words in ["212,000 passengers", "40–55%", "10 to 14 days", "6.5 percent", "38%"] {
        assert!(SAMPLE.contains(words), "{words}");
    }
}

#[test]
fn its_figures_agree_with_each_other() {
    assert_eq!(((34.0_f64 - 21.0) / 34.0 * 100.0).round(), 38.0);
    assert!(SAMPLE.contains("from 34 to 21 a week on October 1 – a drop of 38%"));
}

#[test]
fn it_has_a_dash_with_spaces_and_an_ellipsis() {
    assert!(SAMPLE.contains(" – ") && SAMPLE.contains('…'));
}

#[test]
fn one_character_is_beyond_the_basic_plane() {
    assert_eq!(SAMPLE.chars().filter(|character| character.len_utf16() == 2).count(), 1);
}

#[test]
fn one_letter_has_its_accent_as_a_character_of_its_own() {
    assert!(SAMPLE.graphemes(true).any(|grapheme| grapheme == "e\u{301}"));
}

#[test]
fn it_ends_with_who_else_worked_on_it() {
    assert!(SAMPLE.trim_end().ends_with("contributed to this report."));
}

#[test]
fn it_has_blank_lines() {
    assert!(SAMPLE.matches("\n\n").count() > 2);
}
