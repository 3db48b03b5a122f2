//! Both tiers of storage, written at every action.
//!
//! Local storage takes a change at once, so that a crash of the page between the action and the disk loses nothing;
//! IndexedDB says when it is safe, and only then the page says "Saved". It is the judge between tabs as well: what another
//! tab has written meanwhile and is newer stays, and this tab takes it over.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use bluepencil::session::Event;
use bluepencil::store::incarnation::Condition;
use bluepencil::store::{WriteBatch, Writes, deletion};
use leptos::task::spawn_local;

use super::other_tabs::OtherTabs;
use super::strict_tier::Strict;
use crate::browser::clock;
use crate::browser::indexed_db::{StrictStore, Written};
use crate::browser::local_storage::LocalStore;

/// What every key begins with that is read when the page starts.
pub const RECORDS: &str = "bluepencil/";

/// How often storage may be emptied or closed while one change is kept, before the page says that it cannot be.
const MOST_LOSSES: usize = 5;
/// Why nothing is kept then.
const EMPTIED_AGAIN: &str = "another program empties the storage of this page again and again.";

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
    /// The quick tier was emptied and is to be refilled from the strict one.
    pub(super) quick_was_emptied: Cell<bool>,
    strict: RefCell<Strict>,
    /// What waits is being written into the strict tier.
    writing: Cell<bool>,
}

impl Tiers {
    /// The quick tier, if the browser lets the page keep anything; the strict one is opened later. `report` is told how keeping
    /// goes.
    pub fn new(report: Rc<dyn Fn(Event)>) -> Self {
        let tab = clock::random_uuid().simple().to_string();
        let mut quick = LocalStore::probe();
        // Whichever it is: from now on it is the known one.
        quick.look();
        Self {
            tabs: OtherTabs::new(Rc::clone(&report)),
            report,
            writer: tab.chars().take(8).collect(),
            quick: RefCell::new(quick),
            quick_refuses: RefCell::default(),
            quick_was_emptied: Cell::default(),
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

    /// Opens the strict tier; `None` where the browser refuses it. Where it is closed later, it is opened again.
    pub async fn open_store(self: &Rc<Self>) -> Option<StrictStore> {
        let tiers = Rc::clone(self);
        StrictStore::open(move || tiers.connection_lost()).await.ok()
    }

    /// Every record of the strict tier whose key begins so, by key; `None` where it cannot be read.
    pub async fn strict_records(self: &Rc<Self>, prefix: &str) -> Option<Records> {
        for _ in 0..MOST_LOSSES {
            match self.store()?.records(prefix).await {
                Ok(held) if self.is_known(held.incarnation.as_deref()) => return Some(held.records.records()),
                Ok(held) => self.strict_looked_at(held.incarnation),
                Err(_) => self.open_again().await?,
            }
        }
        None
    }

    /// Whether something would be lost if the page were closed now.
    pub fn has_unkept(&self) -> bool {
        !self.strict.borrow().is_wiped() && (self.writing.get() || self.quick_refuses.borrow().is_some())
    }

    /// Keeps what an action has changed, in both tiers: in the quick one at once.
    pub fn keep(self: &Rc<Self>, batch: WriteBatch) {
        if self.look_at_quick() == Condition::Wiped {
            return;
        }
        let strict_alone = batch.strict.clone();
        let changed = batch.into_writes();
        let write = || self.quick.borrow_mut().write_action(changed.clone(), &self.writer).err();
        let mut refusal = write();
        if self.look_at_quick() == Condition::Emptied {
            // Some of it may have gone with the rest.
            refusal = write();
        }
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
            let outcome = tiers.write_waiting().await;
            tiers.writing.set(false);
            let strictly = outcome == Outcome::Strictly;
            if strictly {
                tiers.quick_refuses.replace(None);
            }
            let refusal = tiers.quick_refuses.borrow().clone();
            // Where there is no strict tier, all has been done that can be.
            if strictly || (tiers.store().is_none() && refusal.is_none()) {
                tiers.quick.borrow_mut().let_go();
            }
            tiers.report(match (outcome, refusal) {
                (Outcome::EmptiedAgain, _) => Event::SaveFailed(EMPTIED_AGAIN.to_owned()),
                (_, Some(reason)) => Event::SaveFailed(reason),
                (_, None) => Event::Saved { strictly },
            });
        });
    }

    /// Writes until nothing waits. What the strict tier has refused goes on waiting.
    async fn write_waiting(self: &Rc<Self>) -> Outcome {
        let mut losses = 0;
        loop {
            if self.quick_was_emptied.take() {
                self.refill_quick().await;
                losses += 1;
            }
            if losses > MOST_LOSSES {
                return Outcome::EmptiedAgain;
            }
            let Some((store, writes)) = self.strict.borrow_mut().take_waiting() else {
                // The quick one may have been emptied while it was written.
                if self.look_at_quick() == Condition::Emptied {
                    continue;
                }
                return Outcome::NotStrictly;
            };
            if writes.is_empty() && self.strict.borrow().is_marked() {
                return Outcome::Strictly;
            }
            match self.written(store, &writes).await {
                Some(Written::All { newer, incarnation }) => {
                    self.strict.borrow_mut().mark(Some(incarnation));
                    self.tabs.tell(&without(writes, &newer));
                    if !newer.is_empty() {
                        drop(self.quick.borrow_mut().write(newer.clone()));
                        self.tabs.hear(newer);
                    }
                }
                Some(Written::Other(found)) => {
                    losses += 1;
                    self.strict.borrow_mut().wait_first(writes);
                    self.strict_looked_at(found);
                }
                None => {
                    self.strict.borrow_mut().wait_first(writes);
                    if self.look_at_quick() != Condition::Emptied && !self.quick_was_emptied.get() {
                        return Outcome::NotStrictly;
                    }
                }
            }
        }
    }

    /// Writes into the strict tier; a browser that has closed it meanwhile is asked once more. `None` where the browser refuses.
    async fn written(self: &Rc<Self>, store: StrictStore, writes: &Writes) -> Option<Written> {
        let write = async |store: StrictStore, writes: &Writes| {
            let known = self.strict.borrow().incarnation();
            store.write(writes.clone(), known.as_deref(), clock::random_uuid().to_string()).await.ok()
        };
        if let Some(written) = write(store, writes).await {
            return Some(written);
        }
        self.open_again().await?;
        if let Some(written) = write(self.store()?, writes).await {
            return Some(written);
        }
        // On a full disk there is no room for what is deleted, and deleting it makes room.
        write(self.store()?, &deletion::without_kept(writes)?).await
    }
}

/// How writing into the strict tier has ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// It has everything.
    Strictly,
    /// There is none, or it refuses.
    NotStrictly,
    /// A tier was emptied again as often as it was refilled.
    EmptiedAgain,
}

/// What other tabs are told of what was written: not what gave way to one of theirs, and not what is this tab's alone.
fn without(mut writes: Writes, newer: &Writes) -> Writes {
    writes.retain(|(key, _)| key.starts_with(RECORDS) && newer.iter().all(|(kept, _)| kept != key));
    writes
}
