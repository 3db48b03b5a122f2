//! Reading Bluepencil JSON: parsed as a whole, checked as a whole, and only then handed on.

use std::collections::BTreeSet;

use serde_json::Value;
use serde_path_to_error::Segment;

use super::VERSION;
use super::file::{WireFile, WireLabel, code_points};
use crate::annotation::{AnnotationId, Label};
use crate::article::{Article, ArticleId, Details, Timestamp, recognise};
use crate::document::{Document, Entry, Revision, Writer};
use crate::format::Imported;
use crate::text::{Problem, Text, excerpt, trim_blank};
use crate::wire::{self, ReadError, UnknownFields, WireAnnotation, WireArticle, whole_number};

/// The longest text of an article that is read, in bytes of UTF-8.
pub const MOST_TEXT_BYTES: usize = 16_000_000;

/// What a problem of the whole input is a problem of.
const FILE: &str = "the file";

/// Reads a file. Either all of it is right, or nothing comes of it.
///
/// # Errors
/// A [`Problem`] with a place and a reason that a person in a newsroom can act on: the first value of another shape, or else
/// the first that does not fit the text, or else the first id that comes twice.
pub fn read(bytes: &[u8]) -> Result<Imported, Problem> {
    let problem = |reason| Problem::new(FILE, reason);
    let content = wire::utf8(bytes).map_err(problem)?;
    let mut file: WireFile<'_> = wire::from_json(content).map_err(unreadable)?;
    check_head(Some(&Value::from(&*file.format)), Some(&Value::from(file.version))).map_err(problem)?;
    check_file(&file).map_err(problem)?;
    let people = people(&file.unknown).map_err(problem)?;
    let mut seen = Seen { people, ..Seen::default() };
    let documents = file.articles.into_iter().zip(1..).map(|(item, number)| article(item, number, &mut seen));
    let documents: Vec<Document> = documents.collect::<Result<_, _>>()?;
    seen.ids_are_distinct()?;
    file.schema.labels.retain(|label| !goes_without_saying(label, &documents));
    if !file.schema.labels.is_empty() {
        let labels = serde_json::to_value(&file.schema.labels).unwrap_or_default();
        file.schema.unknown.put("labels", labels);
    }
    file.unknown.put_fields("schema", file.schema.unknown);
    Ok(Imported { documents, extra: file.unknown.into_extra() })
}

/// Where a file has another shape: what it says about itself comes first, since another program or a newer version may have
/// written it.
fn unreadable(error: ReadError) -> Problem {
    let Some(file) = error.value() else { return error.at(FILE, 0) };
    if let Err(reason) = check_head(file.get("format"), file.get("version")) {
        return Problem::new(FILE, reason);
    }
    let name = |index: usize| {
        let title = file.get("articles").and_then(|articles| articles.get(index)?.get("title")?.as_str());
        article_name(title.unwrap_or_default(), index + 1)
    };
    let (place, steps) = match error.path().as_slice() {
        [Segment::Map { key }, Segment::Seq { index }, rest @ ..] if key == "articles" => match rest {
            [Segment::Map { key }, Segment::Seq { index: annotation }, ..] if key == "annotations" => {
                (numbered(*annotation, &name(*index)), 4)
            }
            _ => (of_article(&name(*index)), 2),
        },
        _ => (FILE.to_owned(), 0),
    };
    error.at(place, steps)
}

/// Checks whether a file is ours and of a version that is read.
fn check_head(format: Option<&Value>, version: Option<&Value>) -> Result<(), String> {
    match format.and_then(Value::as_str) {
        Some("bluepencil") => {}
        Some(name) => return Err(format!("says its format is “{}”, not “bluepencil”", excerpt(name, 40))),
        None => return Err("does not say “format”: “bluepencil”, so it is no Bluepencil export".to_owned()),
    }
    match version.and_then(|version| whole_number(version).ok()) {
        Some(newer) if newer > VERSION => Err(format!("was made with a newer version (format version {newer})")),
        Some(other) if other < VERSION => Err(format!("has the format version {other}, which never existed")),
        _ => Ok(()),
    }
}

/// Checks what else a file says about itself.
fn check_file(file: &WireFile<'_>) -> Result<(), String> {
    if file.exported.as_ref().is_some_and(|exported| Timestamp::parse(exported).is_none()) {
        return Err("has an “exported” that is not a moment such as 2026-11-23T14:00:00Z".to_owned());
    }
    if file.offsets != code_points() {
        return Err("counts its offsets in another unit than code points".to_owned());
    }
    check_labels(&file.schema.labels)
}

/// Every label of the schema must have a name of its own.
fn check_labels(labels: &[WireLabel]) -> Result<(), String> {
    let labels = labels.iter().map(|WireLabel { name, .. }| {
        Label::parse(name)
            .ok_or_else(|| format!("has the label “{}” in its schema, which is no label's name", excerpt(name, 40)))
    });
    let labels: Vec<Label> = labels.collect::<Result<_, _>>()?;
    match first_repeated(&labels).and_then(|place| labels.get(place)) {
        Some(label) => Err(format!("has the label “{label}” twice in its schema")),
        None => Ok(()),
    }
}

/// Whether an entry of the schema would be written in just this way without being kept.
fn goes_without_saying(entry: &WireLabel, documents: &[Document]) -> bool {
    let Some(label) = Label::parse(&entry.name) else { return false };
    let in_use = || documents.iter().flat_map(Document::annotations).any(|annotation| annotation.label == label);
    *entry == WireLabel::default_of(&label) && (label.built_in().is_some() || in_use())
}

/// What a file has named so far.
#[derive(Default)]
struct Seen {
    articles: Vec<ArticleId>,
    /// The articles by name, each with how many annotations it has.
    counts: Vec<(String, usize)>,
    /// Of all articles, in the order of the file.
    annotations: Vec<AnnotationId>,
    people: BTreeSet<String>,
}

impl Seen {
    /// Every article and every annotation of the file must have an id of its own.
    fn ids_are_distinct(&self) -> Result<(), Problem> {
        if let Some((name, _)) = first_repeated(&self.articles).and_then(|place| self.counts.get(place)) {
            return Err(Problem::new(of_article(name), "has the id of an article before it".to_owned()));
        }
        let Some(mut place) = first_repeated(&self.annotations) else { return Ok(()) };
        for (name, count) in &self.counts {
            if place < *count {
                return Err(Problem::new(numbered(place, name), "has the id of an annotation before it".to_owned()));
            }
            place -= count;
        }
        Ok(())
    }
}

/// The name of an article in problems: its title, in quotation marks, or else its number.
fn article_name(title: &str, number: usize) -> String {
    match excerpt(title.trim(), 60) {
        title if title.is_empty() => format!("article {number}"),
        title => format!("“{title}”"),
    }
}

/// How an article is called as the place of a problem.
fn of_article(name: &str) -> String {
    if name.starts_with('“') { format!("the article {name}") } else { name.to_owned() }
}

/// How an annotation is called that is the one at this place of an article.
fn numbered(place: usize, article: &str) -> String {
    format!("annotation {} of {article}", place + 1)
}

/// The ids of the people, who stay in the file's unknown fields.
fn people(unknown: &UnknownFields) -> Result<BTreeSet<String>, String> {
    let Some(people) = unknown.get("people") else { return Ok(BTreeSet::default()) };
    unique_ids("people", people, "person")
}

/// The index of the first item that is equal to an earlier one.
fn first_repeated<T: Ord>(items: &[T]) -> Option<usize> {
    let mut seen = BTreeSet::new();
    items.iter().position(|item| !seen.insert(item))
}

/// The ids of a list of things with ids.
fn unique_ids(field: &str, list: &Value, thing: &str) -> Result<BTreeSet<String>, String> {
    let not_a_list = || format!("has something else as its “{field}” where a list is expected");
    let items = list.as_array().ok_or_else(not_a_list)?;
    let id = |item: &Value| item.get("id").and_then(Value::as_str).map(str::to_owned);
    let ids = items.iter().map(|item| id(item).ok_or_else(|| format!("has a {thing} without an id")));
    let ids: Vec<String> = ids.collect::<Result<_, _>>()?;
    match first_repeated(&ids).and_then(|place| ids.get(place)) {
        Some(id) => Err(format!("has the id “{}” on more than one {thing}", excerpt(id, 40))),
        None => Ok(ids.into_iter().collect()),
    }
}

fn article(mut item: WireArticle<'_>, number: usize, seen: &mut Seen) -> Result<Document, Problem> {
    let name = article_name(&item.title, number);
    let problem = |reason: String| Problem::new(of_article(&name), reason);
    let annotations = item.annotations.take().unwrap_or_default();
    let relations = item.unknown.get("relations").cloned();
    let (article, revision) = article_itself(item).map_err(problem)?;
    let mut entries = Vec::with_capacity(annotations.len());
    for (index, annotation) in annotations.into_iter().enumerate() {
        let entry = entry(annotation, &article.text, &seen.people);
        entries.push(entry.map_err(|reason| Problem::new(numbered(index, &name), reason))?);
    }
    seen.articles.push(article.id);
    seen.annotations.extend(entries.iter().map(|entry| entry.annotation.id));
    seen.counts.push((name.clone(), entries.len()));
    if let Some(relations) = relations {
        links(&relations, &entries).map_err(problem)?;
    }
    Ok(Document::restored(article, revision, entries, []))
}

/// The article without its annotations.
fn article_itself(mut item: WireArticle<'_>) -> Result<(Article, Revision), String> {
    let text = item.text.take().ok_or_else(|| "has no “text”".to_owned())?;
    if text.len() > MOST_TEXT_BYTES {
        return Err(format!("has a text of {} MB; the most is 16 MB", text.len().div_ceil(1_000_000)));
    }
    let text = wire::canonical(&text)
        .ok_or_else(|| "has a text with carriage returns or null characters, which no export has".to_owned())?;
    if item.fingerprint.as_ref().is_some_and(|fingerprint| **fingerprint != *text.fingerprint()) {
        return Err("has a fingerprint that does not fit its text".to_owned());
    }
    let (mut article, revision) = item.into_model(text)?;
    if trim_blank(&article.details.title).is_empty() {
        let title = recognise(&article.text).1.title;
        article.details = Details { title, ..(*article.details).clone() }.into();
    }
    Ok((article, revision))
}

fn entry(item: WireAnnotation<'_>, text: &Text, people: &BTreeSet<String>) -> Result<Entry, String> {
    if let Some(roles) = item.unknown.get("quote").and_then(|quote| quote.get("roles")) {
        roles_name_people(roles, people)?;
    }
    let (annotation, revision) = item.into_model(text)?;
    Ok(Entry { annotation: annotation.into(), revision, writer: Writer::default() })
}

/// Every person in a role must be in the list of people.
fn roles_name_people(roles: &Value, people: &BTreeSet<String>) -> Result<(), String> {
    let mentions = roles.as_object().into_iter().flat_map(|roles| roles.values()).filter_map(Value::as_array).flatten();
    for mention in mentions {
        let person = mention.get("person").and_then(Value::as_str).unwrap_or_default();
        if !person.is_empty() && !people.contains(person) {
            return Err(format!("names the person “{}”, who is not in the file", excerpt(person, 40)));
        }
    }
    Ok(())
}

/// Every relation must join two annotations of the article.
fn links(relations: &Value, entries: &[Entry]) -> Result<(), String> {
    unique_ids("relations", relations, "relation")?;
    let ids: BTreeSet<String> = entries.iter().map(|entry| entry.annotation.id.to_string()).collect();
    for relation in relations.as_array().into_iter().flatten() {
        for end in ["from", "to"] {
            let id = relation.get(end).and_then(Value::as_str).unwrap_or_default();
            if !ids.contains(id) {
                return Err(format!("has a relation {end} “{}”, which is no annotation of it", excerpt(id, 40)));
            }
        }
    }
    Ok(())
}
