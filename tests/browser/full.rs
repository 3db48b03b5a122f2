//! A browser whose storage is full, or refuses: what is not saved is said in words, nothing that was kept is harmed, and
//! the file has everything.

use crate::support::{Desk, Settings, with_browser, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE, HARBOUR, HARBOUR_TITLE};

/// Has the database refused in every page from now on.
const NO_DATABASE: &str = "IDBFactory.prototype.open = () => { throw new Error('refused'); };";
/// Has local storage refused in every page from now on.
const NO_LOCAL_STORAGE: &str = "Storage.prototype.setItem = () => { throw new Error('full'); };";

/// What the page says where a crash may cost something.
const LIGHTLY: &str = "Kept in this browser; a crash may lose the last minute";

/// Waits until the alert region says in words that the last change is not saved, and that it can be exported.
async fn warned(desk: &Desk) {
    let sentence = desk.warned("your last change is not saved").await;
    assert!(sentence.contains("Export it now"), "{sentence}");
    // It stays there to be read.
    desk.alert_is(&sentence).await;
    desk.save_line_is("Not saved").await;
    desk.save_state_is("failed").await;
}

/// Exports and compares the file with the list of annotations, which has so many.
async fn exports_all(desk: &Desk, count: usize) {
    let mut listed: Vec<_> =
        desk.annotations_to_be(count).await.into_iter().map(|mark| (mark.label, mark.start, mark.end)).collect();
    listed.sort();
    let spans = desk.export().await.spans();
    let exported: Vec<_> = spans.into_iter().map(|(label, start, end, _)| (label, start, end)).collect();
    assert_eq!(exported, listed);
}

#[test]
fn a_full_local_storage_costs_nothing_while_the_database_is_well() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        desk.saved().await;
        desk.fill_local_storage().await;
        desk.listen().await;
        let mark = desk.mark_words("claim", "plain words").await;
        desk.saved().await;
        desk.save_line_is("Saved").await;
        let in_local_storage = desk.settled_storage().await;
        assert!(in_local_storage.iter().all(|(key, _)| !key.ends_with(&mark.id)), "local storage is not full");
        let before = desk.settled_annotations().await;
        desk.reload().await;
        desk.annotations_are(&before).await;
        exports_all(desk, 4).await;
        desk.saved().await;
        desk.alert_is("").await;
        desk.empty_local_storage().await;
        desk.reload().await;
        // What it refused is there once there is room.
        desk.storage_has(&mark.id).await;
        desk.annotations_are(&before).await;
    });
}

#[test]
fn a_local_storage_that_is_full_on_the_first_visit_costs_nothing_while_the_database_is_well() {
    with_browser(Settings::default(), async |desk| {
        desk.fill_local_storage_before_every_page().await;
        desk.open("").await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        desk.save_line_is("Saved").await;
        let before = desk.settled_annotations().await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&before).await;
        desk.saved().await;
        desk.alert_is("").await;
    });
}

#[test]
fn a_change_that_finds_no_room_is_told_at_once_and_exported_and_what_was_kept_is_unharmed() {
    with_desk(async |desk| {
        desk.before_every_page(NO_DATABASE).await;
        desk.reload().await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        desk.save_line_is(LIGHTLY).await;
        let kept = desk.settled_annotations().await;
        desk.fill_local_storage().await;
        desk.listen().await;
        desk.mark_words("claim", "plain words").await;
        warned(desk).await;
        exports_all(desk, 3).await;
        desk.listen().await;
        desk.mark_words("claim", "half an hour").await;
        warned(desk).await;
        exports_all(desk, 4).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&kept).await;
    });
}

#[test]
fn as_soon_as_there_is_room_the_next_action_saves_what_was_refused_too() {
    with_desk(async |desk| {
        desk.before_every_page(NO_DATABASE).await;
        desk.reload().await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.fill_local_storage().await;
        desk.listen().await;
        desk.mark_words("claim", "plain words").await;
        warned(desk).await;
        desk.press("Delete").await;
        desk.annotations_to_be(2).await;
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(3).await;
        desk.empty_local_storage().await;
        desk.mark_words("claim", "half an hour").await;
        desk.saved().await;
        desk.save_line_is(LIGHTLY).await;
        let before = desk.annotations_to_be(4).await;
        desk.reload().await;
        desk.annotations_are(&before).await;
    });
}

#[test]
fn an_article_that_is_deleted_makes_room_for_what_was_refused() {
    with_desk(async |desk| {
        desk.before_every_page(NO_DATABASE).await;
        desk.reload().await;
        desk.open_text(HARBOUR).await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.fill_local_storage().await;
        desk.listen().await;
        desk.mark_words("claim", "plain words").await;
        warned(desk).await;
        desk.click("Library").await;
        desk.click(&format!("Delete article {HARBOUR_TITLE}")).await;
        desk.saved().await;
        desk.reload().await;
        desk.click(BRIDGE_TITLE).await;
        desk.annotations_to_be(3).await;
    });
}

#[test]
fn a_browser_that_keeps_nothing_says_so_and_exports_everything() {
    with_desk(async |desk| {
        desk.before_every_page(&format!("{NO_LOCAL_STORAGE} {NO_DATABASE}")).await;
        desk.reload().await;
        desk.open_text(BRIDGE).await;
        warned(desk).await;
        for (label, words) in &BRIDGE_MARKS[..3] {
            desk.listen().await;
            desk.mark_words(label, words).await;
            warned(desk).await;
        }
        exports_all(desk, 3).await;
    });
}

/// The disk itself, as the browser allots it: no script stands between.
#[test]
fn a_disk_that_is_full_is_told_and_everything_is_saved_when_it_is_not() {
    with_browser(Settings::default(), async |desk| {
        // What is kept to work without the network would need room as well.
        desk.before_every_page("Object.defineProperty(navigator, 'serviceWorker', { value: undefined })").await;
        desk.allot(Some(500_000)).await;
        desk.open("").await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        desk.fill_database().await;
        desk.mark_words("claim", "plain words").await;
        desk.save_line_is(LIGHTLY).await;
        desk.fill_local_storage().await;
        desk.listen().await;
        desk.mark_words("claim", "half an hour").await;
        warned(desk).await;
        exports_all(desk, 4).await;
        desk.allot(None).await;
        desk.mark_words("quote", "cuts a ribbon").await;
        desk.save_line_is("Saved").await;
        let before = desk.annotations_to_be(5).await;
        desk.saved().await;
        desk.run("localStorage.clear()", &[]).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&before).await;
    });
}
