//! Marks are looked at, changed, removed and brought back.

use crate::support::{Annotation, Desk, key_of, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Opens the article with its marks and gives the one on these words.
async fn marked(desk: &Desk, words: &str) -> Annotation {
    let (start, end) = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await.find(words);
    let all = desk.settled_annotations().await;
    all.into_iter().find(|each| (each.start, each.end) == (start, end)).expect("a mark on the words")
}

/// Opens the article with its marks and puts the focus on the one on these words by a click.
async fn focused(desk: &Desk, words: &str) -> Annotation {
    let mark = marked(desk, words).await;
    desk.click_at(mark.start + 1).await;
    desk.focus_on(&mark.id).await;
    mark
}

#[test]
fn a_click_on_a_mark_gives_it_the_focus() {
    with_desk(async |desk| {
        let mark = focused(desk, "“We built it in two years,”").await;
        let article = desk.settled_article().await.id;
        desk.hash_is(&format!("#/article/{article}/annotation/{}", mark.id)).await;
    });
}

#[test]
fn another_click_reaches_the_mark_below() {
    with_desk(async |desk| {
        let inner = focused(desk, "40 million euros").await;
        let outer = desk
            .settled_annotations()
            .await
            .into_iter()
            .find(|each| each.label == "claim" && each.start < inner.start)
            .expect("the claim around it");
        desk.click_at(inner.start + 1).await;
        desk.focus_on(&outer.id).await;
    });
}

#[test]
fn the_list_leads_to_the_text() {
    with_desk(async |desk| {
        let mark = marked(desk, "Jon Vale/AFP via Getty Images").await;
        desk.click_what_says("Jon Vale/AFP via Getty Images").await;
        desk.focus_on(&mark.id).await;
        desk.stands_in_window(mark.start).await;
    });
}

#[test]
fn j_and_k_go_through_all_marks() {
    with_desk(async |desk| {
        let first = focused(desk, "“We built it in two years,”").await;
        let order: Vec<String> = desk.settled_annotations().await.into_iter().map(|each| each.id).collect();
        assert_eq!(order[0], first.id);
        for id in &order[1..] {
            desk.press("J").await;
            desk.focus_on(id).await;
        }
        for id in order.iter().rev().skip(1) {
            desk.press("K").await;
            desk.focus_on(id).await;
        }
    });
}

#[test]
fn shift_and_a_label_key_change_the_label() {
    with_desk(async |desk| {
        let mark = focused(desk, "“We built it in two years,”").await;
        for label in ["claim", "caption", "credit", "quote"] {
            desk.press(&format!("Shift+{}", key_of(label))).await;
            assert_eq!(desk.annotation(label, mark.start, mark.end).await.id, mark.id);
            desk.painted_as(label, mark.start, mark.end).await;
        }
    });
}

#[test]
fn the_inspector_changes_the_label() {
    with_desk(async |desk| {
        let mark = focused(desk, "“We built it in two years,”").await;
        desk.choose("Label", "Caption").await;
        assert_eq!(desk.annotation("caption", mark.start, mark.end).await.id, mark.id);
    });
}

#[test]
fn a_note_is_written_and_kept() {
    with_desk(async |desk| {
        let mark = focused(desk, "“We built it in two years,”").await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        desk.type_words("Ask the mayor, 2 years?").await;
        desk.press("Esc").await;
        desk.item_says(&mark.id, "Ask the mayor, 2 years?").await;
        desk.saved().await;
        assert_eq!(desk.export().await.annotations()[0]["note"], "Ask the mayor, 2 years?");
        desk.reload().await;
        desk.item_says(&mark.id, "Ask the mayor, 2 years?").await;
    });
}

#[test]
fn delete_removes_the_mark_and_undo_brings_it_back() {
    with_desk(async |desk| {
        let mark = focused(desk, "“We built it in two years,”").await;
        let before = desk.settled_annotations().await;
        for key in ["Delete", "Backspace"] {
            desk.click_at(mark.start + 1).await;
            desk.focus_on(&mark.id).await;
            desk.listen().await;
            desk.press(key).await;
            let left = desk.annotations_to_be(before.len() - 1).await;
            assert!(left.iter().all(|each| each.id != mark.id));
            desk.press("Ctrl+Z").await;
            desk.annotations_are(&before).await;
            desk.told("undone").await;
            desk.painted_as("quote", mark.start, mark.end).await;
        }
    });
}

#[test]
fn the_button_deletes_too() {
    with_desk(async |desk| {
        let mark = focused(desk, "“We built it in two years,”").await;
        desk.click("Delete annotation").await;
        desk.annotations_where("the mark to be gone", |all| all.iter().all(|each| each.id != mark.id)).await;
    });
}

/// Makes, relabels, removes; gives the list after each step, the empty one first.
async fn many_steps(desk: &Desk) -> Vec<Vec<Annotation>> {
    let article = desk.open_text(BRIDGE).await;
    let mut states = vec![desk.settled_annotations().await];
    for (label, words) in BRIDGE_MARKS {
        let (start, end) = article.find(words);
        desk.mark(label, start, end).await;
        states.push(desk.settled_annotations().await);
    }
    let first = states[states.len() - 1][0].clone();
    desk.click_at(first.start + 1).await;
    desk.focus_on(&first.id).await;
    for (key, label) in [("Shift+C", "claim"), ("Shift+R", "credit"), ("Shift+P", "caption")] {
        desk.press(key).await;
        desk.annotation(label, first.start, first.end).await;
        states.push(desk.settled_annotations().await);
    }
    desk.press("Delete").await;
    states.push(desk.annotations_to_be(BRIDGE_MARKS.len() - 1).await);
    states
}

#[test]
fn everything_is_undone_step_by_step_and_done_again() {
    with_desk(async |desk| {
        let states = many_steps(desk).await;
        for wanted in states.iter().rev().skip(1) {
            desk.press("Ctrl+Z").await;
            desk.annotations_are(wanted).await;
        }
        for (step, wanted) in states.iter().enumerate().skip(1) {
            desk.press(if step % 2 == 0 { "Ctrl+Y" } else { "Ctrl+Shift+Z" }).await;
            desk.annotations_are(wanted).await;
        }
    });
}

#[test]
fn the_buttons_undo_and_redo() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        let mark = desk.mark_words("quote", "two years").await;
        desk.click("Undo").await;
        desk.annotations_to_be(0).await;
        desk.click("Redo").await;
        desk.annotations_are(&[mark]).await;
    });
}

#[test]
fn undo_in_a_field_is_the_fields_own() {
    with_desk(async |desk| {
        focused(desk, "“We built it in two years,”").await;
        let before = desk.settled_annotations().await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        // One letter is one step; of how many steps longer words are is the browser's business, and a matter of how
        // fast they come.
        desk.type_words("a").await;
        desk.value_is("Note", "a").await;
        desk.press("Ctrl+Z").await;
        desk.value_is("Note", "").await;
        desk.annotations_are(&before).await;
    });
}
