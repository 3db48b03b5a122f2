//! The storage panel: what is kept, the browser's promise, copies outside, and deleting everything.

use crate::support::{Desk, Download, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE};

/// Takes the place of the browser's own question for a file, which no driver can answer: what is written there is seen in
/// `written`. Times of 30 seconds pass at once.
const FILE_AT_HAND: &str = "
    window.written = [];
    window.showSaveFilePicker = async (options) => ({
      name: options.suggestedName,
      createWritable: async () => {
        if (window.refuses) throw new DOMException('no', 'NotAllowedError');
        let content = '';
        return { write: async (part) => { content += part; }, close: async () => { written.push(content); } };
      },
    });
    const later = window.setTimeout;
    window.setTimeout = (task, time, ...rest) => later(task, time === 30000 ? 0 : time, ...rest);";

async fn open_panel(desk: &Desk) {
    desk.press("Ctrl+K").await;
    desk.dialog("Commands").await;
    desk.type_words("Storage").await;
    desk.press("Enter").await;
    desk.dialog("Storage").await;
}

/// The file that a button gives.
async fn download(desk: &Desk, button: &str) -> Download {
    desk.click(button).await;
    desk.downloaded().await
}

async fn says(desk: &Desk, words: &str) {
    desk.wait_until(&format!("the words {words:?}"), async || desk.visible_text().await.contains(words)).await;
}

#[test]
fn the_panel_says_how_much_is_kept_and_how_safely() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        open_panel(desk).await;
        says(desk, "2 articles and 2 annotations").await;
        says(desk, "% of 5 MB").await;
        let (used, promised): (f64, bool) = desk
            .ask_later("const { usage } = await navigator.storage.estimate(); return [usage, await navigator.storage.persisted()]", &[])
            .await;
        assert!(used > 0.0);
        says(desk, if promised { "has promised to keep" } else { "may clear it" }).await;
    });
}

#[test]
fn the_browser_is_asked_once_to_keep_the_work_after_the_first_mark_and_not_before() {
    with_desk(async |desk| {
        desk.before_every_page(
            "window.asked = 0; StorageManager.prototype.persist = async () => { asked += 1; return true; };",
        )
        .await;
        desk.reload().await;
        desk.open_text(BRIDGE).await;
        desk.saved().await;
        assert_eq!(desk.ask::<u32>("return asked", &[]).await, 0);
        desk.mark_words("quote", BRIDGE_MARKS[0].1).await;
        desk.wait_until("the question", async || desk.ask::<u32>("return asked", &[]).await == 1).await;
        desk.mark_words("quote", BRIDGE_MARKS[1].1).await;
        desk.saved().await;
        assert_eq!(desk.ask::<u32>("return asked", &[]).await, 1);
    });
}

#[test]
fn the_whole_desk_goes_out_and_comes_into_an_empty_browser() {
    let mut file = None;
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        open_panel(desk).await;
        file = Some((download(desk, "Download the whole desk").await, desk.annotations().await));
    });
    let (file, marks) = file.expect("a file");
    with_desk(async |desk| {
        desk.choose_files(&[(&file.name, &file.bytes)]).await;
        desk.wait_until("the library", async || desk.screen().await == "library").await;
        desk.click_what_says(BRIDGE_TITLE).await;
        desk.article_with(BRIDGE_TITLE).await;
        assert_eq!(desk.annotations_to_be(marks.len()).await, marks);
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(marks.len() - 1).await;
    });
}

#[test]
fn a_backup_file_is_written_at_once_and_again_after_each_change() {
    with_desk(async |desk| {
        desk.before_every_page(FILE_AT_HAND).await;
        desk.reload().await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        desk.saved().await;
        open_panel(desk).await;
        desk.click("Keep a backup file").await;
        says(desk, "Backup file: “bluepencil-backup.json”, written").await;
        desk.press("Esc").await;
        desk.no_dialog().await;
        let mark = desk.mark_words("claim", "plain words").await;
        let holds = "return written.at(-1).includes(arguments[0]) && written.at(-1).startsWith('{')";
        desk.wait_until("the mark in the file", async || desk.ask(holds, &[mark.id.as_str().into()]).await).await;
        desk.ask::<()>("window.refuses = true", &[]).await;
        desk.listen().await;
        desk.press("Delete").await;
        desk.warned("could not be written").await;
    });
}

#[test]
fn everything_is_deleted_in_every_tab_once_it_was_asked_twice() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let first = desk.tab().await;
        let second = desk.open_tab().await;
        desk.to_tab(&second).await;
        open_panel(desk).await;
        desk.click("Delete everything…").await;
        says(desk, "with your settings, your keys, what can be undone and all earlier versions").await;
        assert_eq!(desk.focused_name().await, "Keep everything");
        desk.press("Enter").await;
        desk.wait_until("the panel again", async || desk.focused_name().await == "Delete everything…").await;
        desk.press("Enter").await;
        desk.click("Delete everything now").await;
        for tab in [second, first] {
            desk.to_tab(&tab).await;
            desk.wait_until("a first visit", async || {
                desk.ask("return document.documentElement.dataset.appState === 'ready' && !document.body.textContent.includes(arguments[0])", &[BRIDGE_TITLE.into()]).await
            })
            .await;
        }
        let left = "const opened = indexedDB.open('bluepencil');
            await new Promise((done) => { opened.onsuccess = done; });
            const all = opened.result.transaction('records').objectStore('records').getAll();
            await new Promise((done) => { all.onsuccess = done; });
            return [...all.result, ...Object.values(localStorage)].filter((each) => each.includes(arguments[0])).length";
        assert_eq!(desk.ask_later::<u32>(left, &["two years".into()]).await, 0);
    });
}

#[test]
fn damaged_data_is_told_and_given_out_with_its_bytes() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let damage = "const key = Object.keys(localStorage).find((key) => key.endsWith('/text'));
            localStorage.setItem(key, 'no\\u0000 record');";
        desk.ask::<()>(damage, &[]).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.saved().await;
        open_panel(desk).await;
        says(desk, "1 stored record could not be read").await;
        let file = download(desk, "Download the damaged data").await;
        let content: serde_json::Value = serde_json::from_slice(&file.bytes).expect("it is JSON");
        let quick = content["localStorage"].as_object().expect("the records of one tier");
        assert_eq!(quick.values().collect::<Vec<_>>(), ["no\u{0} record"]);
    });
}
