//! Loading from storage: articles, the library, undo logs, earlier versions, and all records.

use std::cell::RefCell;
use std::rc::Rc;

use bluepencil::article::ArticleId;
use bluepencil::session::{
    After, Collecting, DeletionEvent, DeskFileEvent, DraftEvent, Event, Stored, VersionEvent, VersionQuery,
    VersionToKeep,
};
use bluepencil::store::library::Summaries;
use bluepencil::store::load::Loading;
use bluepencil::store::{Deletion, DraftId, Key, Library, deletion, draft, key, load, reconciliation};
use leptos::task::spawn_local;

use super::tiers::{RECORDS, Records, Tiers};
use crate::browser::clock;
use crate::browser::slices::Slices;

/// How many records an article has whose text is shown before they are read.
const TEXT_FIRST: usize = 2_000;

/// What is to be loaded, and what is to be done then.
type Wanted = (Vec<ArticleId>, After);

/// What reads from both tiers.
pub struct Reading {
    tiers: Rc<Tiers>,
    /// What was wanted while the page starts: it is put together from what was found then.
    first: RefCell<Option<Vec<Wanted>>>,
}

impl Reading {
    /// From these tiers.
    pub fn of(tiers: Rc<Tiers>) -> Self {
        Self { tiers, first: RefCell::default() }
    }

    /// Does what starts the page, and loads what it wants from the records that were found.
    pub async fn start(&self, start: impl FnOnce(), found: Records) {
        self.first.replace(Some(Vec::new()));
        start();
        for (ids, then) in self.first.take().unwrap_or_default() {
            let mut stored = Vec::with_capacity(ids.len());
            for id in ids {
                stored.push(put_together(&self.tiers, id, of_article(&found, id), &then).await);
            }
            self.tiers.report(Event::Loaded(stored, then));
        }
    }

    /// Puts articles together from what is stored, and reports [`Event::Loaded`]; of a large one that is to be shown first
    /// [`Event::Opening`].
    pub fn load(&self, ids: Vec<ArticleId>, then: After) {
        if let Some(first) = &mut *self.first.borrow_mut() {
            return first.push((ids, then));
        }
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let mut stored = Vec::with_capacity(ids.len());
            for id in ids {
                let records = read(&tiers, &format!("1/{id}/")).await;
                stored.push(put_together(&tiers, id, &records, &then).await);
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
            let library = library(&read(&tiers, "1/").await).await;
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

    /// Writes the file of a version when the browser is idle, and reports [`VersionEvent::Written`].
    pub fn write_version(&self, pieces: impl Iterator<Item = String> + 'static, version: VersionToKeep) {
        let tiers = Rc::clone(&self.tiers);
        spawn_local(async move {
            let (mut slices, mut file) = (Slices::begin_when_idle().await, String::new());
            for piece in pieces {
                file.push_str(&piece);
                slices.rest().await;
            }
            tiers.report(Event::Versions(VersionEvent::Written(version, file)));
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
pub async fn library(records: &[(String, String)]) -> Library {
    let (mut slices, mut summaries) = (Slices::begin(), Summaries::default());
    for (key, value) in records {
        summaries.take(key, value);
        slices.rest().await;
    }
    summaries.finish()
}

/// The records of an article among others, which are sorted by key.
fn of_article(records: &[(String, String)], id: ArticleId) -> &[(String, String)] {
    let prefix = Key::prefix(id);
    let start = records.partition_point(|(key, _)| *key < prefix);
    let length = records.iter().skip(start).take_while(|(key, _)| key.starts_with(&prefix)).count();
    records.get(start..start + length).unwrap_or_default()
}

/// Puts an article together from its records, sorted by key. Of a large one that is to be shown, the text is reported first.
async fn put_together(tiers: &Tiers, id: ArticleId, records: &[(String, String)], then: &After) -> Stored {
    let find = |key: Key| {
        let key = key.to_string();
        let place = records.binary_search_by(|(known, _)| known.cmp(&key)).ok()?;
        records.get(place).map(|(_, value)| value.as_str())
    };
    let mut loading = match Loading::begin(id, find) {
        Ok(loading) => loading,
        Err(_) => return Stored::of(id, records),
    };
    if records.len() > TEXT_FIRST && matches!(then, After::Open(_)) {
        tiers.report(Event::Opening(Box::new(loading.without_annotations())));
    }
    let (mut slices, mut is_newer) = (Slices::begin(), false);
    for (key, value) in records {
        is_newer |= load::is_newer(id, [(key.as_str(), value.as_str())]);
        loading.take(key, value);
        slices.rest().await;
    }
    Stored { id, document: Ok(loading.finish()), is_newer }
}

/// The records whose key begins with `bluepencil/` and then `rest`, of every key the newer state of both tiers: another
/// tab's change may have reached only one of them. The quick tier is asked last and answers at once, so nothing that this
/// tab does meanwhile is missed.
async fn read(tiers: &Rc<Tiers>, rest: &str) -> Records {
    tiers.are_whole().await;
    tiers.look_at_quick();
    let held = tiers.strict_records(&format!("{RECORDS}{rest}")).await.unwrap_or_default();
    let quick = tiers.quick().borrow().records(rest);
    match reconciliation::lacking(&quick, &held) {
        Some(_) => held,
        None => reconciliation::reconciled(quick, &held, &clock::now()),
    }
}
