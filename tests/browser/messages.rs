//! What the page says of storage, deletions, transfers and foreign changes: looked at by axe, and pictures for people.

use crate::support::{Desk, Scheme, VIEWS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE, HARBOUR, HARBOUR_TITLE};

/// Has axe look at what is said, light, dark and narrow, and takes a picture of each.
async fn is_accessible(desk: &Desk, said: &str) {
    for (name, scheme, width, height) in VIEWS {
        desk.resize(width, height).await;
        desk.show_in(scheme).await;
        desk.screenshot(&format!("screenshots/{said}-{name}")).await;
        desk.axe_finds_nothing(&format!("{said}, {name}")).await;
        desk.nothing_is_cut_off(&format!("{said}, {name}")).await;
    }
    desk.resize(1280, 900).await;
    desk.show_in(Scheme::Light).await;
}

#[test]
fn what_is_said_of_emptied_storage_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let delete = "localStorage.clear();
            const deleting = indexedDB.deleteDatabase('bluepencil');
            await new Promise((done, failed) => { deleting.onsuccess = done; deleting.onerror = failed; });";
        desk.answer::<()>(delete, &[]).await;
        desk.shows("Export now").await;
        is_accessible(desk, "emptied").await;
    });
}

#[test]
fn what_the_library_says_of_deleted_articles_is_accessible() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        desk.open_text(HARBOUR).await;
        desk.open_library().await;
        for title in [BRIDGE_TITLE, HARBOUR_TITLE] {
            desk.click(&format!("Delete article {title}")).await;
        }
        desk.shows("2 deleted articles can be brought back").await;
        is_accessible(desk, "deleted").await;
    });
}

#[test]
fn what_is_said_of_a_paste_that_cannot_be_taken_is_accessible() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let paste = "const clipboardData = new DataTransfer();
            clipboardData.setData('text/html', '<h1>Ferry strike</h1><p>Crews stayed away.</p>');
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))";
        desk.run(paste, &[]).await;
        desk.alert_where("what to do", |alert| alert.contains("formatted text")).await;
        is_accessible(desk, "refused-paste").await;
    });
}

#[test]
fn the_text_that_is_typed_again_after_a_reload_is_accessible() {
    with_desk(async |desk| {
        desk.click("New article").await;
        desk.dialog("New article").await;
        desk.fill("Title", "Half a headline").await;
        desk.close_dialog().await;
        desk.saved().await;
        desk.reload().await;
        desk.click("New article").await;
        desk.dialog("New article").await;
        is_accessible(desk, "draft").await;
    });
}
