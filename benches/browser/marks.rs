//! Marks for an article, made by a fixed chance: where they are and how they stand in a file.

use std::collections::HashSet;

use serde_json::{Value, json};

/// Adds marks to an exported article, made after the ones that are in it, until it has as many; gives all extents.
pub fn add_marks(file: &mut Value, count: usize) -> HashSet<(usize, usize)> {
    let article = &mut file["articles"][0];
    let text = Measured::new(article["text"].as_str().expect("the article's text"));
    let annotations = article["annotations"].as_array_mut().expect("annotations");
    let patterns = annotations.clone();
    let mut extents: HashSet<(usize, usize)> = patterns.iter().map(extent).collect();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    while annotations.len() < count {
        let (start, end) = stretch(&text.letters, &mut chance);
        if end > start && extents.insert((start, end)) {
            let mut mark = patterns[chance.below(patterns.len())].clone();
            mark["id"] = json!(uuid::Builder::from_random_bytes(chance.bytes()).into_uuid().to_string());
            mark["segments"] = json!([text.segment(start, end)]);
            annotations.push(mark);
        }
    }
    annotations.sort_by_key(|each| {
        let (start, end) = extent(each);
        (start, usize::MAX - end)
    });
    extents
}

/// Start and end of an exported annotation.
pub fn extent(annotation: &Value) -> (usize, usize) {
    let position =
        |key: &str| usize::try_from(annotation["segments"][0][key].as_u64().expect("a position")).expect("a position");
    (position("start"), position("end"))
}

/// A stretch of whole words, 10 to 300 characters long, in one paragraph but for one in twenty.
fn stretch(text: &[char], chance: &mut Chance) -> (usize, usize) {
    let begins = |at: usize| !text[at].is_whitespace() && (at == 0 || text[at - 1].is_whitespace());
    let Some(start) = (chance.below(text.len())..text.len()).find(|&at| begins(at)) else {
        return (0, 0);
    };
    let over_blocks = chance.below(20) == 0;
    let length = 10 + chance.below(291);
    let block_end = (start..text.len()).find(|&at| text[at] == '\n').unwrap_or(text.len());
    let limit = if over_blocks { text.len() } else { block_end };
    let ends = |at: usize| !text[at - 1].is_whitespace() && (at == text.len() || text[at].is_whitespace());
    let end = (start + 10..=limit).find(|&at| at >= (start + length).min(limit) && ends(at));
    (start, end.unwrap_or(0))
}

/// A text with the position of each of its code points in the two other units.
pub struct Measured {
    letters: Vec<char>,
    /// Each position in UTF-16 code units.
    pub utf16: Vec<usize>,
    utf8: Vec<usize>,
}

impl Measured {
    /// Measures a text.
    pub fn new(text: &str) -> Self {
        let letters: Vec<char> = text.chars().collect();
        let sums = |width: fn(&char) -> usize| {
            let before = letters.iter().scan(0, |sum, letter| {
                *sum += width(letter);
                Some(*sum)
            });
            std::iter::once(0).chain(before).collect()
        };
        Self { utf16: sums(|letter| letter.len_utf16()), utf8: sums(|letter| letter.len_utf8()), letters }
    }

    /// A segment as the file holds it, in its three units and with what stands around it.
    fn segment(&self, start: usize, end: usize) -> Value {
        let part = |from: usize, to: usize| self.letters[from..to].iter().collect::<String>();
        let (before, after) = (start.saturating_sub(32), (end + 32).min(self.letters.len()));
        json!({
            "start": start, "end": end,
            "utf16": [self.utf16[start], self.utf16[end]], "utf8": [self.utf8[start], self.utf8[end]],
            "exact": part(start, end), "prefix": part(before, start), "suffix": part(end, after),
        })
    }
}

/// Numbers that look random and are the same in every run.
struct Chance(u64);

impl Chance {
    /// The next one (xorshift).
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// One from 0 to below the limit.
    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).expect("below the limit")
    }

    /// Sixteen bytes.
    fn bytes(&mut self) -> [u8; 16] {
        let number = (u128::from(self.next()) << 64) | u128::from(self.next());
        number.to_be_bytes()
    }
}
