//! Storage usage and quota, persistent storage, and damaged records.

use std::cell::Cell;

use bluepencil::store::key::RESCUE;
use bluepencil::store::{Damage, Key, Record};
use bluepencil::wire::{Entries, Layout, to_json};
use leptos::task::spawn_local;

use super::tiers::{RECORDS, Records, Tiers};
use crate::browser::storage_manager;

/// What the storage panel shows of this browser.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many bytes are used, and how many may be; `None` where the browser does not say.
    pub used: Option<(f64, f64)>,
    /// Whether the browser promises to keep everything; `None` where it does not say.
    pub promised: Option<bool>,
    /// How full local storage is, in hundredths.
    pub quick: usize,
    /// How many records could not be read and are kept as they are.
    pub damaged: usize,
}

/// Finds the figures out.
pub async fn figures(tiers: &Tiers) -> Figures {
    let [quick, strict] = everything(tiers).await;
    Figures {
        used: storage_manager::estimate().await,
        promised: storage_manager::is_given().await,
        quick: tiers.quick().borrow().hundredths(),
        damaged: quick.iter().chain(&strict).filter(|record| is_damaged(record)).count(),
    }
}

/// What is damaged, as JSON: the records of each tier, by key.
pub async fn damaged(tiers: &Tiers) -> String {
    let [quick, strict] = everything(tiers).await.map(|mut records| {
        records.retain(is_damaged);
        records
    });
    let tiers = [("localStorage".to_owned(), Entries(quick)), ("IndexedDB".to_owned(), Entries(strict))];
    to_json(&Entries(tiers.into()), Layout::Indented)
}

/// All that each tier holds of ours, the quick one first.
async fn everything(tiers: &Tiers) -> [Records; 2] {
    let held = tiers.strict_records(RECORDS).await;
    [tiers.quick().borrow().records(""), held]
}

/// Whether a record was set aside, or cannot be read where it stands. What a newer version has written is not damaged.
fn is_damaged((key, value): &(String, String)) -> bool {
    let unreadable = || !matches!(Record::decode(value), Ok(_) | Err(Damage::Newer(_)));
    key.starts_with(RESCUE) || (Key::parse(key).is_some() && unreadable())
}

/// The browser's promise to keep everything.
#[derive(Default)]
pub struct Promise {
    /// It was asked for, without anybody's wish.
    asked: Cell<bool>,
}

impl Promise {
    /// Asks the browser for it; true where it is given.
    pub async fn wish(&self) -> bool {
        storage_manager::wish().await == Some(true)
    }

    /// Asks the browser for it, once, after something was done that is worth keeping: a person who has only looked is not
    /// bothered.
    pub fn wish_once(&self) {
        if self.asked.replace(true) {
            return;
        }
        spawn_local(async {
            if storage_manager::is_given().await == Some(false) {
                storage_manager::wish().await;
            }
        });
    }
}
