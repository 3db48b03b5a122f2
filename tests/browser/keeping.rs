//! What was done is found again.

use crate::support::with_desk;
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE};

#[test]
fn a_reload_keeps_every_mark_with_its_id() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let before = desk.annotations().await;
        desk.saved().await;
        desk.reload().await;
        assert_eq!(desk.article_with(BRIDGE_TITLE).await, article);
        assert_eq!(desk.annotations_to_be(before.len()).await, before);
    });
}

#[test]
fn marks_are_painted_in_the_same_place_after_a_reload() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let marks = desk.annotations().await;
        desk.saved().await;
        desk.reload().await;
        desk.select(marks[0].start, marks[0].end).await;
        for mark in marks {
            desk.painted_as(&mark.label, mark.start, mark.end).await;
        }
    });
}

#[test]
fn a_ready_page_is_painted_already() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        let (start, end) = article.find("“We built it in two years,”");
        desk.saved().await;
        desk.reload().await;
        let painted = desk.painted().await;
        assert!(
            painted.iter().any(|each| each.name == "bp-quote" && (each.start, each.end) == (Some(start), Some(end))),
            "{painted:?}"
        );
    });
}

#[test]
fn undone_marks_stay_undone_after_a_reload() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        desk.press("Ctrl+Z").await;
        let before = desk.annotations_to_be(2).await;
        desk.saved().await;
        desk.reload().await;
        assert_eq!(desk.annotations_to_be(2).await, before);
    });
}

#[test]
fn what_was_done_before_a_reload_is_undone_and_done_again() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        let marks = desk.annotations().await;
        desk.saved().await;
        desk.reload().await;
        desk.annotations_to_be(3).await;
        for left in [2, 1] {
            desk.press("Ctrl+Z").await;
            desk.annotations_to_be(left).await;
        }
        desk.saved().await;
        desk.reload().await;
        for there in [2, 3] {
            desk.annotations_to_be(there - 1).await;
            desk.press("Ctrl+Y").await;
        }
        assert_eq!(desk.annotations_to_be(3).await, marks);
    });
}

#[test]
fn an_earlier_version_is_brought_back_with_keys_and_undone() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        let marks = desk.annotations().await;
        desk.saved().await;
        desk.reload().await;
        desk.press("J").await;
        desk.press("Delete").await;
        desk.press("Delete").await;
        desk.annotations_to_be(1).await;
        desk.saved().await;
        desk.press("Ctrl+K").await;
        desk.type_words("Restore an earlier").await;
        desk.press("Enter").await;
        let button = "return named(PRESSABLE, arguments[0]).length === 1";
        desk.wait_until("the version of before the first deletion", async || {
            desk.ask(button, &["with 3 annotations".into()]).await
        })
        .await;
        desk.press("Tab").await;
        desk.press("Enter").await;
        assert_eq!(desk.annotations_to_be(3).await, marks);
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn the_page_says_where_the_work_is_kept() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        desk.saved().await;
        desk.wait_until("the word 'Saved'", async || desk.visible_text().await.contains("Saved")).await;
    });
}

#[test]
fn all_keys_in_storage_bear_the_products_name() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let storage = desk.storage().await;
        assert!(!storage.is_empty());
        let strange: Vec<&String> =
            storage.iter().map(|(key, _)| key).filter(|key| !key.starts_with("bluepencil/")).collect();
        assert!(strange.is_empty(), "{strange:?}");
    });
}

#[test]
fn each_annotation_has_a_record_of_its_own() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let storage = desk.storage().await;
        let marks = desk.annotations().await;
        for mark in &marks {
            let key = format!("bluepencil/1/{}/{}", article.id, mark.id);
            assert!(storage.iter().any(|(each, _)| *each == key), "no record {key}");
        }
        for (key, value) in storage {
            let held = marks.iter().filter(|mark| value.contains(&mark.id)).count();
            assert!(held <= 1, "{key} holds {held} annotations");
        }
    });
}

#[test]
fn one_mark_writes_only_its_own_record() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        desk.saved().await;
        let before = desk.storage().await;
        let mark = desk.mark_words("claim", "plain words").await;
        desk.saved().await;
        let ids: Vec<String> = desk.annotations().await.into_iter().map(|each| each.id).collect();
        let after = desk.storage().await;
        let written =
            after.iter().filter(|entry| !before.contains(entry)).filter_map(|(key, _)| key.rsplit('/').next());
        let written: Vec<&str> = written.filter(|id| ids.iter().any(|each| each == id)).collect();
        assert_eq!(written, [mark.id]);
    });
}

/// What a browser that is killed does to local storage, at its worst.
#[test]
fn what_local_storage_has_forgotten_is_there_again() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let before = desk.annotations().await;
        desk.saved().await;
        desk.ask::<()>("localStorage.clear()", &[]).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        assert_eq!(desk.annotations_to_be(before.len()).await, before);
    });
}

#[test]
fn a_damaged_record_is_taken_from_the_other_tier_and_its_bytes_are_kept() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let before = desk.annotations().await;
        desk.saved().await;
        let damaged = "const key = Object.keys(localStorage).find((key) => key.endsWith('/text'));
            localStorage.setItem(key, '1e999');
            return key;";
        let key: String = desk.ask(damaged, &[]).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        assert_eq!(desk.annotations_to_be(before.len()).await, before);
        let kept = desk.storage().await;
        assert!(
            kept.iter().any(|(name, value)| name.starts_with("bluepencil/rescue/")
                && name.ends_with(&key)
                && value == "1e999")
        );
    });
}

#[test]
fn a_browser_without_indexed_db_says_what_a_crash_may_cost() {
    with_desk(async |desk| {
        desk.before_every_page("IDBFactory.prototype.open = () => { throw new Error('refused'); };").await;
        desk.reload().await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..2]).await;
        desk.saved().await;
        let words = "Kept in this browser; a crash may lose the last minute";
        desk.wait_until("the words on a crash", async || desk.visible_text().await.contains(words)).await;
        desk.reload().await;
        desk.annotations_to_be(2).await;
    });
}

#[test]
fn a_browser_that_refuses_local_storage_keeps_everything_in_the_other_tier() {
    with_desk(async |desk| {
        desk.before_every_page("Storage.prototype.setItem = () => { throw new Error('full'); };").await;
        desk.reload().await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let before = desk.annotations().await;
        desk.saved().await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        assert_eq!(desk.annotations_to_be(before.len()).await, before);
    });
}

#[test]
fn a_browser_that_refuses_both_tiers_says_so() {
    with_desk(async |desk| {
        desk.before_every_page(
            "Storage.prototype.setItem = () => { throw new Error('full'); };
            IDBFactory.prototype.open = () => { throw new Error('refused'); };",
        )
        .await;
        desk.reload().await;
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        desk.wait_until("the words on it", async || desk.visible_text().await.contains("Not saved")).await;
        desk.annotations_to_be(1).await;
    });
}
