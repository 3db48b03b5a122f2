//! Keys of one's own, with real keys: changed, kept, refused, swapped, taken out and brought in, switched off.

use crate::support::{Desk, with_desk};
use crate::texts::BRIDGE;

/// Opens the dialog of the keys from the palette.
async fn open_keys(desk: &Desk) {
    desk.press("Ctrl+K").await;
    desk.dialog("Commands").await;
    desk.type_words("keys of your own").await;
    desk.press("Enter").await;
    desk.dialog("Keys").await;
}

/// Gives a command a key: `Change`, and the key.
async fn change(desk: &Desk, command: &str, key: &str) {
    desk.click(&format!("Change {command}")).await;
    desk.wait_until("the page to wait for a key", async || said(desk).await.starts_with("Press the new key")).await;
    desk.press(key).await;
    desk.wait_until("the key to be taken or refused", async || !said(desk).await.starts_with("Press the new key"))
        .await;
}

/// What the dialog says at its foot.
async fn said(desk: &Desk) -> String {
    desk.ask("return squeeze(dialogs().at(-1)?.querySelector('[aria-live]')?.textContent)", &[]).await
}

async fn close(desk: &Desk) {
    desk.press("Esc").await;
    desk.no_dialog().await;
}

#[test]
fn a_quote_is_marked_with_another_key_also_after_a_reload() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        change(desk, "Mark quote", "X").await;
        assert_eq!(said(desk).await, "“Mark quote” is X now.");
        close(desk).await;
        desk.saved().await;
        desk.reload().await;
        desk.select(start, end).await;
        desk.press("Q").await;
        desk.press("X").await;
        desk.annotation("quote", start, end).await;
        assert_eq!(desk.annotations().await.len(), 1);
    });
}

#[test]
fn every_place_that_shows_a_key_shows_the_new_one() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        change(desk, "Mark quote", "X").await;
        change(desk, "Undo", "Ctrl+I").await;
        close(desk).await;
        desk.select(start, end).await;
        desk.wait_until("the bar of labels", async || desk.shows("Mark quote").await).await;
        let shown: Vec<String> = desk
            .ask(
                "return [region('Mark the selection').querySelector('[data-key]').dataset.key,
                   squeeze(document.querySelector('[aria-label=\"Labels and their keys\"] kbd').textContent),
                   document.querySelector('[aria-label=Undo]').title]",
                &[],
            )
            .await;
        assert_eq!(shown, ["X", "X", "Undo (Ctrl+I)"]);
        desk.press("?").await;
        desk.dialog("Keyboard help").await;
        let text: String = desk.ask("return squeeze(dialogs().at(-1).innerText)", &[]).await;
        assert!(text.contains("X Mark quote") && text.contains("Ctrl+I Undo"), "{text}");
    });
}

#[test]
fn a_key_that_is_taken_is_refused_by_name_and_can_be_swapped() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        open_keys(desk).await;
        change(desk, "Mark quote", "J").await;
        assert_eq!(said(desk).await, "J is “Next annotation” already.");
        let swap = "Swap: “Next annotation” gets Q";
        desk.wait_until("the swap to have the focus", async || desk.focused_name().await == swap).await;
        desk.press("Enter").await;
        desk.wait_until("the swap", async || said(desk).await == "“Mark quote” is J now. “Next annotation” is Q now.")
            .await;
        desk.wait_until("the focus to be back", async || desk.focused_name().await == "Change Mark quote").await;
        desk.click("Reset Mark quote").await;
        desk.wait_until("both keys back", async || {
            said(desk).await == "“Mark quote” is Q now. “Next annotation” is J now."
        })
        .await;
    });
}

#[test]
fn a_conflict_that_is_left_changes_nothing() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        change(desk, "Mark quote", "J").await;
        desk.click("Leave both").await;
        close(desk).await;
        desk.mark("quote", start, end).await;
    });
}

#[test]
fn keys_of_the_browser_are_refused_in_words_and_escape_cancels() {
    with_desk(async |desk| {
        open_keys(desk).await;
        change(desk, "Mark quote", "Ctrl+W").await;
        assert_eq!(said(desk).await, "Ctrl+W belongs to the browser or the system. Choose another key.");
        change(desk, "Mark quote", "Tab").await;
        assert!(said(desk).await.starts_with("Tab stays as it is"));
        change(desk, "Mark quote", "Shift").await;
        assert!(said(desk).await.starts_with("Ctrl, Shift or Alt alone is no key"));
        change(desk, "Mark quote", "Esc").await;
        assert_eq!(said(desk).await, "The keys stay as they are.");
        desk.dialog("Keys").await;
    });
}

#[test]
fn with_single_letters_off_a_letter_does_nothing_and_the_help_says_so() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        desk.click_field("Letters, digits and signs are keys without Ctrl").await;
        desk.wait_until("the switch", async || said(desk).await.starts_with("Single letters are off.")).await;
        close(desk).await;
        desk.saved().await;
        desk.reload().await;
        desk.select(start, end).await;
        desk.press("Q").await;
        desk.press("?").await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        assert!(desk.annotations().await.is_empty(), "a letter has marked");
        desk.type_words("mark claim").await;
        desk.press("Enter").await;
        desk.annotation("claim", start, end).await;
        desk.click("Keyboard help").await;
        desk.dialog("Keyboard help").await;
        let text: String = desk.ask("return squeeze(dialogs().at(-1).innerText)", &[]).await;
        assert!(text.contains("are switched off") && !text.contains("Mark quote"), "{text}");
    });
}

#[test]
fn keys_go_out_as_a_file_and_come_in_again() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        change(desk, "Mark quote", "X").await;
        desk.click("Export keys").await;
        let file = desk.downloaded().await;
        assert_eq!(file.name, "bluepencil-keys.json");
        desk.click("Reset all keys").await;
        desk.wait_until("the reset", async || said(desk).await.starts_with("All commands have the keys")).await;
        desk.choose_files(&[(&file.name, &file.bytes)]).await;
        desk.wait_until("the import", async || said(desk).await.starts_with("Imported bluepencil-keys.json")).await;
        close(desk).await;
        desk.select(start, end).await;
        desk.press("X").await;
        desk.annotation("quote", start, end).await;
    });
}
