//! Many marks at once: every occurrence annotated, several selected and changed, some of them shown.

use serde_json::json;

use crate::support::{Annotation, Desk, VIEWS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, HARBOUR};

/// Opens the article with its marks and takes the focus off all of them.
async fn marked(desk: &Desk) -> Vec<Annotation> {
    desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
    desk.annotations().await
}

/// Waits until the page says something anywhere.
async fn says(desk: &Desk, words: &str) {
    desk.wait_until(&format!("the page to say {words:?}"), async || desk.visible_text().await.contains(words)).await;
}

/// How many rows the list says it has.
async fn rows(desk: &Desk) -> String {
    desk.ask("return annotationItems()[0]?.ariaSetSize ?? String(annotationItems().length)", &[]).await
}

fn places(all: &[Annotation]) -> Vec<(&str, usize, usize)> {
    all.iter().map(Annotation::place).collect()
}

async fn pictures(desk: &Desk, name: &str) {
    for (view, scheme, width, height) in VIEWS {
        desk.resize(width, height).await;
        desk.show_in(scheme).await;
        desk.screenshot(&format!("screenshots/{name}-{view}")).await;
    }
}

#[test]
fn every_ticked_occurrence_is_marked_and_one_undo_takes_all_back() {
    with_desk(async |desk| {
        let article = desk.open_text("Blix won\n\nBlix said so. Then Blix left, and blix it was.").await;
        let all: Vec<_> = article.places("Blix").collect();
        desk.mark("credit", all[0].0, all[0].1).await;
        desk.click("Annotate all occurrences").await;
        desk.dialog("Annotate all occurrences").await;
        says(desk, "4 occurrences, 1 marked as credit already").await;
        desk.ask::<()>(
            "dialogs().at(-1).querySelectorAll('[aria-label=Occurrences] input')[2].click(); return null",
            &[],
        )
        .await;
        desk.click("Annotate 2").await;
        desk.no_dialog().await;
        let marked = desk.annotations_to_be(3).await;
        let expected: Vec<_> = all.iter().map(|(start, end)| ("credit", *start, *end)).collect();
        assert_eq!(places(&marked), expected);
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(1).await;
        desk.press("Ctrl+Y").await;
        assert_eq!(desk.annotations_to_be(3).await, marked);
    });
}

#[test]
fn occurrences_in_all_articles_are_marked_and_undone_in_one_step() {
    with_desk(async |desk| {
        desk.open_text("The one port\n\nVesterhavn is small, and Vesterhavn is far.").await;
        let (start, end) = desk.open_text("The other port\n\nHere is Vesterhavn again.").await.find("again");
        let stored = desk.storage().await.len();
        desk.select(start, end).await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.type_words("annotate all").await;
        desk.press("Enter").await;
        desk.dialog("Annotate all occurrences").await;
        desk.fill("Words", "vesterhavn").await;
        desk.click_field("In all articles").await;
        says(desk, "3 occurrences in 2 articles").await;
        desk.click("Annotate 3").await;
        desk.no_dialog().await;
        desk.annotations_to_be(1).await;
        assert_eq!(desk.storage().await.len(), stored + 3);
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(0).await;
        desk.click("Library").await;
        says(desk, "The one port no annotations").await;
    });
}

#[test]
fn rows_are_selected_with_the_mouse_and_deleted_in_one_step() {
    with_desk(async |desk| {
        let before = marked(desk).await;
        desk.click_row_holding("Ctrl", &before[1].id).await;
        desk.click_row_holding("Shift", &before[3].id).await;
        says(desk, "3 marks selected").await;
        desk.click("Delete annotation").await;
        let left = desk.annotations_to_be(before.len() - 3).await;
        assert_eq!(left[1], before[4]);
        desk.press("Ctrl+Z").await;
        assert_eq!(desk.annotations_to_be(before.len()).await, before);
    });
}

#[test]
fn rows_are_selected_and_relabelled_with_keys_alone() {
    with_desk(async |desk| {
        let before = marked(desk).await;
        desk.click_what_says("Jon Vale/AFP via Getty Images").await;
        desk.wait_until("the row to have the focus", async || desk.focused_name().await.contains("Jon Vale")).await;
        desk.press("Space").await;
        says(desk, "1 mark selected").await;
        desk.press("K").await;
        desk.focus_on(&before[5].id).await;
        desk.wait_until("the row to have the focus", async || desk.focused_name().await.contains("ribbon")).await;
        desk.press("Space").await;
        says(desk, "2 marks selected").await;
        desk.press("Shift+C").await;
        desk.annotation("claim", before[5].start, before[5].end).await;
        desk.annotation("claim", before[6].start, before[6].end).await;
        desk.press("Esc").await;
        desk.wait_until("the bar to go", async || !desk.visible_text().await.contains("marks selected")).await;
    });
}

#[test]
fn a_note_is_added_to_the_selected_marks() {
    with_desk(async |desk| {
        let before = marked(desk).await;
        desk.click_row_holding("Ctrl", &before[0].id).await;
        desk.click_row_holding("Ctrl", &before[2].id).await;
        desk.press("M").await;
        desk.wait_until("the field to have the focus", async || desk.focused_name().await == "Note to add").await;
        desk.type_words("ask the council").await;
        desk.press("Enter").await;
        for place in [0, 2] {
            desk.wait_until("the note in the list", async || {
                desk.item_text(&before[place].id).await.contains("ask the council")
            })
            .await;
        }
        pictures(desk, "selected").await;
    });
}

#[test]
fn a_flag_is_set_shown_and_filtered_by() {
    with_desk(async |desk| {
        let before = marked(desk).await;
        desk.click_at(before[0].start + 1).await;
        desk.focus_on(&before[0].id).await;
        desk.press("F").await;
        desk.wait_until("the flag in the list", async || desk.item_text(&before[0].id).await.contains("Flagged")).await;
        assert!(desk.ask::<bool>("return region('Inspector').querySelector('[type=checkbox]').checked", &[]).await);
        desk.click("Filter").await;
        desk.click("Flagged").await;
        assert_eq!(desk.annotations_to_be(1).await[0].id, before[0].id);
        says(desk, "Showing 1 of 7").await;
        desk.click("Show all").await;
        desk.annotations_to_be(before.len()).await;
    });
}

#[test]
fn filters_hide_rows_lead_j_and_k_and_leave_the_file_as_it_is() {
    with_desk(async |desk| {
        let before = marked(desk).await;
        desk.press("Esc").await;
        desk.press("Esc").await;
        let annotations = desk.export().await.annotations();
        desk.ask::<()>(
            "document.querySelector('[aria-label=\"Labels and their keys\"] button').click(); return null",
            &[],
        )
        .await;
        says(desk, "Showing 3 of 7").await;
        let quotes: Vec<_> = before.iter().filter(|each| each.label == "quote").cloned().collect();
        assert_eq!(desk.annotations_to_be(3).await, quotes);
        desk.click_at(quotes[0].start + 1).await;
        desk.focus_on(&quotes[0].id).await;
        for quote in &quotes[1..] {
            desk.press("J").await;
            desk.focus_on(&quote.id).await;
        }
        assert_eq!(desk.export().await.annotations(), annotations);
        desk.click("Filter").await;
        desk.fill("Filter", "nobody").await;
        says(desk, "Showing 1 of 7").await;
        pictures(desk, "filter").await;
    });
}

#[test]
fn a_long_list_stays_right_with_filter_and_selection() {
    with_desk(async |desk| {
        let text =
            "Harbour and ferry words\n\n".to_owned() + &"The harbour has a ferry, and so it goes.\n\n".repeat(600);
        let article = desk.open_text(&text).await;
        let harbour = article.places("harbour").next().expect("it is there");
        let ferry = article.places("ferry,").next().expect("it is there");
        for (label, (start, end), count) in [("quote", harbour, 601), ("claim", (ferry.0, ferry.1 - 1), 601)] {
            desk.mark(label, start, end).await;
            desk.click("Annotate all occurrences").await;
            desk.dialog("Annotate all occurrences").await;
            desk.click(&format!("Annotate {}", count - 1)).await;
            desk.no_dialog().await;
        }
        desk.wait_until("1,202 rows", async || rows(desk).await == "1202").await;
        desk.ask::<()>(
            "document.querySelector('[aria-label=\"Labels and their keys\"] button').click(); return null",
            &[],
        )
        .await;
        desk.wait_until("601 rows or one more for the mark in focus", async || {
            ["601", "602"].contains(&rows(desk).await.as_str())
        })
        .await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.type_words("select all in").await;
        desk.press("Enter").await;
        desk.no_dialog().await;
        desk.wait_until("all of them selected", async || desk.visible_text().await.contains("marks selected")).await;
        desk.ask::<()>(
            "const list = annotationList().parentElement; list.scrollTop = arguments[0]; return null",
            &[json!(30_000)],
        )
        .await;
        desk.wait_until("selected rows in the middle of the list", async || {
            desk.ask::<bool>(
                "const rows = annotationItems(); return Number(rows[0].ariaPosInSet) > 300
                   && rows.every((row) => row.querySelector('[type=checkbox]').checked)",
                &[],
            )
            .await
        })
        .await;
    });
}

#[test]
fn pictures_of_the_dialog_are_taken() {
    with_desk(async |desk| {
        desk.open_text(HARBOUR).await;
        desk.open_marked(BRIDGE, &[("claim", "half an hour")]).await;
        desk.click("Annotate all occurrences").await;
        desk.dialog("Annotate all occurrences").await;
        desk.fill("Words", "the").await;
        desk.click_field("In all articles").await;
        says(desk, "in 3 articles").await;
        pictures(desk, "occurrences").await;
    });
}
