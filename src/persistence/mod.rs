//! Keeping what the person does: both tiers of storage, brought in line when the page starts, written at every action, and
//! refilled where they are emptied meanwhile; the other tabs, which are told of it; the backup file; and what the storage panel
//! says of all that.
//!
//! It knows the browser and the library, and nothing of the page: what happens is reported as events of the session.

mod backup;
mod loading;
mod losses;
mod other_tabs;
mod start_up;
mod storage_usage;
mod strict_tier;
mod tiers;
mod wipe;

use std::rc::Rc;

use bluepencil::article::ArticleId;
use bluepencil::session::{After, Collecting, Event, Route, VersionQuery, VersionToKeep};
use bluepencil::store::{DraftId, Key, WriteBatch};

pub use storage_usage::Figures;

use self::backup::Backup;
use self::loading::Reading;
use self::storage_usage::Promise;
use self::tiers::Tiers;
use crate::browser::file_system_access::BackupFile;

/// All that keeps. There is one, which is cheap to copy; it belongs to the page's only thread.
#[derive(Clone)]
pub struct Persistence(Rc<Services>);

struct Services {
    tiers: Rc<Tiers>,
    reading: Rc<Reading>,
    backup: Rc<Backup>,
    promise: Promise,
}

impl Persistence {
    /// Over the storage of this browser, which is looked for at once and read at [`Self::start`]. `report` is told what
    /// happens: at any time from now on, also while one of the calls below goes on.
    pub fn new(report: impl Fn(Event) + 'static) -> Self {
        let report: Rc<dyn Fn(Event)> = Rc::new(report);
        let tiers = Rc::new(Tiers::new(Rc::clone(&report)));
        let reading = Rc::new(Reading::of(Rc::clone(&tiers)));
        Self(Rc::new(Services {
            tiers,
            reading,
            backup: Rc::new(Backup::new(Rc::clone(&report))),
            promise: Promise::new(report),
        }))
    }

    /// The name under which this tab writes: eight characters that no other tab has.
    pub fn writer(&self) -> &str {
        self.0.tiers.writer()
    }

    /// Joins the other tabs, brings both tiers in line and reports [`Event::Started`], with the place that `route`
    /// gives when it comes to that. Then calls `started`, and reports what other tabs have written meanwhile. To be
    /// called once.
    pub fn start(&self, route: impl FnOnce() -> Route + 'static, started: impl FnOnce() + 'static) {
        start_up::start(&self.0.tiers, &self.0.reading, route, started);
    }

    /// Keeps what an action has changed: in the quick tier before this comes back, in the strict one soon after. Reports
    /// [`Event::Saved`], or [`Event::SaveFailed`] where neither takes it.
    pub fn keep(&self, batch: WriteBatch) {
        let Services { tiers, backup, promise, .. } = &*self.0;
        if tiers.strict().borrow().is_wiped() {
            return;
        }
        if batch.puts.iter().any(|(key, _)| matches!(key, Key::Annotation(..))) {
            promise.first_mark();
        }
        backup.write_later();
        tiers.keep(batch);
    }

    /// Whether closing the page now would lose something.
    pub fn has_unkept(&self) -> bool {
        self.0.tiers.has_unkept()
    }

    /// Puts articles together from what is stored and reports [`Event::Loaded`] with what is to be done then; before this comes
    /// back where [`Event::Started`] is just being answered.
    pub fn load(&self, ids: Vec<ArticleId>, then: After) {
        self.0.reading.load(ids, then);
    }

    /// Reads every record, of every tier, and reports `DeskFileEvent::Collected` with what they are wanted for.
    pub fn collect(&self, wanted: Collecting) {
        self.0.reading.collect(wanted);
    }

    /// Looks through the stored articles once more and reports [`Event::LibraryRead`].
    pub fn read_library(&self) {
        self.0.reading.read_library();
    }

    /// Reads the history that this tab keeps of an article and reports [`Event::HistoryRead`]; nothing where it can keep none.
    pub fn read_history(&self, article: ArticleId) {
        self.0.reading.read_history(article);
    }

    /// Reads which deletions are kept and reports `DeletionEvent::Listed`. Better called once the page is painted: it can wait.
    pub fn list_deletions(&self) {
        self.0.reading.list_deletions();
    }

    /// Reads a deleted article and reports `DeletionEvent::Read`, without a record where it cannot be read.
    pub fn read_deleted(&self, article: ArticleId) {
        self.0.reading.read_deleted(article);
    }

    /// Reads the long text of a draft and reports `DraftEvent::Read`, without one where it cannot be read.
    pub fn read_draft(&self, id: DraftId) {
        self.0.reading.read_draft(id);
    }

    /// Reads which earlier versions there are of an article and reports `VersionEvent::Listed`; nothing where there is no
    /// strict tier, or it cannot be read. Better called once a change is painted: it can wait.
    pub fn list_versions(&self, article: ArticleId, listing: VersionQuery) {
        self.0.reading.list_versions(article, listing);
    }

    /// Writes the file of a version when the browser is idle, and reports `VersionEvent::Written`.
    pub fn write_version(&self, pieces: impl Iterator<Item = String> + 'static, version: VersionToKeep) {
        self.0.reading.write_version(pieces, version);
    }

    /// Reads the earlier version of that key and reports `VersionEvent::Read`, without a record where it cannot be read;
    /// nothing where there is no strict tier. `at` is the moment as it was shown, and is handed on.
    pub fn read_version(&self, key: String, at: String) {
        self.0.reading.read_version(key, at);
    }

    /// Finds out how much is kept, and how safely.
    pub async fn figures(&self) -> Figures {
        storage_usage::figures(&self.0.tiers).await
    }

    /// Asks the browser for its promise to keep everything; true where it gives it.
    pub async fn wish(&self) -> bool {
        self.0.promise.wish().await
    }

    /// The damaged records of each tier, as indented JSON.
    pub async fn damaged(&self) -> String {
        storage_usage::damaged(&self.0.tiers).await
    }

    /// Deletes everything, in both tiers and in every tab, and loads the page anew; reports [`Event::WipeRefused`] where the
    /// browser refuses, and nothing was deleted then.
    pub fn wipe(&self) {
        wipe::wipe(&self.0.tiers);
    }

    /// Whether this browser can keep a backup file.
    pub fn can_back_up() -> bool {
        BackupFile::is_possible()
    }

    /// Asks where the backup file is to be; true where one was chosen, and then `BackupFileEvent::Due` was reported.
    /// From then on it is reported again after 30 seconds without a change, as often as something was changed.
    pub async fn choose_backup(&self) -> bool {
        self.0.backup.choose().await
    }

    /// Leaves the backup file as it is from now on, until one is chosen again.
    pub fn end_backup(&self) {
        self.0.backup.end();
    }

    /// Writes the backup file, where there is one, and reports `BackupFileEvent::Written`; where the browser refuses,
    /// the file is given up, and `BackupFileEvent::Failed` is reported.
    pub fn back_up(&self, content: String) {
        self.0.backup.write(content);
    }
}
