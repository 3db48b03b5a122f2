//! The whole job without a mouse, as one who cannot use one does it.

use crate::support::{Desk, key_of, with_desk};

/// How many stops of the Tab key a page may have before something on it counts as out of reach.
const STOPS: usize = 80;

const TEXT: &str = "A short article for the keys alone\n\nThe first paragraph has a few words in it.";

/// Goes on with the Tab key until a control has the focus, looking at each stop that the focus can be seen.
pub async fn tab_to(desk: &Desk, name: &str) {
    for _ in 0..STOPS {
        if desk.focused_name().await == name {
            return;
        }
        desk.press("Tab").await;
        assert_eq!(desk.focus_fault().await, None, "on the way to {name}");
    }
    panic!("the Tab key does not reach {name} in {STOPS} steps");
}

/// Opens [`TEXT`] through the dialog.
async fn open_by_keys(desk: &Desk) {
    tab_to(desk, "New article").await;
    desk.press("Enter").await;
    desk.dialog("New article").await;
    tab_to(desk, "Article text").await;
    desk.type_words(TEXT).await;
    tab_to(desk, "Open article").await;
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
        desk.wait_until("the field Note to have the focus", async || desk.focused_name().await == "Note").await;
        desk.type_words("checked").await;
        desk.press("Esc").await;
        desk.wait_until("the note in the list", async || desk.item_text(&mark.id).await.contains("checked")).await;
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
        let first = desk.ask::<serde_json::Value>("window.__first = document.activeElement; return null", &[]).await;
        assert!(first.is_null());
        for _ in 0..STOPS {
            assert_eq!(desk.focus_fault().await, None);
            desk.press("Tab").await;
            if desk
                .ask(
                    "return document.activeElement === window.__first || document.activeElement === document.body",
                    &[],
                )
                .await
            {
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
        let text: String = desk.ask("return squeeze(dialogs().at(-1).innerText)", &[]).await;
        for words in ["Ctrl", "Mark quote", "Undo", "Next annotation", "Export"] {
            assert!(text.contains(words), "no {words:?} in: {text}");
        }
        desk.press("Esc").await;
        desk.no_dialog().await;
    });
}

#[test]
fn the_palette_finds_and_runs_a_command() {
    with_desk(async |desk| {
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        let options = "return [...dialogs().at(-1).querySelectorAll('[role=option]')].filter(visible).map(nameOf)";
        let all: Vec<String> = desk.ask(options, &[]).await;
        desk.type_words("export").await;
        desk.wait_until("fewer commands, Export among them", async || {
            let left: Vec<String> = desk.ask(options, &[]).await;
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
        let text: String = desk.ask("return squeeze(dialogs().at(-1).textContent)", &[]).await;
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
        for action in actions {
            assert!(text.contains(action), "no {action:?} in: {text}");
        }
    });
}

#[test]
fn escape_gives_the_focus_back() {
    with_desk(async |desk| {
        tab_to(desk, "New article").await;
        desk.press("Enter").await;
        desk.dialog("New article").await;
        desk.press("Esc").await;
        desk.no_dialog().await;
        desk.wait_until("the button to have the focus again", async || desk.focused_name().await == "New article")
            .await;
    });
}
