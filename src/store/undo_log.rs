//! The undo log: the stored form of a history, with one record for each step and one for the position of the last undo. It
//! is kept in the strict tier only, because local storage is small.

use super::key::HISTORY;
use super::record::Record;
use super::step_record::StepRecord;
use super::writes::Writes;
use crate::article::ArticleId;
use crate::document::{Document, History};
use crate::wire::{Layout, to_json};

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
            Some(step) => put(number.to_string(), number, to_json(&StepRecord::of(step, text), Layout::Compact)),
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
        } else if let Ok(step) = StepRecord::read(&record.body, text) {
            steps.push((record.revision, step));
        }
    }
    History::restored(steps, last)
}
