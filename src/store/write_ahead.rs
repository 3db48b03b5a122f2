//! Actions of several records in a tier that takes them one by one: before the first of them, one record that holds them all.
//!
//! Local storage has no transactions. Where a page is killed between two records of an action, and the strict tier has missed
//! the action, that one record makes the rest good when the page is opened again: a write-ahead log, as databases keep it. It
//! goes as soon as the strict tier has confirmed the action.

use std::collections::BTreeMap;

use super::key::{ACTIONS, Key};
use super::record::Record;
use super::writes::Writes;
use crate::wire::{Json, Layout, to_json};

/// So many bytes of records are written down beforehand at most: twice as many must fit beside all the rest. What is larger is
/// an import, which can be made again.
const MOST_BYTES: usize = 500_000;

/// The record that holds all that an action puts, under a key with the name of the tab and the number of the action in it.
/// `None` for an action of one record, which is whole by itself, and for one that is too large.
#[must_use]
pub fn announced(writes: &Writes, writer: &str, number: u64) -> Option<(String, String)> {
    let puts = || writes.iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
    let bytes: usize = puts().map(|(key, value)| key.len() + value.len()).sum();
    if writes.len() < 2 || bytes == 0 || bytes > MOST_BYTES {
        return None;
    }
    let entries = puts().map(|(key, value)| (key.as_str().into(), Json::Text(value.as_str().into())));
    let body = to_json(&Json::Object(entries.collect()), Layout::Compact);
    let record = Record { revision: number, writer: writer.to_owned(), body };
    Some((format!("{ACTIONS}{writer}/{number}"), record.encode()))
}

/// The keys of all actions that were written down beforehand among these records of the quick tier, and what they put, of each
/// record the newest state. It is to be admitted there once more: what is newer there stays.
#[must_use]
pub fn unfinished(records: &[(String, String)]) -> (Vec<String>, Writes) {
    let (mut keys, mut puts) = (Vec::new(), BTreeMap::<String, Record>::new());
    for (key, value) in records.iter().filter(|(key, _)| key.starts_with(ACTIONS)) {
        keys.push(key.clone());
        // One that was cut was the last thing that happened, and nothing of its action was written.
        let Ok(record) = Record::decode(value) else { continue };
        let Ok(Json::Object(entries)) = Json::parse(&record.body) else { continue };
        for (key, value) in entries.iter().filter(|(key, _)| Key::parse(key).is_some()) {
            let Some(Ok(record)) = value.as_text().map(Record::decode) else { continue };
            if puts.get(&**key).is_none_or(|known| record.age() > known.age()) {
                puts.insert(key.clone().into_owned(), record);
            }
        }
    }
    (keys, puts.into_iter().map(|(key, record)| (key, Some(record.encode()))).collect())
}
