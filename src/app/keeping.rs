//! Keeping: both tiers of storage, brought in line when the page starts and written at every action.
//!
//! Local storage takes a change at once, so that a crash of the page between the action and the disk loses nothing;
//! IndexedDB says when it is safe, and only then the page says "Saved".

use bluepencil::session::{Event, Route};
use bluepencil::store::{WriteBatch, recover, tiers};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::indexed_db::{StrictStore, Writes};
use crate::browser::{clock, dom};

/// The strict tier, and what is on its way there.
#[derive(Default)]
pub struct Strict {
    /// `None` where the browser refuses it.
    store: Option<StrictStore>,
    /// What it has not confirmed yet, but for what is being written now.
    waiting: Writes,
    writing: bool,
    /// Why the quick tier refused the newest change, where it did.
    quick_refuses: Option<String>,
}

/// Brings the tiers in line, looks through what is stored and opens the place that the address names.
pub fn begin(desk: Desk) {
    spawn_local(async move {
        let mut store = StrictStore::open().await.ok();
        let held = match &store {
            Some(open) => open.records().await,
            None => Ok(Vec::new()),
        };
        let mut records = desk.store.with_value(|quick| quick.records(""));
        match held {
            // What cannot be read cannot be trusted with more.
            Err(_) => store = None,
            Ok(held) => {
                let [quick, strict] = tiers::join(&records, &held, &clock::now());
                if !quick.is_empty() {
                    desk.store.update_value(|store| drop(store.write(writes(quick.puts, quick.deletes))));
                    records = desk.store.with_value(|quick| quick.records(""));
                }
                desk.strict.update_value(|known| known.waiting = writes(strict.puts, strict.deletes));
            }
        }
        desk.strict.update_value(|strict| strict.store = store);
        let library = recover::summaries(records.iter().map(|(key, value)| (key.as_str(), value.as_str())));
        desk.dispatch(Event::Started { library, route: Route::parse(&dom::address()) });
        confirm(desk);
    });
}

/// Keeps what an action has changed, in both tiers.
pub fn keep(desk: Desk, batch: WriteBatch) {
    let named = |(key, value): (_, String)| (ToString::to_string(&key), value);
    let puts = batch.puts.into_iter().map(named).collect();
    let changed = writes(puts, batch.deletes.iter().map(ToString::to_string).collect());
    let refusal = desk.store.try_update_value(|store| store.write(changed.clone()).err()).flatten();
    desk.strict.update_value(|strict| {
        strict.quick_refuses = refusal;
        strict.waiting.extend(changed);
    });
    confirm(desk);
}

/// Writes what waits into the strict tier, unless that is going on, and says how it went.
fn confirm(desk: Desk) {
    let begins = desk.strict.try_update_value(|strict| !std::mem::replace(&mut strict.writing, true));
    if begins == Some(true) {
        spawn_local(async move {
            let strictly = write_waiting(desk).await;
            let refusal = desk.strict.try_update_value(|strict| {
                strict.writing = false;
                strict.quick_refuses.clone()
            });
            desk.dispatch(match refusal.flatten() {
                Some(reason) if !strictly => Event::SaveFailed(reason),
                _ => Event::Saved { strictly },
            });
        });
    }
}

/// Writes until nothing waits; false where the strict tier refuses. What it has refused goes on waiting.
async fn write_waiting(desk: Desk) -> bool {
    loop {
        let next = desk.strict.try_update_value(|strict| (strict.store.clone(), std::mem::take(&mut strict.waiting)));
        let Some((store, writes)) = next else { return false };
        if writes.is_empty() {
            return store.is_some();
        }
        if !written(desk, store, &writes).await {
            desk.strict.update_value(|strict| {
                let later = std::mem::replace(&mut strict.waiting, writes);
                strict.waiting.extend(later);
            });
            return false;
        }
    }
}

/// Writes into the strict tier; a browser that has closed it meanwhile is asked once more.
async fn written(desk: Desk, store: Option<StrictStore>, writes: &Writes) -> bool {
    let Some(store) = store else { return false };
    if store.write(writes).await.is_ok() {
        return true;
    }
    let Ok(again) = StrictStore::open().await else { return false };
    let written = again.write(writes).await.is_ok();
    desk.strict.update_value(|strict| strict.store = Some(again));
    written
}

/// Records to put and keys to delete, as one list.
fn writes(puts: Vec<(String, String)>, deletes: Vec<String>) -> Writes {
    let puts = puts.into_iter().map(|(key, value)| (key, Some(value)));
    puts.chain(deletes.into_iter().map(|key| (key, None))).collect()
}
