//! The margin: a letter for each mark, to be seen and to be clicked.

use serde_json::json;

use crate::support::{Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// A sign: (annotation's id, letter, whether it has a bracket).
type Sign = (String, String, bool);

/// Waits until what stands in the margin, from top to bottom, is as it should be.
async fn signs_where(desk: &Desk, what: &str, fits: impl Fn(&[Sign]) -> bool) {
    let signs = "return [...document.querySelectorAll('[data-does=choose][data-label]')]
        .filter((each) => !each.closest('li')).map((each) => [each.dataset.of, each.textContent, 'long' in each.dataset])";
    desk.expects_that(what, async || desk.now::<Vec<Sign>>(signs, &[]).await, |all| fits(all)).await;
}

#[test]
fn each_mark_has_its_letter_in_the_margin() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let marks = desk.settled_annotations().await;
        for mark in &marks {
            let letter = match mark.label.as_str() {
                "quote" => "Q",
                "claim" => "C",
                "caption" => "P",
                _ => "R",
            };
            signs_where(desk, &format!("a letter for each mark, {letter} for {mark:?}"), |all| {
                let its = all.iter().find(|(id, ..)| *id == mark.id);
                all.len() == marks.len() && its.is_some_and(|(_, shown, _)| shown == letter)
            })
            .await;
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
        signs_where(desk, "two letters, one with a bracket", |all| {
            all.len() == 2 && all.iter().filter(|(_, _, long)| *long).count() == 1
        })
        .await;
    });
}

#[test]
fn a_click_on_a_letter_gives_its_mark_the_focus() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let mark = desk.settled_annotations().await.remove(1);
        desk.click_where(
            "its letter",
            "const sign = [...document.querySelectorAll('[data-does=choose][data-label]')]
               .find((each) => each.dataset.of === arguments[0] && !each.closest('li'));
             const box = sign?.getBoundingClientRect(); return box ? { x: box.left + 12, y: box.top + 12 } : null",
            &[json!(mark.id)],
        )
        .await;
        desk.focus_on(&mark.id).await;
    });
}

#[test]
fn of_a_paragraph_of_many_screens_the_marks_near_the_view_are_painted_and_lettered() {
    with_desk(async |desk| {
        let hundred = |number: usize| format!("{number} {}", "of many words in a very long paragraph ".repeat(12));
        let article = desk.open_text(&(1000..1200).map(hundred).collect::<String>()).await;
        let at = |words: &str| article.find(words);
        for (words, key) in [("1000", "Ctrl+Home"), ("1100", ""), ("1199", "Ctrl+End")] {
            desk.select(at(words).0, at(words).1).await;
            desk.press("C").await;
            desk.painted_only("bp-claim", at(words).0, at(words).1).await;
            desk.gives(
                "the letters in the margin",
                1,
                "return document.querySelectorAll('.margin-letter').length",
                &[],
            )
            .await;
            if !key.is_empty() {
                desk.press("Ctrl+Home").await;
                desk.painted_only("bp-claim", at("1000").0, at("1000").1).await;
                desk.press(key).await;
                desk.painted_only("bp-claim", at(words).0, at(words).1).await;
            }
        }
    });
}
