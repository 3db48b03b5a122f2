//! What is in a file, cut into parts: each is made and taken in within a few milliseconds, whatever the file holds.
//!
//! A file is read by another program than the page, so that the page is never held by it (`src/file_worker`). What it has found
//! valid goes over in these parts, and `incoming_file` puts them together again.

use std::ops::Range;

use super::file_content::FileContent;
use crate::document::{Document, Entry};
use crate::text::Encoding;
use crate::wire::{
    Layout, UnknownFields, WireAnnotation, WireArticle, WireArticleBegin, WireBlock, WireContent, WirePart, to_json,
};

/// How much one part brings, in bytes of its JSON, about.
const MOST: usize = 100_000;
/// What an annotation takes beside its words, its note and its unknown fields; what a block takes; and a record beside its
/// content.
const ANNOTATION: usize = 600;
const BLOCK: usize = 100;
const RECORD: usize = 100;

/// One part, as JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part(String);

impl Part {
    /// A part that was sent. Whether it is one is found out when it is taken.
    #[must_use]
    pub fn from_json(json: String) -> Self {
        Self(json)
    }

    /// The part, to be sent.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }
}

/// The parts in their order, each made when it is asked for.
#[derive(Clone, Debug)]
pub struct Parts {
    content: Whole,
    steps: Vec<Step>,
    /// How many have been made.
    place: usize,
}

/// What is cut into parts.
#[derive(Clone, Debug)]
enum Whole {
    Refused(String),
    KeyBindings(String),
    Text(String, Encoding),
    Import(UnknownFields, Vec<(Document, Vec<Entry>)>),
    Desk(Vec<(String, String)>),
}

/// What a part brings of it. A number is that of an article or a record.
#[derive(Clone, Debug)]
enum Step {
    Begin,
    Letters(usize, Range<usize>),
    Article(usize),
    Blocks(usize, Range<usize>),
    Annotations(usize, Range<usize>),
    Records(Range<usize>),
    LongRecord(usize),
}

impl FileContent {
    /// Cuts a file that was read, or the sentence that refuses it, into parts.
    #[must_use]
    pub fn into_parts(read: Result<Self, String>) -> Parts {
        let content = match read {
            Err(sentence) => Whole::Refused(sentence),
            Ok(Self::KeyBindings(text)) => Whole::KeyBindings(text),
            Ok(Self::Text(text, encoding)) => Whole::Text(text, encoding),
            Ok(Self::Import(imported)) => {
                let with_entries = |document: Document| {
                    let entries = document.entries().iter().cloned().collect();
                    (document, entries)
                };
                let documents = imported.documents.into_iter().map(with_entries);
                Whole::Import(UnknownFields::of(&imported.extra), documents.collect())
            }
            Ok(Self::Desk(desk)) => Whole::Desk(desk.into_stored().collect()),
        };
        Parts { steps: content.steps(), content, place: 0 }
    }
}

impl Iterator for Parts {
    type Item = Part;

    fn next(&mut self) -> Option<Part> {
        let content = self.content.part(self.steps.get(self.place)?);
        let part = WirePart { place: self.place, count: self.steps.len(), content };
        let json = to_json(&part, Layout::Compact);
        self.place += 1;
        Some(Part(json))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.steps.len().saturating_sub(self.place);
        (left, Some(left))
    }
}

impl ExactSizeIterator for Parts {}

impl Whole {
    fn steps(&self) -> Vec<Step> {
        let letters = |number, text: &str| pieces(text).into_iter().map(move |piece| Step::Letters(number, piece));
        let mut steps = vec![Step::Begin];
        match self {
            Self::Refused(_) => {}
            Self::KeyBindings(text) | Self::Text(text, _) => steps.extend(letters(0, text)),
            Self::Import(_, documents) => {
                for (number, (document, entries)) in documents.iter().enumerate() {
                    let article = document.article();
                    steps.push(Step::Article(number));
                    steps.extend(letters(number, article.text.as_str()));
                    let blocks = stretches(article.blocks.iter().map(|_| BLOCK));
                    steps.extend(blocks.into_iter().map(|some| Step::Blocks(number, some)));
                    let annotations = stretches(entries.iter().map(weight));
                    steps.extend(annotations.into_iter().map(|some| Step::Annotations(number, some)));
                }
            }
            Self::Desk(records) => {
                for some in stretches(records.iter().map(|(key, value)| RECORD + key.len() + value.len())) {
                    match records.get(some.start) {
                        Some((_, value)) if value.len() > MOST => {
                            steps.push(Step::LongRecord(some.start));
                            steps.extend(letters(some.start, value));
                        }
                        _ => steps.push(Step::Records(some)),
                    }
                }
            }
        }
        steps
    }

    fn part(&self, step: &Step) -> WireContent<'_> {
        match (self, step) {
            (Self::Refused(sentence), _) => WireContent::Refused(sentence.into()),
            (Self::KeyBindings(text), Step::Begin) => WireContent::KeyBindings(text.len()),
            (Self::Text(text, encoding), Step::Begin) => WireContent::Text(encoding.name().into(), text.len()),
            (Self::Import(unknown, _), Step::Begin) => WireContent::Import(unknown.clone()),
            (Self::KeyBindings(text) | Self::Text(text, _), Step::Letters(_, piece)) => letters(text, piece),
            (Self::Import(_, documents), step) => part_of_import(documents, step),
            (Self::Desk(records), step) => part_of_desk(records, step),
            (Self::KeyBindings(_) | Self::Text(..), _) => WireContent::Letters("".into()),
        }
    }
}

fn part_of_import<'a>(documents: &'a [(Document, Vec<Entry>)], step: &Step) -> WireContent<'a> {
    let (Step::Article(number) | Step::Letters(number, _) | Step::Blocks(number, _) | Step::Annotations(number, _)) =
        step
    else {
        return WireContent::Letters("".into());
    };
    let Some((document, entries)) = documents.get(*number) else { return WireContent::Letters("".into()) };
    let article = document.article();
    match step {
        Step::Letters(_, piece) => letters(article.text.as_str(), piece),
        Step::Blocks(_, some) => WireContent::Blocks(WireBlock::of(article, some.clone())),
        Step::Annotations(_, some) => {
            let some = entries.get(some.clone()).unwrap_or_default().iter();
            let annotation = |entry: &'a Entry| WireAnnotation::of(&entry.annotation, entry.revision, &article.text);
            WireContent::Annotations(some.map(annotation).collect())
        }
        _ => WireContent::Article(Box::new(WireArticleBegin {
            article: WireArticle::head_of(article, document.article_revision()),
            letters: article.text.as_str().len(),
            blocks: article.blocks.len(),
            annotations: entries.len(),
        })),
    }
}

fn part_of_desk<'a>(records: &'a [(String, String)], step: &Step) -> WireContent<'a> {
    match step {
        Step::LongRecord(number) => {
            let (key, length) =
                records.get(*number).map(|(key, value)| (key.as_str(), value.len())).unwrap_or_default();
            WireContent::LongRecord(key.into(), length)
        }
        Step::Letters(number, piece) => {
            letters(records.get(*number).map(|(_, value)| value.as_str()).unwrap_or_default(), piece)
        }
        Step::Records(some) => {
            let some = records.get(some.clone()).unwrap_or_default().iter();
            WireContent::Records(some.map(|(key, value)| (key.into(), value.into())).collect())
        }
        _ => WireContent::Desk,
    }
}

fn letters<'a>(text: &'a str, piece: &Range<usize>) -> WireContent<'a> {
    WireContent::Letters(text.get(piece.clone()).unwrap_or_default().into())
}

/// What an annotation takes, about.
fn weight(entry: &Entry) -> usize {
    let annotation = &entry.annotation;
    let words: u32 = annotation.target.segments().map(|span| span.end().0 - span.start().0).sum();
    ANNOTATION + words as usize + annotation.note.len() + annotation.extra.as_json().map_or(0, str::len)
}

/// Stretches of items, one after the other, of as many items as one part brings. What is too long for a part is alone.
fn stretches(weights: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let (mut stretches, mut sum): (Vec<Range<usize>>, _) = (Vec::new(), 0);
    for (number, weight) in weights.enumerate() {
        sum += weight;
        match stretches.last_mut().filter(|_| sum <= MOST) {
            Some(stretch) => stretch.end = number + 1,
            None => {
                stretches.push(number..number + 1);
                sum = weight;
            }
        }
    }
    stretches
}

/// The pieces of a text, each of as many letters as one part brings.
fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let end = text.floor_char_boundary(start + MOST);
        pieces.push(start..end);
        start = end;
    }
    pieces
}
