//! Several tabs: each shows the others' work without a reload, nothing is lost or doubled, and nobody is disturbed.

use fantoccini::wd::WindowHandle;
use serde_json::json;

use crate::support::{Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_TITLE, HARBOUR, HARBOUR_TITLE};

/// How many marks each of two tabs makes in turn with the other, and then as many at the same time.
const MARKS: usize = 30;

/// Starts to mark words with a key, one after the other: every second word from the given one on. It goes on while commands go
/// to another tab, in which alone frames are painted.
const MARK_MANY: &str = r"
    const words = blocks().flatMap(({ node, text }) => [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ node, index, word })));
    const [first, count, key] = arguments;
    window.__made = 0;
    const step = () => new Promise((resolve) => setTimeout(resolve, 4));
    (async () => {
        for (; window.__made < count; window.__made++) {
            const { node, index, word } = words[first + 2 * window.__made];
            article().focus({ preventScroll: true });
            getSelection().setBaseAndExtent(node, index, node, index + word.length);
            await step();
            article().dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true }));
            await step();
        }
    })();
    return null";

/// Two tabs with an article open in both; commands go to the second.
async fn two_tabs(desk: &Desk, text: &str, title: &str) -> [WindowHandle; 2] {
    desk.open_text(text).await;
    desk.saved().await;
    let first = desk.tab().await;
    let second = desk.open_tab().await;
    desk.article_with(title).await;
    [first, second]
}

#[test]
fn marks_in_turn_and_at_once_are_all_there_in_both_tabs_and_after_a_reload() {
    with_desk(async |desk| {
        let tabs = two_tabs(desk, BRIDGE, BRIDGE_TITLE).await;
        let words = desk.settled_article().await.words();
        for (number, (start, end)) in words.iter().enumerate().take(2 * MARKS) {
            desk.to_tab(&tabs[number % 2]).await;
            desk.mark("quote", *start, *end).await;
        }
        for (number, tab) in tabs.iter().enumerate() {
            desk.to_tab(tab).await;
            desk.run(MARK_MANY, &[json!(number), json!(MARKS), json!("c")]).await;
        }
        // A browser may give little time to the tab that is not in front.
        for tab in &tabs {
            desk.to_tab(tab).await;
            desk.gives("the number of marks that the tab has made", MARKS, "return __made", &[]).await;
        }
        let mut seen = Vec::new();
        for tab in &tabs {
            desk.to_tab(tab).await;
            desk.list_counts(4 * MARKS).await;
            desk.saved().await;
            seen.push(desk.export().await.spans());
        }
        assert_eq!(seen[0].len(), 4 * MARKS);
        assert_eq!(seen[0], seen[1]);
        seen[0].dedup();
        assert_eq!(seen[0].len(), 4 * MARKS, "nothing is doubled");
        desk.reload().await;
        assert_eq!(desk.export().await.spans(), seen[1]);
        desk.to_tab(&tabs[0]).await;
        assert_eq!(desk.console_so_far().await, Vec::<String>::new());
    });
}

#[test]
fn a_deletion_in_one_tab_stays_in_all_and_undo_undoes_ones_own() {
    with_desk(async |desk| {
        let [first, second] = two_tabs(desk, BRIDGE, BRIDGE_TITLE).await;
        desk.mark_words("quote", "plain words").await;
        desk.mark_words("claim", "cuts a ribbon").await;
        desk.to_tab(&first).await;
        desk.annotations_to_be(2).await;
        desk.mark_words("quote", "half an hour").await;
        desk.press("J").await;
        desk.press("J").await;
        desk.press("Delete").await;
        desk.annotations_to_be(2).await;
        desk.to_tab(&second).await;
        let left = desk.annotations_to_be(2).await;
        desk.press("Ctrl+Z").await;
        let after = desk.annotations_to_be(left.len() - 1).await;
        assert!(after.iter().all(|mark| mark.label == "quote"), "the claim was marked last in this tab: {after:?}");
        desk.saved().await;
        desk.reload().await;
        desk.annotations_are(&after).await;
        desk.to_tab(&first).await;
        desk.annotations_are(&after).await;
    });
}

#[test]
fn each_tab_undoes_its_own_after_a_reload_too() {
    with_desk(async |desk| {
        let [first, second] = two_tabs(desk, BRIDGE, BRIDGE_TITLE).await;
        desk.mark_words("quote", "plain words").await;
        desk.to_tab(&first).await;
        desk.annotations_to_be(1).await;
        desk.mark_words("claim", "cuts a ribbon").await;
        for (tab, label) in [(&second, "claim"), (&first, "")] {
            desk.to_tab(tab).await;
            desk.saved().await;
            desk.reload().await;
            desk.press("Ctrl+Z").await;
            let left = desk.annotations_to_be(usize::from(!label.is_empty())).await;
            assert!(left.iter().all(|mark| mark.label == label), "{left:?}");
        }
    });
}

#[test]
fn a_selection_and_a_note_that_is_being_typed_are_left_alone() {
    with_desk(async |desk| {
        let [first, second] = two_tabs(desk, BRIDGE, BRIDGE_TITLE).await;
        desk.mark_words("quote", "plain words").await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        desk.type_words("half of ").await;
        desk.to_tab(&first).await;
        desk.annotations_to_be(1).await;
        let (start, end) = desk.settled_article().await.find("half an hour");
        desk.select(start, end).await;
        desk.to_tab(&second).await;
        desk.type_words("a note").await;
        let note = "return [document.activeElement.value, document.activeElement.selectionStart]";
        desk.gives("the note and the caret in it", ("half of a note", 14), note, &[]).await;
        desk.to_tab(&first).await;
        desk.shows("half of a note").await;
        desk.selection_is("half an hour").await;
        desk.press("C").await;
        desk.annotation("claim", start, end).await;
        desk.to_tab(&second).await;
        desk.annotations_to_be(2).await;
        desk.type_words("!").await;
        desk.gives("the note and the caret in it", ("half of a note!", 15), note, &[]).await;
    });
}

#[test]
fn the_library_and_the_settings_are_those_of_all_tabs() {
    with_desk(async |desk| {
        let [first, second] = two_tabs(desk, BRIDGE, BRIDGE_TITLE).await;
        desk.open("#/library").await;
        desk.to_tab(&first).await;
        desk.open_text(HARBOUR).await;
        desk.mark_words("quote", "We are sorry").await;
        desk.to_tab(&second).await;
        desk.offers(HARBOUR_TITLE).await;
        desk.click(HARBOUR_TITLE).await;
        desk.article_with(HARBOUR_TITLE).await;
        desk.annotations_to_be(1).await;
    });
}

#[test]
fn an_article_that_is_deleted_in_another_tab_goes_and_can_be_brought_back() {
    with_desk(async |desk| {
        let [first, second] = two_tabs(desk, BRIDGE, BRIDGE_TITLE).await;
        desk.mark_words("quote", "plain words").await;
        desk.to_tab(&first).await;
        desk.annotations_to_be(1).await;
        desk.listen().await;
        desk.to_tab(&second).await;
        desk.open("#/library").await;
        desk.click(&format!("Delete article {BRIDGE_TITLE}")).await;
        desk.to_tab(&first).await;
        desk.told("was deleted in another tab").await;
        desk.screen_is("library").await;
        desk.press("Ctrl+Z").await;
        desk.offers(BRIDGE_TITLE).await;
        desk.click(BRIDGE_TITLE).await;
        desk.annotations_to_be(1).await;
    });
}
