//! What the blocks of a plain text are taken for.

use bluepencil::article::BlockKind;

use super::{article, blocks_of, check, fixture};

#[test]
fn an_article_with_everything_is_read_line_by_line() {
    check(
        "
title    |Harbour reopens after storm
byline   |By Rosa Winterholm and Ole Brandeck | Farwater Press
date     |Published 3 December 2025

paragraph|The harbour opened again on Wednesday, two days after the storm.
caption  |Boats wait outside the harbour wall on Tuesday.
credit   |Rosa Winterholm/Sundline via Littoral Images
heading  |Repairs will take until spring
paragraph|The outer wall is cracked in three places.

list-item|- the north light
list-item|• the slipway
list-item|2. the fuel pump
quote    |> All craft proceed with caution.
paragraph|Nobody was hurt.
",
    );
}

#[test]
fn a_first_line_that_is_a_sentence_is_no_title() {
    check(
        "
paragraph|The harbour opened again on Wednesday.
paragraph|Nobody was hurt.
",
    );
}

#[test]
fn a_headline_may_be_a_question() {
    check(
        "
title    |Who pays for the harbour wall?
paragraph|Nobody knows yet.
",
    );
}

#[test]
fn a_quotation_with_its_speaker_is_no_title() {
    check(
        "
paragraph|“We are open again,” the harbour master said
paragraph|Nobody was hurt.
",
    );
}

#[test]
fn a_line_with_nothing_below_it_is_no_title() {
    check("paragraph|Harbour reopens after storm");
}

#[test]
fn a_line_that_goes_on_in_the_next_is_no_title() {
    check(
        "
paragraph|The harbour opened again on Wednesday
paragraph|two days after the storm.
",
    );
}

#[test]
fn a_sentence_that_begins_with_by_is_no_byline() {
    check(
        "
title    |Harbour reopens
paragraph|By Wednesday the storm had passed.
paragraph|By Ole Brandeck’s account it was dark.
paragraph|Nobody was hurt.
",
    );
}

#[test]
fn a_byline_may_be_german_french_or_spanish() {
    for by in ["By", "Von", "Par", "Por", "BY"] {
        check(&format!(
            "
title    |Harbour reopens
byline   |{by} Rosa Winterholm
paragraph|The harbour opened again on Wednesday.
"
        ));
    }
}

#[test]
fn a_byline_far_down_is_a_paragraph() {
    let filler = "paragraph|The storm went on and on.\n".repeat(9);
    check(&format!("title    |Harbour reopens\n{filler}paragraph|By Rosa Winterholm"));
}

#[test]
fn lines_without_full_stops_are_not_all_headings() {
    check(
        "
title    |Names of the boats
paragraph|Maid of Ostermoor
paragraph|Two Sisters
paragraph|Patience
",
    );
}

#[test]
fn a_question_between_paragraphs_is_no_heading() {
    check(
        "
paragraph|The harbour opened again on Wednesday.
paragraph|And the wall?
paragraph|Nobody knows yet.
",
    );
}

#[test]
fn a_row_of_signs_is_neither_a_list_nor_a_heading() {
    check(
        "
paragraph|The harbour opened again on Wednesday.
paragraph|* * *
paragraph|Nobody was hurt.
",
    );
}

#[test]
fn hebrew_and_arabic_lines_are_paragraphs_with_their_caption_and_heading() {
    let article = article(&fixture("right-to-left.txt"));
    let kinds: Vec<&str> = article.blocks.iter().map(|block| block.kind.name()).collect();
    let expected =
        ["title", "byline", "paragraph", "paragraph", "paragraph", "caption", "credit", "heading", "paragraph"];
    assert_eq!(kinds, expected);
}

#[test]
fn chinese_lines_end_with_their_own_full_stop() {
    let article = article(&fixture("chinese.txt"));
    let kinds: Vec<&str> = article.blocks.iter().map(|block| block.kind.name()).collect();
    assert_eq!(kinds, ["title", "paragraph", "paragraph", "caption", "credit", "heading", "paragraph"]);
}

/// Another program's article, which is kept outside this repository.
#[test]
fn the_article_that_the_desk_was_asked_for_is_read_without_a_mistake() {
    let path = format!("{}/../shared/data/seed-article.txt", env!("CARGO_MANIFEST_DIR"));
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared/data is not here");
        return;
    };
    let article = article(&text);
    let counts = BlockKind::ALL.map(|kind| (kind.name(), blocks_of(&article, kind).len()));
    assert_eq!(counts.map(|(_, count)| count), [30, 0, 0, 0, 1, 5, 5, 0, 0], "{counts:?}");
}
