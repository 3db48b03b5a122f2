//! The article on paper: a copy with elements around the marks, for as long as the browser prints.

use std::collections::BTreeMap;

use lopdf::Document;
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

/// So many paragraphs of about sixty words, each with words of its own in quotation marks.
fn long_text() -> String {
    let paragraph = |number: usize| {
        let words = "The council met again and heard what the engineers had to say about the bridge. ".repeat(4);
        format!(
            "Paragraph {number} begins. {words}Somebody called “yes {number}” from the back and was thanked for it.\n"
        )
    };
    (1..=PARAGRAPHS).map(paragraph).collect()
}

/// How many paragraphs the long text has.
const PARAGRAPHS: usize = 60;

/// The words that are marked in it, on the first, a middle and the last page.
const LONG_MARKS: [(&str, &str); 4] =
    [("quote", "“yes 1”"), ("claim", "“yes 2”"), ("quote", "“yes 30”"), ("quote", "“yes 60”")];

/// A sheet of a printed article: what is written on it, and how often something is painted that is no letter.
#[derive(Debug)]
struct Sheet {
    words: String,
    painted: usize,
}

/// Prints the page and gives its sheets.
async fn sheets(desk: &Desk, backgrounds: bool) -> Vec<Sheet> {
    let paper = Document::load_mem(&desk.printed(backgrounds).await).expect("a PDF");
    let pages: BTreeMap<u32, lopdf::ObjectId> = paper.get_pages();
    let sheet = |(number, id): (u32, lopdf::ObjectId)| {
        let words = paper
            .extract_text(&[number])
            .expect("the words of a page")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let content = paper.get_and_decode_page_content(id).expect("what is painted on a page");
        let painted = content.operations.iter().filter(|each| ["f", "f*", "S", "B"].contains(&each.operator.as_str()));
        Sheet { words, painted: painted.count() }
    };
    pages.into_iter().map(sheet).collect()
}

/// The words of all sheets, one after the other.
fn all_words(sheets: &[Sheet]) -> String {
    sheets.iter().map(|sheet| sheet.words.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn each_mark_is_seen_on_its_sheet_of_paper_with_and_without_backgrounds() {
    with_desk(async |desk| {
        desk.open_text(&long_text()).await;
        let plain = [sheets(desk, false).await, sheets(desk, true).await];
        for (label, words) in LONG_MARKS {
            desk.mark_words(label, words).await;
        }
        desk.press("Ctrl+Home").await;
        for (backgrounds, plain) in [false, true].into_iter().zip(plain) {
            let marked = sheets(desk, backgrounds).await;
            assert_eq!(marked.len(), plain.len(), "sheets, backgrounds: {backgrounds}");
            for (number, (marked, plain)) in marked.iter().zip(&plain).enumerate() {
                let marks = LONG_MARKS.iter().filter(|(_, words)| marked.words.contains(words)).count();
                let more = marked.painted - plain.painted;
                assert!(
                    more >= marks && (more > 0) == (marks > 0),
                    "sheet {number} has {marks} marks: {more} more painted"
                );
            }
            let words = all_words(&marked);
            for (label, mark) in LONG_MARKS {
                let lettered = format!("called {} {mark} from", label[..1].to_uppercase());
                assert!(words.contains(&lettered), "“{lettered}” on paper, backgrounds: {backgrounds}");
            }
        }
    });
}

#[test]
fn every_paragraph_is_on_paper_and_nothing_of_the_screen() {
    with_desk(async |desk| {
        desk.open_text(&long_text()).await;
        let words = all_words(&sheets(desk, false).await);
        let written = long_text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words, written);
    });
}

#[test]
fn the_reading_view_is_printed_as_a_whole() {
    with_desk(async |desk| {
        desk.open_text(&long_text()).await;
        for (label, words) in LONG_MARKS {
            desk.mark_words(label, words).await;
        }
        desk.read_with_marks().await;
        for backgrounds in [false, true] {
            let words = all_words(&sheets(desk, backgrounds).await);
            for number in 1..=PARAGRAPHS {
                assert!(words.contains(&format!("Paragraph {number} begins.")), "paragraph {number} of {words}");
            }
            for (_, mark) in LONG_MARKS {
                assert!(words.matches(mark).count() >= 2, "{mark} in the article and in its record: {words}");
            }
        }
    });
}
