//! Articles with many marks, in a file as the page writes it.

use std::ops::Range;

use serde_json::{Value, json};

/// How many words in front have no mark. Each stands in the article once.
pub const FREE_WORDS: usize = 40;
/// A sentence with a character that each unit of positions counts otherwise.
const SENTENCE: &str = "Captain Blix said the ferry 🚢 sails at noon. ";
/// The words of it that are marked, each by itself.
const MARKED: [(&str, &str); 5] =
    [("credit", "Captain"), ("quote", "Blix"), ("claim", "ferry"), ("quote", "🚢"), ("caption", "noon")];
/// How many sentences a paragraph has.
const PARAGRAPH: usize = 20;

/// An article and its file.
pub struct LongArticle {
    /// Its id.
    pub id: String,
    /// Its title line.
    pub title: String,
    /// (label, start, end, words) of each of its marks, sorted.
    pub spans: Vec<(String, usize, usize, String)>,
    /// Where the words without a mark stand, one after the other.
    pub free: Vec<Range<usize>>,
    /// The file.
    pub file: Vec<u8>,
}

impl LongArticle {
    /// The article of a number, other than that of any other number, with so many marks.
    pub fn new(number: usize, marks: usize) -> Self {
        let (id, title) = (format!("00000000-0000-4000-8000-{number:012x}"), format!("Long voyage {number}"));
        let (mut text, mut free, mut spans) = (format!("{title}\n\n"), Vec::new(), Vec::new());
        for word in 0..FREE_WORDS {
            let start = text.chars().count();
            text.push_str(&format!("free-{word}"));
            free.push(start..text.chars().count());
            text.push(' ');
        }
        let mut at = text.chars().count();
        for sentence in 0..marks.div_ceil(MARKED.len()) {
            if sentence % PARAGRAPH == 0 {
                text.push_str("\n\n");
                at += 2;
            }
            for (label, words) in MARKED.iter().take(marks - spans.len()) {
                let byte = SENTENCE.find(words).expect("words of the sentence");
                let start = at + SENTENCE[..byte].chars().count();
                spans.push(((*label).to_owned(), start, start + words.chars().count(), (*words).to_owned()));
            }
            text.push_str(SENTENCE);
            at += SENTENCE.chars().count();
        }
        let annotations: Vec<Value> =
            spans.iter().zip(0..).map(|(span, mark)| annotation(number, mark, span)).collect();
        let articles = json!([{ "id": id, "title": title, "text": text.trim_end(), "annotations": annotations }]);
        let file = json!({ "format": "bluepencil", "version": 1, "articles": articles });
        spans.sort();
        Self { id, title, spans, free, file: file.to_string().into_bytes() }
    }

    /// What the address of the article has behind its `#`, with it.
    pub fn address(&self) -> String {
        format!("#/article/{}", self.id)
    }

    /// What the keys of its records begin with.
    pub fn prefix(&self) -> String {
        format!("bluepencil/1/{}/", self.id)
    }

    /// How many records it has.
    pub fn records(&self) -> usize {
        // Those of the text and of the article itself, too.
        self.spans.len() + 2
    }
}

fn annotation(article: usize, mark: usize, (label, start, end, words): &(String, usize, usize, String)) -> Value {
    // Ids come in no order, as those that the page makes.
    let scattered = (mark as u32 + 1).wrapping_mul(0x9e37_79b1);
    json!({
        "id": format!("{scattered:08x}-0000-4000-8000-{article:012x}"), "label": label,
        "segments": [{ "start": start, "end": end, "exact": words }], "created": "2026-11-23T14:00:00Z",
    })
}
