//! Drafts: what was typed into a field and is no part of an article yet. Each is one record in both tiers. A long text
//! would fill the quick tier, so it stands beside its record in the strict tier alone.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::batch::WriteBatch;
use super::key::{DraftId, Key};
use super::record::{DELETED, Record};
use crate::article::{ArticleId, Timestamp};
use crate::document::Revision;
use crate::wire::{Layout, UnknownFields, from_json, to_json};

/// The longest text in bytes that the quick tier takes: a long article, and a fiftieth of local storage.
pub const QUICK_BYTES: usize = 100_000;
/// How many days a draft is kept that belongs to an article …
pub const DAYS: i64 = 30;
/// … and how many drafts of new articles, which are kept until they are opened or emptied.
pub const MOST: usize = 20;

/// The field that a draft was typed into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftPlace {
    /// The text and the title of a new article.
    NewArticle,
    /// The note for the selected marks of an article.
    Note(ArticleId),
    /// The words of the dialog that annotates all occurrences, which was opened in this article for other words.
    Occurrences(ArticleId, String),
}

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The field.
    pub place: DraftPlace,
    /// The title of a new article.
    pub title: String,
    /// The text, the note, or the words.
    pub text: String,
}

/// A draft as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDraft {
    /// The identifier.
    pub id: DraftId,
    /// How often it has changed.
    pub revision: Revision,
    /// When it was changed last, as Unix time in seconds.
    pub moment: i64,
    /// What was typed.
    pub draft: Arc<Draft>,
    /// Whether the text stands in the strict tier alone, and was not read from there.
    pub is_unread: bool,
}

/// A draft in JSON.
#[derive(Serialize, Deserialize)]
struct WireDraft {
    of: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    article: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    words: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    title: String,
    /// Absent where it stands in the strict tier alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    moment: i64,
    #[serde(flatten, skip_serializing)]
    _unknown: UnknownFields,
}

impl Draft {
    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.title.trim().is_empty()
    }

    /// Whether the text is too long for the quick tier.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.text.len() > QUICK_BYTES
    }
}

impl StoredDraft {
    /// The writes that keep the draft.
    #[must_use]
    pub fn kept(&self, writer: &str) -> WriteBatch {
        let Draft { place, title, text } = &*self.draft;
        let (of, article, words) = match place {
            DraftPlace::NewArticle => ("new-article", None, ""),
            DraftPlace::Note(article) => ("note", Some(article), ""),
            DraftPlace::Occurrences(article, words) => ("occurrences", Some(article), words.as_str()),
        };
        let is_long = self.draft.is_long();
        let body = WireDraft {
            of: of.to_owned(),
            article: article.map(ToString::to_string),
            words: words.to_owned(),
            title: title.clone(),
            text: (!is_long).then(|| text.clone()),
            moment: self.moment,
            _unknown: UnknownFields::default(),
        };
        let mut batch = put(self.id, self.revision, writer, to_json(&body, Layout::Compact));
        if is_long {
            let record = Record { revision: self.revision, writer: writer.to_owned(), body: text.clone() };
            batch.strict.push((text_key(self.id), Some(record.encode())));
        }
        batch
    }

    /// The writes that end the draft: a tombstone, so that no tier that has missed it brings the draft back.
    #[must_use]
    pub fn ended(&self, writer: &str) -> WriteBatch {
        put(self.id, self.revision + 1, writer, DELETED.to_owned()).with_strict(vec![(text_key(self.id), None)])
    }

    /// Takes in the text that was read from the strict tier. Where it cannot be read, the draft is left as it is stored.
    pub fn take_text(&mut self, record: Option<&str>) {
        let record = record.and_then(|record| Record::decode(record).ok());
        if let Some(record) = record.filter(|_| self.is_unread) {
            self.is_unread = false;
            Arc::make_mut(&mut self.draft).text = record.body;
        }
    }

    /// Whether the draft is kept no longer.
    #[must_use]
    pub fn is_expired(&self, now: &Timestamp) -> bool {
        let is_old = now.seconds().saturating_sub(self.moment) > DAYS * 24 * 60 * 60;
        is_old && self.draft.place != DraftPlace::NewArticle
    }
}

/// The key of a text that stands in the strict tier alone.
#[must_use]
pub fn text_key(id: DraftId) -> String {
    format!("draft/{id}")
}

/// A draft from its record; `None` for one that has ended.
///
/// # Errors
/// The reason why it cannot be read.
pub fn read(id: DraftId, record: &Record) -> Result<Option<StoredDraft>, String> {
    if record.body == DELETED {
        return Ok(None);
    }
    let WireDraft { of, article, words, title, text, moment, .. } =
        from_json(&record.body).map_err(|error| error.to_string())?;
    let article = article.as_deref().map(ArticleId::parse);
    let place = match (of.as_str(), article) {
        ("new-article", _) => DraftPlace::NewArticle,
        ("note", Some(Some(article))) => DraftPlace::Note(article),
        ("occurrences", Some(Some(article))) => DraftPlace::Occurrences(article, words),
        _ => return Err("belongs to no field".to_owned()),
    };
    let is_unread = text.is_none();
    let draft = Arc::new(Draft { place, title, text: text.unwrap_or_default() });
    Ok(Some(StoredDraft { id, revision: record.revision, moment, draft, is_unread }))
}

/// The writes that remove records of drafts: tombstones that both tiers have, and what has expired.
#[must_use]
pub fn removed(ids: impl IntoIterator<Item = DraftId>) -> WriteBatch {
    let mut batch = WriteBatch::default();
    for id in ids {
        batch.deletes.push(Key::Draft(id));
        batch.strict.push((text_key(id), None));
    }
    batch
}

fn put(id: DraftId, revision: Revision, writer: &str, body: String) -> WriteBatch {
    let record = Record { revision, writer: writer.to_owned(), body };
    WriteBatch { puts: vec![(Key::Draft(id), record.encode())], ..WriteBatch::default() }
}
