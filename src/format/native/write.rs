//! Writing Bluepencil JSON.

use std::collections::BTreeSet;

use serde_json::Value;

use super::VERSION;
use super::file::{WireFile, WireLabel, WireSchema, code_points};
use crate::annotation::{BUILT_IN, BuiltIn};
use crate::article::{Extra, Timestamp};
use crate::document::Document;
use crate::wire::{Layout, UnknownFields, WireAnnotation, WireArticle, line_at, to_json, to_json_at};

/// How many annotations one piece has: a few milliseconds of work.
const PIECE: usize = 200;
/// How deep articles, their fields and their annotations stand in a file.
const ARTICLE: usize = 2;
const FIELD: usize = 3;
const ANNOTATION: usize = 4;

/// Writes documents as one file, indented, with a final line feed. Two writes of the same state differ in `exported` only.
/// `extra` is what the library keeps of the fields it does not know.
#[must_use]
pub fn write(documents: &[&Document], extra: &Extra, exported: &Timestamp) -> String {
    Pieces::of(documents.iter().map(|document| (*document).clone()).collect(), extra, exported).collect()
}

/// A file as [`write`] writes it, in pieces, each of which is made when it is asked for.
#[derive(Clone, Debug)]
pub struct Pieces {
    /// In the order of the file.
    documents: Vec<Document>,
    /// What stands before the articles, and after them.
    head: String,
    tail: String,
    next: Next,
}

/// Which piece comes next.
#[derive(Clone, Debug)]
enum Next {
    Head,
    /// The article at this place.
    Article(usize),
    /// Annotations of the article at the first place from the second place on, and then what stands after them.
    Annotations(usize, usize, String),
    End,
}

impl Pieces {
    /// The file of these documents, which are as they are now, however long it takes.
    #[must_use]
    pub fn of(mut documents: Vec<Document>, extra: &Extra, exported: &Timestamp) -> Self {
        documents.sort_by_key(|document| document.article().id);
        let mut unknown = UnknownFields::of(extra);
        let file = WireFile {
            format: "bluepencil".into(),
            version: VERSION,
            generator: concat!("bluepencil ", env!("CARGO_PKG_VERSION")).into(),
            exported: Some(exported.as_str().into()),
            offsets: code_points(),
            schema: schema(&documents, unknown.take("schema")),
            articles: Vec::new(),
            unknown,
        };
        let (head, tail) = around_list(&to_json(&file, Layout::Indented), "articles", 1);
        Self { documents, head, tail, next: Next::Head }
    }

    /// The article at a place, up to its annotations, and what stands after them.
    fn article(&self, place: usize) -> Option<(String, String)> {
        let wire = to_json_at(&article(self.documents.get(place)?), ARTICLE);
        let (before, after) = around_list(&wire, "annotations", FIELD);
        let between = if place == 0 { "" } else { "," };
        Some((format!("{between}{}{before}", line_at(ARTICLE)), after))
    }

    /// Some annotations of an article; empty where there are none left.
    fn annotations(&self, place: usize, from: usize) -> String {
        let Some(document) = self.documents.get(place) else { return String::new() };
        let mut piece = String::new();
        for (number, entry) in document.entries().iter_from(from).take(PIECE).enumerate() {
            let annotation = WireAnnotation::of(&entry.annotation, entry.revision, &document.article().text);
            piece.push_str(if from + number == 0 { "" } else { "," });
            piece.push_str(&line_at(ANNOTATION));
            piece.push_str(&to_json_at(&annotation, ANNOTATION));
        }
        piece
    }

    /// The end of a list, on a line of its own where there is anything in it.
    fn list_end(is_empty: bool, level: usize) -> String {
        if is_empty { String::new() } else { line_at(level) }
    }
}

impl Iterator for Pieces {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        match std::mem::replace(&mut self.next, Next::End) {
            Next::Head => {
                self.next = Next::Article(0);
                Some(std::mem::take(&mut self.head))
            }
            Next::Article(place) => match self.article(place) {
                Some((before, after)) => {
                    self.next = Next::Annotations(place, 0, after);
                    Some(before)
                }
                None => {
                    let end = Self::list_end(self.documents.is_empty(), 1);
                    Some(format!("{end}{}\n", std::mem::take(&mut self.tail)))
                }
            },
            Next::Annotations(place, from, after) => {
                let piece = self.annotations(place, from);
                if piece.is_empty() {
                    self.next = Next::Article(place + 1);
                    return Some(Self::list_end(from == 0, FIELD) + &after);
                }
                self.next = Next::Annotations(place, from + PIECE, after);
                Some(piece)
            }
            Next::End => None,
        }
    }
}

/// What stands before the items of an empty list, which is a field so many levels deep, and what stands after them. No text in
/// JSON holds a line break, so the field is where its line is.
fn around_list(json: &str, field: &str, level: usize) -> (String, String) {
    let line = format!("{}\"{field}\": [", line_at(level));
    let (before, after) = json.split_once(&line).unwrap_or((json, ""));
    (format!("{before}{line}"), after.to_owned())
}

/// An article without its annotations.
fn article(document: &Document) -> WireArticle<'_> {
    let article = document.article();
    let mut wire = WireArticle::of(article, document.article_revision());
    wire.text = Some(article.text.as_str().into());
    wire.annotations = Some(Vec::new());
    drop_dangling(&mut wire.unknown, document);
    wire
}

/// Leaves out the relations to annotations that are no longer there: a file with a dangling link is none.
fn drop_dangling(unknown: &mut UnknownFields, document: &Document) {
    let Some(Value::Array(relations)) = unknown.get_mut("relations") else { return };
    let ids: BTreeSet<String> = document.annotations().map(|annotation| annotation.id.to_string()).collect();
    let is_there = |end: Option<&Value>| end.and_then(Value::as_str).is_some_and(|id| ids.contains(id));
    relations.retain(|relation| is_there(relation.get("from")) && is_there(relation.get("to")));
}

/// The labels that every desk has, then those in use or brought by a file, by name.
fn schema(documents: &[Document], kept: Option<Value>) -> WireSchema {
    let kept: Option<WireSchema> = kept.and_then(|schema| serde_json::from_value(schema).ok());
    let mut schema = kept.unwrap_or_default();
    let mut labels: Vec<WireLabel> = BUILT_IN.map(|built_in| WireLabel::default_of(&built_in.label())).into();
    // Of two entries for one label the later counts.
    for label in schema.labels {
        labels.retain(|known| known.name != label.name);
        labels.push(label);
    }
    for label in documents.iter().flat_map(Document::labels) {
        if !labels.iter().any(|known| known.name == label.name()) {
            labels.push(WireLabel::default_of(label));
        }
    }
    let is_of = |built_in: &BuiltIn, label: &WireLabel| built_in.name == label.name;
    let rank =
        |label: &WireLabel| BUILT_IN.iter().position(|built_in| is_of(built_in, label)).unwrap_or(BUILT_IN.len());
    labels.sort_by(|one, other| (rank(one), &one.name).cmp(&(rank(other), &other.name)));
    schema.labels = labels;
    schema
}
