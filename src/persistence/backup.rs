//! The backup file on the person's own disk, written again once nothing was changed for a while.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use bluepencil::session::{BackupFileEvent, Event};
use leptos::prelude::set_timeout;
use leptos::task::spawn_local;

use crate::browser::clock;
use crate::browser::file_system_access::BackupFile;

/// The backup file is written after so long without a change.
const QUIET: Duration = Duration::from_secs(30);

/// The backup file.
pub struct Backup {
    report: Rc<dyn Fn(Event)>,
    /// `None` until one was chosen, and after one could not be written.
    file: RefCell<Option<BackupFile>>,
    /// Counts changes, to find out whether there was another.
    changes: Cell<u32>,
}

impl Backup {
    /// None yet. `report` is told when it is to be written, and how that went.
    pub fn new(report: Rc<dyn Fn(Event)>) -> Self {
        Self { report, file: RefCell::default(), changes: Cell::new(0) }
    }

    /// Asks where the file is to be, and reports [`BackupFileEvent::Due`], so that it is written for the first time.
    /// False where the person, or the browser, says no.
    pub async fn choose(&self) -> bool {
        let Some(file) = BackupFile::choose().await else { return false };
        self.file.replace(Some(file));
        (self.report)(Event::BackupFile(BackupFileEvent::Due));
        true
    }

    /// Leaves the file as it is, and knows none any more.
    pub fn end(&self) {
        self.file.replace(None);
    }

    /// Something was changed: where there is a file, [`BackupFileEvent::Due`] is reported once nothing more changes for a
    /// while.
    pub fn write_later(self: &Rc<Self>) {
        let now = self.changes.get().wrapping_add(1);
        self.changes.set(now);
        if self.file.borrow().is_none() {
            return;
        }
        let backup = Rc::clone(self);
        let write = move || {
            if backup.changes.get() == now {
                (backup.report)(Event::BackupFile(BackupFileEvent::Due));
            }
        };
        set_timeout(write, QUIET);
    }

    /// Writes the file, if there is one, and reports [`BackupFileEvent::Written`]. Where the browser refuses, the file is
    /// given up and [`BackupFileEvent::Failed`] is reported.
    pub fn write(self: &Rc<Self>, content: String) {
        let Some(file) = self.file.borrow().clone() else { return };
        let backup = Rc::clone(self);
        spawn_local(async move {
            let name = file.name();
            let written = file.write(&content).await.is_ok();
            (backup.report)(if written {
                Event::BackupFile(BackupFileEvent::Written { name, at: clock::local(&clock::now()) })
            } else {
                backup.file.replace(None);
                Event::BackupFile(BackupFileEvent::Failed(name))
            });
        });
    }
}
