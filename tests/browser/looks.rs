//! How the page looks: pictures for people, and the two things about looks that a machine can tell.

use std::collections::BTreeSet;

use crate::real_article::article_and_gold;
use crate::support::{Desk, LABELS, Scheme, VIEWS, with_desk};

/// Marks something of each kind in the sample and gives the first mark the focus.
async fn prepare(desk: &Desk) {
    let blocks = desk.settled_article().await.blocks;
    let paragraphs: Vec<_> = blocks.iter().filter(|block| block.kind == "paragraph").collect();
    for (label, block) in [("quote", paragraphs[0]), ("claim", paragraphs[1])] {
        let words: String = block.text.chars().take(90).collect();
        let length = words.rfind(' ').map_or(words.as_str(), |space| &words[..space]).chars().count();
        desk.mark_roughly(label, block.start, block.start + length).await;
    }
    for label in ["caption", "credit"] {
        let block = blocks.iter().find(|block| block.kind == label).expect("a caption and a credit in the sample");
        desk.mark_roughly(label, block.start, block.start + block.text.trim_end().chars().count()).await;
    }
    let first = desk.settled_annotations().await.remove(0);
    desk.click_at(first.start + 1).await;
    desk.focus_on(&first.id).await;
}

#[test]
fn pictures_are_taken() {
    with_desk(async |desk| {
        prepare(desk).await;
        let views = [
            ("light", Scheme::Light, 1280, 900),
            ("dark", Scheme::Dark, 1280, 900),
            ("forced-colours", Scheme::Forced, 1280, 900),
            ("narrow", Scheme::Light, 400, 800),
            ("narrow-dark", Scheme::Dark, 400, 800),
        ];
        for (name, scheme, width, height) in views {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            desk.screenshot(&format!("screenshots/{name}")).await;
        }
    });
}

/// Takes a picture of what is shown, in a colour scheme and at a width.
async fn picture(desk: &Desk, name: &str, scheme: Scheme, width: u32, height: u32) {
    desk.resize(width, height).await;
    desk.show_in(scheme).await;
    desk.screenshot(&format!("screenshots/real-{name}")).await;
}

#[test]
fn pictures_of_the_real_article_are_taken() {
    let Some((text, marks)) = article_and_gold() else { return };
    with_desk(async |desk| {
        desk.open_text(&text).await;
        for (label, start, end, _) in &marks {
            desk.mark(label, *start, *end).await;
        }
        let first = desk.settled_annotations().await.into_iter().find(|each| each.label == "quote").expect("a quote");
        desk.click_at(first.start + 1).await;
        desk.focus_on(&first.id).await;
        picture(desk, "light", Scheme::Light, 1280, 900).await;
        picture(desk, "dark", Scheme::Dark, 1280, 900).await;
        picture(desk, "forced-colours", Scheme::Forced, 1280, 900).await;
        picture(desk, "narrow", Scheme::Light, 400, 800).await;
        picture(desk, "narrowest", Scheme::Light, 320, 640).await;
        desk.zoom_to_double().await;
        desk.screenshot("screenshots/real-double").await;
        desk.resize(1280, 900).await;
        desk.press("B").await;
        desk.press("ArrowRight").await;
        picture(desk, "boundaries", Scheme::Light, 1280, 900).await;
        picture(desk, "boundaries-narrow", Scheme::Light, 400, 800).await;
        desk.resize(1280, 900).await;
        desk.press("Esc").await;
        desk.press("/").await;
        desk.focus_is_named("Search").await;
        desk.type_words("the").await;
        desk.shows("in the text").await;
        picture(desk, "search", Scheme::Light, 1280, 900).await;
        picture(desk, "search-narrow", Scheme::Light, 400, 800).await;
        desk.resize(1280, 900).await;
        desk.press("Esc").await;
        for mark in desk.settled_annotations().await.iter().take(3) {
            desk.click_row_holding("Ctrl", &mark.id).await;
        }
        desk.shows("3 marks selected").await;
        picture(desk, "several", Scheme::Light, 1280, 900).await;
        picture(desk, "several-narrow", Scheme::Light, 400, 800).await;
        desk.resize(1280, 900).await;
        desk.click("Select none").await;
        desk.click("Settings").await;
        desk.dialog("Settings").await;
        desk.choose("Theme", "High contrast").await;
        desk.close_dialog().await;
        picture(desk, "contrast-light", Scheme::Light, 1280, 900).await;
        picture(desk, "contrast-dark", Scheme::Dark, 1280, 900).await;
        desk.read_with_marks().await;
        picture(desk, "read", Scheme::Light, 1280, 900).await;
    });
}

#[test]
fn pictures_of_all_marks_of_the_real_article_are_taken_in_each_engine() {
    let Some((text, marks)) = article_and_gold() else { return };
    with_desk(async |desk| {
        desk.open_text(&text).await;
        for (label, start, end, _) in &marks {
            desk.mark(label, *start, *end).await;
        }
        let engine = format!("{:?}", desk.engine()).to_lowercase();
        for (name, scheme, width, height) in VIEWS {
            desk.resize(width, height).await;
            desk.show_in(scheme).await;
            for (place, position) in [("top", 0), ("middle", marks[marks.len() / 2].1)] {
                desk.select(position, position).await;
                desk.press("Esc").await;
                desk.settle().await;
                desk.screenshot(&format!("screenshots/{engine}/{name}-{place}")).await;
            }
        }
    });
}

/// The picture that the README shows: the project's own sample with marks of each kind, one of them in focus.
#[test]
fn the_picture_of_the_readme_is_taken() {
    with_desk(async |desk| {
        desk.resize(1280, 900).await;
        desk.click("Skip the first steps").await;
        for _ in 0..6 {
            desk.press("'").await;
            desk.press("Q").await;
        }
        let quotes = desk.annotations_to_be(6).await;
        let blocks = desk.settled_article().await.blocks;
        for (kind, key) in [("paragraph", "C"), ("caption", "P"), ("credit", "R")] {
            let block = blocks.iter().find(|block| block.kind == kind).expect("a block of each kind in the sample");
            desk.click_at(block.start + 1).await;
            desk.press(key).await;
        }
        desk.annotations_to_be(9).await;
        desk.click_at(quotes[2].start + 12).await;
        desk.focus_on(&quotes[2].id).await;
        desk.press("M").await;
        desk.focus_is_named("Note").await;
        desk.type_words("Ask the harbour office for the recording.").await;
        desk.press("Esc").await;
        desk.show_in(Scheme::Light).await;
        desk.screenshot("screenshots/readme").await;
    });
}

#[test]
fn nothing_is_wider_than_a_narrow_window() {
    with_desk(async |desk| {
        prepare(desk).await;
        let first = desk.settled_annotations().await.remove(0);
        let article = format!("#/article/{}/annotation/{}", desk.settled_article().await.id, first.id);
        desk.hash_is(&article).await;
        for width in [400, 320] {
            desk.resize(width, 800).await;
            for address in ["#/library", article.as_str()] {
                desk.open(address).await;
                desk.screen_is(if address == "#/library" { "library" } else { "reader" }).await;
                desk.settle().await;
                desk.is_no_wider_than_window(&format!("{address} at {width} px")).await;
            }
        }
    });
}

#[test]
fn labels_are_told_apart_without_colour() {
    with_desk(async |desk| {
        prepare(desk).await;
        let mut drawings = BTreeSet::new();
        for label in LABELS {
            drawings.insert(desk.drawing_of(&format!("bp-{label}")).await);
        }
        assert_eq!(drawings.len(), LABELS.len(), "{drawings:#?}");
    });
}

#[test]
fn a_mark_nested_in_its_own_kind_is_drawn_differently() {
    with_desk(async |desk| {
        prepare(desk).await;
        for label in LABELS {
            let outer = desk.drawing_of(&format!("bp-{label}")).await;
            let nested = desk.drawing_of(&format!("bp-{label}-nested")).await;
            assert_ne!(outer, nested, "{label}");
        }
    });
}
