//! Deleted articles, kept for a while in the strict tier so that each can be brought back whole.
//!
//! Two records stand for a deletion: a small one that is listed, and one with all records of the article as they were. What
//! can be undone in the article and its earlier versions stay at their places, and go when the deletion is forgotten. The
//! article's own record is a tombstone meanwhile ([`super::batch::delete`]), so other tabs and both tiers see a deletion
//! like any other.

use serde::{Deserialize, Serialize};

use super::batch;
use super::key::{history_prefix, versions_prefix};
use super::record::Record;
use super::writes::Writes;
use super::{library, load};
use crate::article::{ArticleId, Timestamp};
use crate::document::{Document, Revision};
use crate::wire::{Entries, Layout, UnknownFields, from_json, to_json};

/// The prefix of keys of the records that are listed.
pub const DELETIONS: &str = "deletion/";
/// The prefix of keys of the records with whole articles.
const ARTICLES: &str = "deleted/";

/// How many deletions are kept …
pub const MOST: usize = 20;
/// … and for how many days.
pub const DAYS: i64 = 30;

/// The deletion of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// The article.
    pub article: ArticleId,
    /// Its title, for messages.
    pub title: String,
    /// The Unix time in seconds, but later than that of every deletion before it: a hybrid logical clock (Kulkarni and
    /// others, 2014), so that the order of deletions does not hang on the clock.
    pub moment: i64,
    /// The revision of the tombstone.
    pub revision: Revision,
    /// It was undone: the article is there, and redo deletes it again.
    pub is_undone: bool,
}

/// A deletion in JSON.
#[derive(Serialize, Deserialize)]
struct WireDeletion {
    title: String,
    moment: i64,
    revision: Revision,
    #[serde(default)]
    undone: bool,
    #[serde(flatten, skip_serializing)]
    _unknown: UnknownFields,
}

impl Deletion {
    /// The key of the record that is listed.
    fn key(article: ArticleId) -> String {
        format!("{DELETIONS}{article}")
    }

    /// The key of the record with the whole article.
    #[must_use]
    pub fn article_key(article: ArticleId) -> String {
        format!("{ARTICLES}{article}")
    }

    /// The write that lists the deletion.
    fn listed(&self, writer: &str) -> (String, Option<String>) {
        let Self { article, title, moment, revision, is_undone } = self;
        let body = WireDeletion {
            title: title.clone(),
            moment: *moment,
            revision: *revision,
            undone: *is_undone,
            _unknown: UnknownFields::default(),
        };
        (Self::key(*article), Some(encoded(to_json(&body, Layout::Compact), writer)))
    }

    /// The writes that keep the article as it was. `position` is its position in the library.
    #[must_use]
    pub fn kept(&self, document: &Document, position: u64, writer: &str) -> Writes {
        let puts = batch::whole(document, position, writer).puts.into_iter();
        self.kept_records(puts.map(|(key, record)| (key.to_string(), record)).collect(), writer)
    }

    fn kept_records(&self, records: Vec<(String, String)>, writer: &str) -> Writes {
        let body = to_json(&Entries(records), Layout::Compact);
        vec![self.listed(writer), (Self::article_key(self.article), Some(encoded(body, writer)))]
    }

    /// The writes after the article was brought back, so that redo can delete it again.
    #[must_use]
    pub fn undone(&self, writer: &str) -> Writes {
        let undone = Self { is_undone: true, ..self.clone() };
        vec![undone.listed(writer), (Self::article_key(self.article), None)]
    }

    /// Whether the deletion is too long ago. One that is dated in the future, by a wrong clock, is not.
    #[must_use]
    pub fn is_expired(&self, now: &Timestamp) -> bool {
        now.seconds().saturating_sub(self.moment) > DAYS * 24 * 60 * 60
    }
}

/// The deletions in listed records, as (key, record), the oldest first. A damaged one is left out.
#[must_use]
pub fn read(records: &[(String, String)]) -> Vec<Deletion> {
    let mut deletions: Vec<Deletion> = records.iter().filter_map(|(key, record)| listed(key, record)).collect();
    deletions.sort_by_key(|deletion| (deletion.moment, deletion.article));
    deletions
}

fn listed(key: &str, record: &str) -> Option<Deletion> {
    let article = ArticleId::parse(key.strip_prefix(DELETIONS)?)?;
    let body: WireDeletion = from_json(&Record::decode(record).ok()?.body).ok()?;
    let WireDeletion { title, moment, revision, undone, .. } = body;
    Some(Deletion { article, title, moment, revision, is_undone: undone })
}

/// A deleted article with its position in the library, from its record.
///
/// # Errors
/// The reason why it cannot be read, after "it".
pub fn article(id: ArticleId, record: &str) -> Result<(Document, u64), String> {
    let record = Record::decode(record).map_err(|damage| damage.to_string())?;
    let records: Entries<String> = from_json(&record.body).map_err(|error| error.to_string())?;
    let each = || records.0.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let (document, _) = load::document(id, each()).map_err(|problem| problem.to_string())?;
    let summaries = library::summaries(each()).articles;
    let position = summaries.iter().find(|summary| summary.id == id).map_or(0, |summary| summary.position);
    Ok((document, position))
}

/// The writes that forget a deletion for good, with all that was kept of the article.
#[must_use]
pub fn forgotten(article: ArticleId) -> Writes {
    let mut writes = unlisted(article);
    writes.push((history_prefix(article), None));
    writes.push((versions_prefix(article), None));
    writes
}

/// The writes after the article has come in anew, from a file: its old history does not fit, its versions do.
#[must_use]
pub fn replaced(article: ArticleId) -> Writes {
    let mut writes = unlisted(article);
    writes.push((history_prefix(article), None));
    writes
}

/// The writes that take a deletion off the list and leave the article as it is.
#[must_use]
pub fn unlisted(article: ArticleId) -> Writes {
    vec![(Deletion::key(article), None), (Deletion::article_key(article), None)]
}

/// The writes that keep an article of which one tier has everything, and the other only that it is deleted: the page was
/// killed before the deletion was confirmed. `records` are those of the article, as (key, record).
#[must_use]
pub fn interrupted(id: ArticleId, revision: Revision, records: Vec<(String, String)>, now: &Timestamp) -> Writes {
    let each = || records.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let Ok((document, _)) = load::document(id, each()) else { return Writes::new() };
    let title = document.article().details.title.clone();
    Deletion { article: id, title, moment: now.seconds(), revision, is_undone: false }.kept_records(records, "")
}

/// The same writes without the articles that are kept, for a tier that has no room for them: a deletion makes room all the
/// same. `None` where there are none.
#[must_use]
pub fn without_kept(writes: &Writes) -> Option<Writes> {
    let keeps = |(key, value): &&(String, Option<String>)| {
        value.is_some() && [DELETIONS, ARTICLES].iter().any(|prefix| key.starts_with(prefix))
    };
    let rest = || writes.iter().filter(|write| !keeps(write));
    (rest().count() < writes.len()).then(|| rest().cloned().collect())
}

fn encoded(body: String, writer: &str) -> String {
    Record { revision: 1, writer: writer.to_owned(), body }.encode()
}
