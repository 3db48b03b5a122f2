//! How many key presses the real article costs by hand.

use serde_json::Value;

use crate::support::{Desk, beside_the_project, key_of, with_desk};

const TEXT: &str = "../shared/data/seed-article.txt";
const GOLD: &str = "../shared/data/seed-article.gold.json";
/// More key presses than this are too many.
const MOST: usize = 110;

/// Label, first code point, code point after the last.
type Span = (String, usize, usize);

/// What is marked here: everything in quotation marks, every caption and every credit, in reading order.
fn wanted(text: &str, file: &Value) -> Vec<Span> {
    let letters: Vec<char> = text.chars().collect();
    let number = |value: &Value| usize::try_from(value.as_u64().expect("a position")).expect("a position");
    let all = file["annotations"].as_array().expect("annotations").iter().map(|annotation| {
        let label = annotation["label"].as_str().expect("a label").to_owned();
        (label, number(&annotation["start"]), number(&annotation["end"]))
    });
    let in_marks = |start: usize| letters.get(start) == Some(&'“');
    let mut wanted: Vec<Span> = all
        .filter(|(label, start, _)| match label.as_str() {
            "quote" => in_marks(*start),
            label => matches!(label, "caption" | "credit"),
        })
        .collect();
    wanted.sort_by_key(|(_, start, _)| *start);
    wanted
}

/// A keyboard that counts.
struct Keys<'a> {
    desk: &'a Desk,
    pressed: usize,
}

impl Keys<'_> {
    async fn press(&mut self, chord: &str, times: usize) {
        self.desk.press_times(chord, times).await;
        self.pressed += times;
    }
}

#[test]
fn quotes_captions_and_credits_of_the_real_article_cost_at_most_110_key_presses() {
    let (Ok(text), Ok(file)) =
        (std::fs::read_to_string(beside_the_project(TEXT)), std::fs::read(beside_the_project(GOLD)))
    else {
        println!("skipped: {TEXT} is not here");
        return;
    };
    let wanted = wanted(&text, &serde_json::from_slice(&file).expect("the gold file is JSON"));
    let count = |label: &str| wanted.iter().filter(|(each, ..)| each == label).count();
    assert_eq!((count("quote"), count("caption"), count("credit")), (25, 5, 5));
    with_desk(async |desk| {
        let article = desk.open_text(&text).await;
        let block_of = |start: usize| article.blocks.iter().rposition(|block| block.start <= start).unwrap_or(0);
        let mut keys = Keys { desk, pressed: 0 };
        // Once through the article, as it is read. A paragraph is reached from the quotation before it by way of the
        // paragraph that holds the quotation.
        let (mut here, mut on_paragraph) = (0, false);
        for (label, start, _) in &wanted {
            let block = block_of(*start);
            if label == "quote" {
                keys.press("'", 1).await;
            } else {
                keys.press("G", block - here + usize::from(!on_paragraph)).await;
            }
            keys.press(key_of(label), 1).await;
            (here, on_paragraph) = (block, label != "quote");
        }
        let made = desk.annotations_to_be(wanted.len()).await;
        let made: Vec<Span> = made.into_iter().map(|mark| (mark.label, mark.start, mark.end)).collect();
        println!("{} marks with {} key presses", made.len(), keys.pressed);
        assert_eq!(made, wanted);
        assert!(keys.pressed <= MOST, "{} key presses", keys.pressed);
    });
}
