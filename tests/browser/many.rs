//! Many marks at once: every occurrence annotated, several selected and changed, some of them shown.

use serde_json::json;

use crate::support::{Annotation, Desk, VIEWS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS, HARBOUR};

/// Opens the article with its marks and takes the focus off all of them.
async fn marked(desk: &Desk) -> Vec<Annotation> {
    desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
    desk.settled_annotations().await
}

/// Waits until this is how many rows the list says it has.
async fn rows_are(desk: &Desk, count: &[&str]) {
    let rows = "return annotationItems()[0]?.ariaSetSize ?? String(annotationItems().length)";
    let look = async || desk.now(rows, &[]).await;
    desk.expects_that(&format!("{count:?} rows"), look, |rows: &String| count.contains(&rows.as_str())).await;
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
        desk.shows("4 occurrences, 1 marked as credit already").await;
        desk.run("dialogs().at(-1).querySelectorAll('[aria-label=Occurrences] input')[2].click()", &[]).await;
        desk.click("Annotate 2").await;
        desk.no_dialog().await;
        let marked = desk.annotations_to_be(3).await;
        let expected: Vec<_> = all.iter().map(|(start, end)| ("credit", *start, *end)).collect();
        assert_eq!(places(&marked), expected);
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(1).await;
        desk.press("Ctrl+Y").await;
        desk.annotations_are(&marked).await;
    });
}

#[test]
fn the_list_of_occurrences_follows_the_words_and_the_ticks() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text("Blix won\n\nThen Blix left, and the port was glad.").await.find("glad");
        desk.select(start, end).await;
        desk.command("annotate all").await;
        desk.dialog("Annotate all occurrences").await;
        let rows = "return [...dialogs().at(-1).querySelectorAll('[aria-label=Occurrences] li')]
            .map((row) => [squeeze(row.querySelector('strong').textContent), row.querySelector('input')?.checked ?? null])";
        let ticked = |word: &str, ticked: &[bool]| -> Vec<(String, bool)> {
            ticked.iter().map(|one| (word.to_owned(), *one)).collect()
        };
        desk.gives("the rows", ticked("glad", &[true]), rows, &[]).await;
        desk.fill("Words", "blix").await;
        desk.gives("the rows", ticked("Blix", &[true, true]), rows, &[]).await;
        desk.click("Tick none").await;
        desk.gives("the rows", ticked("Blix", &[false, false]), rows, &[]).await;
    });
}

#[test]
fn occurrences_in_all_articles_are_marked_and_undone_in_one_step() {
    with_desk(async |desk| {
        desk.open_text("The one port\n\nVesterhavn is small, and Vesterhavn is far.").await;
        let (start, end) = desk.open_text("The other port\n\nHere is Vesterhavn again.").await.find("again");
        // What was typed into the dialog has a record of its own.
        let records = async || {
            let stored = desk.settled_storage().await;
            stored.iter().filter(|(key, _)| !key.contains("/draft/")).count()
        };
        let stored = records().await;
        desk.select(start, end).await;
        desk.command("annotate all").await;
        desk.dialog("Annotate all occurrences").await;
        desk.fill("Words", "vesterhavn").await;
        desk.click_field("In all articles").await;
        desk.shows("3 occurrences in 2 articles").await;
        desk.click("Annotate 3").await;
        desk.no_dialog().await;
        desk.annotations_to_be(1).await;
        desk.expects("the number of stored records", stored + 3, records).await;
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(0).await;
        desk.click("Library").await;
        desk.shows("The one port no annotations").await;
    });
}

#[test]
fn rows_are_selected_with_the_mouse_and_deleted_in_one_step() {
    with_desk(async |desk| {
        let before = marked(desk).await;
        desk.click_row_holding("Ctrl", &before[1].id).await;
        desk.click_row_holding("Shift", &before[3].id).await;
        desk.shows("3 marks selected").await;
        desk.click("Delete annotation").await;
        let left = desk.annotations_to_be(before.len() - 3).await;
        assert_eq!(left[1], before[4]);
        desk.press("Ctrl+Z").await;
        desk.annotations_are(&before).await;
    });
}

#[test]
fn rows_are_selected_and_relabelled_with_keys_alone() {
    with_desk(async |desk| {
        let before = marked(desk).await;
        desk.click_what_says("Jon Vale/AFP via Getty Images").await;
        desk.focus_name_holds("Jon Vale").await;
        desk.press("Space").await;
        desk.shows("1 mark selected").await;
        desk.press("K").await;
        desk.focus_on(&before[5].id).await;
        desk.focus_name_holds("ribbon").await;
        desk.press("Space").await;
        desk.shows("2 marks selected").await;
        desk.press("Shift+C").await;
        desk.annotation("claim", before[5].start, before[5].end).await;
        desk.annotation("claim", before[6].start, before[6].end).await;
        desk.press("Esc").await;
        desk.shows_no_more("marks selected").await;
    });
}

#[test]
fn a_note_is_added_to_the_selected_marks() {
    with_desk(async |desk| {
        let before = marked(desk).await;
        desk.click_row_holding("Ctrl", &before[0].id).await;
        desk.click_row_holding("Ctrl", &before[2].id).await;
        desk.press("M").await;
        desk.focus_is_named("Note to add").await;
        desk.type_words("ask the council").await;
        desk.press("Enter").await;
        for place in [0, 2] {
            desk.item_says(&before[place].id, "ask the council").await;
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
        desk.item_says(&before[0].id, "Flagged").await;
        let checked = "return region('Inspector')?.querySelector('[type=checkbox]').checked ?? null";
        desk.holds("the check box of the inspector", checked, &[]).await;
        desk.click("Filter").await;
        desk.click("Flagged").await;
        desk.annotations_where("the mark with the flag alone", |all| matches!(all, [one] if one.id == before[0].id))
            .await;
        desk.shows("Showing 1 of 7").await;
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
        desk.run("document.querySelector('[aria-label=\"Labels and their keys\"] button').click()", &[]).await;
        desk.shows("Showing 3 of 7").await;
        let quotes: Vec<_> = before.iter().filter(|each| each.label == "quote").cloned().collect();
        desk.annotations_are(&quotes).await;
        desk.click_at(quotes[0].start + 1).await;
        desk.focus_on(&quotes[0].id).await;
        for quote in &quotes[1..] {
            desk.press("J").await;
            desk.focus_on(&quote.id).await;
        }
        assert_eq!(desk.export().await.annotations(), annotations);
        desk.click("Filter").await;
        desk.fill("Filter", "nobody").await;
        desk.shows("Showing 1 of 7").await;
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
        rows_are(desk, &["1202"]).await;
        desk.run("document.querySelector('[aria-label=\"Labels and their keys\"] button').click()", &[]).await;
        // One more for the mark in focus.
        rows_are(desk, &["601", "602"]).await;
        desk.command("select all in").await;
        desk.no_dialog().await;
        desk.shows("marks selected").await;
        desk.run("const list = annotationList().parentElement; list.scrollTop = arguments[0]", &[json!(30_000)]).await;
        desk.holds(
            "selected rows in the middle of the list",
            "const rows = annotationItems(); return Number(rows[0]?.ariaPosInSet) > 300
               && rows.every((row) => row.querySelector('[type=checkbox]').checked)",
            &[],
        )
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
        desk.shows("in 3 articles").await;
        pictures(desk, "occurrences").await;
    });
}
