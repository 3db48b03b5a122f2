//! Reading Bluepencil JSON: parsed as a whole, checked as a whole, and only then handed on.

use std::collections::BTreeSet;

use super::VERSION;
use super::write::default_entry;
use crate::annotation::{AnnotationId, Label};
use crate::article::{Article, ArticleId, Timestamp, recognise};
use crate::document::{Document, Entry, Writer};
use crate::format::Imported;
use crate::text::{Problem, Text, said};
use crate::wire::{self, Fields, Json, missing};

/// The longest text of an article that is read, in bytes of UTF-8.
pub const MOST_TEXT_BYTES: usize = 16_000_000;

/// What a problem of the whole input is a problem of.
const FILE: &str = "the file";

/// Reads a file. Either all of it is right, or nothing comes of it.
///
/// # Errors
/// A [`Problem`] with a place and a reason that a person in a newsroom can act on: the first of the file, but that an id
/// comes twice is told only where everything else is right.
pub fn read(bytes: &[u8]) -> Result<Imported, Problem> {
    let content = wire::utf8(bytes).map_err(|reason| Problem::new(FILE, reason))?;
    let (mut fields, mut schema) = top_level(Json::parse(content)?).map_err(|reason| Problem::new(FILE, reason))?;
    let people = people(&fields).map_err(|reason| Problem::new(FILE, reason))?;
    let articles = fields.list("articles").and_then(|list| list.ok_or_else(|| missing("articles")));
    let articles = articles.map_err(|reason| Problem::new(FILE, reason))?;
    let mut seen = Seen { people, ..Seen::default() };
    let documents = articles.into_iter().enumerate().map(|(index, item)| article(item, index + 1, &mut seen));
    let documents: Vec<Document> = documents.collect::<Result<_, _>>()?;
    seen.ids_are_distinct()?;
    schema.labels.retain(|label| !goes_without_saying(label, &documents));
    schema.rest.keep("labels", Json::List(schema.labels));
    fields.keep("schema", schema.rest.rest());
    Ok(Imported { documents, extra: fields.into_extra() })
}

/// What a file says about labels.
#[derive(Default)]
struct Schema<'a> {
    labels: Vec<Json<'a>>,
    rest: Fields<'a>,
}

/// Whether an entry of the schema would be written in just this way without being kept.
fn goes_without_saying(entry: &Json<'_>, documents: &[Document]) -> bool {
    let Some(label) = entry.get("name").and_then(Json::as_text).and_then(Label::parse) else { return false };
    let in_use = || documents.iter().flat_map(Document::annotations).any(|annotation| annotation.label == label);
    *entry == default_entry(&label) && (label.built_in().is_some() || in_use())
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

/// How an article is called as the place of a problem: by its title, in quotation marks, or else by its number.
fn of_article(name: &str) -> String {
    if name.starts_with('“') { format!("the article {name}") } else { name.to_owned() }
}

/// How an annotation is called that is the one at this place of an article.
fn numbered(place: usize, article: &str) -> String {
    format!("annotation {} of {article}", place + 1)
}

/// Checks what a file says about itself, the version first, and takes it out.
fn top_level(value: Json<'_>) -> Result<(Fields<'_>, Schema<'_>), String> {
    let Json::Object(_) = value else {
        return Err(format!("holds {} and is no Bluepencil export", value.kind()));
    };
    let mut fields = Fields::of(value)?;
    match fields.take("format") {
        Some(Json::Text(name)) if name == "bluepencil" => {}
        Some(Json::Text(name)) => return Err(format!("says its format is “{}”, not “bluepencil”", said(&name, 40))),
        _ => return Err("does not say “format”: “bluepencil”, so it is no Bluepencil export".to_owned()),
    }
    match fields.whole("version")?.ok_or_else(|| missing("version"))? {
        VERSION => {}
        newer if newer > VERSION => return Err(format!("was made with a newer version (format version {newer})")),
        other => return Err(format!("has the format version {other}, which never existed")),
    }
    fields.text("generator")?;
    if let Some(exported) = fields.text("exported")?
        && Timestamp::parse(&exported).is_none()
    {
        return Err("has an “exported” that is not a moment such as 2026-11-23T14:00:00Z".to_owned());
    }
    if fields.text("offsets")?.is_some_and(|unit| unit != "code points") {
        return Err("counts its offsets in another unit than code points".to_owned());
    }
    let mut schema = Schema { rest: fields.object("schema")?.unwrap_or_default(), labels: Vec::new() };
    schema.labels = schema.rest.list("labels")?.unwrap_or_default();
    check_labels(&schema.labels)?;
    Ok((fields, schema))
}

/// Every label of the schema must have a name of its own.
fn check_labels(labels: &[Json<'_>]) -> Result<(), String> {
    let labels = labels.iter().map(|entry| {
        let name = entry.get("name").and_then(Json::as_text).unwrap_or_default();
        Label::parse(name)
            .ok_or_else(|| format!("has the label “{}” in its schema, which is no label's name", said(name, 40)))
    });
    let labels: Vec<Label> = labels.collect::<Result<_, _>>()?;
    match first_repeated(&labels).and_then(|place| labels.get(place)) {
        Some(label) => Err(format!("has the label “{label}” twice in its schema")),
        None => Ok(()),
    }
}

/// The ids of the people, who stay in the file's unknown fields.
fn people(fields: &Fields<'_>) -> Result<BTreeSet<String>, String> {
    let Some(people) = fields.peek("people") else { return Ok(BTreeSet::default()) };
    unique_ids(people, "person")
}

/// The index of the first item that is equal to an earlier one.
fn first_repeated<T: Ord>(items: &[T]) -> Option<usize> {
    let mut seen = BTreeSet::new();
    items.iter().position(|item| !seen.insert(item))
}

/// The ids of a list of things with ids.
fn unique_ids(list: &Json<'_>, thing: &str) -> Result<BTreeSet<String>, String> {
    let Json::List(items) = list else { return Err(format!("has {} where a list is expected", list.kind())) };
    let id = |item: &Json<'_>| item.get("id").and_then(Json::as_text).map(str::to_owned);
    let ids = items.iter().map(|item| id(item).ok_or_else(|| format!("has a {thing} without an id")));
    let ids: Vec<String> = ids.collect::<Result<_, _>>()?;
    match first_repeated(&ids).and_then(|place| ids.get(place)) {
        Some(id) => Err(format!("has the id “{}” on more than one {thing}", said(id, 40))),
        None => Ok(ids.into_iter().collect()),
    }
}

fn article(item: Json<'_>, number: usize, seen: &mut Seen) -> Result<Document, Problem> {
    let title = item.get("title").and_then(Json::as_text).map(|title| said(title.trim(), 60)).unwrap_or_default();
    let name = if title.is_empty() { format!("article {number}") } else { format!("“{title}”") };
    let problem = |reason: String| Problem::new(of_article(&name), reason);
    let mut fields = Fields::of(item).map_err(problem)?;
    let (mut article, revision) = article_itself(&mut fields).map_err(problem)?;
    let annotations = fields.list("annotations").map_err(problem)?.unwrap_or_default();
    let mut entries = Vec::new();
    for (index, annotation) in annotations.into_iter().enumerate() {
        let entry = entry(annotation, &article.text, &seen.people);
        entries.push(entry.map_err(|reason| Problem::new(numbered(index, &name), reason))?);
    }
    seen.articles.push(article.id);
    seen.annotations.extend(entries.iter().map(|entry| entry.annotation.id));
    seen.counts.push((name.clone(), entries.len()));
    if let Some(relations) = fields.peek("relations") {
        links(relations, &entries).map_err(problem)?;
    }
    article.extra = fields.into_extra();
    Ok(Document::restored(article, revision, entries, []))
}

/// The article without its annotations, and without what is unknown about it.
fn article_itself(fields: &mut Fields<'_>) -> Result<(Article, u64), String> {
    let text = fields.needed_text("text")?;
    if text.len() > MOST_TEXT_BYTES {
        return Err(format!("has a text of {} MB; the most is 16 MB", text.len().div_ceil(1_000_000)));
    }
    let text = wire::canonical(&text)
        .ok_or_else(|| "has a text with carriage returns or null characters, which no export has".to_owned())?;
    let mut head = wire::article_head(fields)?;
    if head.fingerprint.is_some_and(|fingerprint| fingerprint != wire::fingerprint(&text)) {
        return Err("has a fingerprint that does not fit its text".to_owned());
    }
    let blocks = wire::blocks_from(fields, &text)?;
    if head.details.title.trim().is_empty() {
        head.details.title = recognise(&text).1.title;
    }
    let article = Article {
        id: head.id,
        blocks: blocks.unwrap_or_else(|| recognise(&text).0).into(),
        text,
        details: head.details.into(),
        extra: Default::default(),
    };
    Ok((article, head.revision))
}

fn entry(item: Json<'_>, text: &Text, people: &BTreeSet<String>) -> Result<Entry, String> {
    if let Some(roles) = item.get("quote").and_then(|quote| quote.get("roles")) {
        roles_name_people(roles, people)?;
    }
    let (annotation, revision) = wire::annotation_from(item, text)?;
    Ok(Entry { annotation: annotation.into(), revision, writer: Writer::default() })
}

/// Every person in a role must be in the list of people.
fn roles_name_people(roles: &Json<'_>, people: &BTreeSet<String>) -> Result<(), String> {
    let Json::Object(roles) = roles else { return Ok(()) };
    for mention in roles.iter().flat_map(|(_, mentions)| mentions.items()) {
        let person = mention.get("person").and_then(Json::as_text).unwrap_or_default();
        if !person.is_empty() && !people.contains(person) {
            return Err(format!("names the person “{}”, who is not in the file", said(person, 40)));
        }
    }
    Ok(())
}

/// Every relation must join two annotations of the article.
fn links(relations: &Json<'_>, entries: &[Entry]) -> Result<(), String> {
    unique_ids(relations, "relation")?;
    let ids: BTreeSet<String> = entries.iter().map(|entry| entry.annotation.id.to_string()).collect();
    for relation in relations.items() {
        for end in ["from", "to"] {
            let id = relation.get(end).and_then(Json::as_text).unwrap_or_default();
            if !ids.contains(id) {
                return Err(format!("has a relation {end} “{}”, which is no annotation of it", said(id, 40)));
            }
        }
    }
    Ok(())
}
