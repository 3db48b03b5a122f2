//! Storage that is emptied under the open page, by its user, by another program or by the browser: what was called saved is
//! there after a reload, or the page has said that it is gone.

use serde_json::json;

use crate::support::{Annotation, Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE, HARBOUR, HARBOUR_TITLE};

/// Deletes the database, as a cleaning extension does; that waits until the page has let go of it.
const DELETE_DATABASE: &str = "
    const deleting = indexedDB.deleteDatabase('bluepencil');
    await new Promise((done, failed) => { deleting.onsuccess = done; deleting.onerror = failed; });";

/// Empties the database without a word to anybody.
const EMPTY_DATABASE: &str = "
    const opening = indexedDB.open('bluepencil');
    await new Promise((done, failed) => { opening.onsuccess = done; opening.onerror = failed; });
    const transaction = opening.result.transaction('records', 'readwrite');
    transaction.objectStore('records').clear();
    await new Promise((done, failed) => { transaction.oncomplete = done; transaction.onabort = failed; });
    opening.result.close();";

/// Puts another database in the place of the page's.
const OTHER_DATABASE: &str = "
    const opening = indexedDB.open('bluepencil', 7);
    opening.onupgradeneeded = () => {
        for (const name of opening.result.objectStoreNames) opening.result.deleteObjectStore(name);
        opening.result.createObjectStore('others');
    };
    await new Promise((done, failed) => {
        opening.onsuccess = () => { opening.result.close(); done(); };
        opening.onerror = failed;
    });";

/// What the page says where articles are gone that it does not hold: here the sample.
const SAMPLE_IS_GONE: &str = "1 article of the library is gone";

/// An article with two marks, kept; what is said from now on is listened to.
async fn kept(desk: &Desk) -> Vec<Annotation> {
    desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
    let marks = desk.settled_annotations().await;
    desk.saved().await;
    desk.save_line_is("Saved").await;
    desk.listen().await;
    marks
}

/// Has a script empty what it does.
async fn empty(desk: &Desk, script: &str) {
    desk.answer::<()>(script, &[]).await;
}

/// Has the browser clear data of the site, as its settings do.
async fn clear(desk: &Desk, kinds: &str) {
    let origin = desk.origin().trim_end_matches('/');
    desk.devtools("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": kinds })).await;
}

/// One more mark is called saved, and after a reload it is there with those before.
async fn one_more_is_kept(desk: &Desk) {
    desk.mark_words("claim", "plain words").await;
    desk.saved().await;
    desk.save_line_is("Saved").await;
    let marks = desk.annotations_to_be(3).await;
    desk.reload().await;
    desk.article_with(BRIDGE_TITLE).await;
    desk.annotations_are(&marks).await;
}

#[test]
fn with_both_tiers_emptied_the_next_mark_keeps_all_that_is_open_and_what_is_gone_is_told() {
    with_desk(async |desk| {
        kept(desk).await;
        empty(desk, &format!("localStorage.clear(); {DELETE_DATABASE}")).await;
        let sentence = desk.warned(SAMPLE_IS_GONE).await;
        assert!(sentence.contains(BRIDGE_TITLE) && sentence.contains("Export it now"), "{sentence}");
        desk.shows("Export now").await;
        one_more_is_kept(desk).await;
        // What was done before is undone, also after the reload.
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(2).await;
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn with_both_tiers_emptied_without_a_word_the_next_mark_finds_it_out() {
    with_desk(async |desk| {
        kept(desk).await;
        empty(desk, &format!("localStorage.clear(); {EMPTY_DATABASE}")).await;
        desk.mark_words("claim", "plain words").await;
        desk.warned(SAMPLE_IS_GONE).await;
        let marks = desk.annotations_to_be(3).await;
        desk.saved().await;
        desk.reload().await;
        desk.annotations_are(&marks).await;
    });
}

#[test]
fn with_the_site_s_data_cleared_the_next_mark_keeps_all_that_is_open() {
    with_desk(async |desk| {
        kept(desk).await;
        clear(desk, "indexeddb,local_storage").await;
        one_more_is_kept(desk).await;
    });
}

#[test]
fn with_the_database_cleared_or_deleted_nothing_is_lost() {
    with_desk(async |desk| {
        kept(desk).await;
        empty(desk, DELETE_DATABASE).await;
        desk.told("All articles and annotations are kept again").await;
        one_more_is_kept(desk).await;
        // Local storage was not the only one that had it.
        desk.run("localStorage.clear()", &[]).await;
        desk.reload().await;
        desk.annotations_to_be(3).await;
        desk.alert_is("").await;
    });
}

#[test]
fn with_the_database_of_the_site_cleared_nothing_is_lost() {
    with_desk(async |desk| {
        kept(desk).await;
        clear(desk, "indexeddb").await;
        one_more_is_kept(desk).await;
        desk.run("localStorage.clear()", &[]).await;
        desk.reload().await;
        desk.annotations_to_be(3).await;
        desk.alert_is("").await;
    });
}

#[test]
fn with_local_storage_cleared_nothing_is_lost_and_it_is_filled_again() {
    with_desk(async |desk| {
        let marks = kept(desk).await;
        desk.run("localStorage.clear()", &[]).await;
        desk.mark_words("claim", "plain words").await;
        desk.storage_has(&marks[0].id).await;
        desk.storage_has("/text").await;
        desk.saved().await;
        let marks = desk.annotations_to_be(3).await;
        empty(desk, EMPTY_DATABASE).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&marks).await;
        desk.alert_is("").await;
    });
}

#[test]
fn with_local_storage_of_the_site_cleared_nothing_is_lost() {
    with_desk(async |desk| {
        kept(desk).await;
        clear(desk, "local_storage").await;
        one_more_is_kept(desk).await;
    });
}

#[test]
fn with_both_tiers_emptied_a_walk_to_the_library_and_back_keeps_all_that_is_open() {
    with_desk(async |desk| {
        let marks = kept(desk).await;
        empty(desk, &format!("localStorage.clear(); {DELETE_DATABASE}")).await;
        desk.warned(SAMPLE_IS_GONE).await;
        desk.click("Library").await;
        desk.screen_is("library").await;
        desk.click(BRIDGE_TITLE).await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.saved().await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&marks).await;
        desk.open_library().await;
        desk.shows(BRIDGE_TITLE).await;
    });
}

#[test]
fn with_the_site_s_data_cleared_a_walk_to_the_library_and_back_keeps_all_that_is_open() {
    with_desk(async |desk| {
        let marks = kept(desk).await;
        clear(desk, "indexeddb,local_storage").await;
        desk.click("Library").await;
        desk.screen_is("library").await;
        desk.click(BRIDGE_TITLE).await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.storage_has(&marks[1].id).await;
        desk.saved().await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&marks).await;
    });
}

#[test]
fn with_another_database_in_its_place_the_page_makes_its_own_again() {
    with_desk(async |desk| {
        kept(desk).await;
        empty(desk, OTHER_DATABASE).await;
        one_more_is_kept(desk).await;
        desk.run("localStorage.clear()", &[]).await;
        desk.reload().await;
        desk.annotations_to_be(3).await;
    });
}

#[test]
fn emptied_again_and_again_all_that_is_open_is_kept() {
    with_desk(async |desk| {
        kept(desk).await;
        for (count, words) in [(3, "plain words"), (4, "half an hour"), (5, "cuts a ribbon")] {
            empty(desk, &format!("localStorage.clear(); {EMPTY_DATABASE}")).await;
            desk.mark_words("claim", words).await;
            desk.saved().await;
            desk.annotations_to_be(count).await;
        }
        let marks = desk.settled_annotations().await;
        desk.saved().await;
        desk.reload().await;
        desk.annotations_are(&marks).await;
    });
}

#[test]
fn without_a_database_an_emptied_local_storage_gets_all_that_is_open() {
    with_desk(async |desk| {
        desk.before_every_page("IDBFactory.prototype.open = () => { throw new Error('refused'); };").await;
        desk.reload().await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        desk.listen().await;
        desk.run("localStorage.clear()", &[]).await;
        desk.mark_words("claim", "plain words").await;
        desk.warned(SAMPLE_IS_GONE).await;
        desk.saved().await;
        let marks = desk.annotations_to_be(3).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&marks).await;
    });
}

#[test]
fn each_tab_writes_again_what_it_has_open() {
    with_desk(async |desk| {
        let bridge = desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        let second = desk.open_tab().await;
        desk.to_tab(&second).await;
        let harbour = desk.open_text(HARBOUR).await;
        desk.saved().await;
        empty(desk, &format!("localStorage.clear(); {DELETE_DATABASE}")).await;
        desk.tiers_where("both open articles", |tiers| {
            let has = |id: &str| tiers.iter().all(|tier| tier.keys().any(|key| key.ends_with(&format!("{id}/text"))));
            has(&bridge.id) && has(&harbour.id)
        })
        .await;
        desk.saved().await;
        desk.open_library().await;
        desk.reload().await;
        desk.shows(HARBOUR_TITLE).await;
        desk.click(BRIDGE_TITLE).await;
        desk.annotations_to_be(2).await;
    });
}

/// A tab that is not told, as one that sleeps, must not take the empty storage for an accident.
#[test]
fn what_the_user_has_deleted_is_not_written_again_by_a_tab_that_was_not_told() {
    with_desk(async |desk| {
        desk.before_every_page(
            "BroadcastChannel.prototype.postMessage = () => {};
            addEventListener('storage', (event) => event.stopImmediatePropagation(), true);",
        )
        .await;
        desk.reload().await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        let first = desk.tab().await;
        let second = desk.open_tab().await;
        desk.to_tab(&second).await;
        desk.command("Storage").await;
        desk.dialog("Storage").await;
        desk.click("Delete everything…").await;
        desk.click("Delete everything now").await;
        let first_visit = "return document.documentElement.dataset.appState === 'ready'
            && !document.body.textContent.includes(arguments[0])";
        desk.holds("a first visit", first_visit, &[BRIDGE_TITLE.into()]).await;
        // It finds out when it comes into view, or at the latest when something is marked.
        desk.to_tab(&first).await;
        desk.run("document.querySelector('[data-command=Undo]')?.click()", &[]).await;
        desk.holds("a first visit", first_visit, &[BRIDGE_TITLE.into()]).await;
        desk.tiers_where("nothing of the article", |tiers| {
            tiers.iter().flat_map(|tier| tier.values()).all(|value| !value.contains("two years"))
        })
        .await;
    });
}
