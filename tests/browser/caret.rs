//! The caret with real keys: through letters, words, lines and the whole article, in both writing directions.

use crate::support::{LABELS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_TITLE, LEFTWARD};

#[test]
fn each_key_of_the_caret_moves_it() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let title = BRIDGE_TITLE.chars().count();
        let last = article.blocks.last().expect("a block");
        desk.click_at(4).await;
        let byline = article.find("By Ada Ortega").0;
        let steps = [
            ("ArrowRight", 5),
            ("ArrowLeft", 4),
            ("Home", 0),
            ("End", title),
            ("Ctrl+ArrowLeft", title - "bridge".len()),
            ("Ctrl+ArrowLeft", title - "the bridge".len()),
            ("Home", 0),
            ("ArrowDown", byline),
            ("ArrowUp", 0),
            ("Ctrl+End", last.start + last.text.trim_end().chars().count()),
            ("Ctrl+Home", 0),
            ("Ctrl+ArrowDown", byline),
            ("Ctrl+ArrowUp", 0),
        ];
        for (key, position) in steps {
            desk.press(key).await;
            desk.caret_is(position).await;
            desk.selection_is("").await;
        }
        // Where a word ends for the caret is for the system to say: before or behind the space.
        desk.press("Ctrl+ArrowRight").await;
        desk.holds("the caret behind the first word", "return [3, 4].includes(getSelection().focusOffset)", &[]).await;
    });
}

#[test]
fn each_key_of_the_caret_selects_with_shift() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        let steps = [
            ("Shift+ArrowRight", "T"),
            ("Shift+ArrowRight", "Th"),
            ("Shift+ArrowLeft", "T"),
            ("Ctrl+Shift+ArrowRight", "The"),
            ("Shift+End", BRIDGE_TITLE),
            ("Ctrl+Shift+ArrowLeft", "The mayor opens the"),
            ("Shift+Home", ""),
            ("Shift+ArrowDown", BRIDGE_TITLE),
            ("Shift+ArrowUp", ""),
        ];
        desk.press("Home").await;
        for (key, words) in steps {
            desk.press(key).await;
            let selected = "return getSelection().toString().trim()";
            desk.gives(&format!("the selected words after {key}"), words, selected, &[]).await;
        }
        desk.press("Ctrl+Shift+End").await;
        desk.press("2").await;
        let mark = desk.annotations_to_be(1).await.remove(0);
        assert_eq!(mark.place(), ("claim", 0, BRIDGE.trim_end().chars().count()));
    });
}

#[test]
fn the_numbers_mark_with_the_labels_in_their_order() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("two years");
        for (label, key) in LABELS.iter().zip(["1", "2", "3", "4"]) {
            desk.select(start, end).await;
            desk.press(key).await;
            desk.annotation(label, start, end).await;
        }
    });
}

/// What is marked in [`LEFTWARD`]: Hebrew, Arabic, and from one script into another.
const LEFTWARD_MARKS: [(&str, &str); 4] = [
    ("quote", "“הגשר פתוח לכולם,”"),
    ("claim", "عبر ألف شخص النهر"),
    ("quote", "“הגשר יציב”"),
    ("claim", "“הגשר יציב” in Hebrew, and الجسر"),
];

#[test]
fn marks_in_both_directions_are_painted_in_their_places_after_a_reload() {
    with_desk(async |desk| {
        let article = desk.open_marked(LEFTWARD, &LEFTWARD_MARKS).await;
        desk.saved().await;
        desk.reload().await;
        for (label, words) in LEFTWARD_MARKS {
            let (start, end) = article.find(words);
            desk.painted_as(label, start, end).await;
            desk.painted_words(words).await;
        }
    });
}

#[test]
fn the_letters_and_handles_of_leftward_words_stand_where_these_begin() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(LEFTWARD).await.find("הגשר פתוח לכולם");
        desk.mark("quote", start, end).await;
        let places: [(usize, &str); 2] = [(0, "right"), (1, "left")];
        for (edge, side) in places {
            let handle = desk.settled_handle(edge).await;
            let position = if edge == 0 { start } else { end - 1 };
            let letter: f64 =
                desk.now("return characterRect(arguments[0])[arguments[1]]", &[position.into(), side.into()]).await;
            let distance = (handle.left + handle.width / 2.0 - letter).abs();
            assert!(distance < handle.width, "handle {edge} stands {distance} px from the {side} of its letter");
        }
    });
}

#[test]
fn caret_words_and_boundaries_follow_the_arrows_in_leftward_text() {
    with_desk(async |desk| {
        let article = desk.open_text(LEFTWARD).await;
        let (start, end) = article.find("ראש העיר אמר");
        desk.press("Home").await;
        desk.press("ArrowLeft").await;
        desk.caret_is(1).await;
        desk.press("ArrowRight").await;
        desk.caret_is(0).await;
        for word in ["ראש", "העיר"] {
            desk.press("W").await;
            desk.selection_is(word).await;
        }
        desk.select(start, end).await;
        desk.press("Q").await;
        desk.annotation("quote", start, end).await;
        desk.press("B").await;
        // To the left the text goes on, so the end moves on to the next word.
        desk.press("ArrowLeft").await;
        desk.press("Enter").await;
        let (_, further) = article.find("ראש העיר אמר היום");
        desk.annotation("quote", start, further).await;
    });
}
