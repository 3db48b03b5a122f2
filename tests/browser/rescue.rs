//! The program stops, or never starts: the page says so and hands the work out by itself.

use serde_json::{Value, json};

use crate::support::{Desk, Download, Scheme, Settings, VIEWS, with_browser, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Has the next look at the clock run into a real trap of WebAssembly: the smallest module with a function that cannot be
/// carried out. It rises through the program as a trap of its own does.
const TRAP: &str = "
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    // What Firefox's driver runs has a clock and a machine of its own: those of the window are meant.
    const { Date, WebAssembly, Uint8Array } = window;
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
    Date.now = () => exports.f();
    return null";

async fn stop(desk: &Desk) {
    desk.run(TRAP, &[]).await;
    desk.press("J").await;
    desk.app_state_is("failed").await;
}

/// Waits until the notice of the stop has these words.
async fn notice_says(desk: &Desk, words: &str) {
    let notice = "return document.querySelector('.stopped [role=alert], #start-failed[role=alert]')?.innerText ?? ''";
    let look = async || desk.now(notice, &[]).await;
    desk.expects_that(&format!("{words:?} in the notice"), look, |said: &String| said.contains(words)).await;
}

fn records(file: &Download) -> Vec<(String, String)> {
    let Value::Object(records) = file.json()["records"].clone() else { panic!("no records in {}", file.name) };
    records.into_iter().map(|(key, record)| (key, record.as_str().expect("a record").to_owned())).collect()
}

#[test]
fn a_stop_is_said_with_the_focus_on_reload_and_whatever_is_done_then_changes_nothing() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        stop(desk).await;
        let notice = "return document.querySelector('.stopped [role=alert]')?.innerText ?? null";
        desk.gives("the notice", "The editor stopped. Your work up to the last change is stored.", notice, &[]).await;
        desk.focus_is_named("Reload").await;
        let before = desk.settled_storage().await;
        for key in ["Esc", "Tab", "Q", "Delete", "Ctrl+Z"] {
            desk.press(key).await;
        }
        desk.run("document.querySelector('[data-command=Undo]').click()", &[]).await;
        desk.focus_is_named("Download a copy").await;
        assert_eq!(desk.settled_storage().await, before);
    });
}

#[test]
fn the_notice_of_a_stop_can_be_used_in_every_look() {
    with_desk(async |desk| {
        stop(desk).await;
        for (name, scheme, width, height) in VIEWS {
            desk.show_in(scheme).await;
            desk.resize(width, height).await;
            desk.screenshot(&format!("stopped-{name}")).await;
            desk.axe_finds_nothing(name).await;
            desk.targets_are_large(name).await;
            desk.is_no_wider_than_window(name).await;
        }
        desk.show_in(Scheme::Forced).await;
        desk.focus_is_seen("in forced colours").await;
    });
}

#[test]
fn after_a_stop_a_reload_goes_on_with_every_mark() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let listed = desk.settled_annotations().await;
        stop(desk).await;
        desk.focus_is_named("Reload").await;
        desk.press("Enter").await;
        // The page that has stopped says that it has failed until the next one is there.
        desk.app_state_is("ready").await;
        desk.annotations_are(&listed).await;
    });
}

#[test]
fn after_a_stop_the_copy_brings_every_mark_to_another_browser() {
    let mut handed = None;
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let listed = desk.settled_annotations().await;
        stop(desk).await;
        desk.click("Download a copy").await;
        handed = Some((desk.downloaded().await, article, listed));
    });
    let (file, article, listed) = handed.expect("a copy");
    with_desk(async |desk| {
        desk.listen().await;
        desk.choose_files(&[(&file.name, &file.bytes)]).await;
        desk.told("Imported").await;
        desk.open(&format!("#/article/{}", article.id)).await;
        desk.annotations_are(&listed).await;
        desk.saved().await;
        desk.reload().await;
        desk.annotations_are(&listed).await;
    });
}

#[test]
fn the_copy_takes_the_newer_of_both_tiers_and_leaves_out_what_is_damaged() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let marks: Vec<String> = desk.settled_annotations().await.into_iter().map(|mark| mark.id).collect();
        // The first mark is newer in the database, the second is damaged in local storage, the third is gone from it.
        let keys: Value = desk
            .answer(
                "const key = (id) => Object.keys(localStorage).find((each) => each.endsWith(id));
                 const [first, second, third] = arguments[0].map(key);
                 const open = indexedDB.open('bluepencil', 1);
                 open.onupgradeneeded = () => open.result.createObjectStore('records');
                 await new Promise((done, failed) => { open.onsuccess = done; open.onerror = failed; });
                 const store = open.result.transaction('records', 'readwrite').objectStore('records');
                 for (const each of [second, third]) store.put(localStorage[each], each);
                 store.put(arguments[1], first);
                 await new Promise((done) => { store.transaction.oncomplete = done; });
                 open.result.close();
                 localStorage[second] = localStorage[second].replace('start', 'stort');
                 delete localStorage[third];
                 return { first, second, third, damaged: localStorage[second] }",
                &[json!(marks[..3]), json!(later())],
            )
            .await;
        stop(desk).await;
        desk.click("Download a copy").await;
        let records = records(&desk.downloaded().await);
        let record = |name: &str| {
            let key = keys[name].as_str().expect("a key");
            records.iter().find(|(each, _)| each == key).map(|(_, record)| record.clone())
        };
        assert_eq!(record("first"), Some(later()));
        assert!(record("second").is_some_and(|record| Some(record.as_str()) != keys["damaged"].as_str()));
        assert!(record("third").is_some());
        let status = "return document.querySelector('.stopped [role=status]')?.innerText ?? ''";
        let said = async || desk.now(status, &[]).await;
        desk.expects_that("a word on the damaged record", said, |said: &String| said.contains("1 damaged record"))
            .await;
    });
}

/// A later state of any annotation: deleted.
fn later() -> String {
    bluepencil::store::Record { revision: 90, writer: "later".to_owned(), body: "null".to_owned() }.encode()
}

#[test]
fn a_program_that_cannot_be_fetched_leaves_a_page_that_hands_the_work_out() {
    with_browser(Settings::default(), async |desk| {
        desk.open("").await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let mut kept = desk.settled_storage().await;
        kept.retain(|(key, _)| key.starts_with(bluepencil::store::PREFIX));
        desk.devtools("Network.enable", json!({})).await;
        desk.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
        desk.devtools("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await;
        desk.run("location.reload()", &[]).await;
        desk.app_state_is("failed").await;
        notice_says(desk, "Bluepencil could not start.").await;
        desk.axe_finds_nothing("a page that could not start").await;
        desk.screenshot("could-not-start").await;
        desk.click("Download a copy").await;
        assert_eq!(records(&desk.downloaded().await), kept);
    });
}
