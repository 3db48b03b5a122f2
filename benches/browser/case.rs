//! The articles that are measured: the sample as often as a case wants it, with as many marks.

use std::collections::{BTreeMap, HashSet};

use serde_json::{Value, json};

use crate::support::{Article, Desk, LABELS};

/// A size of article to measure with.
pub struct Case {
    /// What it is called.
    pub name: &'static str,
    /// How often the sample stands in it.
    pub copies: usize,
    /// How many marks it has.
    pub marks: usize,
}

/// An article that has been filled: where its marks are.
pub struct Filled {
    /// Start and end of each mark, in code points.
    pub extents: HashSet<(usize, usize)>,
    /// The same article as the comparison page reads it.
    pub plain: Value,
}

/// Opens the text as often as the case wants it and gives it its marks by an import.
pub async fn fill(desk: &Desk, case: &Case) -> Filled {
    let sample = desk.settled_article().await;
    if case.copies > 1 {
        let text = desk.export().await.json()["articles"][0]["text"].as_str().expect("the article's text").to_owned();
        let long = vec![text; case.copies].join("\n");
        desk.choose_files(&[("long.txt", long.as_bytes())]).await;
        desk.wait_until("the long article", async || {
            desk.settled_article().await.blocks.len() >= sample.blocks.len() * case.copies
        })
        .await;
    }
    for (number, label) in LABELS.into_iter().enumerate() {
        let block = &desk.settled_article().await.blocks[number];
        desk.mark_roughly(label, block.start, block.start + block.text.trim_end().chars().count()).await;
    }
    let mut file = desk.export().await.json();
    let extents = add_marks(&mut file, case.marks);
    desk.choose_files(&[("marks.bluepencil.json", file.to_string().as_bytes())]).await;
    desk.wait_until(&format!("{} annotations", case.marks), async || total(desk).await == case.marks).await;
    desk.saved().await;
    Filled { extents, plain: plain(&file) }
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

/// How many annotations the list says there are.
async fn total(desk: &Desk) -> usize {
    desk.now("const items = annotationItems(); return Math.max(items.length, Number(items[0]?.ariaSetSize ?? 0))", &[])
        .await
}

/// Single words, spread evenly over the article, that no mark covers exactly.
pub fn words(article: &Article, taken: &HashSet<(usize, usize)>, count: usize) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for block in &article.blocks {
        let letters: Vec<char> = block.text.chars().collect();
        let mut start = 0;
        for word in letters.split(|letter| !letter.is_ascii_alphabetic()) {
            let span = (block.start + start, block.start + start + word.len());
            if word.len() >= 5 && !taken.contains(&span) {
                all.push(span);
            }
            start += word.len() + 1;
        }
    }
    let every = all.len() / count;
    assert!(every > 0, "the article has only {} words to mark", all.len());
    all.into_iter().step_by(every).take(count).collect()
}

/// The places of a word that stands about so many times in the article, the second one near the first. It is never a
/// part of another word, so every way of looking for it finds the same.
pub fn often(article: &Article, wanted: usize) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut text = String::new();
    for block in &article.blocks {
        text.push_str(&block.text.to_lowercase());
        text.push('\n');
        let letters: Vec<char> = block.text.chars().collect();
        let mut start = block.start;
        for word in letters.split(|letter| !letter.is_alphanumeric()) {
            if (5..10).contains(&word.len()) && word.iter().all(char::is_ascii_alphabetic) {
                let known = places.entry(word.iter().collect::<String>().to_lowercase()).or_default();
                known.push((start, start + word.len()));
            }
            start += word.len() + 1;
        }
    }
    let is_near = |found: &[(usize, usize)]| matches!(found, [first, second, ..] if second.0 - first.0 < NEAR);
    let mut near: Vec<(String, Vec<(usize, usize)>)> = places.into_iter().filter(|(_, found)| is_near(found)).collect();
    near.sort_by_key(|(_, found)| found.len().abs_diff(wanted));
    let whole = near.into_iter().find(|(word, found)| text.matches(word.as_str()).count() == found.len());
    whole.expect("a word that stands in the article more than once").1
}

/// How far apart two places are at most that are painted together, in code points.
const NEAR: usize = 1_000;

/// Marks, spread evenly over the article, of which each is the shortest one at its first character: what a click there
/// finds.
pub fn clickable(extents: &HashSet<(usize, usize)>, count: usize) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = extents.iter().copied().collect();
    all.sort_unstable();
    let shortest = |&(start, end): &(usize, usize)| {
        let mut here = all.iter().filter(|(from, to)| *from <= start && start < *to);
        here.all(|other| *other == (start, end) || other.1 - other.0 > end - start)
    };
    let found: Vec<(usize, usize)> = all.iter().copied().filter(shortest).collect();
    let every = (found.len() / count).max(1);
    found.into_iter().step_by(every).take(count).collect()
}

/// Adds marks to an exported article, made after the ones that are in it, until it has as many; gives all extents.
fn add_marks(file: &mut Value, count: usize) -> HashSet<(usize, usize)> {
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
fn extent(annotation: &Value) -> (usize, usize) {
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
struct Measured {
    letters: Vec<char>,
    utf16: Vec<usize>,
    utf8: Vec<usize>,
}

impl Measured {
    fn new(text: &str) -> Self {
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
