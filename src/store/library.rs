//! The library: the list of articles and what belongs to the whole desk, read without opening any article.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::article_record::ArticleRecord;
use super::draft::{self, StoredDraft};
use super::key::{DraftId, Key};
use super::preferences::Preferences;
use super::record::{DELETED, Damage, Header, Record};
use crate::article::{ArticleId, Extra, recognise};
use crate::document::Revision;
use crate::text::Problem;
use crate::wire::{self, UnknownFields, from_json};

/// An article in the library.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The identifier of the article.
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// The date of publication.
    pub published: String,
    /// The authors.
    pub byline: String,
    /// The SHA-256 of the text; empty where the record of the article is damaged.
    pub fingerprint: String,
    /// The number of annotations.
    pub annotations: usize,
    /// The length of the text.
    pub code_points: usize,
    /// The position in the list, which is in the order of first opening.
    pub position: u64,
}

/// The library, read without opening any article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// The articles, in the order of first opening; shared, because the library is copied whenever one of them changes.
    pub articles: Vec<Arc<Summary>>,
    /// Unknown fields of imported files.
    pub extra: Extra,
    /// The revision of the record of unknown fields; zero where there is none.
    pub extra_revision: Revision,
    /// The preferences.
    pub preferences: Preferences,
    /// The revision of the record of preferences; zero where there is none.
    pub preferences_revision: Revision,
    /// Tombstones of articles with their revisions, which a restored article must exceed.
    pub deleted: Vec<(ArticleId, Revision)>,
    /// What was typed and is no part of an article yet.
    pub drafts: Vec<StoredDraft>,
    /// Drafts that have ended.
    pub ended_drafts: Vec<DraftId>,
    /// Records that cannot be read, as far as that shows without opening an article: the checksum of annotations, and of texts
    /// whose article has a record, is not compared.
    pub problems: Vec<Problem>,
}

impl Library {
    /// Sorts the articles by position.
    pub fn in_order(&mut self) {
        self.articles.sort_by_key(|summary| (summary.position, summary.id));
    }

    /// The position of a new article: after all others.
    #[must_use]
    pub fn next_position(&self) -> u64 {
        self.articles.iter().map(|summary| summary.position).max().map_or(1, |last| last.saturating_add(1))
    }
}

/// Reads the library from all records, as (key, value), in any order. Records of articles are decoded, of annotations the
/// header only, and texts only where the record of their article is damaged. Whatever is damaged is reported. Foreign keys are
/// ignored.
#[must_use]
pub fn summaries<'a>(records: impl IntoIterator<Item = (&'a str, &'a str)>) -> Library {
    let mut summaries = Summaries::default();
    records.into_iter().for_each(|(written, value)| summaries.take(written, value));
    summaries.finish()
}

/// The library as [`summaries`] reads it, some records at a time.
#[derive(Default)]
pub struct Summaries<'a> {
    library: Library,
    others: BTreeMap<ArticleId, OtherRecords<'a>>,
}

impl<'a> Summaries<'a> {
    /// Takes a record.
    pub fn take(&mut self, written: &str, value: &'a str) {
        let Self { library, others } = self;
        match Key::parse(written) {
            Some(Key::Annotation(article, _)) => {
                let header = Record::header(value);
                library.report(written, header);
                if !header.is_ok_and(|header| header.is_deleted()) {
                    others.entry(article).or_default().annotations += 1;
                }
            }
            Some(Key::Text(article)) => {
                let others = others.entry(article).or_default();
                others.text = library.report(written, Record::header(value)).then_some(value);
            }
            Some(key) => {
                if let Err(reason) = library.take(key, value) {
                    library.problems.push(Problem::new(format!("the record {written}"), reason));
                }
            }
            None => {}
        }
    }

    /// The library of all that was taken.
    #[must_use]
    pub fn finish(self) -> Library {
        let Self { mut library, mut others } = self;
        for summary in &mut library.articles {
            if let Some(others) = others.get_mut(&summary.id) {
                Arc::make_mut(summary).annotations = others.annotations;
                others.text = None;
            }
        }
        // A deletion that was interrupted has left some.
        for (gone, _) in &library.deleted {
            others.get_mut(gone).into_iter().for_each(|others| others.text = None);
        }
        library.recover_articles(others);
        library.in_order();
        library
    }
}

/// The other records of an article; its text only until its own record is found.
#[derive(Default)]
struct OtherRecords<'a> {
    text: Option<&'a str>,
    annotations: usize,
}

impl Library {
    /// Reports what the header of a record shows to be damaged; what a newer version has written is reported when its article is
    /// opened. Returns whether it may be sound.
    fn report(&mut self, written: &str, header: Result<Header<'_>, Damage>) -> bool {
        match header {
            Ok(_) | Err(Damage::Newer(_)) => true,
            Err(damage) => {
                self.problems.push(Problem::new(format!("the record {written}"), damage.to_string()));
                false
            }
        }
    }

    fn take(&mut self, key: Key, value: &str) -> Result<(), String> {
        let record = Record::decode(value).map_err(|damage| damage.to_string())?;
        match key {
            Key::Article(id) if record.body == DELETED => self.deleted.push((id, record.revision)),
            Key::Article(id) => self.articles.push(Arc::new(summary(id, &record.body)?)),
            Key::Desk => {
                let fields: UnknownFields = from_json(&record.body).map_err(|error| error.to_string())?;
                self.extra = fields.into_extra();
                self.extra_revision = record.revision;
            }
            Key::Preferences => {
                self.preferences = Preferences::from_body(&record.body)?;
                self.preferences_revision = record.revision;
            }
            Key::Draft(id) => match draft::read(id, &record)? {
                Some(draft) => self.drafts.push(draft),
                None => self.ended_drafts.push(id),
            },
            Key::Text(_) | Key::Annotation(..) => {}
        }
        Ok(())
    }

    /// Recovers articles from their texts, where their own records are damaged or missing.
    fn recover_articles(&mut self, others: BTreeMap<ArticleId, OtherRecords<'_>>) {
        for (id, OtherRecords { text, annotations }) in others {
            let record = text.map(Record::decode);
            if let Some(Err(damage)) = &record {
                self.problems.push(Problem::new(format!("the record {}", Key::Text(id)), damage.to_string()));
            }
            let Some(text) = record.and_then(Result::ok).and_then(|record| wire::canonical(&record.body)) else {
                continue;
            };
            let (_, details) = recognise(&text);
            let position = self.next_position();
            self.articles.push(Arc::new(Summary {
                id,
                title: details.title,
                published: details.published,
                byline: details.byline,
                fingerprint: String::new(),
                annotations,
                code_points: text.code_points().0 as usize,
                position,
            }));
        }
    }
}

fn summary(id: ArticleId, body: &str) -> Result<Summary, String> {
    let ArticleRecord { position, code_points, article, .. } = ArticleRecord::read(id, body)?;
    let details = article.details();
    Ok(Summary {
        id,
        title: details.title,
        published: details.published,
        byline: details.byline,
        fingerprint: article.fingerprint.unwrap_or_default().into_owned(),
        annotations: 0,
        code_points: usize::try_from(code_points).unwrap_or(usize::MAX),
        position,
    })
}
