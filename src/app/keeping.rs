//! Keeping: both tiers of storage, brought in line when the page starts and written at every action; and the other tabs,
//! which are told of it.
//!
//! Local storage takes a change at once, so that a crash of the page between the action and the disk loses nothing;
//! IndexedDB says when it is safe, and only then the page says "Saved". It is the judge between tabs as well: what another
//! tab has written meanwhile and is newer stays, and this tab takes it over.

use bluepencil::article::ArticleId;
use bluepencil::session::{After, Collecting, Event, Listing, Route, Stored};
use bluepencil::store::{Key, Library, WriteBatch, Writes, recover, steps, tiers, versions};
use leptos::ev;

use super::desk::Desk;
use super::storing;
use crate::browser::indexed_db::StrictStore;
use crate::browser::listen::{Page, listen};
use crate::browser::local_storage::LocalStore;
use crate::browser::strings::Held;
use crate::browser::tabs::Tabs;
use crate::browser::{alone, clock, dom, task};

/// What every key begins with that is read when the page starts.
const RECORDS: &str = "bluepencil/";

/// The strict tier, what is on its way there, and the other tabs.
#[derive(Default)]
pub struct Strict {
    /// `None` where the browser refuses it.
    store: Option<StrictStore>,
    /// What it has not confirmed yet, but for what is being written now.
    waiting: Writes,
    writing: bool,
    /// Why the quick tier refused the newest change, where it did.
    quick_refuses: Option<String>,
    tabs: Option<Tabs>,
    /// What other tabs have written while this one was starting.
    heard: Writes,
    /// All records, as the page has found them; the first article is put together from them.
    found: Vec<(String, String)>,
    /// The number under which this tab keeps history, which no other open tab has.
    number: Option<u32>,
    /// Everything was deleted: nothing is written any more.
    wiped: bool,
}

impl Strict {
    /// Tells the other tabs of records that were written, if any were.
    fn tell(&self, written: &Writes) {
        if let Some(tabs) = self.tabs.as_ref().filter(|_| !written.is_empty()) {
            tabs.tell(written);
        }
    }
}

/// Brings the tiers in line, looks through what is stored and opens the place that the address names.
pub fn begin(desk: Desk) {
    // Joined before anything is read: what is written after that is heard.
    let tabs = Tabs::join(move |records| if records.is_empty() { begin_anew(desk) } else { hear(desk, records) });
    desk.strict.update_value(|strict| strict.tabs = tabs);
    listen(Page::Window, "beforeunload", move |event: ev::BeforeUnloadEvent| {
        let waits = |strict: &Strict| !strict.wiped && (strict.writing || strict.quick_refuses.is_some());
        if !dom::has_stopped() && desk.strict.with_value(waits) {
            event.prevent_default();
        }
    });
    task::run(async move {
        let asked = StrictStore::open().await.and_then(|store| Ok((store.ask(RECORDS)?, store)));
        // While the browser fetches the records of the strict tier, those of the quick one are read.
        desk.store.update_value(LocalStore::make_whole);
        let quick = desk.store.with_value(LocalStore::held);
        let all = || desk.store.with_value(|quick| quick.records(""));
        let mut records = quick.as_ref().map_or_else(all, Held::records);
        let number = alone::number_of_tab().await;
        // What cannot be read cannot be trusted with more.
        let strict = match asked {
            Ok((asked, store)) => asked.answer().await.ok().map(|held| (store, held)),
            Err(_) => None,
        };
        if let Some((store, held)) = strict {
            // Nearly always both hold the same, and then there is nothing to join.
            let alike = quick.is_some_and(|quick| quick.are(&held));
            let [of_quick, waiting] = match alike {
                true => Default::default(),
                false => tiers::join(&records, &held.records(), &clock::now()),
            };
            if !of_quick.is_empty() {
                desk.store.update_value(|quick| drop(quick.write(of_quick)));
                records = all();
            }
            desk.strict.update_value(|strict| {
                strict.store = Some(store);
                strict.waiting = waiting;
                strict.number = number;
            });
        }
        let library = library(&records);
        desk.strict.update_value(|strict| strict.found = records);
        desk.dispatch(Event::Started { library, route: Route::parse(&dom::address()) });
        desk.started.set(true);
        let heard = desk.strict.update_value(|strict| {
            strict.found = Vec::new();
            std::mem::take(&mut strict.heard)
        });
        hear(desk, heard);
        confirm(desk);
    });
}

/// Takes in what another tab has written.
fn hear(desk: Desk, records: Writes) {
    if !desk.started.get_untracked() {
        desk.strict.update_value(|strict| strict.heard.extend(records));
    } else if !records.is_empty() {
        desk.dispatch(Event::Received(records));
    }
}

/// Puts articles together from what is stored, and hands them over.
pub fn load(desk: Desk, ids: Vec<ArticleId>, then: After) {
    let found = desk.strict.update_value(|strict| std::mem::take(&mut strict.found));
    if !found.is_empty() {
        let stored = ids.into_iter().map(|id| Stored::of(id, &found)).collect();
        return desk.dispatch(Event::Loaded(stored, then));
    }
    task::run(async move {
        let mut stored = Vec::with_capacity(ids.len());
        for id in ids {
            stored.push(Stored::of(id, &read(desk, &format!("1/{id}/")).await));
        }
        desk.dispatch(Event::Loaded(stored, then));
    });
}

/// Reads every record and hands them over.
pub fn collect(desk: Desk, wanted: Collecting) {
    task::run(async move {
        let mut records = read(desk, "").await;
        if let Some(store) = desk.strict.with_value(|strict| strict.store.clone()) {
            records.extend(store.records(steps::HISTORY).await.unwrap_or_default());
        }
        desk.dispatch(Event::Collected(records, wanted));
    });
}

/// All that each tier holds of ours, the quick one first.
pub async fn everything(desk: Desk) -> [Vec<(String, String)>; 2] {
    let held = match desk.strict.with_value(|strict| strict.store.clone()) {
        Some(store) => store.records(RECORDS).await.unwrap_or_default(),
        None => Vec::new(),
    };
    [desk.store.with_value(|quick| quick.records("")), held]
}

/// Deletes everything, in both tiers and in every tab, and begins anew.
pub fn wipe(desk: Desk) {
    let store = desk.strict.update_value(|strict| {
        strict.wiped = true;
        strict.waiting = Writes::new();
        strict.store.clone()
    });
    task::run(async move {
        if let Some(store) = store
            && store.wipe().await.is_err()
        {
            desk.strict.update_value(|strict| strict.wiped = false);
            desk.alert.set("The browser refused to delete everything. Nothing was deleted. Load the page again and try once more, or clear the data of this site in the browser’s own settings.".to_owned());
            return;
        }
        desk.store.update_value(|quick| quick.wipe());
        desk.strict.with_value(|strict| strict.tabs.iter().for_each(|tabs| tabs.tell(&Writes::new())));
        begin_anew(desk);
    });
}

/// Everything was deleted, here or in another tab: what this page shows is not kept any more.
fn begin_anew(desk: Desk) {
    desk.strict.update_value(|strict| strict.wiped = true);
    alone::forget();
    dom::begin_anew();
}

/// Looks through the library once more.
pub fn read_library(desk: Desk) {
    task::run(async move {
        let library = library(&read(desk, "1/").await);
        desk.dispatch(Event::LibraryRead(library));
    });
}

/// Reads the history that this tab keeps of an article. It is this tab's alone: undo undoes one's own, also after a reload.
pub fn read_history(desk: Desk, article: ArticleId) {
    task::run(async move {
        let (store, number) = desk.strict.with_value(|strict| (strict.store.clone(), strict.number));
        let (Some(store), Some(number)) = (store, number) else { return };
        let prefix = format!("{}{number}/", steps::prefix(article));
        if let Ok(records) = store.records(&prefix).await {
            desk.dispatch(Event::HistoryRead(article, prefix, records));
        }
    });
}

/// Reads which earlier versions there are of an article, when what was changed is on the page.
pub fn list_versions(desk: Desk, article: ArticleId, listing: Listing) {
    let Some(store) = desk.strict.with_value(|strict| strict.store.clone()) else { return };
    dom::after_paint(move || {
        task::run(async move {
            if let Ok(keys) = store.keys(&versions::prefix(article)).await {
                desk.dispatch(Event::VersionsListed(keys, listing));
            }
        });
    });
}

/// Reads an earlier version.
pub fn read_version(desk: Desk, key: String, at: String) {
    let Some(store) = desk.strict.with_value(|strict| strict.store.clone()) else { return };
    task::run(async move {
        let record = store.records(&key).await.ok().and_then(|records| Some(records.into_iter().next()?.1));
        desk.dispatch(Event::VersionRead(record, at));
    });
}

fn library(records: &[(String, String)]) -> Library {
    recover::summaries(records.iter().map(|(key, value)| (key.as_str(), value.as_str())))
}

/// The records whose key begins with `bluepencil/` and then `rest`, of every key the newer state of both tiers: another
/// tab's change may have reached only one of them. The quick tier is asked last and answers at once, so nothing that this
/// tab does meanwhile is missed.
async fn read(desk: Desk, rest: &str) -> Vec<(String, String)> {
    let held = match desk.strict.with_value(|strict| strict.store.clone()) {
        Some(store) => store.records(&format!("{RECORDS}{rest}")).await.unwrap_or_default(),
        None => Vec::new(),
    };
    let quick = desk.store.with_value(|quick| quick.records(rest));
    tiers::united(quick, &held, &clock::now())
}

/// Keeps what an action has changed, in both tiers.
pub fn keep(desk: Desk, batch: WriteBatch) {
    if desk.strict.with_value(|strict| strict.wiped) {
        return;
    }
    if batch.puts.iter().any(|(key, _)| matches!(key, Key::Annotation(..))) {
        storing::wish_once(desk);
    }
    storing::back_up_later(desk);
    let strict_alone = batch.strict.clone();
    let changed = batch.into_writes();
    let writer = desk.writer.get_value();
    let refusal = desk.store.update_value(|store| store.write_action(changed.clone(), &writer).err());
    desk.strict.update_value(|strict| {
        strict.quick_refuses = refusal;
        // Nothing waits for a tier that there is not: it would wait in vain and fill the memory.
        if strict.store.is_some() {
            strict.waiting.extend(changed);
            strict.waiting.extend(strict_alone);
        } else {
            strict.tell(&changed);
        }
    });
    confirm(desk);
}

/// Writes what waits into the strict tier, unless that is going on, and says how it went.
fn confirm(desk: Desk) {
    let begins = desk.strict.update_value(|strict| !std::mem::replace(&mut strict.writing, true));
    if begins {
        task::run(async move {
            let strictly = write_waiting(desk).await;
            let refusal = desk.strict.update_value(|strict| {
                strict.writing = false;
                if strictly {
                    strict.quick_refuses = None;
                }
                // Where there is no strict tier, all has been done that can be.
                if strictly || (strict.store.is_none() && strict.quick_refuses.is_none()) {
                    desk.store.update_value(LocalStore::let_go);
                }
                strict.quick_refuses.clone()
            });
            desk.dispatch(match refusal {
                Some(reason) => Event::SaveFailed(reason),
                None => Event::Saved { strictly },
            });
        });
    }
}

/// Writes until nothing waits; false where the strict tier refuses. What it has refused goes on waiting.
async fn write_waiting(desk: Desk) -> bool {
    loop {
        let (store, writes) =
            desk.strict.update_value(|strict| (strict.store.clone(), std::mem::take(&mut strict.waiting)));
        if writes.is_empty() {
            return store.is_some();
        }
        let Some(newer) = written(desk, store, &writes).await else {
            desk.strict.update_value(|strict| {
                let later = std::mem::replace(&mut strict.waiting, writes);
                strict.waiting.extend(later);
            });
            return false;
        };
        let told = without(writes, &newer);
        desk.strict.with_value(|strict| strict.tell(&told));
        if !newer.is_empty() {
            desk.store.update_value(|quick| drop(quick.write(newer.clone())));
            hear(desk, newer);
        }
    }
}

/// What other tabs are told of what was written: not what gave way to one of theirs, and not what is this tab's alone.
fn without(mut writes: Writes, newer: &Writes) -> Writes {
    writes.retain(|(key, _)| key.starts_with(RECORDS) && newer.iter().all(|(kept, _)| kept != key));
    writes
}

/// Writes into the strict tier; a browser that has closed it meanwhile is asked once more. Gives what was newer there, and
/// nothing where the browser refuses.
async fn written(desk: Desk, store: Option<StrictStore>, writes: &Writes) -> Option<Writes> {
    let store = store?;
    if let Ok(newer) = store.write(writes.clone()).await {
        return Some(newer);
    }
    let again = StrictStore::open().await.ok()?;
    let newer = again.write(writes.clone()).await.ok();
    desk.strict.update_value(|strict| strict.store = Some(again));
    newer
}
