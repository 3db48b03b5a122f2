//! How the page looks: pictures for people, and the two things about looks that a machine can tell.

use std::collections::BTreeSet;

use crate::support::{Desk, LABELS, Scheme, with_desk};

/// Marks something of each kind in the sample and gives the first mark the focus.
async fn prepare(desk: &Desk) {
    let blocks = desk.article().await.blocks;
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
    let first = desk.annotations().await.remove(0);
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

#[test]
fn nothing_is_wider_than_a_narrow_window() {
    with_desk(async |desk| {
        prepare(desk).await;
        let article = desk.hash().await;
        for width in [400, 320] {
            desk.resize(width, 800).await;
            for address in ["#/library", article.as_str()] {
                desk.open(address).await;
                desk.settle().await;
                assert_eq!(desk.overflow().await, 0, "{address} at {width} px");
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
