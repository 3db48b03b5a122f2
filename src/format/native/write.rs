//! Writing Bluepencil JSON.

use std::collections::BTreeSet;

use super::VERSION;
use crate::annotation::{BUILT_IN, Label};
use crate::article::{Extra, Timestamp};
use crate::document::Document;
use crate::wire::{self, Fields, Json, Layout, Shape, to_json};

/// Writes documents as one file, indented, with a final line feed. Two writes of the same state differ in `exported` only.
/// `extra` is what the library keeps of the fields it does not know.
#[must_use]
pub fn write(documents: &[&Document], extra: &Extra, exported: &Timestamp) -> String {
    let mut documents: Vec<&Document> = documents.to_vec();
    documents.sort_by_key(|document| document.article().id);
    let mut kept = Fields::kept(extra);
    let schema = schema(&documents, kept.object("schema").ok().flatten().unwrap_or_default());
    let file = Shape::default()
        .text("format", "bluepencil")
        .whole("version", VERSION)
        .text("generator", concat!("bluepencil ", env!("CARGO_PKG_VERSION")))
        .text("exported", exported.as_str())
        .text("offsets", "code points")
        .value("schema", schema)
        .value("articles", Json::List(documents.into_iter().map(article).collect()))
        .rest(Some(kept.rest()));
    let mut written = to_json(&file, Layout::Indented);
    written.push('\n');
    written
}

fn article(document: &Document) -> Json<'_> {
    let article = document.article();
    let annotations = document.entries().iter();
    let annotations = annotations.map(|entry| wire::annotation(&entry.annotation, entry.revision, &article.text));
    let mut shape = wire::article(article, document.article_revision(), Some(annotations.collect()));
    drop_dangling(&mut shape, document);
    shape
}

/// Leaves out the relations to annotations that are no longer there: a file with a dangling link is none.
fn drop_dangling(shape: &mut Json<'_>, document: &Document) {
    let Json::Object(rest) = shape else { return };
    let Some((_, Json::List(relations))) = rest.iter_mut().find(|(key, _)| key == "relations") else { return };
    let ids: BTreeSet<String> = document.annotations().map(|annotation| annotation.id.to_string()).collect();
    let is_there =
        |relation: &Json<'_>, end| relation.get(end).and_then(Json::as_text).is_some_and(|id| ids.contains(id));
    relations.retain(|relation| is_there(relation, "from") && is_there(relation, "to"));
}

/// The labels that every desk has, then those in use or brought by a file, by name.
fn schema<'a>(documents: &[&'a Document], mut kept: Fields<'a>) -> Json<'a> {
    // Of two entries for one label the later counts.
    let mut entries: Vec<(String, Json<'a>)> = Vec::new();
    let add = |entries: &mut Vec<(String, Json<'a>)>, name: &str, entry: Json<'a>| {
        entries.retain(|(known, _)| known != name);
        entries.push((name.to_owned(), entry));
    };
    let known = |entries: &[(String, Json<'a>)], name: &str| entries.iter().any(|(known, _)| known == name);
    for label in BUILT_IN.map(|built_in| built_in.label()) {
        add(&mut entries, label.name(), default_entry(&label));
    }
    if let Some(Json::List(labels)) = kept.take("labels") {
        for entry in labels {
            if let Some(name) = entry.get("name").and_then(Json::as_text).map(str::to_owned) {
                add(&mut entries, &name, entry);
            }
        }
    }
    for annotation in documents.iter().flat_map(|document| document.annotations()) {
        if !known(&entries, annotation.label.name()) {
            add(&mut entries, annotation.label.name(), default_entry(&annotation.label));
        }
    }
    let rank = |name: &str| BUILT_IN.iter().position(|built_in| built_in.name == name).unwrap_or(BUILT_IN.len());
    entries.sort_by(|(one, _), (other, _)| (rank(one), one).cmp(&(rank(other), other)));
    let labels: Vec<Json<'a>> = entries.into_iter().map(|(_, entry)| entry).collect();
    let mut schema = vec![("labels".into(), Json::List(labels))];
    if let Json::Object(rest) = kept.rest() {
        schema.extend(rest);
    }
    Json::Object(schema)
}

/// What is written about a label of which no file has said anything else.
pub(super) fn default_entry(label: &Label) -> Json<'static> {
    let text = |text: &str| Json::Text(text.to_owned().into());
    let mut entry = vec![("name".into(), text(label.name())), ("title".into(), text(&label.title()))];
    if let Some(built_in) = label.built_in() {
        entry.push(("key".into(), text(built_in.key)));
    }
    Json::Object(entry)
}
