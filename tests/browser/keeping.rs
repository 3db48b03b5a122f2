//! What was done is found again.

use crate::support::with_desk;
use crate::texts::{BRIDGE, BRIDGE_MARKS, BRIDGE_TITLE};

#[test]
fn a_reload_keeps_every_mark_with_its_id() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let before = desk.settled_annotations().await;
        desk.saved().await;
        desk.reload().await;
        desk.article_is(&article).await;
        desk.annotations_are(&before).await;
    });
}

#[test]
fn marks_are_painted_in_the_same_place_after_a_reload() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let marks = desk.settled_annotations().await;
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
        // To be ready means to be painted: what is painted now counts, not what will be.
        let painted = desk.now_painted().await;
        assert!(painted.iter().any(|each| each.name == "bp-quote" && each.is_from(start, end)), "{painted:?}");
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
        desk.annotations_are(&before).await;
    });
}

#[test]
fn what_was_done_before_a_reload_is_undone_and_done_again() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        let marks = desk.settled_annotations().await;
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
        desk.annotations_are(&marks).await;
    });
}

#[test]
fn an_earlier_version_is_brought_back_with_keys_and_undone() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..3]).await;
        let marks = desk.settled_annotations().await;
        desk.saved().await;
        desk.reload().await;
        desk.press("J").await;
        desk.press("Delete").await;
        desk.press("Delete").await;
        desk.annotations_to_be(1).await;
        desk.saved().await;
        desk.command("Restore an earlier").await;
        // That is the version of before the first deletion.
        desk.offers_one_with("with 3 annotations").await;
        desk.press("Tab").await;
        desk.press("Enter").await;
        desk.annotations_are(&marks).await;
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn the_page_says_where_the_work_is_kept() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS[..1]).await;
        desk.saved().await;
        desk.shows("Saved").await;
    });
}

#[test]
fn all_keys_in_storage_bear_the_products_name() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        let storage = desk.settled_storage().await;
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
        let storage = desk.settled_storage().await;
        let marks = desk.settled_annotations().await;
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
        let before = desk.settled_storage().await;
        let mark = desk.mark_words("claim", "plain words").await;
        let ids: Vec<String> = desk.settled_annotations().await.into_iter().map(|each| each.id).collect();
        let after = desk.settled_storage().await;
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
        let before = desk.settled_annotations().await;
        desk.saved().await;
        desk.run("localStorage.clear()", &[]).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&before).await;
    });
}

#[test]
fn a_damaged_record_is_taken_from_the_other_tier_and_its_bytes_are_kept() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let before = desk.settled_annotations().await;
        desk.saved().await;
        let damaged = "const key = Object.keys(localStorage).find((key) => key.endsWith('/text'));
            localStorage.setItem(key, '1e999');
            return key;";
        let key: String = desk.now(damaged, &[]).await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&before).await;
        let kept = desk.settled_storage().await;
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
        desk.shows("Kept in this browser; a crash may lose the last minute").await;
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
        let before = desk.settled_annotations().await;
        desk.saved().await;
        desk.reload().await;
        desk.article_with(BRIDGE_TITLE).await;
        desk.annotations_are(&before).await;
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
        desk.shows("Not saved").await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn what_was_deleted_leaves_local_storage_at_the_next_start_and_comes_back_all_the_same() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        let before = desk.settled_storage().await.len();
        let mark = desk.mark_words("quote", "good day").await;
        desk.press("Delete").await;
        desk.annotations_to_be(0).await;
        assert_eq!(desk.settled_storage().await.len(), before + 1, "the tombstone, until the other tier has it");
        desk.reload().await;
        assert_eq!(desk.settled_storage().await.len(), before);
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(1).await;
        desk.saved().await;
        desk.reload().await;
        desk.annotations_are(&[mark]).await;
    });
}
