//! The articles that are measured: the sample as often as a case wants it, or long, with as many marks.

use std::collections::HashSet;

use serde_json::{Value, json};

use crate::marks::{Measured, add_marks, extent};
use crate::places::{OCCURRENCES, words};
use crate::support::{Article, Desk, LABELS};

/// How an article is made of the sample.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// The whole sample, so often.
    Copies(usize),
    /// Its paragraphs again and again, until the text is [`LONG`].
    Paragraphs,
    /// The same text in one paragraph.
    OneParagraph,
}

/// An article to measure with.
pub struct Case {
    /// What it is called, also on the command line.
    pub name: &'static str,
    /// What its text is.
    pub layout: Layout,
    /// How many marks it has.
    pub marks: usize,
}

/// The sizes.
pub const SIZES: [Case; 5] = [
    Case { name: "1x50", layout: Layout::Copies(1), marks: 50 },
    Case { name: "1x1000", layout: Layout::Copies(1), marks: 1_000 },
    Case { name: "10x500", layout: Layout::Copies(10), marks: 500 },
    Case { name: "100x5000", layout: Layout::Copies(100), marks: 5_000 },
    Case { name: "1000x50000", layout: Layout::Copies(1_000), marks: 50_000 },
];
/// What one long paragraph is compared with.
pub const PARAGRAPHS: Case = Case { name: "paragraphs", layout: Layout::Paragraphs, marks: 5_000 };
/// One long paragraph.
pub const ONE_PARAGRAPH: Case = Case { name: "paragraph", layout: Layout::OneParagraph, marks: 5_000 };

/// The length of the long texts, in bytes.
const LONG: usize = 500_000;
/// In a text in which every word of the sample stands too often, this does not.
const RARE: &str = "Harbourne, and Harbourne again";

/// An article that is open, and the marks that belong in it.
pub struct Filled {
    /// The article.
    pub article: Article,
    /// Start and end of each mark, in code points.
    pub extents: HashSet<(usize, usize)>,
    /// The file with all marks.
    pub file: String,
    /// The same article as the comparison page reads it.
    pub plain: Value,
}

/// Opens the text of a case and marks what the marks of its file are copied from, one of each label.
pub async fn prepare(desk: &Desk, case: &Case) -> Filled {
    let sample = desk.settled_article().await;
    let article = match text(desk, &sample, case.layout).await {
        None => sample,
        Some(text) => {
            desk.choose_files(&[("long.txt", text.as_bytes())]).await;
            let is_another = "return (article()?.dataset.articleId ?? arguments[0]) !== arguments[0]";
            desk.holds("the long article", is_another, &[sample.id.into()]).await;
            desk.settled_article().await
        }
    };
    let stretches = match article.blocks.get(..LABELS.len()) {
        Some(blocks) => {
            blocks.iter().map(|each| (each.start, each.start + each.text.trim_end().chars().count())).collect()
        }
        None => words(&article, &HashSet::new(), LABELS.len()),
    };
    for (label, (start, end)) in LABELS.into_iter().zip(stretches) {
        desk.mark_roughly(label, start, end).await;
    }
    let mut file = desk.export().await.json();
    let extents = add_marks(&mut file, case.marks);
    Filled { article, extents, plain: plain(&file), file: file.to_string() }
}

/// Does the same and brings the marks in.
pub async fn fill(desk: &Desk, case: &Case) -> Filled {
    let filled = prepare(desk, case).await;
    desk.choose_files(&[("marks.bluepencil.json", filled.file.as_bytes())]).await;
    let what = format!("{} annotations", case.marks);
    desk.gives(&what, case.marks, &format!("return {TOTAL}"), &[]).await;
    desk.saved().await;
    filled
}

/// How many marks there are: the list says it, and the comparison page, which has no list, at its article.
pub const TOTAL: &str =
    "(Number(annotationItems()[0]?.ariaSetSize ?? annotationItems().length) || Number(article().dataset.marks ?? 0))";

/// The text of an article; nothing where it is the sample itself.
async fn text(desk: &Desk, sample: &Article, layout: Layout) -> Option<String> {
    let paragraphs = |between: &str| {
        let all = || sample.blocks.iter().filter(|block| block.kind == "paragraph").map(|block| block.text.as_str());
        let once: usize = all().map(|text| text.len() + between.len()).sum();
        vec![all().collect::<Vec<_>>().join(between); LONG.div_ceil(once)].join(between)
    };
    match layout {
        Layout::Copies(1) => None,
        Layout::Copies(copies) => {
            let whole =
                desk.export().await.json()["articles"][0]["text"].as_str().expect("the article's text").to_owned();
            Some(repeated(&whole, copies))
        }
        Layout::Paragraphs => Some(paragraphs("\n")),
        Layout::OneParagraph => Some(paragraphs(" ")),
    }
}

/// The text so often. Where all its words stand there more often than the occurrences that are annotated, a line with a rare
/// word twice stands behind every so many copies.
fn repeated(text: &str, copies: usize) -> String {
    let every = copies / (OCCURRENCES / 2);
    let has_line = |number: usize| every > 0 && number % every == every - 1;
    let copy = |number: usize| if has_line(number) { format!("{text}\n{RARE}") } else { text.to_owned() };
    (0..copies).map(copy).collect::<Vec<_>>().join("\n")
}

/// An exported article as the comparison page reads it: its text, and blocks and marks in UTF-16.
fn plain(file: &Value) -> Value {
    let article = &file["articles"][0];
    let text = Measured::new(article["text"].as_str().expect("the article's text"));
    let units = |value: &Value| text.utf16[usize::try_from(value.as_u64().expect("a position")).expect("a position")];
    let list = |key: &str| article[key].as_array().expect("a list").iter();
    let blocks = list("blocks").map(|block| {
        json!({ "kind": block["kind"], "point": block["start"], "start": units(&block["start"]), "end": units(&block["end"]) })
    });
    let marks = list("annotations").map(|mark| {
        let (start, end) = extent(mark);
        json!({ "label": mark["label"], "start": text.utf16[start], "end": text.utf16[end] })
    });
    json!({ "text": article["text"], "blocks": blocks.collect::<Vec<_>>(), "marks": marks.collect::<Vec<_>>() })
}
