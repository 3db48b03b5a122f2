//! What can be made of stored records, whatever has happened to them.

use std::collections::BTreeMap;

use super::key::Key;
use super::preferences::Preferences;
use super::record::{DELETED, Damage, Record};
use crate::annotation::AnnotationId;
use crate::article::{Article, ArticleId, Details, Extra, recognise};
use crate::document::{Document, Entry, RecordState, Revision, Writer};
use crate::text::{Problem, Text};
use crate::wire::{self, ArticleHead, Fields, Json};

/// One line of the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The article.
    pub id: ArticleId,
    /// Its headline.
    pub title: String,
    /// When it was published.
    pub published: String,
    /// Who wrote it.
    pub byline: String,
    /// What its text hashes to; empty where its record is damaged.
    pub fingerprint: String,
    /// How many annotations it has.
    pub annotations: usize,
    /// How long its text is.
    pub code_points: usize,
    /// Its place in the list: articles stand in the order in which they were opened first.
    pub position: u64,
}

/// What the first screen needs: read without opening any article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The articles in the order in which they were opened first.
    pub articles: Vec<Summary>,
    /// What belongs to the whole library: fields of imported files that this version does not know.
    pub extra: Extra,
    /// The revision of that record; zero where there is none.
    pub extra_revision: Revision,
    /// What the person has set.
    pub preferences: Preferences,
    /// The revision of that record; zero where there is none.
    pub preferences_revision: Revision,
    /// Articles that were deleted, with the revisions at which they were: what comes back must be newer.
    pub deleted: Vec<(ArticleId, Revision)>,
    /// Records that could not be read. They are left as they are.
    pub problems: Vec<Problem>,
}

impl Library {
    /// Puts the articles in the order in which they were opened first.
    pub fn in_order(&mut self) {
        self.articles.sort_by_key(|summary| (summary.position, summary.id));
    }

    /// The place of an article that is opened now: after all others.
    #[must_use]
    pub fn next_position(&self) -> u64 {
        self.articles.iter().map(|summary| summary.position).max().map_or(1, |last| last.saturating_add(1))
    }
}

/// Reads the first screen from all records, as (key, value), in any order. Only the records of articles are opened, and
/// of annotations the first line; texts are looked at only where the record of their article is damaged. Keys that are
/// not ours are passed over.
#[must_use]
pub fn summaries<'a>(records: impl IntoIterator<Item = (&'a str, &'a str)>) -> Library {
    let mut library = Library::default();
    let mut parts: BTreeMap<ArticleId, Parts<'a>> = BTreeMap::new();
    for (written, value) in records {
        match Key::parse(written) {
            Some(Key::Annotation(article, _)) => match Record::header(value) {
                Ok(header) if header.is_deleted() => {}
                // A damaged one is told about when its article is opened.
                _ => parts.entry(article).or_default().annotations += 1,
            },
            Some(Key::Text(article)) => parts.entry(article).or_default().text = Some(value),
            Some(key) => {
                if let Err(reason) = library.take(key, value) {
                    library.problems.push(Problem::new(format!("the record {written}"), reason));
                }
            }
            None => {}
        }
    }
    for summary in &mut library.articles {
        if let Some(parts) = parts.get_mut(&summary.id) {
            summary.annotations = parts.annotations;
            parts.text = None;
        }
    }
    // A deletion that was broken off has left some.
    for (gone, _) in &library.deleted {
        parts.get_mut(gone).into_iter().for_each(|parts| parts.text = None);
    }
    library.add_headless(parts);
    library.in_order();
    library
}

/// What was found of an article beside its own record; its text only as long as no such record is known.
#[derive(Default)]
struct Parts<'a> {
    text: Option<&'a str>,
    annotations: usize,
}

impl Library {
    fn take(&mut self, key: Key, value: &str) -> Result<(), String> {
        let record = Record::decode(value).map_err(|damage| damage.to_string())?;
        match key {
            Key::Article(id) if record.body == DELETED => self.deleted.push((id, record.revision)),
            Key::Article(id) => self.articles.push(summary(id, &record.body)?),
            Key::Desk => {
                self.extra = record_fields(&record.body)?.into_extra();
                self.extra_revision = record.revision;
            }
            Key::Preferences => {
                self.preferences = Preferences::from_body(&record.body)?;
                self.preferences_revision = record.revision;
            }
            Key::Text(_) | Key::Annotation(..) => {}
        }
        Ok(())
    }

    /// Adds the articles whose own record is damaged or missing but whose text is there: their work is not lost.
    fn add_headless(&mut self, parts: BTreeMap<ArticleId, Parts<'_>>) {
        for (id, Parts { text, annotations }) in parts {
            let record = text.and_then(|stored| Record::decode(stored).ok());
            let Some(text) = record.and_then(|record| wire::canonical(&record.body)) else { continue };
            let (_, details) = recognise(&text);
            let position = self.next_position();
            self.articles.push(Summary {
                id,
                title: details.title,
                published: details.published,
                byline: details.byline,
                fingerprint: String::new(),
                annotations,
                code_points: text.code_points().0 as usize,
                position,
            });
        }
    }
}

fn summary(id: ArticleId, body: &str) -> Result<Summary, String> {
    let mut record = record_fields(body)?;
    let (_, head) = head(id, &mut record)?;
    Ok(Summary {
        id,
        title: head.details.title,
        published: head.details.published,
        byline: head.details.byline,
        fingerprint: head.fingerprint.unwrap_or_default(),
        annotations: 0,
        code_points: usize::try_from(record.whole("code_points")?.unwrap_or(0)).unwrap_or(usize::MAX),
        position: record.whole("position")?.unwrap_or(0),
    })
}

fn record_fields(body: &str) -> Result<Fields<'_>, String> {
    Fields::of(Json::parse(body).map_err(|problem| problem.to_string())?)
}

/// The article in the fields of its record, and what it says beside its text.
fn head<'a>(id: ArticleId, record: &mut Fields<'a>) -> Result<(Fields<'a>, ArticleHead), String> {
    let mut fields = record.object("article")?.ok_or_else(|| wire::missing("article"))?;
    let head = wire::article_head(&mut fields)?;
    if head.id != id {
        return Err("belongs to another article".to_owned());
    }
    Ok((fields, head))
}

/// Puts an article together from its records; those of other articles among them are passed over. A damaged annotation
/// is left out and told about, the rest opens; of a damaged article record the blocks are recognised again.
///
/// # Errors
/// A [`Problem`] where the text is missing or damaged: without it there is nothing that an annotation could be about.
pub fn document<'a>(
    id: ArticleId,
    records: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<(Document, Vec<Problem>), Problem> {
    let mut text = None;
    let mut head = None;
    // Should one key come twice, the later counts.
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

/// Whether a newer version of Bluepencil has written any record of an article.
#[must_use]
pub fn is_newer<'a>(id: ArticleId, records: impl IntoIterator<Item = (&'a str, &'a str)>) -> bool {
    let is_of = |key: &str| Key::parse(key).and_then(Key::article) == Some(id);
    records.into_iter().any(|(key, value)| matches!(Record::header(value), Err(Damage::Newer(_))) && is_of(key))
}

/// The state of a record of an article that is open here, as another tab has written it; `None` for its text, which never
/// changes, and for records of other articles.
///
/// # Errors
/// The reason why it cannot be read.
pub fn state(document: &Document, key: Key, record: &str) -> Option<Result<RecordState, String>> {
    let article = document.article();
    match key {
        Key::Annotation(of, annotation) if of == article.id => Some(stored_entry(annotation, &article.text, record)),
        Key::Article(of) if of == article.id => {
            Some(stored_article(of, &article.text, Some(record)).and_then(|(state, revision, writer)| {
                let borders = |article: &Article| -> Vec<_> {
                    article.blocks.iter().map(|block| (block.start, block.end)).collect()
                };
                // The page has written its elements by these borders.
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
    let (mut fields, head) = head(id, &mut record_fields(&record.body)?)?;
    let blocks = wire::blocks_from(&mut fields, text)?.unwrap_or_else(|| recognise(text).0);
    let article = Article {
        id,
        text: text.clone(),
        blocks: blocks.into(),
        details: head.details.into(),
        extra: fields.into_extra(),
    };
    Ok((article, record.revision, record.writer.into()))
}

fn recognised(id: ArticleId, text: &Text) -> (Article, Revision, Writer) {
    let (blocks, details): (_, Details) = recognise(text);
    let extra = Extra::default();
    (Article { id, text: text.clone(), blocks: blocks.into(), details: details.into(), extra }, 1, Writer::default())
}

fn stored_entry(id: AnnotationId, text: &Text, stored: &str) -> Result<RecordState, String> {
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
