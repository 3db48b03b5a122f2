//! Loading an article from its records, with recovery from damage.

use std::collections::BTreeMap;

use super::article_record::ArticleRecord;
use super::key::Key;
use super::record::{DELETED, Damage, Record};
use crate::annotation::AnnotationId;
use crate::article::{Article, ArticleId, Details, Extra, recognise};
use crate::document::{Document, Entry, RecordState, Revision, Writer};
use crate::text::{Problem, Text};
use crate::wire;

/// Loads an article from its records; those of other articles are ignored. Damaged annotations are left out and reported.
/// Where the record of the article is damaged, blocks and metadata are recognised again from the text.
///
/// # Errors
/// A [`Problem`] where the text is missing or damaged.
pub fn document<'a>(
    id: ArticleId,
    records: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(Document, Vec<Problem>), Problem> {
    let mut text = None;
    let mut head = None;
    // Of two records with one key the later wins.
    let mut annotations: BTreeMap<AnnotationId, &str> = BTreeMap::new();
    for (written, value) in records {
        match Key::parse(written) {
            Some(Key::Text(article)) if article == id => text = Some(value),
            Some(Key::Article(article)) if article == id => head = Some(value),
            Some(Key::Annotation(article, annotation)) if article == id => {
                annotations.insert(annotation, value);
            }
            _ => {}
        }
    }
    let problem = |key: Key, reason: String| Problem::new(format!("the record {key}"), reason);
    let text = stored_text(text).map_err(|reason| problem(Key::Text(id), reason))?;
    let mut problems = Vec::new();
    let (article, revision, writer) = stored_article(id, &text, head).unwrap_or_else(|reason| {
        let reason = format!("{reason}; its title and its blocks were recognised again from the text");
        problems.push(problem(Key::Article(id), reason));
        recognised(id, &text)
    });
    let (mut entries, mut removed) = (Vec::new(), Vec::new());
    for (annotation, value) in annotations {
        match stored_entry(annotation, &text, value) {
            Ok(RecordState::Entry(entry)) => entries.push(entry),
            Ok(RecordState::Removed(id, revision, writer)) => removed.push((id, revision, writer)),
            Ok(RecordState::Article(..)) => {}
            Err(reason) => problems.push(problem(Key::Annotation(id, annotation), reason)),
        }
    }
    Ok((Document::restored(article, revision, entries, removed).article_written_by(writer), problems))
}

/// Whether any record of an article is of a newer version of the layout.
#[must_use]
pub fn is_newer<'a>(id: ArticleId, records: impl IntoIterator<Item = (&'a str, &'a str)>) -> bool {
    let is_of = |key: &str| Key::parse(key).and_then(Key::article) == Some(id);
    records.into_iter().any(|(key, value)| matches!(Record::header(value), Err(Damage::Newer(_))) && is_of(key))
}

/// Decodes a record of the open article that another tab has written; `None` for the text, which is immutable, and for
/// records of other articles.
///
/// # Errors
/// The reason why it cannot be decoded.
pub fn state(document: &Document, key: Key, record: &str) -> Option<Result<RecordState, String>> {
    let article = document.article();
    match key {
        Key::Annotation(of, annotation) if of == article.id => Some(stored_entry(annotation, &article.text, record)),
        Key::Article(of) if of == article.id => {
            Some(stored_article(of, &article.text, Some(record)).and_then(|(state, revision, writer)| {
                let borders = |article: &Article| -> Vec<_> {
                    article.blocks.iter().map(|block| (block.start, block.end)).collect()
                };
                // The elements of the page correspond to these ranges.
                let same = borders(&state) == borders(article);
                if same {
                    Ok(RecordState::Article(state, revision, writer))
                } else {
                    Err("has other blocks".to_owned())
                }
            }))
        }
        _ => None,
    }
}

fn stored_text(stored: Option<&str>) -> Result<Text, String> {
    let stored = stored.ok_or_else(|| "is missing".to_owned())?;
    let record = Record::decode(stored).map_err(|damage| damage.to_string())?;
    wire::canonical(&record.body).ok_or_else(|| "does not hold a text as it is kept".to_owned())
}

fn stored_article(id: ArticleId, text: &Text, stored: Option<&str>) -> Result<(Article, Revision, Writer), String> {
    let stored = stored.ok_or_else(|| "is missing".to_owned())?;
    let record = Record::decode(stored).map_err(|damage| damage.to_string())?;
    let (article, _) = ArticleRecord::read(id, &record.body)?.article.into_model(text.clone())?;
    Ok((article, record.revision, record.writer.into()))
}

fn recognised(id: ArticleId, text: &Text) -> (Article, Revision, Writer) {
    let (blocks, details): (_, Details) = recognise(text);
    let extra = Extra::default();
    (Article { id, text: text.clone(), blocks: blocks.into(), details: details.into(), extra }, 1, Writer::default())
}

pub(super) fn stored_entry(id: AnnotationId, text: &Text, stored: &str) -> Result<RecordState, String> {
    let record = Record::decode(stored).map_err(|damage| damage.to_string())?;
    if record.body == DELETED {
        return Ok(RecordState::Removed(id, record.revision, record.writer.into()));
    }
    let (annotation, _) = wire::read_annotation(&record.body, text)?;
    if annotation.id != id {
        return Err("belongs to another annotation".to_owned());
    }
    Ok(RecordState::Entry(Entry {
        annotation: annotation.into(),
        revision: record.revision,
        writer: record.writer.into(),
    }))
}
