//! The margin: a letter for each mark, to be seen and to be clicked.

use serde_json::json;

use crate::support::{Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// What stands in the margin: (annotation's id, letter, whether it has a bracket), from top to bottom.
async fn signs(desk: &Desk) -> Vec<(String, String, bool)> {
    desk.ask(
        "return [...document.querySelectorAll('[data-does=choose][data-label]')].filter((each) => !each.closest('li'))
           .map((each) => [each.dataset.of, each.textContent, 'long' in each.dataset])",
        &[],
    )
    .await
}

#[test]
fn each_mark_has_its_letter_in_the_margin() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let marks = desk.annotations().await;
        desk.wait_until("a letter for each mark", async || signs(desk).await.len() == marks.len()).await;
        for mark in &marks {
            let shown = signs(desk).await.into_iter().find(|(id, ..)| *id == mark.id).expect("the mark's letter");
            let letter = match mark.label.as_str() {
                "quote" => "Q",
                "claim" => "C",
                "caption" => "P",
                _ => "R",
            };
            assert_eq!(shown.1, letter, "{mark:?}");
        }
    });
}

#[test]
fn a_mark_over_several_lines_has_a_bracket() {
    with_desk(async |desk| {
        let sentence = "Forty-two boats wait in the harbour for the crane that the town has asked for since spring. ";
        let article = desk.open_text(&sentence.repeat(4)).await;
        let length = article.blocks[0].text.trim_end().chars().count();
        desk.mark("quote", 0, length).await;
        desk.mark("claim", 0, 9).await;
        desk.wait_until("two letters, one with a bracket", async || {
            let mut brackets: Vec<bool> = signs(desk).await.into_iter().map(|(_, _, long)| long).collect();
            brackets.sort_unstable();
            brackets == [false, true]
        })
        .await;
    });
}

#[test]
fn a_click_on_a_letter_gives_its_mark_the_focus() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let mark = desk.annotations().await.remove(1);
        desk.wait_until("its letter", async || signs(desk).await.iter().any(|(id, ..)| *id == mark.id)).await;
        let (x, y): (f64, f64) = desk
            .ask(
                "const sign = [...document.querySelectorAll('[data-does=choose][data-label]')]
                   .find((each) => each.dataset.of === arguments[0] && !each.closest('li'));
                 const box = sign.getBoundingClientRect(); return [box.left + 12, box.top + 12]",
                &[json!(mark.id)],
            )
            .await;
        desk.click_point(x, y).await;
        desk.focus_on(&mark.id).await;
    });
}
