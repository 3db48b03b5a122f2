//! Deleted articles come back, each by its own undo, after a reload too.

use serde_json::json;

use crate::support::{Annotation, Article, Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_TITLE, HARBOUR, HARBOUR_TITLE};

/// The titles in the library, by the names of their links.
const LISTED: &str =
    "return [...document.querySelectorAll('[aria-label=Articles] a')].map((each) => squeeze(each.textContent))";

/// An article with its marks, as it was before it was deleted.
struct Before {
    title: &'static str,
    article: Article,
    marks: Vec<Annotation>,
}

/// Opens both articles, each with a mark, and goes to the library.
async fn two_marked(desk: &Desk) -> [Before; 2] {
    let bridge = marked(desk, BRIDGE, BRIDGE_TITLE, "two years").await;
    let harbour = marked(desk, HARBOUR, HARBOUR_TITLE, "We are sorry").await;
    desk.saved().await;
    desk.open_library().await;
    [bridge, harbour]
}

async fn marked(desk: &Desk, text: &str, title: &'static str, words: &str) -> Before {
    let article = desk.open_text(text).await;
    desk.mark_words("quote", words).await;
    Before { title, article, marks: desk.settled_annotations().await }
}

async fn delete(desk: &Desk, title: &str) {
    desk.click(&format!("Delete article {title}")).await;
    is_listed(desk, title, false).await;
}

async fn is_listed(desk: &Desk, title: &str, wanted: bool) {
    let listed = async || -> Vec<String> { desk.now(LISTED, &[]).await };
    let what = format!("{title:?} to be {} the library", if wanted { "in" } else { "out of" });
    desk.expects_that(&what, listed, |listed| listed.iter().any(|each| each == title) == wanted).await;
}

/// Opens an article from the library and looks whether all of it is there.
async fn is_whole(desk: &Desk, before: &Before) {
    desk.open_library().await;
    desk.click(before.title).await;
    desk.article_is(&before.article).await;
    desk.annotations_are(&before.marks).await;
}

#[test]
fn two_deletions_are_undone_one_after_the_other_the_last_first() {
    with_desk(async |desk| {
        let [bridge, harbour] = two_marked(desk).await;
        delete(desk, BRIDGE_TITLE).await;
        desk.shows(&format!("1 deleted article can be brought back: “{BRIDGE_TITLE}”")).await;
        delete(desk, HARBOUR_TITLE).await;
        desk.shows(&format!("2 deleted articles can be brought back, “{HARBOUR_TITLE}” first")).await;
        desk.listen().await;
        desk.press("Ctrl+Z").await;
        desk.told(&format!("“{HARBOUR_TITLE}” is back")).await;
        is_listed(desk, HARBOUR_TITLE, true).await;
        is_listed(desk, BRIDGE_TITLE, false).await;
        desk.press("Ctrl+Z").await;
        is_listed(desk, BRIDGE_TITLE, true).await;
        desk.shows_no_more("can be brought back").await;
        is_whole(desk, &bridge).await;
        is_whole(desk, &harbour).await;
    });
}

#[test]
fn work_in_another_article_between_deletion_and_undo_changes_nothing() {
    with_desk(async |desk| {
        // The sample stays, to be worked in.
        let sample = desk.settled_article().await.id;
        let [bridge, harbour] = two_marked(desk).await;
        delete(desk, BRIDGE_TITLE).await;
        delete(desk, HARBOUR_TITLE).await;
        desk.open(&format!("#/article/{sample}")).await;
        let (start, end) = desk.settled_article().await.words()[0];
        desk.mark("claim", start, end).await;
        let marks = desk.settled_annotations().await;
        desk.open_library().await;
        desk.press("Ctrl+Z").await;
        is_listed(desk, HARBOUR_TITLE, true).await;
        desk.press("Ctrl+Z").await;
        is_listed(desk, BRIDGE_TITLE, true).await;
        is_whole(desk, &harbour).await;
        is_whole(desk, &bridge).await;
        desk.open(&format!("#/article/{sample}")).await;
        desk.annotations_are(&marks).await;
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(marks.len() - 1).await;
    });
}

#[test]
fn after_a_reload_deletions_are_undone_by_key_by_palette_and_by_button() {
    with_desk(async |desk| {
        let [bridge, harbour] = two_marked(desk).await;
        for undo in ["key", "palette", "button"] {
            delete(desk, BRIDGE_TITLE).await;
            delete(desk, HARBOUR_TITLE).await;
            desk.saved().await;
            desk.reload().await;
            desk.open_library().await;
            for title in [HARBOUR_TITLE, BRIDGE_TITLE] {
                match undo {
                    "key" => desk.press("Ctrl+Z").await,
                    "palette" => desk.command("Take back the last change").await,
                    _ => desk.click("Undo").await,
                }
                is_listed(desk, title, true).await;
            }
            desk.saved().await;
        }
        is_whole(desk, &bridge).await;
        is_whole(desk, &harbour).await;
    });
}

#[test]
fn undo_pressed_as_soon_as_the_page_is_ready_waits_for_storage() {
    with_desk(async |desk| {
        two_marked(desk).await;
        delete(desk, HARBOUR_TITLE).await;
        desk.saved().await;
        desk.reload().await;
        desk.press("Ctrl+Z").await;
        is_listed(desk, HARBOUR_TITLE, true).await;
    });
}

#[test]
fn a_deleted_article_comes_back_with_its_own_history() {
    with_desk(async |desk| {
        let [bridge, _] = two_marked(desk).await;
        delete(desk, BRIDGE_TITLE).await;
        desk.saved().await;
        desk.reload().await;
        desk.press("Ctrl+Z").await;
        is_whole(desk, &bridge).await;
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(0).await;
        desk.press("Ctrl+Y").await;
        desk.annotations_are(&bridge.marks).await;
    });
}

#[test]
fn redo_in_the_library_deletes_again_and_undo_in_an_article_deletes_nothing() {
    with_desk(async |desk| {
        let [_, harbour] = two_marked(desk).await;
        delete(desk, HARBOUR_TITLE).await;
        desk.press("Ctrl+Z").await;
        is_listed(desk, HARBOUR_TITLE, true).await;
        desk.press("Ctrl+Y").await;
        is_listed(desk, HARBOUR_TITLE, false).await;
        desk.press("Ctrl+Z").await;
        is_whole(desk, &harbour).await;
    });
}

#[test]
fn what_one_tab_deletes_another_brings_back() {
    with_desk(async |desk| {
        let [_, harbour] = two_marked(desk).await;
        let first = desk.tab().await;
        let second = desk.open_tab().await;
        desk.open_library().await;
        desk.to_tab(&first).await;
        delete(desk, HARBOUR_TITLE).await;
        desk.saved().await;
        desk.to_tab(&second).await;
        is_listed(desk, HARBOUR_TITLE, false).await;
        desk.shows(&format!("can be brought back: “{HARBOUR_TITLE}”")).await;
        desk.press("Ctrl+Z").await;
        is_whole(desk, &harbour).await;
        desk.to_tab(&first).await;
        is_listed(desk, HARBOUR_TITLE, true).await;
        desk.shows_no_more("can be brought back").await;
    });
}

#[test]
fn a_deleted_article_stands_in_the_database_until_everything_is_deleted() {
    with_desk(async |desk| {
        two_marked(desk).await;
        delete(desk, HARBOUR_TITLE).await;
        desk.tiers_where("the deleted article, in the database alone,", |[quick, strict]| {
            let holds = |records: &std::collections::BTreeMap<String, String>| {
                records.values().any(|record| record.contains("the council said on Tuesday"))
            };
            !holds(quick) && holds(strict)
        })
        .await;
        desk.command("storage").await;
        desk.dialog("Storage").await;
        desk.click("Delete everything…").await;
        desk.shows("deleted articles and what is half typed").await;
        desk.click("Delete everything now").await;
        let first_visit = "return document.documentElement.dataset.appState === 'ready'
            && !document.body.textContent.includes(arguments[0])";
        desk.holds("a first visit", first_visit, &[json!(BRIDGE_TITLE)]).await;
        desk.tiers_where("nothing of the articles", |tiers| {
            let mut records = tiers.iter().flatten();
            records.all(|(key, record)| !key.starts_with("delet") && !record.contains("the council said on Tuesday"))
        })
        .await;
    });
}
