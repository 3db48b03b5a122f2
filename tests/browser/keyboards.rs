//! Keyboards of all kinds: other layouts, keys that are held down, dead keys and compositions.

use serde_json::{Value, json};

use crate::support::{Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Presses a key as a browser tells it, which drivers do only for the layout that they think of; tells whether the page has taken
/// it from the browser.
async fn tell(desk: &Desk, event: Value) -> bool {
    let script = "const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...arguments[0] });
        document.activeElement.dispatchEvent(event);
        return event.defaultPrevented";
    desk.now(script, &[event]).await
}

fn with_ctrl(key: &str, code: &str) -> Value {
    json!({ "ctrlKey": true, "key": key, "code": code })
}

/// Puts the caret before the title, with no mark in focus.
async fn step_aside(desk: &Desk) {
    desk.select(0, 0).await;
    desk.press("Esc").await;
}

/// Holds a key down: pressed once, and so often again.
async fn hold(desk: &Desk, event: Value, repeats: usize) {
    tell(desk, event.clone()).await;
    let mut again = event;
    again["repeat"] = true.into();
    for _ in 0..repeats {
        tell(desk, again.clone()).await;
    }
}

#[test]
fn ctrl_keys_act_on_layouts_without_latin_letters() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("two years");
        for (key, code) in [("я", "KeyZ"), ("ζ", "KeyZ"), ("ז", "KeyZ"), ("ئ", "KeyZ")] {
            desk.mark("quote", start, end).await;
            assert!(tell(desk, with_ctrl(key, code)).await, "{key}");
            desk.annotations_to_be(0).await;
        }
        let redo = json!({ "ctrlKey": true, "shiftKey": true, "key": "Я", "code": "KeyZ" });
        assert!(tell(desk, redo).await);
        desk.annotations_to_be(1).await;
        assert!(tell(desk, with_ctrl("л", "KeyK")).await);
        desk.dialog("Commands").await;
        desk.close_dialog().await;
        assert!(tell(desk, with_ctrl("ы", "KeyS")).await, "the browser would save the page");
        desk.downloaded().await;
    });
}

#[test]
fn ctrl_keys_go_by_the_letter_on_layouts_with_latin_letters() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("two years");
        desk.mark("quote", start, end).await;
        tell(desk, with_ctrl("z", "KeyY")).await;
        desk.annotations_to_be(0).await;
        tell(desk, with_ctrl("y", "KeyZ")).await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn a_held_key_deletes_marks_and_flags_once() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let marks = desk.settled_annotations().await;
        step_aside(desk).await;
        desk.press("J").await;
        desk.focus_on(&marks[0].id).await;
        desk.listen().await;
        hold(desk, json!({ "key": "f", "code": "KeyF" }), 9).await;
        desk.told(" flagged.").await;
        hold(desk, json!({ "key": "Delete", "code": "Delete" }), 10).await;
        desk.annotations_to_be(marks.len() - 1).await;
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(marks.len()).await;
        let (start, end) = article.find("plain words");
        desk.select(start, end).await;
        hold(desk, json!({ "key": "c", "code": "KeyC" }), 10).await;
        desk.annotations_to_be(marks.len() + 1).await;
        desk.alert_is("").await;
    });
}

#[test]
fn a_held_key_goes_on_through_the_marks_and_takes_back_step_by_step() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let marks = desk.settled_annotations().await;
        step_aside(desk).await;
        hold(desk, json!({ "key": "j", "code": "KeyJ" }), 2).await;
        desk.focus_on(&marks[2].id).await;
        hold(desk, with_ctrl("z", "KeyZ"), 2).await;
        desk.annotations_to_be(marks.len() - 3).await;
    });
}

#[test]
fn a_letter_that_gets_an_accent_is_no_command() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("two years");
        desk.select(start, end).await;
        for first in [
            json!({ "key": "Dead", "code": "Quote" }),
            json!({ "key": "Dead", "code": "BracketLeft", "shiftKey": true }),
        ] {
            assert!(!tell(desk, first).await);
            tell(desk, json!({ "key": "Shift", "code": "ShiftLeft" })).await;
            assert!(!tell(desk, json!({ "key": "q", "code": "KeyQ" })).await);
        }
        desk.annotations_to_be(0).await;
        desk.press("Q").await;
        desk.annotation("quote", start, end).await;
    });
}

#[test]
fn what_an_input_method_or_alt_gr_makes_is_no_command() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find("two years");
        desk.select(start, end).await;
        for event in [
            json!({ "key": "q", "code": "KeyQ", "isComposing": true }),
            json!({ "key": "q", "code": "KeyQ", "keyCode": 229 }),
            json!({ "key": "Process", "code": "KeyQ", "keyCode": 229 }),
            json!({ "key": "q", "code": "KeyQ", "ctrlKey": true, "altKey": true, "modifierAltGraph": true }),
            json!({ "key": "@", "code": "KeyQ", "ctrlKey": true, "altKey": true, "modifierAltGraph": true }),
        ] {
            assert!(!tell(desk, event.clone()).await, "{event}");
        }
        desk.annotations_to_be(0).await;
    });
}

#[test]
fn ctrl_and_a_selects_the_article_alone_also_from_the_list() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (first, last) = (article.blocks[0].start, article.blocks.last().expect("a block"));
        let end = last.start + last.text.trim_end().chars().count();
        desk.press("Ctrl+A").await;
        desk.press("C").await;
        let mark = desk.annotation("claim", first, end).await;
        desk.focus_on(&mark.id).await;
        desk.run("annotationItems()[0].querySelector('button').focus()", &[]).await;
        desk.press("Ctrl+A").await;
        desk.article_has_focus().await;
        desk.press("P").await;
        desk.annotation("caption", first, end).await;
    });
}

#[test]
fn a_key_that_cannot_be_given_says_why() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.command("keys of your own").await;
        desk.dialog("Keys").await;
        for (event, words) in [
            (json!({ "key": "Dead", "code": "Quote" }), "puts an accent on the next letter"),
            (json!({ "key": "Process", "code": "KeyQ", "keyCode": 229 }), "input method"),
            (json!({ "key": "ArrowLeft", "code": "ArrowLeft" }), "stays as it is"),
        ] {
            desk.click("Change Mark quote").await;
            tell(desk, event).await;
            desk.shows(words).await;
        }
        desk.click("Change Mark quote").await;
        tell(desk, json!({ "key": "й", "code": "KeyQ" })).await;
        desk.close_dialog().await;
        desk.press("Ctrl+Home").await;
        desk.press("'").await;
        tell(desk, json!({ "key": "й", "code": "KeyQ" })).await;
        desk.annotations_to_be(1).await;
    });
}
