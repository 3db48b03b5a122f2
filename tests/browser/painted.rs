//! What is painted can be seen: pictures of the page change where something is marked, and the article is never blank.

use crate::support::{Area, Desk, LABELS, Picture, Scheme, key_of, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// How many pixels of some words change at least when they are marked: a line below a word of five letters has more.
const SEEN: usize = 40;

/// Words to mark, of one line, and others that stay as they are.
const WORDS: &str = "40 million euros";
const OTHERS: &str = "for the town";

/// Puts the caret before the title, with no mark in focus and nothing selected.
async fn step_aside(desk: &Desk) {
    desk.select(0, 0).await;
    desk.press("Esc").await;
    desk.painted_nowhere("bp-selected").await;
}

/// Waits until the picture is another one than before in some areas, and gives it.
async fn changed(desk: &Desk, what: &str, before: &Picture, areas: &[Area]) -> Picture {
    let mut seen = None;
    desk.expects_that(
        &format!("{what} to change at least {SEEN} pixels of {areas:?}"),
        async || {
            let picture = desk.picture().await;
            let changes = picture.changes(before, areas);
            seen = Some(picture);
            changes
        },
        |changes| *changes >= SEEN,
    )
    .await;
    seen.expect("a picture")
}

#[test]
fn each_kind_of_mark_changes_the_picture_at_its_own_words_and_looks_different() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let (start, end) = article.find(WORDS);
        let (from, to) = article.find(OTHERS);
        step_aside(desk).await;
        let (areas, others) = (desk.areas_of(start, end).await, desk.areas_of(from, to).await);
        let plain = desk.picture().await;
        let mut pictures: Vec<(&str, Picture)> = Vec::new();
        for label in LABELS {
            desk.mark(label, start, end).await;
            step_aside(desk).await;
            desk.painted_as(label, start, end).await;
            let picture = changed(desk, label, &plain, &areas).await;
            assert_eq!(picture.changes(&plain, &others), 0, "a {label} changes words that it does not mark");
            for (other, before) in &pictures {
                let changes = picture.changes(before, &areas);
                assert!(changes >= SEEN, "{label} and {other} differ in {changes} pixels");
            }
            pictures.push((label, picture));
            desk.press("Ctrl+Z").await;
            desk.annotations_to_be(0).await;
        }
    });
}

#[test]
fn a_mark_within_one_of_its_own_kind_is_seen() {
    for label in LABELS {
        with_desk(async |desk| {
            let article = desk.open_text(BRIDGE).await;
            let (outer, inner) = (article.find("it cost 40 million euros and will carry"), article.find(WORDS));
            desk.mark(label, outer.0, outer.1).await;
            step_aside(desk).await;
            let areas = desk.areas_of(inner.0, inner.1).await;
            let before = desk.picture().await;
            desk.mark(label, inner.0, inner.1).await;
            step_aside(desk).await;
            changed(desk, &format!("a {label} in a {label}"), &before, &areas).await;
        });
    }
}

#[test]
fn a_claim_is_seen_on_each_of_its_lines_though_a_quote_lies_on_the_next() {
    with_desk(async |desk| {
        let words =
            "The harbour board will publish its plan for the new pier before the end of the winter, and it will cost";
        let article = desk.open_text(&format!("A plan\n\n{words} nothing to the town.")).await;
        desk.resize(400, 800).await;
        let (start, end) = article.find(words);
        let (from, to) = article.find("board will publish its plan for the new pier before");
        desk.mark("quote", from, to).await;
        step_aside(desk).await;
        let areas = desk.areas_of(start, end).await;
        // The space at which a line is broken is an area of its own.
        let lines: Vec<Area> = areas.iter().filter(|area| area.width > 40.0).map(Area::without_surroundings).collect();
        assert!(lines.len() >= 3, "{lines:?}");
        let before = desk.picture().await;
        desk.mark("claim", start, end).await;
        step_aside(desk).await;
        for line in &lines {
            changed(desk, "the claim", &before, std::slice::from_ref(line)).await;
        }
    });
}

#[test]
fn the_mark_in_focus_its_handles_and_what_its_boundaries_would_be_are_seen() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find(WORDS);
        let mark = desk.mark("claim", start, end).await;
        step_aside(desk).await;
        let areas = desk.areas_of(start, end).await;
        let before = desk.picture().await;
        desk.press("J").await;
        desk.focus_on(&mark.id).await;
        let handle = desk.settled_handle(1).await;
        let handle = Area { left: handle.left, top: handle.top, width: handle.width, height: handle.height };
        let focused = changed(desk, "the focus", &before, &areas).await;
        assert!(focused.changes(&before, &[handle]) >= SEEN, "the handle is not seen");
        let next = desk.areas_of(end + 1, end + 4).await;
        desk.press("B").await;
        desk.press("ArrowRight").await;
        changed(desk, "a boundary that would be one word further", &focused, &next).await;
        desk.press("Esc").await;
    });
}

#[test]
fn what_is_selected_and_what_a_drag_would_mark_are_seen() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find(WORDS);
        // A click brings the line where a drag will find it.
        desk.click_at(start).await;
        let areas = desk.areas_of(start, end).await;
        let before = desk.picture().await;
        desk.begin_drag(start + 1, end - 1).await;
        desk.painted_by("bp-preview", start, end).await;
        assert_eq!(desk.areas_of(start, end).await, areas, "the article is not where it was");
        changed(desk, "what a drag would mark", &before, &areas).await;
        desk.end_drag().await;
        desk.selection_is(WORDS).await;
        changed(desk, "the selection", &before, &areas).await;
    });
}

#[test]
fn what_the_search_has_found_and_the_chosen_match_are_seen() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let places: Vec<_> = article.places("Mayor Nora Blix").collect();
        step_aside(desk).await;
        desk.press("/").await;
        desk.focus_is_named("Search").await;
        let mut areas = Vec::new();
        for (start, end) in &places {
            areas.push(desk.areas_of(*start, *end).await);
        }
        let before = desk.picture().await;
        desk.type_words("Mayor Nora Blix").await;
        desk.region_shows("Search", "1 of 2 in the text").await;
        changed(desk, "the chosen match", &before, &areas[0]).await;
        let first = changed(desk, "another match", &before, &areas[1]).await;
        desk.press("Enter").await;
        desk.region_shows("Search", "2 of 2 in the text").await;
        changed(desk, "a match that is not chosen any more", &first, &areas[0]).await;
        changed(desk, "a match that is chosen now", &first, &areas[1]).await;
    });
}

#[test]
fn the_marks_of_the_reading_view_are_seen() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        let mut pictures: Vec<(&str, Picture)> = Vec::new();
        for label in LABELS {
            desk.mark_words(label, WORDS).await;
            desk.read_with_marks().await;
            let found = desk.areas_in_view(&format!("mark[data-label={label}]")).await;
            let areas: Vec<Area> = found.into_iter().map(|(_, area)| area).collect();
            assert_eq!(areas.len(), 1, "a {label} in the view");
            let picture = desk.picture().await;
            for (other, before) in &pictures {
                let changes = picture.changes(before, &areas);
                assert!(changes >= SEEN, "{label} and {other} differ in {changes} pixels");
            }
            pictures.push((label, picture));
            desk.run("history.back()", &[]).await;
            desk.screen_is("reader").await;
            desk.press("Ctrl+Z").await;
            desk.annotations_to_be(0).await;
        }
    });
}

/// Waits until something is drawn in every block that the window shows whole.
async fn nothing_is_blank(desk: &Desk, when: &str) {
    let blank = async || {
        let blocks = desk.areas_in_view("[data-block]").await;
        let picture = desk.picture().await;
        if blocks.is_empty() {
            return vec!["no block is in the window".to_owned()];
        }
        let blank = blocks.into_iter().filter(|(_, area)| picture.drawn(area) < SEEN);
        blank.map(|(words, _)| words).collect::<Vec<_>>()
    };
    desk.expects(&format!("blocks that are blank {when}"), Vec::<String>::new(), blank).await;
    desk.holds(
        &format!("the first block to be one that the browser draws, {when}"),
        "return blocks().some(({ element }) => visible(element))",
        &[],
    )
    .await;
}

#[test]
fn the_article_is_not_blank_when_it_is_opened_or_loaded_again() {
    with_desk(async |desk| {
        nothing_is_blank(desk, "on the first visit").await;
        desk.open_text(BRIDGE).await;
        nothing_is_blank(desk, "after another article was opened").await;
        desk.reload().await;
        nothing_is_blank(desk, "after a reload").await;
    });
}

#[test]
fn the_article_is_not_blank_when_a_panel_was_closed_right_after_a_load() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.saved().await;
        desk.reload().await;
        desk.press("/").await;
        desk.focus_is_named("Search").await;
        desk.press("Esc").await;
        desk.article_has_focus().await;
        nothing_is_blank(desk, "after the search").await;
        desk.reload().await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.close_dialog().await;
        nothing_is_blank(desk, "after the palette").await;
        desk.reload().await;
        desk.press("J").await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        desk.press("Esc").await;
        desk.article_has_focus().await;
        nothing_is_blank(desk, "after the field of a note").await;
    });
}

#[test]
fn the_article_is_not_blank_below_a_dialog() {
    with_desk(async |desk| {
        desk.open_text(&"Words that fill a line or two, over and over again.\n\n".repeat(40)).await;
        desk.saved().await;
        desk.reload().await;
        let blocks = desk.areas_in_view("[data-block]").await;
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        let covered: Area = desk.now(&area_of("dialog[open]"), &[]).await;
        let lies_open = |area: &Area| area.top > covered.top + covered.height;
        let open: Vec<Area> = blocks.into_iter().map(|(_, area)| area).filter(lies_open).collect();
        assert!(!open.is_empty(), "no block lies below {covered:?}");
        let look = async || {
            let picture = desk.picture().await;
            open.iter().filter(|area| picture.drawn(area) < SEEN).count()
        };
        desk.expects("how many blocks are blank", 0, look).await;
    });
}

#[test]
fn a_box_that_is_not_ticked_is_no_white_spot_in_the_dark() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.places("Blix").next().expect("the mayor");
        desk.show_in(Scheme::Dark).await;
        desk.mark("credit", start, end).await;
        desk.click("Annotate all occurrences").await;
        desk.dialog("Annotate all occurrences").await;
        let area: Area = desk.now(&area_of("dialog[open] input[type=checkbox]:not(:checked)"), &[]).await;
        let picture = desk.picture().await;
        let (bright, all) = (picture.bright(&area), area.width * area.height);
        assert!((bright as f64) < all / 4.0, "{bright} of {all} pixels are bright");
    });
}

/// The area of the first element of a selector.
fn area_of(selector: &str) -> String {
    format!(
        "const {{ left, top, width, height }} = document.querySelector('{selector}').getBoundingClientRect();
         return {{ left, top, width, height }}"
    )
}

#[test]
fn the_article_is_not_blank_at_its_end_and_at_its_beginning() {
    with_desk(async |desk| {
        let text =
            format!("A long article\n\n{}", "Words that fill a line or two, over and over again.\n\n".repeat(120));
        desk.open_text(&text).await;
        for key in ["Ctrl+End", "Ctrl+Home"] {
            desk.press(key).await;
            desk.press(key_of("claim")).await;
            desk.press("Esc").await;
            nothing_is_blank(desk, &format!("after {key}")).await;
        }
    });
}
