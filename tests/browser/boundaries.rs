//! The ends of a mark are moved, marks are joined and divided, segments added and taken out, stacks gone through.

use crate::support::{Annotation, Article, Desk, Scheme, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// [`BRIDGE`] with one quote in focus.
async fn quoted(desk: &Desk, words: &str) -> (Article, Annotation) {
    let article = desk.open_text(BRIDGE).await;
    let mark = desk.mark_words("quote", words).await;
    (article, mark)
}

/// Waits until just this stretch is painted as what would be.
async fn previewed(desk: &Desk, start: usize, end: usize) {
    desk.painted_only("bp-preview", start, end).await;
}

/// Waits until nothing is being moved any more.
async fn no_preview(desk: &Desk) {
    desk.painted_nowhere("bp-preview").await;
}

#[test]
fn keys_move_both_ends_and_show_the_words_before_they_are_kept() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "built it in two").await;
        desk.listen().await;
        desk.press("B").await;
        previewed(desk, mark.start, mark.end).await;
        desk.press("ArrowRight").await;
        let (_, end) = article.find("two years");
        previewed(desk, mark.start, end).await;
        desk.told("Quote would be: “built it in two years”").await;
        desk.region_shows("Inspector", "Quote would be: “built it in two years”").await;
        desk.press("Tab").await;
        desk.press("Shift+ArrowRight").await;
        previewed(desk, mark.start + 1, end).await;
        // Nothing is changed before Enter.
        desk.annotations_are(std::slice::from_ref(&mark)).await;
        desk.press("Enter").await;
        desk.annotation("quote", mark.start + 1, end).await;
        no_preview(desk).await;
        desk.press("Ctrl+Z").await;
        desk.annotation("quote", mark.start, mark.end).await;
    });
}

#[test]
fn escape_leaves_the_boundaries_and_gives_the_keys_back() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "built it in two").await;
        desk.press("B").await;
        desk.press("ArrowRight").await;
        previewed(desk, mark.start, article.find("two years").1).await;
        desk.press("Esc").await;
        no_preview(desk).await;
        desk.focus_on(&mark.id).await;
        desk.annotations_are(&[mark]).await;
        desk.press("Tab").await;
        desk.focus_leaves("Article text").await;
    });
}

#[test]
fn a_click_elsewhere_ends_the_moving() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "built it in two").await;
        desk.press("B").await;
        desk.press("ArrowRight").await;
        previewed(desk, mark.start, article.find("two years").1).await;
        desk.click_at(article.find("good day").0).await;
        no_preview(desk).await;
        desk.annotations_are(&[mark]).await;
    });
}

#[test]
fn a_handle_is_dragged_with_the_mouse_and_snaps_to_words() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "built it in two").await;
        let (_, end) = article.find("Mayor Nora Blix said");
        desk.begin_handle_drag(1, end - 2).await;
        previewed(desk, mark.start, end).await;
        // Nothing is changed before release.
        desk.annotations_are(std::slice::from_ref(&mark)).await;
        desk.end_drag().await;
        desk.annotation("quote", mark.start, end).await;
        desk.press("Ctrl+Z").await;
        desk.annotation("quote", mark.start, mark.end).await;
    });
}

#[test]
fn a_handle_goes_from_line_to_line() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "A second paragraph of plain").await;
        let (_, end) = article.find("can be tried as well");
        desk.begin_handle_drag(1, end).await;
        previewed(desk, mark.start, end).await;
        desk.end_drag().await;
        desk.annotation("quote", mark.start, end).await;
    });
}

#[test]
fn escape_takes_the_handle_out_of_the_hand() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "built it in two").await;
        let (_, end) = article.find("Mayor Nora Blix said");
        desk.begin_handle_drag(1, end).await;
        previewed(desk, mark.start, end).await;
        desk.press("Esc").await;
        no_preview(desk).await;
        desk.end_drag().await;
        desk.annotations_are(&[mark]).await;
    });
}

#[test]
fn a_handle_is_dragged_with_a_finger() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "built it in two").await;
        let (_, end) = article.find("Mayor Nora Blix said");
        desk.drag_handle_by_touch(1, end).await;
        desk.annotation("quote", mark.start, end).await;
    });
}

#[test]
fn handles_are_large_enough_and_leave_the_words_beside_them_free() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "town,” said Blix. “Nobody").await;
        desk.settle().await;
        for edge in [0, 1] {
            let handle = desk.settled_handle(edge).await;
            assert!(handle.width >= 24.0 && handle.height >= 24.0, "{handle:?}");
        }
        let (start, end) = article.find("“It is a good day for the town,” said Blix. “Nobody believed us");
        for position in (start..end).filter(|at| (mark.start - 12..mark.end + 12).contains(at)) {
            desk.lies_open(position).await;
        }
    });
}

#[test]
fn the_handles_are_there_again_after_another_screen_and_after_a_reload() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "built it in two").await;
        let before = desk.settled_handle(1).await;
        desk.click("Library").await;
        desk.screen_is("library").await;
        desk.run("history.back()", &[]).await;
        desk.handle_is(1, &before).await;
        desk.reload().await;
        desk.focus_on(&mark.id).await;
        let (_, end) = article.find("Mayor Nora Blix said");
        desk.begin_handle_drag(1, end).await;
        desk.end_drag().await;
        desk.annotation("quote", mark.start, end).await;
    });
}

#[test]
fn a_selection_is_added_to_the_mark_and_taken_out_again() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "“We built it in two years,”").await;
        let added = article.find("it cost 40 million euros");
        desk.listen().await;
        desk.select(added.0, added.1).await;
        desk.press("+").await;
        desk.annotation_of("quote", &[(mark.start, mark.end), added]).await;
        desk.told("2 segments").await;
        desk.click("Take out: “We built it in two years,”").await;
        desk.annotation_of("quote", &[added]).await;
        desk.press("Ctrl+Z").await;
        desk.annotation_of("quote", &[(mark.start, mark.end), added]).await;
    });
}

#[test]
fn the_bar_at_a_selection_adds_it_too() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "“We built it in two years,”").await;
        let added = article.find("it cost 40 million euros");
        desk.select(added.0, added.1).await;
        desk.click("Add to mark").await;
        desk.annotation_of("quote", &[(mark.start, mark.end), added]).await;
    });
}

#[test]
fn marks_of_one_place_are_gone_through_by_click_by_key_and_by_list() {
    with_desk(async |desk| {
        let article = desk.open_text(BRIDGE).await;
        let outer = desk.mark_words("quote", "We built it in two years").await;
        let inner = desk.mark_words("quote", "two years").await;
        let other = desk.mark_words("claim", "in two years").await;
        desk.click_at(article.find("good day").0).await;
        let inside = article.find("two years").0 + 1;
        for mark in [&inner, &other, &outer, &inner] {
            desk.click_at(inside).await;
            desk.focus_on(&mark.id).await;
            // Its words are painted over the others.
            desk.painted_only("bp-selected", mark.start, mark.end).await;
        }
        desk.press("O").await;
        desk.focus_on(&other.id).await;
        desk.gives(
            "the names in the list of marks here",
            ["QQuote: two years", "CClaim: in two years", "QQuote: We built it in two years"],
            "return [...document.querySelectorAll('ul[aria-label=\"Marks here\"] button')].map(nameOf)",
            &[],
        )
        .await;
        desk.run("document.querySelector('ul[aria-label=\"Marks here\"] li:last-child button').focus()", &[]).await;
        desk.press("Enter").await;
        desk.focus_on(&outer.id).await;
    });
}

#[test]
fn marks_are_joined_and_divided() {
    with_desk(async |desk| {
        let (article, mark) = quoted(desk, "“We built it in two years,”").await;
        let next = desk.mark_words("quote", "it cost 40 million euros").await;
        desk.press("K").await;
        desk.focus_on(&mark.id).await;
        desk.click("Merge with next").await;
        desk.annotation_of("quote", &[(mark.start, mark.end), (next.start, next.end)]).await;
        desk.annotations_to_be(1).await;
        desk.press("Ctrl+Z").await;
        desk.annotations_to_be(2).await;
        let (caret, _) = article.find("in two years");
        desk.click_at(caret).await;
        desk.focus_on(&mark.id).await;
        desk.click("Split at caret").await;
        desk.annotation("quote", mark.start, caret - 1).await;
        desk.annotation("quote", caret, mark.end).await;
    });
}

#[test]
fn pictures_of_boundaries_are_taken() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.mark_words("quote", "two years").await;
        let (start, end) = article.find("It is a good day");
        desk.click_at(article.find("We built").0 + 1).await;
        desk.resize(400, 800).await;
        desk.select(start, end).await;
        desk.offers("Add to mark").await;
        desk.screenshot("screenshots/add-narrow").await;
        desk.press("+").await;
        desk.offers("Take out: It is a good day").await;
        for (name, scheme, width, height) in [
            ("light", Scheme::Light, 1280, 900),
            ("dark", Scheme::Dark, 1280, 900),
            ("narrow", Scheme::Light, 400, 800),
            ("forced", Scheme::Forced, 1280, 900),
        ] {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/handles-{name}")).await;
            desk.press("B").await;
            desk.press("ArrowRight").await;
            desk.settle().await;
            desk.screenshot(&format!("screenshots/boundaries-{name}")).await;
            desk.press("Esc").await;
        }
    });
}
