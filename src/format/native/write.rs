//! Writing Bluepencil JSON.

use std::collections::BTreeSet;

use serde_json::Value;

use super::VERSION;
use super::file::{WireFile, WireLabel, WireSchema, code_points};
use crate::annotation::{BUILT_IN, BuiltIn};
use crate::article::{Extra, Timestamp};
use crate::document::Document;
use crate::wire::{Layout, UnknownFields, WireAnnotation, WireArticle, to_json};

/// Writes documents as one file, indented, with a final line feed. Two writes of the same state differ in `exported` only.
/// `extra` is what the library keeps of the fields it does not know.
#[must_use]
pub fn write(documents: &[&Document], extra: &Extra, exported: &Timestamp) -> String {
    let mut documents: Vec<&Document> = documents.to_vec();
    documents.sort_by_key(|document| document.article().id);
    let mut unknown = UnknownFields::of(extra);
    let file = WireFile {
        format: "bluepencil".into(),
        version: VERSION,
        generator: concat!("bluepencil ", env!("CARGO_PKG_VERSION")).into(),
        exported: Some(exported.as_str().into()),
        offsets: code_points(),
        schema: schema(&documents, unknown.take("schema")),
        articles: documents.into_iter().map(article).collect(),
        unknown,
    };
    let mut written = to_json(&file, Layout::Indented);
    written.push('\n');
    written
}

fn article(document: &Document) -> WireArticle<'_> {
    let article = document.article();
    let annotations = document.entries().iter();
    let annotations = annotations.map(|entry| WireAnnotation::of(&entry.annotation, entry.revision, &article.text));
    let mut wire = WireArticle::of(article, document.article_revision());
    wire.text = Some(article.text.as_str().into());
    wire.annotations = Some(annotations.collect());
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
fn schema(documents: &[&Document], kept: Option<Value>) -> WireSchema {
    let kept: Option<WireSchema> = kept.and_then(|schema| serde_json::from_value(schema).ok());
    let mut schema = kept.unwrap_or_default();
    let mut labels: Vec<WireLabel> = BUILT_IN.map(|built_in| WireLabel::default_of(&built_in.label())).into();
    // Of two entries for one label the later counts.
    for label in schema.labels {
        labels.retain(|known| known.name != label.name);
        labels.push(label);
    }
    for annotation in documents.iter().flat_map(|document| document.annotations()) {
        if !labels.iter().any(|known| known.name == annotation.label.name()) {
            labels.push(WireLabel::default_of(&annotation.label));
        }
    }
    let is_of = |built_in: &BuiltIn, label: &WireLabel| built_in.name == label.name;
    let rank =
        |label: &WireLabel| BUILT_IN.iter().position(|built_in| is_of(built_in, label)).unwrap_or(BUILT_IN.len());
    labels.sort_by(|one, other| (rank(one), &one.name).cmp(&(rank(other), &other.name)));
    schema.labels = labels;
    schema
}
