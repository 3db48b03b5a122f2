//! The whole job without a mouse, as one who cannot use one does it.

use crate::support::{Desk, key_of, with_desk};

/// How many stops of the Tab key a page may have before something on it counts as out of reach.
pub const STOPS: usize = 80;

const TEXT: &str = "A short article for the keys alone\n\nThe first paragraph has a few words in it.";

/// Opens [`TEXT`] through the dialog.
async fn open_by_keys(desk: &Desk) {
    desk.tab_to("New article", STOPS).await;
    desk.press("Enter").await;
    desk.dialog("New article").await;
    desk.tab_to("Article text", STOPS).await;
    desk.type_words(TEXT).await;
    desk.tab_to("Open article", STOPS).await;
    desk.press("Enter").await;
    desk.no_dialog().await;
    desk.article_with("The first paragraph").await;
}

/// Marks letters of the first block by caret and Shift, from where the caret stands at its begin.
async fn mark_by_keys(desk: &Desk, label: &str, skip: usize, length: usize) {
    desk.press("Home").await;
    desk.press_times("ArrowRight", skip).await;
    desk.press_times("Shift+ArrowRight", length).await;
    desk.press(key_of(label)).await;
    desk.annotation(label, skip, skip + length).await;
}

#[test]
fn the_whole_job_is_done_with_keys_alone() {
    with_desk(async |desk| {
        open_by_keys(desk).await;
        mark_by_keys(desk, "quote", 0, 7).await;
        desk.press("Shift+C").await;
        let mark = desk.annotation("claim", 0, 7).await;
        desk.press("Ctrl+Z").await;
        desk.annotation("quote", 0, 7).await;
        desk.press("Ctrl+Shift+Z").await;
        desk.annotation("claim", 0, 7).await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        desk.type_words("checked").await;
        desk.press("Esc").await;
        desk.item_says(&mark.id, "checked").await;
        let file = desk.export().await;
        assert_eq!(file.spans(), [("claim".to_owned(), 0, 7, "A short".to_owned())]);
        assert_eq!(file.annotations()[0]["note"], "checked");
    });
}

#[test]
fn a_new_mark_can_be_worked_on_at_once() {
    with_desk(async |desk| {
        open_by_keys(desk).await;
        mark_by_keys(desk, "quote", 2, 5).await;
        mark_by_keys(desk, "claim", 8, 7).await;
        desk.press("K").await;
        let first = desk.annotation("quote", 2, 7).await;
        desk.focus_on(&first.id).await;
        desk.press("Delete").await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn every_stop_of_the_tab_key_can_be_seen() {
    with_desk(async |desk| {
        desk.press("Tab").await;
        desk.run("window.__first = document.activeElement", &[]).await;
        let around = "return document.activeElement === window.__first || document.activeElement === document.body";
        for stop in 0..STOPS {
            desk.focus_is_seen(&format!("at stop {stop}")).await;
            desk.press("Tab").await;
            if desk.now(around, &[]).await {
                return;
            }
        }
        panic!("the Tab key has more than {STOPS} stops, or is caught somewhere");
    });
}

#[test]
fn the_question_mark_lists_the_keys() {
    with_desk(async |desk| {
        desk.press("?").await;
        desk.dialog("Keyboard help").await;
        for words in ["Ctrl", "Mark quote", "Undo", "Next annotation", "Export"] {
            desk.dialog_shows(words).await;
        }
        desk.close_dialog().await;
    });
}

#[test]
fn the_palette_finds_and_runs_a_command() {
    with_desk(async |desk| {
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        let script = "return [...dialogs().at(-1).querySelectorAll('[role=option]')].filter(visible).map(nameOf)";
        let options = async || -> Vec<String> { desk.now(script, &[]).await };
        let all = desk.expects_that("commands in the palette", options, |all| all.len() > 1).await;
        desk.type_words("export").await;
        desk.expects_that("fewer commands, Export among them", options, |left| {
            left.len() < all.len() && left.iter().any(|each| each.starts_with("Export"))
        })
        .await;
        desk.press("Enter").await;
        desk.dialog("Export").await;
    });
}

#[test]
fn every_action_is_in_the_palette() {
    with_desk(async |desk| {
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        let actions = [
            "New article",
            "Import",
            "Export",
            "Undo",
            "Redo",
            "Mark quote",
            "Mark claim",
            "Mark caption",
            "Mark credit",
            "Delete annotation",
            "Next annotation",
            "Previous annotation",
            "Keyboard help",
            "Settings",
        ];
        let listed = "return squeeze(dialogs().at(-1)?.textContent)";
        for action in actions {
            let look = async || desk.now(listed, &[]).await;
            desk.expects_that(&format!("{action:?} in the palette"), look, |text: &String| text.contains(action)).await;
        }
    });
}

#[test]
fn escape_gives_the_focus_back() {
    with_desk(async |desk| {
        desk.tab_to("New article", STOPS).await;
        desk.press("Enter").await;
        desk.dialog("New article").await;
        desk.close_dialog().await;
        desk.focus_is_named("New article").await;
    });
}
