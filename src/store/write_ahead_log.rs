//! The write-ahead log of the quick tier, which makes actions of several records atomic.
//!
//! Local storage has no transactions. Before the records of an action, one log entry with all of them is written. Where a
//! page is killed between two records, and the strict tier has missed the action, the entry is replayed when the page
//! starts again. It is deleted when the strict tier has confirmed the action.

use std::collections::BTreeMap;

use super::batch::WriteBatch;
use super::key::{ACTIONS, Key};
use super::record::Record;
use super::writes::Writes;
use crate::wire::{Entries, Layout, from_json, to_json};

/// The largest log entry in bytes that is written with every action, since its records are stored twice for a moment. What is
/// larger goes into the strict tier first, and into the quick one only where that is refused ([`whole_log_entry`]).
const MAX_BYTES: usize = 500_000;

/// Whether an action is too large for a log entry, so that the quick tier cannot take it as a whole.
#[must_use]
pub fn is_too_large(writes: &WriteBatch) -> bool {
    writes.puts.iter().map(|(_, record)| record.len()).sum::<usize>() > MAX_BYTES
}

/// The log entry of an action of any size, which the quick tier takes as a whole or not at all.
#[must_use]
pub fn whole_log_entry(writes: &Writes, writer: &str, number: u64) -> (String, String) {
    let puts = writes.iter().filter_map(|(key, value)| Some((key.clone(), value.as_deref()?)));
    let records: Entries<&str> = Entries(puts.collect());
    let body = to_json(&records, Layout::Compact);
    let record = Record { revision: number, writer: writer.to_owned(), body };
    (format!("{ACTIONS}{writer}/{number}"), record.encode())
}

/// The log entry of an action: a key with the name of the tab and the number of the action, and a record of all that it
/// puts. `None` for an action of one record, which is atomic without it, and for one that is too large.
#[must_use]
pub fn log_entry(writes: &Writes, writer: &str, number: u64) -> Option<(String, String)> {
    let length = |(key, value): &(String, Option<String>)| value.as_ref().map_or(0, |value| key.len() + value.len());
    let bytes: usize = writes.iter().map(length).sum();
    (writes.len() > 1 && bytes > 0 && bytes <= MAX_BYTES).then(|| whole_log_entry(writes, writer, number))
}

/// The keys of all log entries among the records of the quick tier, and the newest state of each record in them, to be
/// written there again as a conditional write.
#[must_use]
pub fn replay(records: &[(String, String)]) -> (Vec<String>, Writes) {
    let (mut keys, mut puts) = (Vec::new(), BTreeMap::<String, Record>::new());
    for (key, value) in records.iter().filter(|(key, _)| key.starts_with(ACTIONS)) {
        keys.push(key.clone());
        // A truncated entry was the last write, so no record of its action was written.
        let Ok(record) = Record::decode(value) else { continue };
        let Ok(records) = from_json::<Entries<String>>(&record.body) else { continue };
        for (key, value) in records.0.into_iter().filter(|(key, _)| Key::parse(key).is_some()) {
            let Ok(record) = Record::decode(&value) else { continue };
            if puts.get(&key).is_none_or(|known| record.age() > known.age()) {
                puts.insert(key, record);
            }
        }
    }
    (keys, puts.into_iter().map(|(key, record)| (key, Some(record.encode()))).collect())
}
