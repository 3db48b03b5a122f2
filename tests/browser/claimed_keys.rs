//! Keys that a browser would take for itself are the page's, but for fields; and a browser's question is not called for.

use crate::support::{Desk, with_desk};
use crate::texts::BRIDGE;

/// Writes down of each key whether the browser was kept from doing something of its own with it.
const WATCH_KEYS: &str = "
    window.__keys = [];
    for (const kind of ['keydown', 'keyup'])
      addEventListener(kind, (event) => window.__keys.push([kind, event.key, event.defaultPrevented]));
    return null";

/// Waits until the browser has been kept from doing something of its own with a key.
async fn is_the_pages(desk: &Desk, kind: &str, key: &str) {
    let look = async || desk.now::<Vec<(String, String, bool)>>("return window.__keys", &[]).await;
    desk.expects_that(&format!("the {kind} of {key} to be the page's"), look, |keys| {
        keys.iter().any(|each| *each == (kind.to_owned(), key.to_owned(), true))
    })
    .await;
}

#[test]
fn keys_that_open_a_browsers_search_are_the_pages_in_the_list_and_in_the_library() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.mark_words("quote", "two years").await;
        desk.run(WATCH_KEYS, &[]).await;
        desk.run("annotationItems()[0].querySelector('button').focus()", &[]).await;
        desk.press("'").await;
        is_the_pages(desk, "keydown", "'").await;
        desk.click("Library").await;
        desk.screen_is("library").await;
        desk.press("/").await;
        is_the_pages(desk, "keydown", "/").await;
    });
}

#[test]
fn the_same_keys_are_written_in_a_field() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.mark_words("quote", "two years").await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        desk.type_words("it's and/or").await;
        desk.value_is("Note", "it's and/or").await;
    });
}

#[test]
fn alt_after_an_exact_drag_does_not_call_the_menu() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("million euros");
        desk.run(WATCH_KEYS, &[]).await;
        desk.drag_exactly(start + 2, end - 2).await;
        is_the_pages(desk, "keyup", "Alt").await;
        desk.press("Q").await;
        desk.annotation("quote", start + 2, end - 2).await;
    });
}

#[test]
fn a_browser_that_would_ask_its_user_is_not_asked_to_keep_the_work_before_the_user_says_so() {
    with_desk(async |desk| {
        desk.run(
            // The promises are the page's own: a driver may run its scripts beside the page, with others.
            "window.__asked = 0;
             const answer = (asked) => { window.__asked += asked; return window.Promise.resolve(false); };
             StorageManager.prototype.persisted = () => answer(0);
             StorageManager.prototype.persist = () => answer(1);",
            &[],
        )
        .await;
        desk.open_text(BRIDGE).await;
        desk.mark_words("quote", "two years").await;
        desk.saved().await;
        desk.command("storage").await;
        desk.dialog("Storage").await;
        assert_eq!(desk.now::<u32>("return window.__asked", &[]).await, 0, "asked before its user wants it");
        desk.click("Ask the browser to keep it").await;
        desk.gives("how often the browser was asked", 1, "return window.__asked", &[]).await;
    });
}
