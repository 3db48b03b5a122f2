//! The undo log: the stored form of a history, with one record for each step and one for the position of the last undo. It
//! is kept in the strict tier only, because local storage is small.

use std::sync::Arc;

use super::key::HISTORY;
use super::record::Record;
use super::writes::Writes;
use crate::annotation::Annotation;
use crate::article::{ArticleId, BlockKind, Details};
use crate::document::{Document, Edit, History, Transaction};
use crate::text::Text;
use crate::wire::{self, Fields, Json, Layout, Shape, missing, to_json};

/// The name of the record with the number of the last step that is done.
const DONE: &str = "done";

/// The article of a key of an undo log; `None` for any other key.
#[must_use]
pub fn article_of(key: &str) -> Option<ArticleId> {
    let (article, rest) = key.strip_prefix(HISTORY)?.split_once('/')?;
    let (tab, step) = rest.split_once('/')?;
    let number = |written: &str| written.parse::<u64>().is_ok();
    (number(tab) && (step == DONE || number(step))).then(|| ArticleId::parse(article))?
}

/// The writes that bring an undo log up to date, under keys with a prefix.
#[must_use]
pub fn changes(history: &mut History, prefix: &str, document: &Document, writer: &str) -> Writes {
    let text = &document.article().text;
    let put = |name: String, revision, body| {
        let record = Record { revision, writer: writer.to_owned(), body };
        (format!("{prefix}{name}"), Some(record.encode()))
    };
    let last = history.last_done();
    let mut writes: Writes = Vec::new();
    for (number, step) in history.take_changes() {
        writes.push(match step {
            Some(step) => put(number.to_string(), number, to_json(&shape(step, text), Layout::Compact)),
            None => (format!("{prefix}{number}"), None),
        });
    }
    writes.push(put(DONE.to_owned(), last, String::new()));
    writes
}

/// The history in the records of an undo log, as (key, record). A damaged step is left out.
#[must_use]
pub fn read(records: &[(String, String)], document: &Document) -> History {
    let text = &document.article().text;
    let mut last = 0;
    let mut steps = Vec::with_capacity(records.len());
    for (key, record) in records {
        let Ok(record) = Record::decode(record) else { continue };
        if key.ends_with(DONE) {
            last = record.revision;
        } else if let Ok(step) = transaction(&record.body, text) {
            steps.push((record.revision, step));
        }
    }
    History::restored(steps, last)
}

fn shape<'a>(step: &'a Transaction, text: &'a Text) -> Json<'a> {
    let mut name = step.name().to_owned();
    if !step.elsewhere().is_empty() {
        // The other articles would have to be there to read their parts again.
        name.push_str(" in this article");
    }
    let edits = step.edits().iter().map(|edit| edit_shape(edit, text));
    Shape::default().value("name", Json::Text(name.into())).value("edits", Json::List(edits.collect())).rest(None)
}

fn edit_shape<'a>(edit: &'a Edit, text: &'a Text) -> Json<'a> {
    let shape = Shape::default();
    let shape = match edit {
        Edit::Annotation { before, after, at_least } => {
            let state = |annotation: &'a Option<Arc<Annotation>>| {
                annotation.as_ref().map_or(Json::Null, |annotation| wire::annotation(annotation, 1, text))
            };
            shape.value("before", state(before)).value("after", state(after)).whole("at_least", *at_least)
        }
        Edit::Details { before, after } => {
            shape.value("before", details_shape(before)).value("after", details_shape(after)).text("of", "details")
        }
        Edit::BlockKind { block, before, after } => {
            shape.text("before", before.name()).text("after", after.name()).whole("block", *block as u64)
        }
    };
    shape.rest(None)
}

fn details_shape(details: &Details) -> Json<'_> {
    Shape::default()
        .text("title", &details.title)
        .text("byline", &details.byline)
        .text("published", &details.published)
        .text("source", &details.source)
        .text("language", &details.language)
        .text("status", &details.status)
        .rest(None)
}

fn transaction(body: &str, text: &Text) -> Result<Transaction, String> {
    let mut fields = Fields::of(Json::parse(body).map_err(|problem| problem.to_string())?)?;
    let name = fields.needed_text("name")?.into_owned();
    let edits = fields.list("edits")?.ok_or_else(|| missing("edits"))?;
    let edits = edits.into_iter().map(|edit| read_edit(edit, text)).collect::<Result<_, _>>()?;
    Ok(Transaction::new(name, edits))
}

fn read_edit(edit: Json<'_>, text: &Text) -> Result<Edit, String> {
    let mut fields = Fields::of(edit)?;
    if let Some(block) = fields.whole("block")? {
        let mut kind = |key| BlockKind::named(&fields.needed_text(key)?).ok_or_else(|| missing(key));
        let block = usize::try_from(block).map_err(|error| error.to_string())?;
        return Ok(Edit::BlockKind { block, before: kind("before")?, after: kind("after")? });
    }
    if fields.text("of")?.is_some() {
        let mut details = |key| read_details(fields.object(key)?.ok_or_else(|| missing(key))?).map(Arc::new);
        return Ok(Edit::Details { before: details("before")?, after: details("after")? });
    }
    let mut state = |key| match fields.take(key) {
        None | Some(Json::Null) => Ok(None),
        Some(value) => wire::annotation_from(value, text).map(|(annotation, _)| Some(Arc::new(annotation))),
    };
    let (before, after) = (state("before")?, state("after")?);
    Ok(Edit::Annotation { before, after, at_least: fields.whole("at_least")?.unwrap_or(0) })
}

fn read_details(mut fields: Fields<'_>) -> Result<Details, String> {
    Ok(Details {
        title: fields.text_or_empty("title")?,
        byline: fields.text_or_empty("byline")?,
        published: fields.text_or_empty("published")?,
        source: fields.text_or_empty("source")?,
        language: fields.text_or_empty("language")?,
        status: fields.text_or_empty("status")?,
    })
}
