//! Keeping: both tiers of storage, brought in line when the page starts and written at every action.
//!
//! Local storage takes a change at once, so that a crash of the page between the action and the disk loses nothing;
//! IndexedDB says when it is safe, and only then the page says "Saved".

use bluepencil::session::{Event, Route};
use bluepencil::store::{WriteBatch, Writes, recover, tiers};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::browser::indexed_db::StrictStore;
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
        // What cannot be read cannot be trusted with more.
        let strict = match StrictStore::open().await {
            Ok(store) => store.records().await.ok().map(|held| (store, held)),
            Err(_) => None,
        };
        let mut records = desk.store.with_value(|quick| quick.records(""));
        if let Some((store, held)) = strict {
            let [of_quick, waiting] = tiers::join(&records, &held, &clock::now());
            if !of_quick.is_empty() {
                desk.store.update_value(|quick| drop(quick.write(of_quick)));
                records = desk.store.with_value(|quick| quick.records(""));
            }
            desk.strict.set_value(Strict { store: Some(store), waiting, ..Strict::default() });
        }
        let library = recover::summaries(records.iter().map(|(key, value)| (key.as_str(), value.as_str())));
        desk.dispatch(Event::Started { library, route: Route::parse(&dom::address()) });
        desk.started.set(true);
        confirm(desk);
    });
}

/// Keeps what an action has changed, in both tiers.
pub fn keep(desk: Desk, batch: WriteBatch) {
    let changed = batch.into_writes();
    let refusal = desk.store.try_update_value(|store| store.write(changed.clone()).err()).flatten();
    desk.strict.update_value(|strict| {
        strict.quick_refuses = refusal;
        // Nothing waits for a tier that there is not: it would wait in vain and fill the memory.
        if strict.store.is_some() {
            strict.waiting.extend(changed);
        }
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
