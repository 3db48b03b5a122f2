//! Loading from storage: articles, the library, undo logs, earlier versions, and all records.

use std::cell::RefCell;
use std::rc::Rc;

use bluepencil::article::ArticleId;
use bluepencil::session::{
    After, Collecting, DeletionEvent, DeskFileEvent, DraftEvent, Event, Stored, VersionEvent, VersionQuery,
};
use bluepencil::store::{Deletion, DraftId, Library, deletion, draft, key, library, reconciliation};
use leptos::task::spawn_local;

use super::tiers::{RECORDS, Records, Tiers};
use crate::browser::clock;

/// What reads from both tiers.
pub struct Reading {
    tiers: Rc<Tiers>,
    /// All records, as the page has found them; the first article is put together from them.
    found: RefCell<Records>,
}

impl Reading {
    /// From these tiers.
    pub fn of(tiers: Rc<Tiers>) -> Self {
        Self { tiers, found: RefCell::default() }
    }

    /// These were found when the page started: the next articles are put together from them, unless they are forgotten before.
    pub fn found(&self, records: Records) {
        self.found.replace(records);
    }

    /// What was found may be old by now.
    pub fn forget_found(&self) {
        self.found.take();
    }

    /// Puts articles together from what is stored, and reports [`Event::Loaded`]: at once while the page is starting.
    pub fn load(&self, ids: Vec<ArticleId>, then: After) {
        let found = self.found.take();
        if !found.is_empty() {
            let stored = ids.into_iter().map(|id| Stored::of(id, &found)).collect();
            return self.tiers.report(Event::Loaded(stored, then));
        }
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let mut stored = Vec::with_capacity(ids.len());
            for id in ids {
                stored.push(Stored::of(id, &read(&tiers, &format!("1/{id}/")).await));
            }
            tiers.report(Event::Loaded(stored, then));
        });
    }

    /// Reads every record and reports [`DeskFileEvent::Collected`].
    pub fn collect(&self, wanted: Collecting) {
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let mut records = read(&tiers, "").await;
            records.extend(tiers.strict_records(key::HISTORY).await.unwrap_or_default());
            tiers.report(Event::DeskFile(DeskFileEvent::Collected(records, wanted)));
        });
    }

    /// Looks through the library once more and reports [`Event::LibraryRead`].
    pub fn read_library(&self) {
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let library = library(&read(&tiers, "1/").await);
            tiers.report(Event::LibraryRead(library));
        });
    }

    /// Reads the history that this tab keeps of an article and reports [`Event::HistoryRead`]; nothing where the tab can keep
    /// none. It is this tab's alone: undo undoes one's own, also after a reload.
    pub fn read_history(&self, article: ArticleId) {
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let Some(number) = tiers.strict().borrow().opened().and_then(|opened| opened.number) else { return };
            let prefix = format!("{}{number}/", key::history_prefix(article));
            if let Some(records) = tiers.strict_records(&prefix).await {
                tiers.report(Event::HistoryRead(article, prefix, records));
            }
        });
    }

    /// Reads which deletions are kept and reports [`DeletionEvent::Listed`].
    pub fn list_deletions(&self) {
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let records = tiers.strict_records(deletion::DELETIONS).await.unwrap_or_default();
            tiers.report(Event::Deletion(DeletionEvent::Listed(records)));
        });
    }

    /// Reads a deleted article and reports [`DeletionEvent::Read`], without a record where it cannot be read.
    pub fn read_deleted(&self, article: ArticleId) {
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let record = strict_record(&tiers, &Deletion::article_key(article)).await;
            tiers.report(Event::Deletion(DeletionEvent::Read(article, record)));
        });
    }

    /// Reads the long text of a draft and reports [`DraftEvent::Read`], without one where it cannot be read.
    pub fn read_draft(&self, id: DraftId) {
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let record = strict_record(&tiers, &draft::text_key(id)).await;
            tiers.report(Event::Draft(DraftEvent::Read(id, record)));
        });
    }

    /// Reads which earlier versions there are of an article and reports [`VersionEvent::Listed`]; nothing where they cannot be
    /// read.
    pub fn list_versions(&self, article: ArticleId, listing: VersionQuery) {
        let Some(store) = self.tiers.store() else { return };
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            if let Ok(keys) = store.keys(&key::versions_prefix(article)).await {
                tiers.report(Event::Versions(VersionEvent::Listed(keys, listing)));
            }
        });
    }

    /// Reads the earlier version of that key and reports [`VersionEvent::Read`] with `at`, the moment as it was shown; nothing
    /// where there is no strict tier.
    pub fn read_version(&self, key: String, at: String) {
        if self.tiers.store().is_none() {
            return;
        }
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let record = strict_record(&tiers, &key).await;
            tiers.report(Event::Versions(VersionEvent::Read(record, at)));
        });
    }
}

/// The record of the strict tier under a key; `None` where there is none, or it cannot be read.
async fn strict_record(tiers: &Rc<Tiers>, key: &str) -> Option<String> {
    tiers.strict_records(key).await?.into_iter().next().map(|(_, record)| record)
}

/// The library in these records.
pub fn library(records: &[(String, String)]) -> Library {
    library::summaries(records.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}

/// The records whose key begins with `bluepencil/` and then `rest`, of every key the newer state of both tiers: another
/// tab's change may have reached only one of them. The quick tier is asked last and answers at once, so nothing that this
/// tab does meanwhile is missed.
async fn read(tiers: &Rc<Tiers>, rest: &str) -> Records {
    tiers.are_whole().await;
    tiers.look_at_quick();
    let held = tiers.strict_records(&format!("{RECORDS}{rest}")).await.unwrap_or_default();
    let quick = tiers.quick().borrow().records(rest);
    reconciliation::reconciled(quick, &held, &clock::now())
}
