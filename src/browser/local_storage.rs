//! The fast tier of storage: the browser's local storage, one key a record.

use std::collections::HashSet;

use bluepencil::store::incarnation::{Condition, INCARNATION, after_wipe, condition};
use bluepencil::store::key::ACTIONS;
use bluepencil::store::{Writes, conditional_write, newest_of_each, write_ahead_log};
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use web_sys::Storage;

use super::clock;
use super::js_strings::{RawRecords, strings};

/// Every key of ours begins with this.
const PREFIX: &str = "bluepencil/";
/// The most that browsers take, in UTF-16 units of keys and values.
const MOST_UNITS: usize = 5_242_880;
/// How much of them, in hundredths, may be filled with what the other tier has already.
const MIRRORED: usize = 80;

/// Local storage, or the knowledge that this browser refuses it, and what could not be written yet.
#[derive(Default)]
pub struct LocalStore {
    /// `None` where the browser refuses it. It is asked for once: a browser that is told to refuse it while the page is open
    /// then refuses each call, and not the page.
    storage: Option<Storage>,
    /// The marker of the storage that is written to; `None` where it could not be marked.
    incarnation: Option<String>,
    /// What the browser refused, in the order in which it was asked for; `None` is a key to delete.
    unwritten: Writes,
    /// The keys of the actions that were written down as a whole, until the other tier has them.
    announced: Vec<String>,
    /// How many actions have been written.
    actions: u64,
}

impl LocalStore {
    /// Looks whether the browser lets the page keep anything. Asked for first, because `gloo-storage` panics otherwise.
    pub fn probe() -> Self {
        let available = matches!(window().local_storage(), Ok(Some(_)));
        Self { storage: available.then(LocalStorage::raw), ..Self::default() }
    }

    /// Compares the marker of the storage with the one that is known, which from now on is the one that is there: where there is
    /// none, one is written.
    pub fn look(&mut self) -> Condition {
        let Some(storage) = &self.storage else { return Condition::Intact };
        let found = storage.get_item(&marker()).ok().flatten();
        let condition = condition(self.incarnation.as_deref(), found.as_deref());
        if condition != Condition::Intact || found.is_none() {
            let fresh = || clock::random_uuid().to_string();
            self.incarnation = found.or_else(|| Some(fresh()).filter(|fresh| written(storage, &marker(), Some(fresh))));
        }
        condition
    }

    /// Every record whose key begins with `bluepencil/` and then `rest`, by key; what the browser has refused is among them,
    /// as long as the page is open.
    pub fn records(&self, rest: &str) -> Vec<(String, String)> {
        let wanted = format!("{PREFIX}{rest}");
        let mut records = Vec::new();
        if let Some(storage) = &self.storage {
            records = held(storage, &wanted).records();
            // The browser's order of keys is not ours.
            records.sort();
        }
        for (key, value) in self.unwritten.iter().filter(|(key, _)| key.starts_with(&wanted)) {
            let place = records.binary_search_by(|(known, _)| known.cmp(key));
            if let Ok(place) = place {
                records.remove(place);
            }
            if let Some(value) = value {
                records.insert(place.unwrap_or_else(|place| place), (key.clone(), value.clone()));
            }
        }
        records
    }

    /// The keys of all records.
    pub fn keys(&self) -> HashSet<String> {
        let keys = self.storage.as_ref().map(|storage| strings(&Object::keys(storage)));
        keys.into_iter().flatten().flatten().collect()
    }

    /// How full local storage is, in hundredths: Chromium, Firefox and Safari give 5 MiB of UTF-16 units to all pages of one
    /// host, keys and values together.
    pub fn hundredths(&self) -> usize {
        (self.units() * 100).div_ceil(MOST_UNITS)
    }

    /// How much of what the other tier holds may be mirrored here, in UTF-16 units: the rest is left for what is done next.
    pub fn room(&self) -> usize {
        (MOST_UNITS * MIRRORED / 100).saturating_sub(self.units())
    }

    fn units(&self) -> usize {
        self.storage.as_ref().map_or(0, |storage| held(storage, "").units())
    }

    /// Deletes every record of ours, what could not be written yet included, and marks that this was the user's own word.
    pub fn wipe(&mut self) {
        self.unwritten.clear();
        if let Some(storage) = &self.storage {
            held(storage, PREFIX).records().iter().for_each(|(key, _)| delete(storage, key));
            written(storage, &marker(), Some(&after_wipe(&clock::random_uuid().to_string())));
        }
    }

    /// The other tier has everything: what was refused here need not be tried again, and no action made whole.
    pub fn let_go(&mut self) {
        self.unwritten.clear();
        if let Some(storage) = &self.storage {
            self.announced.drain(..).for_each(|key| delete(storage, &key));
        }
    }

    /// Finishes the actions that a kill has broken off.
    pub fn make_whole(&mut self) {
        let Some(storage) = &self.storage else { return };
        let (announced, puts) = write_ahead_log::replay(&held(storage, ACTIONS).records());
        self.announced = announced;
        if !puts.is_empty() {
            let _ = self.write(puts);
        }
    }

    /// Writes an action of this tab as a whole.
    ///
    /// # Errors
    /// As for [`Self::write`].
    pub fn write_action(&mut self, mut writes: Writes, writer: &str) -> Result<(), String> {
        self.actions += 1;
        if self.storage.is_some()
            && let Some((key, record)) = write_ahead_log::log_entry(&writes, writer, self.actions)
        {
            self.announced.push(key.clone());
            writes.insert(0, (key, Some(record)));
        }
        self.write(writes)
    }

    /// Keeps a large action of this tab that the other tier has refused, as one entry of the log: as a whole, or not at all. Its
    /// records are written when a page starts again, unless the other tier has taken it by then.
    ///
    /// # Errors
    /// Where there is no room for it. Nothing is written then, and nothing is tried again by itself.
    pub fn log(&mut self, writes: &Writes, writer: &str) -> Result<(), String> {
        self.actions += 1;
        let (key, record) = write_ahead_log::whole_log_entry(writes, writer, self.actions);
        if self.storage.is_some() && self.units() + key.len() + record.len() > MOST_UNITS {
            return Err(FULL.to_owned());
        }
        self.write(vec![(key.clone(), Some(record))])?;
        self.announced.push(key);
        Ok(())
    }

    /// Writes records, and all that could not be written before, and reads each back. What is newer there stays, and what
    /// cannot be read there is set aside first; where there is no room for that, it is not written over.
    ///
    /// # Errors
    /// A sentence on why the browser refused. What it refused is kept here and tried again with the next records.
    pub fn write(&mut self, writes: Writes) -> Result<(), String> {
        let again = !self.unwritten.is_empty();
        self.unwritten.extend(writes);
        if again {
            self.unwritten = newest_of_each(std::mem::take(&mut self.unwritten));
        }
        let Some(storage) = &self.storage else {
            return Err(
                "this browser does not let the page keep anything (a private window, or storage is off).".to_owned()
            );
        };
        let held = self.unwritten.iter().map(|(key, _)| storage.get_item(key).ok().flatten()).collect();
        self.unwritten = conditional_write::admit(std::mem::take(&mut self.unwritten), held, &clock::now()).writes;
        loop {
            let before = self.unwritten.len();
            let take = |key: &str, value: Option<&str>| written(storage, key, value);
            self.unwritten = conditional_write::carry_out(std::mem::take(&mut self.unwritten), take);
            match self.unwritten.len() {
                0 => return Ok(()),
                // What was deleted after something was refused has made room for it.
                left if left < before => {}
                // What is written down twice is the first to go.
                _ if !self.announced.is_empty() => self.announced.drain(..).for_each(|key| delete(storage, &key)),
                _ => return Err(FULL.to_owned()),
            }
        }
    }
}

/// Why nothing more is taken.
const FULL: &str = "this browser’s storage is full.";

/// The key of the marker.
fn marker() -> String {
    format!("{PREFIX}{INCARNATION}")
}

/// Every record whose key begins so, in the browser's own order of strings; the marker is none.
fn held(storage: &Storage, prefix: &str) -> RawRecords {
    let (keys, values) = (Array::new(), Array::new());
    let (all, marker) = (Object::keys(storage).sort(), marker());
    for (key, place) in strings(&all).into_iter().zip(0..) {
        if key.is_some_and(|key| key.starts_with(prefix) && key != marker) {
            let key = all.get(place);
            values.push(&Reflect::get(storage, &key).unwrap_or_default());
            keys.push(&key);
        }
    }
    RawRecords::of(keys, values)
}

/// Writes or deletes one record, and tells whether that is done.
fn written(storage: &Storage, key: &str, value: Option<&str>) -> bool {
    match value {
        None => storage.remove_item(key).is_ok(),
        Some(value) => {
            storage.set_item(key, value).is_ok() && storage.get_item(key).ok().flatten().as_deref() == Some(value)
        }
    }
}

fn delete(storage: &Storage, key: &str) {
    let _ = storage.remove_item(key);
}
