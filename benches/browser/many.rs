//! The figures of what is done to many marks at once. On the desk the user interface for it is used as a user does.

use serde_json::json;

use crate::figure::Figure;
use crate::page::Page;
use crate::support::Desk;
use crate::targets;
use crate::timing::{arm, took};

/// How often the marks are filtered.
const FILTERED: usize = 20;
/// How often all occurrences are annotated.
const ANNOTATED: usize = 5;

/// Shows the marks of one label alone: in the list of the desk, and in the text of the plain page, which has no list.
pub async fn filter(desk: &Desk, page: Page) -> Vec<Figure> {
    let (set, clear) = if page == Page::Desk { ("Enter", "Enter") } else { ("2", "0") };
    let filtered = "annotationItems().length > 0
        ? annotationItems().every((item) => item.dataset.label === 'claim')
        : count('quote') + count('caption') + count('credit') === 0";
    let mut times = Vec::new();
    desk.select(0, 0).await;
    desk.press("Esc").await;
    // The article gets the focus with the next frame.
    desk.settle().await;
    for _ in 0..FILTERED {
        if page == Page::Desk {
            desk.run("named('button[aria-pressed]', 'claim')[0].focus(); return null", &[]).await;
        }
        desk.settle().await;
        arm(desk, "keydown", filtered, (0, 0)).await;
        desk.press(set).await;
        times.push(took(desk, "the filter", (0, 0)).await);
        desk.press(clear).await;
    }
    vec![Figure::new("filter by a label", times).with(targets::ACTION)]
}

/// Annotates every occurrence of a word, whose first one is marked alone before; each time it is undone.
pub async fn annotate_all(desk: &Desk, places: &[(usize, usize)], page: Page) -> Vec<Figure> {
    let count = places.len() - 1;
    let mut times = Vec::new();
    for _ in 0..ANNOTATED {
        desk.select(places[0].0, places[0].1).await;
        desk.press("P").await;
        desk.settle().await;
        let before: usize = desk.now("return Number(annotationItems()[0]?.ariaSetSize ?? 0)", &[]).await;
        if page == Page::Desk {
            open_dialog(desk, count).await;
        }
        let total = before + count;
        let done = format!(
            "painted('caption', start, end) && annotationItems().every((item) => Number(item.ariaSetSize) === {total})"
        );
        arm(desk, "keydown", &done, places[1]).await;
        desk.press(if page == Page::Desk { "Enter" } else { "A" }).await;
        times.push(took(desk, "annotate all", places[1]).await);
        for _ in ["all", "the first"] {
            desk.press("Ctrl+Z").await;
        }
        desk.settle().await;
    }
    vec![Figure::new(format!("annotate all, {count}"), times).with(targets::ACTION)]
}

/// Opens the dialog for the mark in focus, with the focus on the button that marks so many.
async fn open_dialog(desk: &Desk, count: usize) {
    desk.press("Ctrl+K").await;
    desk.dialog("Commands").await;
    desk.type_words("annotate all").await;
    desk.press("Enter").await;
    desk.dialog("Annotate all occurrences").await;
    let name = format!("Annotate {count}");
    // Found without asking the browser for what it would tell one who does not see: from then on it would prepare that with
    // every change.
    let focus = "const button = named(PRESSABLE, arguments[0])[0]; button?.focus(); return button !== undefined";
    desk.holds(&format!("the button {name:?}"), focus, &[json!(name)]).await;
    desk.settle().await;
}
