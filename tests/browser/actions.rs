//! How many key presses the real article costs by hand.

use crate::real_article::{Span, article_and_gold};
use crate::support::{Desk, key_of, with_desk};

/// More key presses than this are too many.
const MOST: usize = 110;

/// What is marked here: everything in quotation marks, every caption and every credit, in reading order.
fn wanted(marks: Vec<Span>) -> Vec<Span> {
    let mut wanted: Vec<Span> = marks
        .into_iter()
        .filter(|(label, _, _, words)| match label.as_str() {
            "quote" => words.starts_with('“'),
            label => matches!(label, "caption" | "credit"),
        })
        .collect();
    wanted.sort_by_key(|(_, start, ..)| *start);
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
    let Some((text, marks)) = article_and_gold() else { return };
    let wanted = wanted(marks);
    let count = |label: &str| wanted.iter().filter(|(each, ..)| each == label).count();
    assert_eq!((count("quote"), count("caption"), count("credit")), (25, 5, 5));
    with_desk(async |desk| {
        let article = desk.open_text(&text).await;
        let block_of = |start: usize| article.blocks.iter().rposition(|block| block.start <= start).unwrap_or(0);
        let mut keys = Keys { desk, pressed: 0 };
        // Once through the article, as it is read. A paragraph is reached from the quotation before it by way of the
        // paragraph that holds the quotation.
        let (mut here, mut on_paragraph) = (0, false);
        for (label, start, ..) in &wanted {
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
        let made: Vec<_> = made.iter().map(|mark| (mark.label.as_str(), mark.start, mark.end)).collect();
        println!("{} marks with {} key presses", made.len(), keys.pressed);
        let wanted: Vec<_> = wanted.iter().map(|(label, start, end, _)| (label.as_str(), *start, *end)).collect();
        assert_eq!(made, wanted);
        assert!(keys.pressed <= MOST, "{} key presses", keys.pressed);
    });
}
