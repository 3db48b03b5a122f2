//! What is typed into a dialog or a field is there again, however it was left.

use serde_json::json;

use crate::support::{Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE};

/// Three paragraphs of forty words.
fn transcript() -> String {
    let paragraph = |name: &str| vec![name; 40].join(" ");
    ["ferry", "harbour", "council"].map(paragraph).join("\n\n")
}

async fn open_dialog(desk: &Desk) {
    desk.click("New article").await;
    desk.dialog("New article").await;
}

/// Types a transcript and its title with keys.
async fn type_transcript(desk: &Desk) {
    open_dialog(desk).await;
    desk.fill("Title", "Transcript").await;
    desk.click_field("Article text").await;
    desk.type_words(&transcript()).await;
}

/// Opens the dialog and looks whether the transcript is there.
async fn transcript_is_there(desk: &Desk) {
    open_dialog(desk).await;
    desk.value_is("Article text", &transcript()).await;
    desk.value_is("Title", "Transcript").await;
}

#[test]
fn escape_keeps_what_is_typed_for_a_new_article() {
    with_desk(async |desk| {
        type_transcript(desk).await;
        desk.press("Esc").await;
        desk.no_dialog().await;
        transcript_is_there(desk).await;
    });
}

#[test]
fn close_and_cancel_keep_what_is_typed_for_a_new_article() {
    with_desk(async |desk| {
        type_transcript(desk).await;
        for button in ["Close", "Cancel"] {
            desk.click(button).await;
            desk.no_dialog().await;
            transcript_is_there(desk).await;
        }
    });
}

#[test]
fn the_palette_opened_over_it_keeps_what_is_typed_for_a_new_article() {
    with_desk(async |desk| {
        type_transcript(desk).await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.close_dialog().await;
        transcript_is_there(desk).await;
    });
}

#[test]
fn back_keeps_what_is_typed_for_a_new_article() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.click("Library").await;
        desk.screen_is("library").await;
        type_transcript(desk).await;
        desk.run("history.back()", &[]).await;
        desk.screen_is("reader").await;
        // The dialog may have stayed open.
        desk.press("Esc").await;
        desk.no_dialog().await;
        transcript_is_there(desk).await;
    });
}

#[test]
fn a_reload_keeps_what_is_typed_for_a_new_article_and_asks_nothing() {
    with_desk(async |desk| {
        // At once after the last key, and once everything is kept.
        type_transcript(desk).await;
        desk.reload().await;
        transcript_is_there(desk).await;
        desk.close_dialog().await;
        desk.saved().await;
        desk.reload().await;
        transcript_is_there(desk).await;
    });
}

#[test]
fn opening_the_article_empties_the_dialog_for_the_next_one() {
    with_desk(async |desk| {
        type_transcript(desk).await;
        desk.close_dialog().await;
        transcript_is_there(desk).await;
        desk.click("Open article").await;
        desk.no_dialog().await;
        desk.article_with("ferry ferry").await;
        for _ in 0..2 {
            open_dialog(desk).await;
            desk.value_is("Article text", "").await;
            desk.value_is("Title", "").await;
            desk.close_dialog().await;
            desk.saved().await;
            desk.reload().await;
        }
    });
}

#[test]
fn what_is_emptied_by_hand_stays_empty() {
    with_desk(async |desk| {
        type_transcript(desk).await;
        for field in ["Article text", "Title"] {
            desk.click_field(field).await;
            desk.press("Ctrl+A").await;
            desk.press("Delete").await;
        }
        desk.close_dialog().await;
        desk.saved().await;
        desk.reload().await;
        open_dialog(desk).await;
        desk.value_is("Article text", "").await;
        desk.value_is("Title", "").await;
    });
}

#[test]
fn a_refused_text_is_there_after_a_reload() {
    with_desk(async |desk| {
        open_dialog(desk).await;
        desk.fill("Article text", "{ this is neither data nor an article").await;
        desk.listen().await;
        desk.click("Open article").await;
        desk.warned("").await;
        desk.reload().await;
        open_dialog(desk).await;
        desk.value_is("Article text", "{ this is neither data nor an article").await;
    });
}

#[test]
fn a_large_text_is_kept_in_the_database_and_fills_no_local_storage() {
    with_desk(async |desk| {
        open_dialog(desk).await;
        desk.click_field("Article text").await;
        let paste = "const field = document.activeElement;
            field.value = 'A pasted word. '.repeat(140_000);
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))";
        desk.run(paste, &[]).await;
        desk.tiers_where("the text, in the database alone,", |[quick, strict]| {
            let longest =
                |records: &std::collections::BTreeMap<String, String>| records.values().map(String::len).max();
            longest(quick) < Some(200_000) && longest(strict) > Some(2_000_000)
        })
        .await;
        let length = "return named(FILLABLE, 'Article text')[0].value.length";
        for _ in 0..2 {
            desk.saved().await;
            desk.reload().await;
            open_dialog(desk).await;
            desk.gives("the length of the text", 2_100_000, length, &[]).await;
        }
    });
}

#[test]
fn typing_into_a_large_text_writes_when_it_pauses_and_not_with_each_key() {
    with_desk(async |desk| {
        open_dialog(desk).await;
        desk.click_field("Article text").await;
        // Sixty keys without a pause, which no driver types, and each write into local storage is counted.
        let type_fast = "window.__writes = 0;
            const write = Storage.prototype.setItem;
            Storage.prototype.setItem = function (...all) { window.__writes += 1; return write.apply(this, all); };
            const field = document.activeElement;
            field.value = 'A pasted word. '.repeat(140_000);
            for (let key = 0; key < 60; key += 1) {
                field.setRangeText('x', field.value.length, field.value.length, 'end');
                field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
            }
            return window.__writes";
        assert_eq!(desk.now::<u32>(type_fast, &[]).await, 0);
        desk.holds("something to be written", "return __writes > 0", &[]).await;
        desk.saved().await;
        let writes: u32 = desk.now("return __writes", &[]).await;
        assert!(writes <= 4, "{writes} writes for 60 keys");
    });
}

#[test]
fn the_words_of_annotate_all_occurrences_are_there_again() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("40 million euros");
        let open = async || {
            desk.select(start, end).await;
            desk.command("Annotate all occurrences").await;
            desk.dialog("Annotate all occurrences").await;
        };
        open().await;
        desk.value_is("Words", "40 million euros").await;
        desk.fill("Words", "Nora Blix").await;
        desk.close_dialog().await;
        open().await;
        desk.value_is("Words", "Nora Blix").await;
        desk.dialog_shows("2 occurrences").await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        open().await;
        desk.value_is("Words", "Nora Blix").await;
        desk.click("Annotate 2").await;
        desk.no_dialog().await;
        open().await;
        desk.value_is("Words", "40 million euros").await;
    });
}

#[test]
fn the_details_of_an_article_are_kept_as_they_are_typed() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.command("Article details").await;
        desk.dialog("Article details").await;
        desk.fill("Source", "A typed source").await;
        desk.close_dialog().await;
        desk.saved().await;
        desk.reload().await;
        desk.command("Article details").await;
        desk.dialog("Article details").await;
        desk.value_is("Source", "A typed source").await;
    });
}

#[test]
fn the_name_in_settings_is_kept_when_escape_closes_them() {
    with_desk(async |desk| {
        desk.click("Settings").await;
        desk.dialog("Settings").await;
        desk.fill("Your name", "Ada Coast").await;
        desk.close_dialog().await;
        desk.saved().await;
        desk.reload().await;
        desk.click("Settings").await;
        desk.dialog("Settings").await;
        desk.value_is("Your name", "Ada Coast").await;
    });
}

#[test]
fn a_note_for_selected_marks_is_there_until_it_is_added() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        let select = async || desk.command("Select all in list").await;
        select().await;
        desk.fill("Note to add", "Ask the mayor").await;
        desk.click("Select none").await;
        select().await;
        desk.value_is("Note to add", "Ask the mayor").await;
        desk.saved().await;
        desk.reload().await;
        desk.annotations_to_be(2).await;
        select().await;
        desk.value_is("Note to add", "Ask the mayor").await;
        desk.click("Add note").await;
        desk.value_is("Note to add", "").await;
        let notes = desk.export().await.annotations().iter().map(|mark| mark["note"].clone()).collect::<Vec<_>>();
        assert_eq!(notes, [json!("Ask the mayor"), json!("Ask the mayor")]);
    });
}

#[test]
fn the_palette_and_the_search_show_the_last_words_to_be_typed_over() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.type_words("split").await;
        desk.close_dialog().await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.value_is("Search commands", "split").await;
        desk.type_words("keyboard help").await;
        desk.value_is("Search commands", "keyboard help").await;
        desk.press("Enter").await;
        desk.dialog("Keyboard help").await;
        desk.close_dialog().await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.value_is("Search commands", "").await;
        desk.close_dialog().await;
        desk.press("/").await;
        desk.focus_is_named("Search").await;
        desk.type_words("ferry").await;
        desk.press("Esc").await;
        desk.article_has_focus().await;
        desk.press("/").await;
        desk.focus_is_named("Search").await;
        desk.value_is("Search", "ferry").await;
        desk.type_words("river").await;
        desk.value_is("Search", "river").await;
    });
}
