//! Loading an article from its records, with recovery from damage.

use std::collections::BTreeMap;

use super::article_record::ArticleRecord;
use super::key::Key;
use super::record::{DELETED, Damage, Record};
use crate::annotation::AnnotationId;
use crate::article::{Article, ArticleId, Details, Extra, recognise};
use crate::document::{Document, Entry, RecordState, Restoration, Revision, Writer};
use crate::text::{Problem, Text};
use crate::wire;

/// Loads an article from its records; those of other articles are ignored, and of two with one key the later wins. Damaged
/// annotations are left out and reported. Where the record of the article is damaged, blocks and metadata are recognised again
/// from the text.
///
/// # Errors
/// A [`Problem`] where the text is missing or damaged.
pub fn document<'a>(
    id: ArticleId,
    records: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(Document, Vec<Problem>), Problem> {
    let prefix = Key::prefix(id);
    let records: BTreeMap<&str, &str> = records.into_iter().filter(|(key, _)| key.starts_with(&prefix)).collect();
    let find = |key: Key| records.get(key.to_string().as_str()).copied();
    let mut loading = Loading::begin(id, find)?;
    records.iter().for_each(|(key, value)| loading.take(key, value));
    Ok(loading.finish())
}

/// An article that is being loaded as [`document`] does it, some records at a time.
pub struct Loading {
    id: ArticleId,
    restoration: Restoration,
    problems: Vec<Problem>,
}

impl Loading {
    /// Begins with the article itself. `find` gives the record of a key.
    ///
    /// # Errors
    /// A [`Problem`] where the text is missing or damaged.
    pub fn begin<'a>(id: ArticleId, find: impl Fn(Key) -> Option<&'a str>) -> Result<Self, Problem> {
        let text = stored_text(find(Key::Text(id))).map_err(|reason| problem(Key::Text(id), reason))?;
        let mut problems = Vec::new();
        let head = stored_article(id, &text, find(Key::Article(id)));
        let (article, revision, writer) = head.unwrap_or_else(|reason| {
            let reason = format!("{reason}; its title and its blocks were recognised again from the text");
            problems.push(problem(Key::Article(id), reason));
            recognised(id, &text)
        });
        Ok(Self { id, restoration: Restoration::begin(article, revision, writer), problems })
    }

    /// The article without its annotations, to be shown while they are loaded.
    #[must_use]
    pub fn without_annotations(&self) -> Document {
        self.restoration.without_annotations()
    }

    /// Takes a record, if it is of an annotation of the article.
    pub fn take(&mut self, written: &str, value: &str) {
        let Some(key @ Key::Annotation(article, id)) = Key::parse(written) else { return };
        if article != self.id {
            return;
        }
        match stored_entry(id, self.restoration.text(), value) {
            Ok(RecordState::Entry(entry)) => drop(self.restoration.add(entry)),
            Ok(RecordState::Removed(id, revision, writer)) => self.restoration.bury(id, revision, writer),
            Ok(RecordState::Article(..)) => {}
            Err(reason) => self.problems.push(problem(key, reason)),
        }
    }

    /// The article with all annotations that were taken, and what is wrong with others.
    #[must_use]
    pub fn finish(self) -> (Document, Vec<Problem>) {
        (self.restoration.finish(), self.problems)
    }
}

fn problem(key: Key, reason: String) -> Problem {
    Problem::new(format!("the record {key}"), reason)
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
