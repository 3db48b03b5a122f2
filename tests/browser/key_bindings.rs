//! Keys of one's own, with real keys: changed, kept, refused, swapped, taken out and brought in, switched off.

use crate::support::{Desk, with_desk};
use crate::texts::BRIDGE;

/// Opens the dialog of the keys from the palette.
async fn open_keys(desk: &Desk) {
    desk.command("keys of your own").await;
    desk.dialog("Keys").await;
}

/// Gives a command a key: `Change`, and the key.
async fn change(desk: &Desk, command: &str, key: &str) {
    desk.click(&format!("Change {command}")).await;
    says_at_foot(desk, "Press the new key").await;
    desk.press(key).await;
    let look = async || at_foot(desk).await;
    desk.expects_that("the key to be taken or refused", look, |said| !said.starts_with("Press the new key")).await;
}

/// Waits until the dialog says at its foot what begins with these words.
async fn says_at_foot(desk: &Desk, words: &str) {
    let what = format!("{words:?} at the foot of the dialog");
    desk.expects_that(&what, async || at_foot(desk).await, |said| said.starts_with(words)).await;
}

async fn at_foot(desk: &Desk) -> String {
    desk.now("return squeeze(dialogs().at(-1)?.querySelector('[aria-live]')?.textContent)", &[]).await
}

/// Waits until the dialog says just these words at its foot.
async fn foot_is(desk: &Desk, words: &str) {
    desk.expects("the foot of the dialog", words, async || at_foot(desk).await).await;
}

#[test]
fn a_quote_is_marked_with_another_key_also_after_a_reload() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        change(desk, "Mark quote", "X").await;
        foot_is(desk, "“Mark quote” is X now.").await;
        desk.close_dialog().await;
        desk.saved().await;
        desk.reload().await;
        desk.select(start, end).await;
        desk.press("Q").await;
        desk.press("X").await;
        desk.annotation("quote", start, end).await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn every_place_that_shows_a_key_shows_the_new_one() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        change(desk, "Mark quote", "X").await;
        change(desk, "Undo", "Ctrl+I").await;
        desk.close_dialog().await;
        desk.select(start, end).await;
        desk.offers("Mark quote").await;
        desk.gives(
            "the keys in the bar, in the list of labels and on the button",
            ["X", "X", "Undo (Ctrl+I)"],
            "return [region('Mark the selection')?.querySelector('[data-key]')?.dataset.key ?? null,
               squeeze(document.querySelector('[aria-label=\"Labels and their keys\"] kbd').textContent),
               document.querySelector('[aria-label=Undo]').title]",
            &[],
        )
        .await;
        desk.press("?").await;
        desk.dialog("Keyboard help").await;
        desk.dialog_shows("X Mark quote").await;
        desk.dialog_shows("Ctrl+I Undo").await;
    });
}

#[test]
fn a_key_that_is_taken_is_refused_by_name_and_can_be_swapped() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        open_keys(desk).await;
        change(desk, "Mark quote", "J").await;
        foot_is(desk, "J is “Next annotation” already.").await;
        let swap = "Swap: “Next annotation” gets Q";
        desk.focus_is_named(swap).await;
        desk.press("Enter").await;
        foot_is(desk, "“Mark quote” is J now. “Next annotation” is Q now.").await;
        desk.focus_is_named("Change Mark quote").await;
        desk.click("Reset Mark quote").await;
        foot_is(desk, "“Mark quote” is Q now. “Next annotation” is J now.").await;
    });
}

#[test]
fn a_conflict_that_is_left_changes_nothing() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        change(desk, "Mark quote", "J").await;
        desk.click("Leave both").await;
        desk.close_dialog().await;
        desk.mark("quote", start, end).await;
    });
}

#[test]
fn keys_of_the_browser_are_refused_in_words_and_escape_cancels() {
    with_desk(async |desk| {
        open_keys(desk).await;
        change(desk, "Mark quote", "Ctrl+W").await;
        foot_is(desk, "Ctrl+W belongs to the browser or the system. Choose another key.").await;
        change(desk, "Mark quote", "Tab").await;
        says_at_foot(desk, "Tab stays as it is").await;
        change(desk, "Mark quote", "Shift").await;
        says_at_foot(desk, "Ctrl, Shift or Alt alone is no key").await;
        change(desk, "Mark quote", "Esc").await;
        foot_is(desk, "The keys stay as they are.").await;
        desk.dialog("Keys").await;
    });
}

#[test]
fn with_single_letters_off_a_letter_does_nothing_and_the_help_says_so() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("the north end");
        open_keys(desk).await;
        desk.click_field("Letters, digits and signs are keys without Ctrl").await;
        says_at_foot(desk, "Single letters are off.").await;
        desk.close_dialog().await;
        desk.saved().await;
        desk.reload().await;
        desk.select(start, end).await;
        desk.press("Q").await;
        desk.press("?").await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        // No letter has marked anything.
        desk.annotations_to_be(0).await;
        desk.type_words("mark claim").await;
        desk.press("Enter").await;
        desk.annotation("claim", start, end).await;
        desk.click("Keyboard help").await;
        desk.dialog("Keyboard help").await;
        desk.dialog_shows("are switched off").await;
        let named = "return squeeze(dialogs().at(-1)?.innerText).includes('Mark quote')";
        desk.gives("whether the help names a letter that does nothing", false, named, &[]).await;
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
        says_at_foot(desk, "All commands have the keys").await;
        desk.choose_files(&[(&file.name, &file.bytes)]).await;
        says_at_foot(desk, "Imported bluepencil-keys.json").await;
        desk.close_dialog().await;
        desk.select(start, end).await;
        desk.press("X").await;
        desk.annotation("quote", start, end).await;
    });
}
