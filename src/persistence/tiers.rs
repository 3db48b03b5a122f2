//! Both tiers of storage, written at every action.
//!
//! Local storage takes a change at once, so that a crash of the page between the action and the disk loses nothing;
//! IndexedDB says when it is safe, and only then the page says "Saved". It is the judge between tabs as well: what another
//! tab has written meanwhile and is newer stays, and this tab takes it over.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use bluepencil::session::Event;
use bluepencil::store::{WriteBatch, Writes};
use leptos::task::spawn_local;

use super::other_tabs::OtherTabs;
use super::strict_tier::Strict;
use crate::browser::clock;
use crate::browser::indexed_db::StrictStore;
use crate::browser::local_storage::LocalStore;

/// What every key begins with that is read when the page starts.
pub const RECORDS: &str = "bluepencil/";

/// Records by key, as storage holds them.
pub type Records = Vec<(String, String)>;

/// Both tiers, what is on its way there, and the other tabs, which are told of it.
pub struct Tiers {
    report: Rc<dyn Fn(Event)>,
    writer: String,
    /// The other tabs.
    pub tabs: OtherTabs,
    quick: RefCell<LocalStore>,
    /// Why the quick tier refused the newest change, where it did.
    quick_refuses: RefCell<Option<String>>,
    strict: RefCell<Strict>,
    /// What waits is being written into the strict tier.
    writing: Cell<bool>,
}

impl Tiers {
    /// The quick tier, if the browser lets the page keep anything; the strict one is opened later. `report` is told how keeping
    /// goes.
    pub fn new(report: Rc<dyn Fn(Event)>) -> Self {
        let tab = clock::random_uuid().simple().to_string();
        Self {
            tabs: OtherTabs::new(Rc::clone(&report)),
            report,
            writer: tab.chars().take(8).collect(),
            quick: RefCell::new(LocalStore::probe()),
            quick_refuses: RefCell::default(),
            strict: RefCell::default(),
            writing: Cell::new(false),
        }
    }

    /// Tells what has happened. No part of this may be borrowed meanwhile: the answer may be the next call.
    pub fn report(&self, event: Event) {
        (self.report)(event);
    }

    /// The name under which this tab writes.
    pub fn writer(&self) -> &str {
        &self.writer
    }

    /// The quick tier, to look at or to change at once; it must be let go of before anything is waited for or reported.
    pub fn quick(&self) -> &RefCell<LocalStore> {
        &self.quick
    }

    /// The state of the strict tier, under the same condition.
    pub fn strict(&self) -> &RefCell<Strict> {
        &self.strict
    }

    /// The open strict tier, to read from; `None` where the browser refuses it, or it is not open yet.
    pub fn store(&self) -> Option<StrictStore> {
        self.strict.borrow().opened().map(|opened| opened.store.clone())
    }

    /// Every record of the strict tier whose key begins so, by key; none where it cannot be read.
    pub async fn strict_records(&self, prefix: &str) -> Records {
        match self.store() {
            Some(store) => store.records(prefix).await.unwrap_or_default(),
            None => Records::new(),
        }
    }

    /// Whether something would be lost if the page were closed now.
    pub fn has_unkept(&self) -> bool {
        !self.strict.borrow().is_wiped() && (self.writing.get() || self.quick_refuses.borrow().is_some())
    }

    /// Keeps what an action has changed, in both tiers: in the quick one at once.
    pub fn keep(self: &Rc<Self>, batch: WriteBatch) {
        let strict_alone = batch.strict.clone();
        let changed = batch.into_writes();
        let refusal = self.quick.borrow_mut().write_action(changed.clone(), &self.writer).err();
        self.quick_refuses.replace(refusal);
        match self.strict.borrow_mut().waiting() {
            Some(waiting) => waiting.extend(changed.into_iter().chain(strict_alone)),
            None => self.tabs.tell(&changed),
        }
        self.confirm();
    }

    /// Writes what waits into the strict tier, unless that is going on, and reports how it went: [`Event::Saved`] or
    /// [`Event::SaveFailed`].
    pub fn confirm(self: &Rc<Self>) {
        if self.writing.replace(true) {
            return;
        }
        let tiers = Rc::clone(self);
        spawn_local(async move {
            let strictly = tiers.write_waiting().await;
            tiers.writing.set(false);
            if strictly {
                tiers.quick_refuses.replace(None);
            }
            let refusal = tiers.quick_refuses.borrow().clone();
            // Where there is no strict tier, all has been done that can be.
            if strictly || (tiers.store().is_none() && refusal.is_none()) {
                tiers.quick.borrow_mut().let_go();
            }
            tiers.report(match refusal {
                Some(reason) => Event::SaveFailed(reason),
                None => Event::Saved { strictly },
            });
        });
    }

    /// Writes until nothing waits; false where the strict tier refuses. What it has refused goes on waiting.
    async fn write_waiting(&self) -> bool {
        loop {
            let Some((store, writes)) = self.strict.borrow_mut().take_waiting() else { return false };
            if writes.is_empty() {
                return true;
            }
            let Some(newer) = self.written(store, &writes).await else {
                self.strict.borrow_mut().wait_first(writes);
                return false;
            };
            self.tabs.tell(&without(writes, &newer));
            if !newer.is_empty() {
                drop(self.quick.borrow_mut().write(newer.clone()));
                self.tabs.hear(newer);
            }
        }
    }

    /// Writes into the strict tier; a browser that has closed it meanwhile is asked once more. Gives what was newer there, and
    /// nothing where the browser refuses.
    async fn written(&self, store: StrictStore, writes: &Writes) -> Option<Writes> {
        if let Ok(newer) = store.write(writes.clone()).await {
            return Some(newer);
        }
        let again = StrictStore::open().await.ok()?;
        let newer = again.write(writes.clone()).await.ok();
        self.strict.borrow_mut().open_again(again);
        newer
    }
}

/// What other tabs are told of what was written: not what gave way to one of theirs, and not what is this tab's alone.
fn without(mut writes: Writes, newer: &Writes) -> Writes {
    writes.retain(|(key, _)| key.starts_with(RECORDS) && newer.iter().all(|(kept, _)| kept != key));
    writes
}
