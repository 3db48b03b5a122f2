//! The reading view: the article with its marks as elements, and the ways between a mark in the text and its record.

use crate::support::{Desk, VIEWS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Opens the article with its marks in the reading view.
async fn read(desk: &Desk) {
    desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
    desk.read_with_marks().await;
}

/// Waits until the text has so many marks.
async fn marks_are(desk: &Desk, count: usize) {
    desk.gives("the number of marks in the text", count, "return document.querySelectorAll('mark').length", &[]).await;
}

/// Waits until the link at the beginning of a mark has the focus.
async fn focus_at_mark(desk: &Desk, id: &str) {
    desk.gives("the id of what has the focus", format!("mark-{id}"), "return document.activeElement.id", &[]).await;
}

#[test]
fn the_words_of_each_block_are_its_text() {
    with_desk(async |desk| {
        let blocks: Vec<String> =
            desk.open_marked(BRIDGE, &BRIDGE_MARKS).await.blocks.into_iter().map(|block| block.text).collect();
        desk.read_with_marks().await;
        desk.gives(
            "the words of each block",
            blocks,
            "return [...document.querySelectorAll('[data-read-block]')].map((block) =>
               textNodes(block).filter((node) => !node.parentElement.closest('[data-added]')).map((node) => node.data).join(''))",
            &[],
        )
        .await;
    });
}

#[test]
fn a_block_keeps_its_direction_where_a_mark_begins_it() {
    with_desk(async |desk| {
        let article = desk.open_text("A ferry talk\n\nשלום לכולם, אמר ראש העיר.\n\nThe mayor said שלום.").await;
        let (start, end) = article.find("שלום לכולם");
        desk.mark("quote", start, end).await;
        let directions =
            "return [...document.querySelectorAll(arguments[0])].map((block) => getComputedStyle(block).direction)";
        let expected = ["ltr", "rtl", "ltr"];
        desk.gives("the directions on the desk", expected, directions, &["[data-block]".into()]).await;
        desk.read_with_marks().await;
        desk.gives("the directions in the view", expected, directions, &["[data-read-block]".into()]).await;
    });
}

#[test]
fn each_mark_has_its_words_and_names_its_record() {
    with_desk(async |desk| {
        read(desk).await;
        let marks = "return [...document.querySelectorAll('[data-read-block] mark')].map((mark) => [mark.dataset.label,
               textNodes(mark).filter((node) => !node.parentElement.closest('[data-added]')).map((node) => node.data).join(''),
               document.getElementById(mark.getAttribute('aria-details'))?.querySelector('.words').textContent ?? ''])";
        let look = async || -> Vec<(String, String, String)> { desk.now(marks, &[]).await };
        desk.expects_that("all marks (label, words, words in the record)", look, |marks| {
            let is_right = |(label, words, in_record): &(String, String, String)| {
                words == in_record && BRIDGE_MARKS.contains(&(label.as_str(), words.as_str()))
            };
            marks.len() == BRIDGE_MARKS.len() && marks.iter().all(is_right)
        })
        .await;
    });
}

#[test]
fn the_article_itself_stays_as_it_is_under_the_view() {
    with_desk(async |desk| {
        let before = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.read_with_marks().await;
        desk.article_is(&before).await;
        let articles = "return document.querySelectorAll('[data-article-id]').length";
        desk.gives("the number of articles", 1, articles, &[]).await;
    });
}

#[test]
fn from_a_mark_to_its_record_and_back_with_keys_alone() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let second = desk.settled_annotations().await.remove(1);
        desk.press_times("K", 5).await;
        desk.focus_on(&second.id).await;
        desk.read_with_marks().await;
        focus_at_mark(desk, &second.id).await;
        desk.focus_is_seen("where reading begins").await;
        desk.press("Enter").await;
        desk.screen_is("reader").await;
        desk.focus_on(&second.id).await;
        let row = "return document.activeElement.closest('[data-annotation-id]')?.dataset.annotationId ?? null";
        desk.gives("the row that has the focus", &second.id, row, &[]).await;
        desk.tab_to("Read in text", 20).await;
        desk.press("Enter").await;
        focus_at_mark(desk, &second.id).await;
        desk.screen_is("read").await;
    });
}

#[test]
fn the_record_leads_to_its_place_in_the_text() {
    with_desk(async |desk| {
        read(desk).await;
        let last = desk.settled_annotations().await.pop().expect("a mark");
        desk.run("document.querySelector(`#record-${arguments[0]} button`).focus()", &[last.id.clone().into()]).await;
        desk.press("Enter").await;
        focus_at_mark(desk, &last.id).await;
    });
}

#[test]
fn the_address_of_the_view_survives_a_reload() {
    with_desk(async |desk| {
        read(desk).await;
        let address = format!("#/article/{}/read", desk.settled_article().await.id);
        desk.hash_is(&address).await;
        desk.saved().await;
        desk.reload().await;
        desk.hash_is(&address).await;
        desk.screen_is("read").await;
        marks_are(desk, BRIDGE_MARKS.len()).await;
    });
}

#[test]
fn an_undo_shows_in_the_view() {
    with_desk(async |desk| {
        read(desk).await;
        desk.press("Ctrl+Z").await;
        marks_are(desk, BRIDGE_MARKS.len() - 1).await;
    });
}

#[test]
fn from_the_fields_escape_leads_to_the_text_at_the_mark() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let mark = desk.settled_annotations().await.remove(0);
        desk.press_times("K", 6).await;
        desk.focus_on(&mark.id).await;
        desk.press("Enter").await;
        desk.focus_is_named("Label").await;
        desk.press("Esc").await;
        desk.focus_is_named("Article text").await;
        desk.focus_on(&mark.id).await;
        // One step to the right with Shift selects the first character of the mark.
        desk.press("Shift+ArrowRight").await;
        let first: String = article
            .blocks
            .iter()
            .flat_map(|block| block.text.chars().enumerate().map(|(at, letter)| (block.start + at, letter)))
            .filter(|(at, _)| *at == mark.start)
            .map(|(_, letter)| letter)
            .collect();
        desk.selection_is(&first).await;
    });
}

#[test]
fn pictures_of_the_view_are_taken() {
    with_desk(async |desk| {
        read(desk).await;
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.is_no_wider_than_window(name).await;
            desk.screenshot(&format!("screenshots/reading-{name}")).await;
        }
    });
}
