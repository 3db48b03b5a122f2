//! Tiers that change under the open page: emptied, closed, deleted or begun anew by the browser, by another program or in
//! another tab. Each is compared with the marker that this page knows of it, whenever it is written or read, whenever the
//! browser says that something has happened, and when the page comes into view again.
//!
//! A quick tier that was emptied is refilled from the strict one. A strict tier that was emptied is refilled from the quick one
//! and from all that the session holds, because the quick one may never have had all of it. What the user has deleted is not
//! written again.

use std::rc::Rc;

use bluepencil::session::Event;
use bluepencil::store::incarnation::{Condition, condition};
use bluepencil::store::reconciliation;
use leptos::task::spawn_local;

use super::tiers::{RECORDS, Tiers};
use super::wipe;
use crate::browser::storage_watch;

impl Tiers {
    /// Looks at both tiers whenever the browser says that something may have happened to them.
    pub fn watch(self: &Rc<Self>) {
        let tiers = Rc::clone(self);
        storage_watch::start(move || tiers.look());
    }

    /// Looks at both tiers, and refills what was emptied.
    fn look(self: &Rc<Self>) {
        if self.look_at_quick() == Condition::Wiped {
            return;
        }
        let tiers = Rc::clone(self);
        spawn_local(async move {
            let Some(store) = tiers.store() else { return };
            match store.incarnation().await {
                Ok(found) => tiers.strict_looked_at(found),
                Err(_) => tiers.connection_lost(),
            }
        });
    }

    /// The connection to the strict tier cannot be used any more: it is opened again, and looked at.
    pub fn connection_lost(self: &Rc<Self>) {
        let tiers = Rc::clone(self);
        spawn_local(async move {
            if tiers.open_again().await.is_some()
                && let Some(store) = tiers.store()
                && let Ok(found) = store.incarnation().await
            {
                tiers.strict_looked_at(found);
            }
        });
    }

    /// Opens the strict tier again, which was closed; `None` where the browser refuses, or there was none.
    pub async fn open_again(self: &Rc<Self>) -> Option<()> {
        self.store()?;
        let store = self.open_store().await?;
        self.strict().borrow_mut().open_again(store);
        Some(())
    }

    /// Looks at the quick tier. Where it was emptied, it is refilled as soon as this comes back.
    pub fn look_at_quick(self: &Rc<Self>) -> Condition {
        if self.strict().borrow().is_wiped() {
            return Condition::Wiped;
        }
        let condition = self.quick().borrow_mut().look();
        match condition {
            Condition::Intact | Condition::Marked => {}
            Condition::Wiped => wipe::begin_anew(self),
            Condition::Emptied => {
                self.quick_was_emptied.set(true);
                self.confirm();
            }
        }
        condition
    }

    /// Whether this is the known marker of the strict tier.
    pub fn is_known(&self, found: Option<&str>) -> bool {
        self.strict().borrow().incarnation().as_deref() == found
    }

    /// This marker was found in the strict tier. Where it was emptied, what the quick tier has waits to be written there, and
    /// the session is asked for all that it holds; nothing of this waits for anything.
    pub fn strict_looked_at(self: &Rc<Self>, found: Option<String>) {
        if self.strict().borrow().is_wiped() {
            return;
        }
        let known = self.strict().borrow().incarnation();
        match condition(known.as_deref(), found.as_deref()) {
            Condition::Intact => {}
            Condition::Marked => self.strict().borrow_mut().mark(found),
            Condition::Wiped => wipe::begin_anew(self),
            Condition::Emptied => {
                let records = self.quick().borrow().records("1/");
                let mut strict = self.strict().borrow_mut();
                strict.mark(found);
                strict.wait_first(reconciliation::refill(records));
                drop(strict);
                self.report(Event::StorageEmptied);
                self.confirm();
            }
        }
    }

    /// Refills the quick tier from the strict one, and with what waits to be written there; where the strict tier cannot be
    /// read, the session is asked for all that it holds.
    pub async fn refill_quick(self: &Rc<Self>) {
        let held = self.strict_records(RECORDS).await;
        let is_readable = held.is_some();
        let mut writes = reconciliation::refill(held.unwrap_or_default());
        let waiting = self.strict().borrow_mut().waiting().cloned().unwrap_or_default();
        writes.extend(waiting.into_iter().filter(|(key, _)| key.starts_with(RECORDS)));
        // Where there is no room for all of it, the strict tier has it, or is tried again.
        drop(self.quick().borrow_mut().write(writes));
        if !is_readable {
            self.report(Event::StorageEmptied);
        }
    }
}
