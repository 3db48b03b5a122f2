//! The article on paper: a copy with elements around the marks, for as long as the browser prints.

use serde_json::json;

use crate::support::{Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Tells the page that printing begins or ends, as a browser does.
async fn printing(desk: &Desk, moment: &str) {
    desk.run("dispatchEvent(new Event(arguments[0]))", &[json!(moment)]).await;
}

/// The labels and words of the marks in the copy, in the order of the text.
const MARKS_ON_PAPER: &str = "return [...document.querySelectorAll('.print-copy mark')].map((mark) =>
    [mark.dataset.label, [...mark.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join('')])";

#[test]
fn every_mark_is_an_element_of_its_own_on_paper_and_the_desk_is_left_alone() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let nodes = "return blocks().map((block) => block.nodes.length)";
        let before: Vec<usize> = desk.now(nodes, &[]).await;
        printing(desk, "beforeprint").await;
        let (label, words) = ("credit", "Jon Vale/AFP via Getty Images");
        let look = async || desk.now::<Vec<(String, String)>>(MARKS_ON_PAPER, &[]).await;
        desk.expects_that("a mark on paper", look, |marks| marks.contains(&(label.to_owned(), words.to_owned()))).await;
        desk.gives("the letters on paper", true, LETTERS, &[]).await;
        assert_eq!(desk.now::<Vec<usize>>(nodes, &[]).await, before, "the text that is worked on is not touched");
        printing(desk, "afterprint").await;
        desk.gives("the copies that are left", 0, "return document.querySelectorAll('.print-copy').length", &[]).await;
    });
}

/// Whether each mark begins with its letter.
const LETTERS: &str = "const marks = [...document.querySelectorAll('.print-copy mark')];
    return marks.length > 0 && marks.every((mark) => mark.querySelector('.tag')?.dataset.letter)";

#[test]
fn on_paper_the_copy_stands_alone_in_dark_ink() {
    with_desk(async |desk| {
        desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        desk.run("document.documentElement.dataset.theme = 'dark'", &[]).await;
        printing(desk, "beforeprint").await;
        desk.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        let shown = "const seen = (selector) => document.querySelector(selector)?.checkVisibility() ?? false;
            return [seen('.print-copy'), seen('article'), seen('.masthead'), seen('.gutter')]";
        desk.gives("what is on paper", json!([true, false, false, false]), shown, &[]).await;
        let ink = "return getComputedStyle(document.querySelector('.print-copy [data-block-kind=paragraph]')).color";
        desk.gives("the colour of the ink", "rgb(29, 28, 26)", ink, &[]).await;
        desk.screenshot("screenshots/print").await;
    });
}
