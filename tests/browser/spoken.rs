//! What a screen reader says while one marks, moves, takes back and reads: each sentence as it should be heard.

use crate::support::{Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Opens the article with its marks, puts the focus on the first of them and has the screen reader listen.
async fn listen_at_the_first_mark(desk: &Desk) {
    desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
    let first = desk.settled_annotations().await.remove(0);
    desk.press_times("K", BRIDGE_MARKS.len() - 1).await;
    desk.focus_on(&first.id).await;
    desk.start_screen_reader().await;
    desk.hear("document").await;
}

#[test]
fn marking_says_what_was_marked_once() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("half an hour");
        desk.start_screen_reader().await;
        desk.hear("document").await;
        desk.select(start, end).await;
        desk.press("C").await;
        desk.hears("polite: Claim marked: half an hour").await;
    });
}

#[test]
fn moving_says_which_mark_one_has_come_to() {
    with_desk(async |desk| {
        listen_at_the_first_mark(desk).await;
        let steps = [
            ("J", "polite: Claim 2 of 7: it cost 40 million euros and will carry 9,000 cars a day"),
            ("J", "polite: Quote 3 of 7: 40 million euros"),
            ("K", "polite: Claim 2 of 7: it cost 40 million euros and will carry 9,000 cars a day"),
        ];
        for (key, sentence) in steps {
            desk.press(key).await;
            desk.hears(sentence).await;
        }
    });
}

#[test]
fn taking_back_and_doing_again_say_what() {
    with_desk(async |desk| {
        listen_at_the_first_mark(desk).await;
        desk.press("Delete").await;
        desk.hears("polite: Quote removed: “We built it in two years,”").await;
        desk.press("Ctrl+Z").await;
        desk.hears("polite: Undone: quote removed.").await;
        desk.press("Ctrl+Y").await;
        desk.hears("polite: Redone: quote removed.").await;
    });
}

#[test]
fn a_refusal_interrupts() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.start_screen_reader().await;
        desk.hear("document").await;
        desk.press("Q").await;
        let sentence =
            "There is no quotation at the caret. Press ' for the next one, or select some words, then press Q.";
        desk.hear(&format!("assertive: {sentence}")).await;
    });
}

#[test]
fn a_marked_paragraph_is_read_with_the_ends_of_its_marks() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.read_with_marks().await;
        let expected = [
            "paragraph",
            "“It is a good day for the town,” said Blix.",
            "mark, linked details",
            "link, quote, Go to record",
            "quote",
            "end of link, quote, Go to record",
            "“Nobody believed us, and",
            "mark, linked details",
            "link, claim, Go to record",
            "claim",
            "end of link, claim, Go to record",
            "now it stands",
            "end of claim",
            "end of mark, linked details",
            ".”",
            "end of quote",
            "end of mark, linked details",
            "end of paragraph",
        ];
        // The records are a part of what is read: a mark says that it has details only where they can be reached.
        desk.reads("#reading", &expected).await;
    });
}

#[test]
fn a_record_is_read_with_its_number_words_and_note() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let mark = desk.settled_annotations().await.remove(3);
        desk.press_times("K", 3).await;
        desk.focus_on(&mark.id).await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        desk.type_words("ask Blix").await;
        desk.item_says(&mark.id, "ask Blix").await;
        desk.press("Esc").await;
        let row = format!("[data-annotation-id='{}']", mark.id);
        let name = "Quote 4 of 7: “Nobody believed us, and now it stands.” Note: ask Blix";
        desk.reads(&row, &[&format!("button, {name}")]).await;
        desk.read_with_marks().await;
        let expected = [
            "listitem, level 1, position 4, set size 7",
            "link, Quote 4 of 7, Go to record",
            "“Nobody believed us, and now it stands.”",
            "paragraph",
            "Note: ask Blix",
            "end of paragraph",
            "button, Go to text",
            "end of listitem, level 1, position 4, set size 7",
        ];
        desk.reads("#reading", &expected).await;
    });
}

#[test]
fn the_fields_of_a_mark_are_not_counted_as_a_mark() {
    with_desk(async |desk| {
        listen_at_the_first_mark(desk).await;
        desk.press("Enter").await;
        desk.hears("combobox, Label, quote, has popup listbox, not expanded").await;
        let expected = [
            "current item, position 1, set size 7",
            // The fields of the first.
            "position 1, set size 7",
            "position 2, set size 7",
            "position 3, set size 7",
            "position 4, set size 7",
            "position 5, set size 7",
            "position 6, set size 7",
            "position 7, set size 7",
        ];
        desk.reads_of_each("#annotations ul", "listitem, level 1, ", &expected).await;
    });
}
