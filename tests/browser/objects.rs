//! Text objects with real keys and a real mouse: what is selected, marked and said.

use crate::support::{Desk, with_desk};
use crate::texts::BRIDGE;

/// Opens the text and clicks just before some words.
async fn click_before(desk: &Desk, words: &str) {
    let (start, _) = desk.open_text(BRIDGE).await.find(words);
    desk.click_at(start).await;
}

#[test]
fn each_key_selects_its_object_the_next_and_the_one_before() {
    with_desk(async |desk| {
        click_before(desk, "Mayor Nora Blix said").await;
        let steps = [
            ("W", "Mayor"),
            ("W", "Nora"),
            ("Shift+W", "Mayor"),
            (".", "“We built it in two years,” Mayor Nora Blix said on Monday."),
            ("'", "“We built it in two years,”"),
            ("'", "“It is a good day for the town,”"),
            (";", "“We built it in two years,”"),
            ("'", "“It is a good day for the town,”"),
            (".", "“It is a good day for the town,” said Blix."),
            (".", "“Nobody believed us, and now it stands.”"),
            (",", "“It is a good day for the town,” said Blix."),
            ("G", "“It is a good day for the town,” said Blix. “Nobody believed us, and now it stands.”"),
            ("G", "Mayor Nora Blix cuts a ribbon at the north end on November 3, 2025."),
            ("G", "Jon Vale/AFP via Getty Images"),
            ("Shift+G", "Mayor Nora Blix cuts a ribbon at the north end on November 3, 2025."),
            ("-", "Jon Vale/AFP via Getty Images"),
        ];
        for (key, words) in steps {
            desk.press(key).await;
            desk.selection_is(words).await;
        }
    });
}

#[test]
fn what_was_selected_is_said() {
    with_desk(async |desk| {
        click_before(desk, "The mayor opens").await;
        desk.listen().await;
        desk.press("'").await;
        desk.told("Quotation 1 of 3: “We built it in two years,”").await;
        desk.press_times("'", 2).await;
        desk.told("Quotation 3 of 3: “Nobody believed us, and now it stands.” It goes on").await;
    });
}

#[test]
fn quotation_after_quotation_is_marked() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        for _ in 0..3 {
            desk.press("'").await;
            desk.press("Q").await;
        }
        desk.annotations_to_be(3).await;
        for words in [
            "“We built it in two years,”",
            "“It is a good day for the town,”",
            "“Nobody believed us, and now it stands.”",
        ] {
            let (start, end) = article.find(words);
            desk.annotation("quote", start, end).await;
        }
    });
}

#[test]
fn a_label_at_the_caret_takes_quotation_sentence_or_block() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let cases = [
            ("believed us", "Q", "quote", "“Nobody believed us, and now it stands.”"),
            ("Monday", "C", "claim", "“We built it in two years,” Mayor Nora Blix said on Monday."),
            ("cuts a ribbon", "P", "caption", "Mayor Nora Blix cuts a ribbon at the north end on November 3, 2025."),
            ("AFP via", "R", "credit", "Jon Vale/AFP via Getty Images"),
        ];
        for (place, key, label, words) in cases {
            desk.click_at(article.find(place).0).await;
            desk.press(key).await;
            let (start, end) = article.find(words);
            desk.annotation(label, start, end).await;
        }
    });
}

#[test]
fn a_quote_at_a_caret_outside_quotation_marks_is_refused() {
    with_desk(async |desk| {
        click_before(desk, "ribbon").await;
        desk.listen().await;
        desk.press("Q").await;
        desk.warned("There is no quotation at the caret").await;
        desk.annotations_to_be(0).await;
    });
}

#[test]
fn a_number_marks_the_selection_with_that_label() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("two years");
        desk.select(start, end).await;
        desk.press("2").await;
        desk.annotation("claim", start, end).await;
        desk.listen().await;
        desk.press("9").await;
        desk.warned("There is no label 9").await;
    });
}

#[test]
fn a_second_double_click_takes_the_quotation_or_the_sentence() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let cases = [
            ("believed", "“Nobody believed us, and now it stands.”"),
            ("said on", "“We built it in two years,” Mayor Nora Blix said on Monday."),
        ];
        for (place, words) in cases {
            let (start, _) = article.find(place);
            desk.double_click_at(start + 1).await;
            desk.selection_is(place.split(' ').next().expect("a word")).await;
            desk.double_click_at(start + 1).await;
            desk.selection_is(words).await;
        }
    });
}

#[test]
fn an_object_far_below_comes_into_view() {
    with_desk(async |desk| {
        let filler = "Plain words stand here.\n\n".repeat(200);
        desk.open_text(&format!("A long article\n\n{filler}He said “no more” at last.\n")).await;
        desk.press("'").await;
        desk.selection_is("“no more”").await;
        desk.holds(
            "the quotation to be in view",
            "const box = getSelection().getRangeAt(0).getBoundingClientRect();
             return box.top >= 0 && box.bottom <= innerHeight",
            &[],
        )
        .await;
    });
}
