//! The caret goes the same way in every engine, and the window goes with it.

use crate::support::{Area, Desk, Settings, with_browser, with_desk};
use crate::texts::BRIDGE;

/// An article of many lines.
fn long() -> String {
    format!("A long article\n\n{}The very end.", "Words that fill a line or two, over and over again.\n\n".repeat(80))
}

#[test]
fn a_paragraph_is_a_step_with_and_without_shift() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let starts: Vec<usize> = article.blocks.iter().map(|block| block.start).collect();
        desk.press("Ctrl+Home").await;
        for start in &starts[1..4] {
            desk.press("Ctrl+ArrowDown").await;
            desk.caret_is(*start).await;
        }
        for start in starts[..3].iter().rev() {
            desk.press("Ctrl+ArrowUp").await;
            desk.caret_is(*start).await;
        }
        desk.press_times("Ctrl+Shift+ArrowDown", 2).await;
        desk.caret_is(starts[2]).await;
        desk.press("Ctrl+Shift+ArrowUp").await;
        desk.caret_is(starts[1]).await;
        desk.holds("the title to be selected", "return getSelection().toString().startsWith('The mayor opens')", &[])
            .await;
    });
}

#[test]
fn the_column_is_kept_over_lines_of_every_kind() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let ends: Vec<usize> =
            article.blocks.iter().map(|block| block.start + block.text.trim_end().chars().count()).collect();
        desk.press("Ctrl+Home").await;
        desk.press_times("ArrowRight", 9).await;
        desk.caret_is(9).await;
        let column = desk.settled_middle_of(9).await.x;
        let mut before = 9;
        for step in 1..=8 {
            desk.press("ArrowDown").await;
            let caret = desk.caret_is_behind(before).await;
            before = caret;
            let x = desk.settled_middle_of(caret).await.x;
            // A line that is too short has the caret at its end.
            assert!(ends.contains(&caret) || (x - column).abs() < 20.0, "step {step}: {x} px, not {column} px");
        }
    });
}

#[test]
fn the_window_follows_the_caret_to_both_ends_and_line_by_line() {
    with_desk(async |desk| {
        desk.open_text(&long()).await;
        for key in ["Ctrl+End", "Ctrl+Home"] {
            desk.press(key).await;
            desk.caret_is_in_view(&format!("after {key}")).await;
        }
        desk.press_times("ArrowDown", 40).await;
        desk.caret_is_in_view("after forty lines down").await;
        desk.press_times("ArrowUp", 35).await;
        desk.caret_is_in_view("after 35 lines up").await;
    });
}

#[test]
fn the_caret_at_the_end_of_a_broken_line_is_drawn_there() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, _) = article.find("“We built it in two years");
        desk.click_at(start).await;
        desk.caret_is(start).await;
        let line_end = desk.now::<Area>(LINE_END, &[start.into()]).await;
        let before = desk.picture().await;
        desk.press("End").await;
        desk.caret_is_behind(start).await;
        let look = async || before.changes(&desk.picture().await, &[line_end]);
        desk.expects_that("the caret at the right end of the line", look, |changes| *changes > 8).await;
    });
}

/// A narrow part of the window behind the last character of the line that begins at a code point.
const LINE_END: &str = "
    let position = arguments[0], line = characterRect(position), end = line.right;
    for (;;) {
      const next = characterRect(++position);
      if (next.top > line.bottom - 2) break;
      if (next.width > 0) end = next.right;
    }
    return { left: end - 8, top: line.top, width: 16, height: line.height };";

/// Has the page think that it is on a Mac.
async fn become_a_mac(desk: &Desk) {
    desk.before_every_page("Object.defineProperty(Navigator.prototype, 'platform', { get: () => 'MacIntel' });").await;
    desk.open("").await;
}

#[test]
fn on_a_mac_the_caret_goes_as_on_a_mac() {
    with_browser(Settings::default(), async |desk: &Desk| {
        become_a_mac(desk).await;
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = (article.blocks[0].start, article.find("The mayor opens the bridge").1);
        let (paragraph, _) = article.find("By Ada Ortega");
        let last = article.blocks.last().expect("a block");
        let (caption, caption_end) = article.find("Jon Vale/AFP via Getty Images");
        desk.click_at(start).await;
        let steps = [
            ("Meta+ArrowRight", end),
            ("Meta+ArrowLeft", start),
            ("Ctrl+E", end),
            ("Alt+ArrowLeft", article.find("bridge").0),
            ("Ctrl+A", start),
            ("Alt+ArrowDown", paragraph),
            ("Alt+ArrowUp", start),
            ("Meta+ArrowDown", last.start + last.text.trim_end().chars().count()),
            ("Meta+ArrowUp", 0),
        ];
        for (key, position) in steps {
            desk.press(key).await;
            desk.caret_is(position).await;
            desk.selection_is("").await;
        }
        desk.click_at(caption).await;
        desk.press("Meta+Shift+ArrowRight").await;
        desk.caret_is(caption_end).await;
        desk.selection_is("Jon Vale/AFP via Getty Images").await;
        desk.press("Meta+Shift+ArrowUp").await;
        desk.caret_is(0).await;
    });
}

#[test]
fn on_a_mac_words_are_steps_and_boundaries_move_with_the_same_keys() {
    with_browser(Settings::default(), async |desk: &Desk| {
        become_a_mac(desk).await;
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("Nora Blix said");
        desk.click_at(start).await;
        desk.press_times("Alt+Shift+ArrowRight", 3).await;
        desk.press("Q").await;
        desk.annotation("quote", start, end).await;
        desk.press("B").await;
        desk.press("Alt+ArrowRight").await;
        desk.press("Enter").await;
        desk.annotation("quote", start, article.find("Nora Blix said on").1).await;
    });
}

#[test]
fn every_key_of_text_objects_and_of_labels_can_follow_another() {
    // In this order they have brought down a browser in which the styles of marks had no fixed order.
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        let keys = ["Ctrl+Home", ".", "C", "'", "Q", "Ctrl+Home", "W", "Q", "Ctrl+Home", "G", "Q"];
        for key in keys {
            desk.press(key).await;
        }
        let marks = desk.annotations_to_be(4).await;
        for mark in &marks {
            desk.painted_as(&mark.label, mark.start, mark.end).await;
        }
        desk.app_state_is("ready").await;
    });
}
