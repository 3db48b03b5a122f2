//! The desk file: one file that moves the whole desk to another browser.
//!
//! It holds the records as they are stored, by key: articles, annotations, settings, history. So nothing is lost on the
//! way, checksums included, and two desks are joined record by record as two tabs are. What was set aside for rescue stays
//! behind, and so does what was deleted: a file never takes an article away.

use std::borrow::Cow;

use super::key::Key;
use super::record::{DELETED, Record};
use super::writes::Writes;
use super::{library, load, undo_log};
use crate::article::{ArticleId, Timestamp};
use crate::document::MergeSummary;
use crate::text::{Problem, shorten};
use crate::wire::{self, Fields, Json, Layout, Shape, missing, to_json};

/// What the file calls itself.
const FORMAT: &str = "bluepencil-desk";
/// The version that is written and read.
const VERSION: u64 = 1;
/// What a problem of the whole input is a problem of.
const FILE: &str = "the file";

/// The records of a desk: each once, each sound, and each of an article that can be put together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskFile {
    /// Those of one article stand together.
    records: Vec<(Key, Record)>,
    /// What can be undone in them, by key.
    history: Vec<(String, Record)>,
    /// How many records were left out because they cannot be read; none in a file that was read.
    pub left_out: usize,
}

/// What joining a desk file with the desk comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
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
        let records = records.into_iter().map(|(key, record)| (key.into(), Json::Text(record.into())));
        let mut file = Shape::default()
            .text("format", FORMAT)
            .whole("version", VERSION)
            .text("generator", concat!("bluepencil ", env!("CARGO_PKG_VERSION")))
            .text("exported", exported.as_str())
            .value("records", Json::Object(records.collect()));
        if !self.history.is_empty() {
            let steps = self.history.iter();
            let steps = steps.map(|(key, record)| (key.as_str().into(), Json::Text(record.encode().into())));
            file = file.value("history", Json::Object(steps.collect()));
        }
        let mut written = to_json(&file.rest(None), Layout::Indented);
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
        let [records, steps] = top_level(Json::parse(content)?).map_err(problem)?;
        let mut known = Vec::with_capacity(records.len());
        for (written, value) in &records {
            let key = Key::parse(written).ok_or_else(|| unknown(written))?;
            known.push((key, record(written, value)?));
        }
        let mut history = Vec::with_capacity(steps.len());
        for (written, value) in &steps {
            undo_log::article_of(written).ok_or_else(|| unknown(written))?;
            let step = Record::decode(record(written, value)?);
            let step = step.map_err(|damage| Problem::new(named(written), damage.to_string()))?;
            history.push((written.clone().into_owned(), step));
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
    pub fn join<'a>(self, here: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Joined, Problem> {
        let known = here.into_iter().filter_map(|(key, value)| Some((Key::parse(key)?, value)));
        let mut here = newest(known, &mut Vec::new());
        here.sort_by_key(|(key, _)| *key);
        let known = |key: Key| {
            let place = here.binary_search_by(|(other, _)| other.cmp(&key)).ok()?;
            here.get(place).map(|(_, record)| record)
        };
        let mut joined = Joined::default();
        for (key, record) in self.records {
            let article = key.article().map(Key::Article);
            if article.and_then(known).is_some_and(|head| head.body == DELETED) {
                joined.deleted_here += usize::from(matches!(key, Key::Text(_)));
                continue;
            }
            let mine = known(key);
            if matches!(key, Key::Text(_)) && mine.is_some_and(|mine| mine.body != record.body) {
                return Err(Problem::new(format!("the record {key}"), "has another text than the article kept here"));
            }
            joined.take(key, mine, record);
        }
        // Steps of two histories do not go together, and a history that is here goes on.
        let is_new = |article: ArticleId| joined.puts.iter().any(|(key, _)| *key == Key::Text(article));
        for (key, step) in self.history {
            if undo_log::article_of(&key).is_some_and(is_new) {
                joined.strict.push((key, Some(step.encode())));
            }
        }
        Ok(joined)
    }
}

impl Joined {
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
fn named(written: &str) -> String {
    format!("the record “{}”", shorten(written, 100))
}

fn unknown(written: &str) -> Problem {
    Problem::new(named(written), "is none that a desk has")
}

/// The text of a record.
fn record<'a>(written: &str, value: &'a Json<'_>) -> Result<&'a str, Problem> {
    let problem = || Problem::new(named(written), format!("is {} where a text is expected", value.kind()));
    value.as_text().ok_or_else(problem)
}

/// The entries of an object.
type Entries<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

/// Checks what a file says about itself, the version first, and gives its records and its history, which may be missing.
fn top_level(value: Json<'_>) -> Result<[Entries<'_>; 2], String> {
    let mut fields = Fields::of(value)?;
    if fields.text("format")?.as_deref() != Some(FORMAT) {
        return Err(format!("does not say “format”: “{FORMAT}”, so it is no desk file"));
    }
    match fields.whole("version")?.ok_or_else(|| missing("version"))? {
        VERSION => {}
        newer if newer > VERSION => {
            return Err(format!("was made with a newer version (version {newer} of desk files)"));
        }
        other => return Err(format!("has the version {other}, which never existed")),
    }
    let mut entries = |key| match fields.take(key) {
        Some(Json::Object(entries)) => Ok(Some(entries)),
        Some(other) => Err(format!("has {} as its “{key}” where an object is expected", other.kind())),
        None => Ok(None),
    };
    let records = entries("records")?.ok_or_else(|| missing("records"))?;
    Ok([records, entries("history")?.unwrap_or_default()])
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
