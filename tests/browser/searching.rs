//! Words are found in text and annotations, and annotated where they were found.

use crate::support::{Desk, VIEWS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Opens the search with its key and types words into it.
async fn search(desk: &Desk, words: &str) {
    desk.press("/").await;
    desk.focus_is_named("Search").await;
    desk.type_words(words).await;
}

/// Waits until the panel says what was found.
async fn found(desk: &Desk, told: &str) {
    desk.region_shows("Search", told).await;
}

#[test]
fn what_a_keyboard_types_is_found_in_print_painted_and_counted() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        search(desk, "\"it is a good day").await;
        found(desk, "1 of 1 in the text, 0 in annotations").await;
        let (start, end) = article.find("“It is a good day");
        desk.painted_as("found-current", start, end).await;
    });
}

#[test]
fn enter_goes_from_match_to_match_and_each_comes_into_view() {
    with_desk(async |desk| {
        let between = "Plain words fill this line and the next ones, and nothing else does.\n\n".repeat(40);
        let text = format!("A ferry in the title\n\n{between}The last line has a ferry too.");
        let places: Vec<_> = desk.open_text(&text).await.places("ferry").collect();
        search(desk, "FERRY").await;
        found(desk, "1 of 2 in the text").await;
        for (key, told, place) in [("Enter", "2 of 2", places[1]), ("Shift+Enter", "1 of 2", places[0])] {
            desk.press(key).await;
            found(desk, told).await;
            desk.stands_in_window(place.0).await;
            desk.painted_as("found-current", place.0, place.1).await;
        }
    });
}

#[test]
fn found_and_chosen_are_told_apart_without_colour() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        search(desk, "the").await;
        found(desk, "1 of").await;
        assert_ne!(desk.drawing_of("bp-found").await, desk.drawing_of("bp-found-current").await);
    });
}

#[test]
fn case_and_whole_words_narrow_what_is_found() {
    with_desk(async |desk| {
        desk.open_text("May the mayor may sign it\n\nMay comes before June.").await;
        search(desk, "May").await;
        found(desk, "1 of 4 in the text").await;
        desk.click_field("Whole words").await;
        found(desk, "1 of 3 in the text").await;
        desk.click_field("Match case").await;
        found(desk, "1 of 2 in the text").await;
    });
}

#[test]
fn escape_leaves_the_match_selected_for_a_label_key() {
    with_desk(async |desk| {
        let (start, end) = desk.open_text(BRIDGE).await.find("half an hour");
        search(desk, "half an").await;
        desk.type_words(" hour").await;
        found(desk, "1 of 1 in the text").await;
        desk.press("Esc").await;
        desk.focus_is_named("Article text").await;
        desk.press("C").await;
        desk.annotation("claim", start, end).await;
    });
}

#[test]
fn a_match_is_chosen_and_marked_without_leaving_the_panel() {
    with_desk(async |desk| {
        let places: Vec<_> = desk.open_text(BRIDGE).await.places("Blix").collect();
        search(desk, "blix").await;
        found(desk, "1 of 3 in the text").await;
        desk.press("ArrowDown").await;
        found(desk, "2 of 3 in the text").await;
        desk.tab_to("Mark credit", 20).await;
        desk.press("Enter").await;
        desk.annotation("credit", places[1].0, places[1].1).await;
        found(desk, "2 of 3 in the text, 1 in annotations").await;
        desk.focus_is_named("Mark credit").await;
    });
}

#[test]
fn an_annotation_whose_note_holds_the_words_is_reached() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        let mark = desk.mark_words("claim", "half an hour").await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        desk.type_words("ask Per").await;
        desk.press("Esc").await;
        desk.press("Esc").await;
        search(desk, "ask per").await;
        found(desk, "0 in the text, 1 of 1 in annotations").await;
        desk.press("Enter").await;
        desk.focus_on(&mark.id).await;
    });
}

#[test]
fn a_key_right_after_another_keeps_the_focus_that_it_asked_for() {
    with_desk(async |desk| {
        desk.open_text(BRIDGE).await;
        let mark = desk.mark_words("claim", "half an hour").await;
        desk.focus_on(&mark.id).await;
        desk.press_in_one_frame(&["Escape", "/"]).await;
        desk.focus_is_named("Search").await;
        desk.press("Esc").await;
        desk.article_has_focus().await;
        desk.click_what_says("half an hour").await;
        desk.press_in_one_frame(&["q", "/"]).await;
        desk.focus_is_named("Search").await;
    });
}

#[test]
fn pictures_of_the_search_are_taken() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        search(desk, "the").await;
        found(desk, "6 of 6").await;
        desk.press("Shift+Enter").await;
        found(desk, "5 of 6").await;
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/search-{name}")).await;
        }
    });
}
