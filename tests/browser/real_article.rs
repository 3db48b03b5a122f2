//! The real article with its 64 marks made by hand, made again through the page.

use serde_json::Value;

use crate::support::{Desk, LABELS, beside_the_project, key_of, with_desk};

const TEXT: &str = "../shared/data/seed-article.txt";
const GOLD: &str = "../shared/data/seed-article.gold.json";
/// Longer stretches are not selected letter by letter.
const BY_LETTERS: usize = 60;

/// One mark: label, first code point, code point after the last, words.
pub type Span = (String, usize, usize, String);

/// The marks in the gold file, sorted; its other labels are roles inside a record.
fn gold(text: &str, file: &Value) -> Vec<Span> {
    let letters: Vec<char> = text.chars().collect();
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a position")).expect("a position");
    let mut spans: Vec<Span> = Vec::new();
    for annotation in file["annotations"].as_array().expect("annotations") {
        let label = annotation["label"].as_str().expect("a label");
        if LABELS.contains(&label) {
            let (start, end) = (number(&annotation["start"]), number(&annotation["end"]));
            spans.push((label.to_owned(), start, end, letters[start..end].iter().collect()));
        }
    }
    spans.sort();
    spans
}

/// The article and its marks, sorted; nothing where they are not here.
pub fn article_and_gold() -> Option<(String, Vec<Span>)> {
    let text = std::fs::read_to_string(beside_the_project(TEXT)).ok();
    let file = std::fs::read(beside_the_project(GOLD)).ok();
    let Some((text, file)) = text.zip(file) else {
        println!("skipped: {TEXT} is not here");
        return None;
    };
    let marks = gold(&text, &serde_json::from_slice(&file).expect("the gold file is JSON"));
    assert_eq!(marks.len(), 64, "marks in {GOLD}");
    Some((text, marks))
}

/// Selects a stretch in one of the ways that a user has, a different one each time.
async fn select(desk: &Desk, turn: usize, start: usize, end: usize) {
    match turn % 5 {
        0 => desk.drag(start, end).await,
        1 => desk.drag_exactly(start, end).await,
        2 | 3 if end - start <= BY_LETTERS => {
            desk.click_at(start).await;
            desk.press_times("Shift+ArrowRight", end - start).await;
        }
        _ => desk.select(start, end).await,
    }
}

#[test]
fn all_marks_of_the_real_article_are_made_kept_and_exported() {
    let Some((text, wanted)) = article_and_gold() else { return };
    with_desk(async |desk| {
        desk.open_text(&text).await;
        for (turn, (label, start, end, _)) in wanted.iter().enumerate() {
            select(desk, turn, *start, *end).await;
            desk.press(key_of(label)).await;
            desk.annotation(label, *start, *end).await;
        }
        desk.annotations_to_be(wanted.len()).await;
        desk.saved().await;
        desk.reload().await;
        desk.annotations_to_be(wanted.len()).await;
        assert_eq!(desk.export().await.spans(), wanted);
    });
}
