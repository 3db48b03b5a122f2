//! The reading view: the article with its marks as elements, and the ways between a mark in the text and its record.

use crate::support::{Desk, VIEWS, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Opens the article with its marks in the reading view.
async fn read(desk: &Desk) {
    desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
    desk.read_with_marks().await;
}

/// Waits until what has the focus has this name.
async fn focus_named(desk: &Desk, name: &str) {
    desk.wait_until(&format!("{name:?} to have the focus"), async || desk.focused_name().await == name).await;
}

#[test]
fn the_words_of_each_block_are_its_text() {
    with_desk(async |desk| {
        let blocks: Vec<String> =
            desk.open_marked(BRIDGE, &BRIDGE_MARKS).await.blocks.into_iter().map(|block| block.text).collect();
        desk.read_with_marks().await;
        let read: Vec<String> = desk
            .ask(
                "return [...document.querySelectorAll('[data-read-block]')].map((block) =>
                   textNodes(block).filter((node) => !node.parentElement.closest('[data-added]')).map((node) => node.data).join(''))",
                &[],
            )
            .await;
        assert_eq!(read, blocks);
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
        let before: Vec<String> = desk.ask(directions, &["[data-block]".into()]).await;
        assert_eq!(before, ["ltr", "rtl", "ltr"]);
        desk.read_with_marks().await;
        let read: Vec<String> = desk.ask(directions, &["[data-read-block]".into()]).await;
        assert_eq!(read, before);
    });
}

#[test]
fn each_mark_has_its_words_and_names_its_record() {
    with_desk(async |desk| {
        read(desk).await;
        let marks: Vec<(String, String, String)> = desk
            .ask(
                "return [...document.querySelectorAll('[data-read-block] mark')].map((mark) => [mark.dataset.label,
                   textNodes(mark).filter((node) => !node.parentElement.closest('[data-added]')).map((node) => node.data).join(''),
                   document.getElementById(mark.getAttribute('aria-details')).querySelector('.words').textContent])",
                &[],
            )
            .await;
        assert_eq!(marks.len(), BRIDGE_MARKS.len());
        for (label, words, in_record) in &marks {
            assert_eq!(words, in_record);
            assert!(BRIDGE_MARKS.contains(&(label.as_str(), words.as_str())), "{label} {words:?}");
        }
    });
}

#[test]
fn the_article_itself_stays_as_it_is_under_the_view() {
    with_desk(async |desk| {
        let before = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.read_with_marks().await;
        assert_eq!(desk.article().await, before);
        let articles: usize = desk.ask("return document.querySelectorAll('[data-article-id]').length", &[]).await;
        assert_eq!(articles, 1);
    });
}

#[test]
fn from_a_mark_to_its_record_and_back_with_keys_alone() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let second = desk.annotations().await.remove(1);
        desk.press_times("K", 5).await;
        desk.focus_on(&second.id).await;
        desk.read_with_marks().await;
        let at_the_mark = async || {
            desk.ask::<bool>("return document.activeElement.id === 'mark-' + arguments[0]", &[second.id.clone().into()])
                .await
        };
        desk.wait_until("the mark in focus to be where reading begins", at_the_mark).await;
        assert_eq!(desk.focus_fault().await, None);
        desk.press("Enter").await;
        desk.wait_until("the desk", async || desk.screen().await == "reader").await;
        desk.focus_on(&second.id).await;
        desk.wait_until("its row to have the focus", async || {
            desk.ask(
                "return document.activeElement.closest('[data-annotation-id]')?.dataset.annotationId === arguments[0]",
                &[second.id.clone().into()],
            )
            .await
        })
        .await;
        for _ in 0..20 {
            if desk.focused_name().await == "Read in text" {
                break;
            }
            desk.press("Tab").await;
        }
        desk.press("Enter").await;
        desk.wait_until("the mark in the text again", at_the_mark).await;
        assert_eq!(desk.screen().await, "read");
    });
}

#[test]
fn the_record_leads_to_its_place_in_the_text() {
    with_desk(async |desk| {
        read(desk).await;
        let last = desk.annotations().await.pop().expect("a mark");
        desk.ask::<()>(
            "document.querySelector(`#record-${arguments[0]} button`).focus(); return null",
            &[last.id.clone().into()],
        )
        .await;
        desk.press("Enter").await;
        desk.wait_until("the mark to have the focus", async || {
            desk.ask("return document.activeElement.id === 'mark-' + arguments[0]", &[last.id.clone().into()]).await
        })
        .await;
    });
}

#[test]
fn the_address_of_the_view_survives_a_reload() {
    with_desk(async |desk| {
        read(desk).await;
        let address = desk.hash().await;
        assert!(address.ends_with("/read"), "{address}");
        desk.reload().await;
        desk.wait_until("the reading view", async || desk.screen().await == "read").await;
        desk.wait_until("its marks", async || {
            desk.ask::<usize>("return document.querySelectorAll('mark').length", &[]).await == BRIDGE_MARKS.len()
        })
        .await;
    });
}

#[test]
fn an_undo_shows_in_the_view() {
    with_desk(async |desk| {
        read(desk).await;
        desk.press("Ctrl+Z").await;
        desk.wait_until("one mark less", async || {
            desk.ask::<usize>("return document.querySelectorAll('mark').length", &[]).await == BRIDGE_MARKS.len() - 1
        })
        .await;
    });
}

#[test]
fn from_the_fields_escape_leads_to_the_text_at_the_mark() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let mark = desk.annotations().await.remove(0);
        desk.press_times("K", 6).await;
        desk.focus_on(&mark.id).await;
        desk.press("Enter").await;
        focus_named(desk, "Label").await;
        desk.press("Esc").await;
        focus_named(desk, "Article text").await;
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
        desk.wait_until("the first character of the mark to be selected", async || {
            desk.ask::<String>("return String(getSelection())", &[]).await == first
        })
        .await;
    });
}

#[test]
fn pictures_of_the_view_are_taken() {
    with_desk(async |desk| {
        read(desk).await;
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            assert_eq!(desk.overflow().await, 0, "{name}");
            desk.screenshot(&format!("screenshots/reading-{name}")).await;
        }
    });
}
