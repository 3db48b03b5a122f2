//! The storage panel: what is kept, the browser's promise, copies outside, and deleting everything.

use crate::support::{Desk, Download, Settings, with_browser, with_desk};
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
    desk.command("Storage").await;
    desk.dialog("Storage").await;
}

/// The file that a button gives.
async fn download(desk: &Desk, button: &str) -> Download {
    desk.click(button).await;
    desk.downloaded().await
}

#[test]
fn the_panel_says_how_much_is_kept_and_how_safely() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        open_panel(desk).await;
        desk.shows("2 articles and 2 annotations").await;
        desk.shows("% of 5 MB").await;
        let estimate = "const { usage } = await navigator.storage.estimate();
            return [usage, await navigator.storage.persisted()]";
        let look = async || desk.answer(estimate, &[]).await;
        let some = |(used, _): &(f64, bool)| *used > 0.0;
        let (_, promised) = desk.expects_that("some use of the disk (bytes, whether it is promised)", look, some).await;
        desk.shows(if promised { "has promised to keep" } else { "may clear it" }).await;
    });
}

#[test]
fn the_browser_is_asked_once_to_keep_the_work_after_the_first_mark_and_not_before() {
    // A browser that has said yes once is not asked again.
    with_browser(Settings::default(), async |desk: &Desk| {
        desk.before_every_page(
            "window.asked = 0; StorageManager.prototype.persist = async () => { asked += 1; return true; };",
        )
        .await;
        desk.open("").await;
        desk.open_text(BRIDGE).await;
        desk.saved().await;
        desk.gives("how often the browser was asked", 0, "return asked", &[]).await;
        desk.mark_words("quote", BRIDGE_MARKS[0].1).await;
        desk.gives("how often the browser was asked", 1, "return asked", &[]).await;
        desk.mark_words("quote", BRIDGE_MARKS[1].1).await;
        desk.saved().await;
        desk.gives("how often the browser was asked", 1, "return asked", &[]).await;
    });
}

#[test]
fn the_whole_desk_goes_out_and_comes_into_an_empty_browser() {
    let mut file = None;
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        open_panel(desk).await;
        file = Some((download(desk, "Download the whole desk").await, desk.settled_annotations().await));
    });
    let (file, marks) = file.expect("a file");
    with_desk(async |desk| {
        desk.choose_files(&[(&file.name, &file.bytes)]).await;
        desk.screen_is("library").await;
        desk.click_what_says(BRIDGE_TITLE).await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&marks).await;
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
        desk.shows("Backup file: “bluepencil-backup.json”, written").await;
        desk.close_dialog().await;
        let mark = desk.mark_words("claim", "plain words").await;
        let holds = "return written.at(-1).includes(arguments[0]) && written.at(-1).startsWith('{')";
        desk.holds("the mark in the file", holds, &[mark.id.as_str().into()]).await;
        desk.run("window.refuses = true", &[]).await;
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
        desk.shows("with your settings, your keys, what can be undone and all earlier versions").await;
        desk.focus_is_named("Keep everything").await;
        desk.press("Enter").await;
        desk.focus_is_named("Delete everything…").await;
        desk.press("Enter").await;
        desk.click("Delete everything now").await;
        for tab in [second, first] {
            desk.to_tab(&tab).await;
            let first_visit = "return document.documentElement.dataset.appState === 'ready'
                && !document.body.textContent.includes(arguments[0])";
            desk.holds("a first visit", first_visit, &[BRIDGE_TITLE.into()]).await;
        }
        let left = "const opened = indexedDB.open('bluepencil');
            await new Promise((done) => { opened.onsuccess = done; });
            const all = opened.result.transaction('records').objectStore('records').getAll();
            await new Promise((done) => { all.onsuccess = done; });
            return [...all.result, ...Object.values(localStorage)].filter((each) => each.includes(arguments[0])).length";
        let count = async || desk.answer::<u32>(left, &["two years".into()]).await;
        desk.expects("the number of records that are left", 0, count).await;
    });
}

#[test]
fn damaged_data_is_told_and_given_out_with_its_bytes() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let damage = "const key = Object.keys(localStorage).find((key) => key.endsWith('/text'));
            localStorage.setItem(key, 'no\\u0000 record');";
        desk.run(damage, &[]).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.saved().await;
        open_panel(desk).await;
        desk.shows("1 stored record could not be read").await;
        let file = download(desk, "Download the damaged data").await;
        let content: serde_json::Value = serde_json::from_slice(&file.bytes).expect("it is JSON");
        let quick = content["localStorage"].as_object().expect("the records of one tier");
        assert_eq!(quick.values().collect::<Vec<_>>(), ["no\u{0} record"]);
    });
}

#[test]
fn in_a_private_window_the_first_mark_says_what_saved_is_worth_until_it_is_read() {
    with_desk(async |desk| {
        // By this a private window of Firefox or Safari is known.
        desk.run("StorageManager.prototype.getDirectory = () => window.Promise.reject(new Error('private'))", &[])
            .await;
        desk.open_text(BRIDGE).await;
        desk.gives("the warnings before a mark", 0, WARNINGS, &[]).await;
        desk.mark_words("quote", "two years").await;
        desk.region_shows("How long it is kept", "in this private window").await;
        desk.click("Understood").await;
        desk.gives("the warnings that were read", 0, WARNINGS, &[]).await;
        desk.article_has_focus().await;
        desk.command("storage").await;
        desk.dialog("Storage").await;
        desk.shows("deletes it when you close this private window").await;
    });
}

#[test]
fn a_real_private_window_is_known_as_one() {
    with_browser(Settings { private: true, ..Settings::default() }, async |desk: &Desk| {
        desk.open("").await;
        desk.open_text(BRIDGE).await;
        desk.mark_words("quote", "two years").await;
        desk.region_shows("How long it is kept", "in this private window").await;
        desk.saved().await;
        desk.reload().await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn a_browser_that_tells_nothing_of_its_storage_is_worked_with_and_said_to_be_silent() {
    with_desk(async |desk| {
        let silent =
            "for (const each of ['estimate', 'persist', 'persisted']) delete window.StorageManager?.prototype[each]";
        desk.run(silent, &[]).await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        open_panel(desk).await;
        desk.shows("% of 5 MB").await;
        desk.shows("does not say").await;
        desk.app_state_is("ready").await;
    });
}

/// How many warnings are shown.
const WARNINGS: &str = "return document.querySelectorAll('[aria-live] > section').length";
