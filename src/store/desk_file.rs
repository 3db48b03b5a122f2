//! The desk file: one file that moves the whole desk to another browser.
//!
//! It holds the records as they are stored, by key: articles, annotations, settings, history. So nothing is lost on the
//! way, checksums included, and two desks are merged record by record as two tabs are. What was set aside for rescue stays
//! behind, and so do drafts and what was deleted: a file never takes an article away.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_path_to_error::Segment;

use super::key::Key;
use super::record::{DELETED, Record};
use super::writes::Writes;
use super::{library, load, undo_log};
use crate::article::{ArticleId, Timestamp};
use crate::document::MergeSummary;
use crate::text::{Problem, shorten};
use crate::wire::{self, Entries, Layout, ReadError, UnknownFields, to_json};

/// What the file calls itself.
const FORMAT: &str = "bluepencil-desk";
/// The version that is written and read.
const VERSION: u64 = 1;
/// What a problem of the whole input is a problem of.
const FILE: &str = "the file";

/// The whole file, with its keys in the order in which they are written.
#[derive(Serialize, Deserialize)]
struct WireDesk<'a> {
    #[serde(borrow)]
    format: Cow<'a, str>,
    version: u64,
    /// The program that has written it. Not read.
    #[serde(borrow, default)]
    generator: Cow<'a, str>,
    #[serde(borrow, default)]
    exported: Cow<'a, str>,
    /// Stored records by their keys.
    records: Entries<String>,
    /// What can be undone in them.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    history: Entries<String>,
    #[serde(flatten, skip_serializing)]
    _unknown: UnknownFields,
}

/// The records of a desk: each once, each sound, and each of an article that can be put together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskFile {
    /// Those of one article stand together.
    pub(super) records: Vec<(Key, Record)>,
    /// What can be undone in them, by key.
    pub(super) history: Vec<(String, Record)>,
    /// How many records were left out because they cannot be read; none in a file that was read.
    pub left_out: usize,
}

/// What joining a desk file with the desk comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskMerge {
    /// The records to put.
    pub puts: Vec<(Key, String)>,
    /// What is for the strict tier alone: the history of articles that are new here.
    pub strict: Writes,
    /// How many articles are new here.
    pub articles: usize,
    /// What became of the annotations.
    pub annotations: MergeSummary,
    /// How many of the file's articles were deleted here later, and stay so.
    pub deleted_here: usize,
}

/// Whether a text is meant as a desk file: it says so before its records begin.
#[must_use]
pub fn is_desk_file(text: &str) -> bool {
    text.split("\"records\"").next().is_some_and(|head| head.contains("\"bluepencil-desk\""))
}

impl DeskFile {
    /// Everything that can be read of stored records, as (key, value), in any order and of any number of tiers: of two
    /// states of one record the newer.
    #[must_use]
    pub fn of<'a>(stored: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let (mut problems, mut known, mut history) = (Vec::new(), Vec::new(), Vec::new());
        for (key, value) in stored {
            match (Key::parse(key), undo_log::article_of(key)) {
                (Some(Key::Draft(_)), _) => {}
                (Some(key), _) => known.push((key, value)),
                // A step that cannot be read is nobody's work, and is not taken anyway.
                (None, Some(_)) => history.extend(Record::decode(value).ok().map(|step| (key.to_owned(), step))),
                (None, None) => {}
            }
        }
        let records = sound(newest(known, &mut problems), &mut problems);
        let mut desk = Self { records, history, left_out: problems.len() };
        desk.keep_history_of_its_articles();
        desk
    }

    /// Leaves the history of other articles out, and puts the rest in order.
    fn keep_history_of_its_articles(&mut self) {
        let texts = self.records.iter().filter(|(key, _)| matches!(key, Key::Text(_)));
        let articles: Vec<ArticleId> = texts.filter_map(|(key, _)| key.article()).collect();
        self.history.retain(|(key, _)| undo_log::article_of(key).is_some_and(|article| articles.contains(&article)));
        self.history.sort_by(|(one, _), (other, _)| one.cmp(other));
    }

    /// How many articles and annotations there are.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let of = |kind: fn(&Key) -> bool| {
            self.records.iter().filter(|(key, record)| kind(key) && record.body != DELETED).count()
        };
        (of(|key| matches!(key, Key::Text(_))), of(|key| matches!(key, Key::Annotation(..))))
    }

    /// The file, indented, records by key, with a final line feed. Two writes of the same desk differ in `exported` only.
    #[must_use]
    pub fn write(&self, exported: &Timestamp) -> String {
        let mut records: Vec<(String, String)> =
            self.records.iter().map(|(key, record)| (key.to_string(), record.encode())).collect();
        records.sort_by(|(one, _), (other, _)| one.cmp(other));
        let history = self.history.iter().map(|(key, record)| (key.clone(), record.encode()));
        let file = WireDesk {
            format: FORMAT.into(),
            version: VERSION,
            generator: concat!("bluepencil ", env!("CARGO_PKG_VERSION")).into(),
            exported: exported.as_str().into(),
            records: Entries(records),
            history: Entries(history.collect()),
            _unknown: UnknownFields::default(),
        };
        let mut written = to_json(&file, Layout::Indented);
        written.push('\n');
        written
    }

    /// Reads a file. Either all of it is right, or nothing comes of it.
    ///
    /// # Errors
    /// The first [`Problem`], with the record it lies in.
    pub fn read(bytes: &[u8]) -> Result<Self, Problem> {
        let problem = |reason: String| Problem::new(FILE, reason);
        let content = wire::utf8(bytes).map_err(problem)?;
        let file: WireDesk<'_> = wire::from_json(content).map_err(unreadable)?;
        check_head(Some(&Value::from(&*file.format)), Some(&Value::from(file.version))).map_err(problem)?;
        let mut known = Vec::with_capacity(file.records.0.len());
        for (written, value) in &file.records.0 {
            let key = Key::parse(written).filter(|key| !matches!(key, Key::Draft(_)));
            known.push((key.ok_or_else(|| unknown(written))?, value.as_str()));
        }
        let mut history = Vec::with_capacity(file.history.0.len());
        for (written, value) in file.history.0 {
            undo_log::article_of(&written).ok_or_else(|| unknown(&written))?;
            let step = Record::decode(&value);
            let step = step.map_err(|damage| Problem::new(named(&written), damage.to_string()))?;
            history.push((written, step));
        }
        let mut problems = Vec::new();
        let records = sound(newest(known, &mut problems), &mut problems);
        match problems.into_iter().next() {
            // What would be made of an article all the same is no reason to refuse it.
            Some(Problem { place, reason }) => Err(Problem::new(place, reason.split("; ").next().unwrap_or_default())),
            None => {
                let mut desk = Self { records, history, left_out: 0 };
                desk.keep_history_of_its_articles();
                Ok(desk)
            }
        }
    }

    /// Joins the file with what is stored here, record by record: what is newer here stays.
    ///
    /// # Errors
    /// A [`Problem`] where an article of the file is kept here with another text: annotations of the one say nothing
    /// about the other.
    pub fn merge_into<'a>(self, here: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<DeskMerge, Problem> {
        let known = here.into_iter().filter_map(|(key, value)| Some((Key::parse(key)?, value)));
        let mut here = newest(known, &mut Vec::new());
        here.sort_by_key(|(key, _)| *key);
        let known = |key: Key| {
            let place = here.binary_search_by(|(other, _)| other.cmp(&key)).ok()?;
            here.get(place).map(|(_, record)| record)
        };
        let mut merge = DeskMerge::default();
        for (key, record) in self.records {
            let article = key.article().map(Key::Article);
            if article.and_then(known).is_some_and(|head| head.body == DELETED) {
                merge.deleted_here += usize::from(matches!(key, Key::Text(_)));
                continue;
            }
            let mine = known(key);
            if matches!(key, Key::Text(_)) && mine.is_some_and(|mine| mine.body != record.body) {
                return Err(Problem::new(format!("the record {key}"), "has another text than the article kept here"));
            }
            merge.take(key, mine, record);
        }
        // Steps of two histories do not go together, and a history that is here goes on.
        let is_new = |article: ArticleId| merge.puts.iter().any(|(key, _)| *key == Key::Text(article));
        for (key, step) in self.history {
            if undo_log::article_of(&key).is_some_and(is_new) {
                merge.strict.push((key, Some(step.encode())));
            }
        }
        Ok(merge)
    }
}

impl DeskMerge {
    /// Takes a record of the file, unless the one that is here is newer or the same.
    fn take(&mut self, key: Key, mine: Option<&Record>, theirs: Record) {
        let newer = mine.is_none_or(|mine| Record::newer(mine.clone(), theirs.clone()) != *mine);
        match (key, mine) {
            (Key::Text(_), None) => self.articles += 1,
            (Key::Annotation(..), None) => self.annotations.added += usize::from(theirs.body != DELETED),
            (Key::Annotation(..), Some(_)) if newer => self.annotations.updated += 1,
            (Key::Annotation(..), Some(mine)) if *mine == theirs => {
                self.annotations.unchanged += usize::from(theirs.body != DELETED);
            }
            (Key::Annotation(..), Some(_)) => self.annotations.kept_newer += 1,
            _ => {}
        }
        if newer {
            self.puts.push((key, theirs.encode()));
        }
    }
}

/// How a record of a file is named in a problem.
pub(super) fn named(written: &str) -> String {
    format!("the record “{}”", shorten(written, 100))
}

pub(super) fn unknown(written: &str) -> Problem {
    Problem::new(named(written), "is none that a desk has")
}

/// Where a file has another shape: what it says about itself comes first, since another program or a newer version may have
/// written it.
fn unreadable(error: ReadError) -> Problem {
    let file = error.value().and_then(Value::as_object);
    if let Some(Err(reason)) = file.map(|file| check_head(file.get("format"), file.get("version"))) {
        return Problem::new(FILE, reason);
    }
    let (place, steps) = match error.path().as_slice() {
        [Segment::Map { .. }, Segment::Map { key }] => (named(key), 2),
        _ => (FILE.to_owned(), 0),
    };
    error.at(place, steps)
}

/// Checks whether a file is a desk file and of the version that is read.
fn check_head(format: Option<&Value>, version: Option<&Value>) -> Result<(), String> {
    if format.and_then(Value::as_str) != Some(FORMAT) {
        return Err(format!("does not say “format”: “{FORMAT}”, so it is no desk file"));
    }
    match version.and_then(Value::as_u64) {
        Some(newer) if newer > VERSION => Err(format!("was made with a newer version (version {newer} of desk files)")),
        Some(other) if other < VERSION => Err(format!("has the version {other}, which never existed")),
        _ => Ok(()),
    }
}

/// Each record once, in its newest readable state, those of one article together.
fn newest<'a>(stored: impl IntoIterator<Item = (Key, &'a str)>, problems: &mut Vec<Problem>) -> Vec<(Key, Record)> {
    let mut records: Vec<(Key, Record)> = Vec::new();
    for (key, value) in stored {
        match Record::decode(value) {
            Ok(record) => records.push((key, record)),
            Err(damage) => problems.push(Problem::new(format!("the record {key}"), damage.to_string())),
        }
    }
    let place = |key: Key| (key.article(), key);
    records.sort_by_key(|(key, _)| place(*key));
    records.dedup_by(|(key, record), (kept_key, kept)| {
        let same = key == kept_key;
        if same {
            *kept = Record::newer(kept.clone(), record.clone());
        }
        same
    });
    records
}

/// The records that say what they should: those of each article put it together. What does not is told and left out.
fn sound(records: Vec<(Key, Record)>, problems: &mut Vec<Problem>) -> Vec<(Key, Record)> {
    let mut kept = Vec::with_capacity(records.len());
    for group in records.chunk_by(|(one, _), (other, _)| one.article() == other.article()) {
        let stored: Vec<(String, String)> =
            group.iter().map(|(key, record)| (key.to_string(), record.encode())).collect();
        let stored = stored.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        let found = match group.first().and_then(|(key, _)| key.article()) {
            None => Ok(library::summaries(stored).problems),
            Some(id) if is_deleted(id, group) => continue,
            Some(id) => load::document(id, stored).map(|(_, problems)| problems),
        };
        match found {
            Ok(mut found) => {
                // An article without its own record opens all the same: what it says is recognised again from its text.
                found.retain(|problem| group.iter().any(|(key, _)| is_of(problem, *key)));
                let good = group.iter().filter(|(key, _)| !found.iter().any(|problem| is_of(problem, *key)));
                kept.extend(good.cloned());
                problems.extend(found);
            }
            Err(problem) => problems.push(problem),
        }
    }
    kept
}

fn is_of(problem: &Problem, key: Key) -> bool {
    problem.place == format!("the record {key}")
}

fn is_deleted(id: ArticleId, group: &[(Key, Record)]) -> bool {
    group.iter().any(|(key, record)| *key == Key::Article(id) && record.body == DELETED)
}
