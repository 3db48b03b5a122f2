//! The pointer means the same in every engine: a click moves no text, and a handle goes where it is led.

use serde_json::json;

use crate::support::{Desk, with_desk};
use crate::texts::BRIDGE;

#[test]
fn a_click_just_below_a_block_means_that_block() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) =
            article.find("“It is a good day for the town,” said Blix. “Nobody believed us, and now it stands.”");
        for below in [1, 3, 5] {
            desk.press("Ctrl+Home").await;
            desk.caret_is(0).await;
            let place = "const { left, bottom } = place(arguments[0]).block.element.getBoundingClientRect();
                return { x: left + 30 * arguments[1], y: bottom + arguments[1] }";
            desk.click_where("a place below a block", place, &[json!(start), json!(below)]).await;
            let caret = desk.settled_caret().await;
            assert!((start..=end).contains(&caret), "{below} px below: {caret}, not from {start} to {end}");
        }
    });
}

/// An article with one very long mark in it.
async fn with_long_mark(desk: &Desk) -> usize {
    let text =
        format!("A long article\n\n{}The very end.", "Words that fill a line or two, over and over.\n\n".repeat(80));
    let article = desk.open_text(&text).await;
    let (start, end) = (article.blocks[1].start, article.blocks[70].start);
    desk.mark_roughly("quote", start, end).await;
    desk.select(0, 0).await;
    desk.press("Esc").await;
    // A word well within it.
    article.blocks[40].start + "Words that ".chars().count()
}

#[test]
fn a_double_click_in_a_mark_that_is_longer_than_the_window_takes_the_word_under_it() {
    with_desk(async |desk| {
        let word = with_long_mark(desk).await;
        desk.double_click_at(word + 1).await;
        desk.selection_is("fill").await;
        desk.caret_is_in_view("after a double-click").await;
    });
}

#[test]
fn a_click_on_a_mark_that_is_longer_than_the_window_moves_no_text() {
    with_desk(async |desk| {
        let word = with_long_mark(desk).await;
        let mark = desk.settled_annotations().await.remove(0);
        desk.click_at(word).await;
        desk.focus_on(&mark.id).await;
        // It was in the middle of the window when it was clicked.
        let middle = desk.settled_middle_of(word).await;
        let height: f64 = desk.now("return innerHeight", &[]).await;
        assert!((middle.y - height / 2.0).abs() < height / 4.0, "the word is at {} of {height} px", middle.y);
    });
}

#[test]
fn a_handle_that_is_led_onto_a_word_takes_that_word() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("cars a day");
        desk.mark("claim", start, end).await;
        let (word, _) = article.find("carry 9,000");
        desk.drag_handle_onto(0, word + 2).await;
        desk.annotation("claim", word, end).await;
        let (_, further) = article.find("across the river");
        desk.drag_handle_onto(1, further - 2).await;
        desk.annotation("claim", word, further).await;
    });
}

#[test]
fn a_handle_on_the_last_line_of_a_paragraph_takes_the_word_too() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("Nobody believed us, and now it stands.");
        desk.mark("quote", start, end).await;
        let (word, _) = article.find("believed us");
        desk.drag_handle_onto(0, word + 3).await;
        desk.annotation("quote", word, end).await;
        let (_, last) = article.find("now it");
        desk.drag_handle_onto(1, last - 1).await;
        desk.annotation("quote", word, last).await;
    });
}
