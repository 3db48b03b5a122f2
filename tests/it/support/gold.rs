//! A real article with what was marked in it by hand. It lies beside the project, not in it.

use std::path::Path;

use bluepencil::text::{Span, Text};
use serde_json::Value;

/// The article and its gold.
pub struct Gold {
    pub text: String,
    /// Its sentences, in code points.
    pub units: Vec<(usize, usize)>,
    /// Its marks: label, and extent in code points.
    pub marks: Vec<(String, usize, usize)>,
}

/// Reads the article; says so where it is not here.
pub fn read() -> Option<Gold> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let text = std::fs::read_to_string(folder.join("seed-article.txt"));
    let gold = std::fs::read(folder.join("seed-article.gold.json"));
    let (Ok(text), Ok(gold)) = (text, gold) else {
        println!("skipped: the real article ({}) is not here", folder.display());
        return None;
    };
    let gold: Value = serde_json::from_slice(&gold).expect("the gold file is JSON");
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a position")).expect("a position");
    let list = |name: &str| gold[name].as_array().expect("a list").clone();
    let extent = |item: &Value| (number(&item["start"]), number(&item["end"]));
    let labelled = |item: &Value| {
        let (start, end) = extent(item);
        (item["label"].as_str().expect("a label").to_owned(), start, end)
    };
    Some(Gold {
        text,
        units: list("units").iter().map(extent).collect(),
        marks: list("annotations").iter().map(labelled).collect(),
    })
}

/// A span in code points.
pub fn code_points(text: &Text, span: Span) -> (usize, usize) {
    let count = |position| text.code_point(position).expect("a position of the text").0;
    let place = |position| usize::try_from(count(position)).expect("small");
    (place(span.start()), place(span.end()))
}
