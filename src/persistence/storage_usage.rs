//! Storage usage and quota, persistent storage and its lifetime, and damaged records.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use bluepencil::session::{Event, LifetimeEvent, StorageLifetime};
use bluepencil::store::key::RESCUE;
use bluepencil::store::{Damage, Key, Record, conditional_write};
use bluepencil::wire::{Entries, Layout, to_json};
use leptos::task::spawn_local;

use super::tiers::{RECORDS, Records, Tiers};
use crate::browser::storage_manager;

/// What the storage panel shows of this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many bytes are used, and how many may be; `None` where the browser does not say.
    pub used: Option<(f64, f64)>,
    /// How long storage lasts.
    pub lifetime: StorageLifetime,
    /// Whether the browser can be asked to promise that it keeps everything.
    pub may_promise: bool,
    /// How full local storage is, in hundredths.
    pub quick: usize,
    /// How many records could not be read and are kept as they are.
    pub damaged: usize,
}

/// Finds the figures out.
pub async fn figures(tiers: &Rc<Tiers>) -> Figures {
    let [quick, strict] = everything(tiers).await;
    let promised = storage_manager::is_given().await;
    Figures {
        used: storage_manager::estimate().await,
        lifetime: lifetime(promised).await,
        may_promise: promised == Some(false),
        quick: tiers.quick().borrow().hundredths(),
        damaged: damaged_keys(&quick, &strict),
    }
}

/// What is damaged, as JSON: the records of each tier, by key.
pub async fn damaged(tiers: &Rc<Tiers>) -> String {
    let [quick, strict] = everything(tiers).await.map(|mut records| {
        records.retain(is_damaged);
        records
    });
    let tiers = [("localStorage".to_owned(), Entries(quick)), ("IndexedDB".to_owned(), Entries(strict))];
    to_json(&Entries(tiers.into()), Layout::Indented)
}

/// All that each tier holds of ours, the quick one first.
async fn everything(tiers: &Rc<Tiers>) -> [Records; 2] {
    tiers.look_at_quick();
    let held = tiers.strict_records(RECORDS).await.unwrap_or_default();
    [tiers.quick().borrow().records(""), held]
}

/// How many records are damaged: one that is so in both tiers, or was set aside in both, is one.
fn damaged_keys(quick: &Records, strict: &Records) -> usize {
    let damaged = quick.iter().chain(strict).filter(|record| is_damaged(record));
    let keys: BTreeSet<&str> = damaged.map(|(key, _)| conditional_write::set_aside(key).unwrap_or(key)).collect();
    keys.len()
}

/// Whether a record was set aside, or cannot be read where it stands. What a newer version has written is not damaged.
fn is_damaged((key, value): &(String, String)) -> bool {
    let unreadable = || !matches!(Record::decode(value), Ok(_) | Err(Damage::Newer(_)));
    key.starts_with(RESCUE) || (Key::parse(key).is_some() && unreadable())
}

/// How long storage lasts, and the browser's promise to keep everything.
pub struct Promise {
    report: Rc<dyn Fn(Event)>,
    /// An annotation was handed to storage since the page was opened.
    marked: Cell<bool>,
}

impl Promise {
    /// Nothing was marked yet. `report` is told how long storage lasts once something is.
    pub fn new(report: Rc<dyn Fn(Event)>) -> Self {
        Self { report, marked: Cell::new(false) }
    }

    /// Asks the browser for its promise, on the user's own word; true where it is given.
    pub async fn wish(&self) -> bool {
        storage_manager::wish().await == Some(true)
    }

    /// Something was done that is worth keeping. At the first time the browser is asked for its promise, unless it would ask
    /// the user in its turn, and how long storage lasts is reported.
    pub fn first_mark(&self) {
        if self.marked.replace(true) {
            return;
        }
        let report = Rc::clone(&self.report);
        spawn_local(async move {
            if storage_manager::is_given().await == Some(false) && !storage_manager::wish_opens_a_box() {
                storage_manager::wish().await;
            }
            report(Event::StorageLifetime(LifetimeEvent::FirstMarkKept(
                lifetime(storage_manager::is_given().await).await,
            )));
        });
    }
}

/// Finds out how long storage lasts where the browser has given its promise to keep everything, or not; `None` where it does
/// not say.
async fn lifetime(promised: Option<bool>) -> StorageLifetime {
    match promised {
        _ if storage_manager::is_private_window().await => StorageLifetime::PrivateWindow,
        Some(true) => StorageLifetime::Promised,
        _ if storage_manager::forgets_after_a_week() => StorageLifetime::SevenDays,
        Some(false) => StorageLifetime::BestEffort,
        None => StorageLifetime::Unknown,
    }
}
