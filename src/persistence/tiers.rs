//! Both tiers of storage, written at every action.
//!
//! Local storage takes a change at once, so that a crash of the page between the action and the disk loses nothing;
//! IndexedDB says when it is safe, and only then the page says "Saved". It is the judge between tabs as well: what another
//! tab has written meanwhile and is newer stays, and this tab takes it over.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use async_lock::{Mutex, MutexGuardArc};
use bluepencil::session::Event;
use bluepencil::store::incarnation::Condition;
use bluepencil::store::{WriteBatch, Writes, deletion, write_ahead_log};
use leptos::task::spawn_local;

use super::other_tabs::OtherTabs;
use super::strict_tier::Strict;
use crate::browser::clock;
use crate::browser::indexed_db::{StrictStore, Written};
use crate::browser::local_storage::LocalStore;
use crate::browser::slices::Slices;

/// What every key begins with that is read when the page starts.
pub const RECORDS: &str = "bluepencil/";

/// How often storage may be emptied or closed while one change is kept, before the page says that it cannot be.
const MOST_LOSSES: usize = 5;
/// Why nothing is kept then.
const EMPTIED_AGAIN: &str = "another program empties the storage of this page again and again.";

/// How many records of a large action other tabs are told of at once, and how many are mirrored at once.
const TOLD_AT_ONCE: usize = 256;
const MIRRORED_AT_ONCE: usize = 32;

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
    /// What is kept while a large action is being got ready for the strict tier, to be written after it.
    later: RefCell<Option<Writes>>,
    /// A large action that is for the strict tier is not in the quick one.
    unmirrored: Cell<bool>,
    /// It stands in the log of the quick one, because the strict one has refused it.
    logged: Cell<bool>,
    /// Held while a large action is in neither tier: who reads must wait for it.
    whole: Arc<Mutex<()>>,
    held_up: RefCell<Option<MutexGuardArc<()>>>,
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
            writing: Cell::default(),
            later: RefCell::default(),
            unmirrored: Cell::default(),
            logged: Cell::default(),
            whole: Arc::default(),
            held_up: RefCell::default(),
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
                Ok(held) if self.is_known(held.incarnation.as_deref()) => {
                    return Some(held.records.records_in_slices().await);
                }
                Ok(held) => self.strict_looked_at(held.incarnation),
                Err(_) => self.open_again().await?,
            }
        }
        None
    }

    /// Waits until no large action is on its way, so that what one tier lacks the other has.
    pub async fn are_whole(&self) {
        drop(self.whole.lock().await);
    }

    /// Whether something would be lost if the page were closed now.
    pub fn has_unkept(&self) -> bool {
        let is_on_its_way = self.writing.get() || self.later.borrow().is_some();
        !self.strict.borrow().is_wiped() && (is_on_its_way || self.quick_refuses.borrow().is_some())
    }

    /// Keeps what an action has changed, in both tiers: in the quick one at once, unless it is too large to be whole there.
    pub fn keep(self: &Rc<Self>, mut batch: WriteBatch) {
        if self.look_at_quick() == Condition::Wiped {
            return;
        }
        if write_ahead_log::is_too_large(&batch) && self.strict.borrow_mut().waiting().is_some() {
            return self.keep_large(batch);
        }
        let strict_alone = std::mem::take(&mut batch.strict);
        let changed = batch.into_writes();
        let write = || self.quick.borrow_mut().write_action(changed.clone(), &self.writer).err();
        let mut refusal = write();
        if self.look_at_quick() == Condition::Emptied {
            // Some of it may have gone with the rest.
            refusal = write();
        }
        self.quick_refuses.replace(refusal);
        match self.strict.borrow_mut().waiting() {
            Some(_) => {}
            None => self.tabs.tell(&changed),
        }
        self.await_strict(changed.into_iter().chain(strict_alone).collect());
    }

    /// Lets writes wait for the strict tier, if there is one, and has what waits written.
    fn await_strict(self: &Rc<Self>, writes: Writes) {
        if let Some(later) = &mut *self.later.borrow_mut() {
            return later.extend(writes);
        }
        if let Some(waiting) = self.strict.borrow_mut().waiting() {
            waiting.extend(writes);
        }
        self.confirm();
    }

    /// Keeps a large action, such as an import: in the strict tier, which takes it as a whole, and only then in the quick one,
    /// which takes record by record. The page goes on meanwhile.
    fn keep_large(self: &Rc<Self>, batch: WriteBatch) {
        if let Some(later) = &mut *self.later.borrow_mut() {
            later.extend(batch.strict.clone().into_iter().chain(batch.into_writes()));
            return;
        }
        self.later.replace(Some(Writes::new()));
        if let Some(guard) = self.whole.try_lock_arc() {
            self.held_up.replace(Some(guard));
        }
        let tiers = Rc::clone(self);
        spawn_local(async move {
            let mut slices = Slices::begin();
            let mut writes = Writes::with_capacity(batch.puts.len() + batch.deletes.len() + batch.strict.len());
            for (key, record) in batch.puts {
                writes.push((key.to_string(), Some(record)));
                slices.rest().await;
            }
            for key in batch.deletes {
                writes.push((key.to_string(), None));
                slices.rest().await;
            }
            writes.extend(batch.strict);
            writes.extend(tiers.later.take().unwrap_or_default());
            tiers.unmirrored.set(true);
            tiers.logged.set(false);
            tiers.await_strict(writes);
        });
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
            if tiers.later.borrow().is_some() {
                // A large action has come meanwhile and is not written yet. When it is, that is told of all.
                return;
            }
            let strictly = outcome == Outcome::Strictly;
            if !strictly && tiers.unmirrored.get() && !tiers.logged.get() {
                // Only as a whole: a part of an import would be taken for all of it after a crash. Where it is refused it is
                // tried again after the next action.
                let mut waiting = tiers.strict.borrow_mut().waiting().cloned().unwrap_or_default();
                // Undo logs and earlier versions are for the strict tier alone.
                waiting.retain(|(key, _)| key.starts_with(RECORDS));
                let refusal = tiers.quick.borrow_mut().log(&waiting, &tiers.writer).err();
                tiers.logged.set(refusal.is_none());
                tiers.quick_refuses.replace(refusal);
            }
            if strictly {
                tiers.logged.set(false);
                tiers.quick_refuses.replace(None);
            }
            tiers.held_up.take();
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
                    let written = without(writes, &newer);
                    self.tell(&written).await;
                    if self.unmirrored.take() {
                        self.mirror_large(written);
                    }
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

    /// Tells the other tabs of what was written.
    async fn tell(&self, written: &Writes) {
        let mut slices = Slices::begin();
        for part in written.chunks(TOLD_AT_ONCE) {
            self.tabs.tell(part);
            slices.rest().await;
        }
    }

    /// Puts a large action that the strict tier has taken into the quick one as well: all of it, or, where there is no room for
    /// that, what is there in an older state. Nothing waits for it.
    fn mirror_large(self: &Rc<Self>, mut writes: Writes) {
        let size: usize = writes.iter().map(|(key, value)| key.len() + value.as_ref().map_or(0, String::len)).sum();
        if size > self.quick.borrow().room() {
            let there = self.quick.borrow().keys();
            writes.retain(|(key, _)| there.contains(key));
        }
        self.mirror(writes);
    }

    /// Puts what the strict tier has into the quick one as well. Nothing waits for it.
    pub fn mirror(self: &Rc<Self>, writes: Writes) {
        let tiers = Rc::clone(self);
        let mut writes = writes.into_iter();
        spawn_local(async move {
            let mut slices = Slices::begin_when_idle().await;
            loop {
                let part: Writes = writes.by_ref().take(MIRRORED_AT_ONCE).collect();
                // Whoever empties it meanwhile has it refilled from the strict tier.
                if part.is_empty() || tiers.look_at_quick() != Condition::Intact {
                    return;
                }
                if tiers.quick.borrow_mut().write(part).is_err() {
                    // Somebody else has taken the room. The strict tier has everything, so nothing needs to be tried again.
                    return tiers.quick.borrow_mut().let_go();
                }
                slices.rest().await;
            }
        });
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
