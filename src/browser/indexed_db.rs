//! The strict tier of storage: IndexedDB, which says when a record is safe even if the whole browser is killed.
//!
//! Every write is one transaction with `durability: "strict"`, which costs half a millisecond and asks the disk itself. The
//! generated bindings hide that option behind a switch, so the call is made by name.

use std::collections::BTreeMap;

use bluepencil::store::Writes;
use bluepencil::store::conditional_write::Admission;
use bluepencil::store::incarnation::{Condition, INCARNATION, after_wipe, condition};
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, IdbDatabase, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::clock;
use super::js_strings::{RawRecords, strings};

/// The name of the database.
const DATABASE: &str = "bluepencil";
/// Its one store: the same keys and records as in local storage.
const RECORDS: &str = "records";
/// How many records are looked up and written before the browser has its turn.
const PART: usize = 256;
/// How many are fetched at once.
const FETCHED: u32 = 2_000;
/// How many are looked up as a range of keys at least.
const WORTH_A_RANGE: usize = 32;

/// The events of requests and transactions.
const DONE: &str = "success";
const FAILED: &str = "error";
const BLOCKED: &str = "blocked";
const COMPLETE: &str = "complete";
const ABORTED: &str = "abort";
/// The events of a connection: the browser has closed it, as when it clears the data of the site; another connection waits to
/// delete or change the database.
const CLOSE: &str = "close";
const VERSION_CHANGE: &str = "versionchange";

/// The open database.
#[derive(Clone)]
pub struct StrictStore(IdbDatabase);

/// What became of a write.
pub enum Written {
    /// All of it is on the disk.
    All {
        /// What was newer there, and stays.
        newer: Writes,
        /// The marker of the tier.
        incarnation: String,
    },
    /// Nothing was written: the tier has another marker, or none.
    Other(Option<String>),
}

/// Records with the marker of the tier.
pub struct Held {
    /// The marker; `None` where there is none yet.
    pub incarnation: Option<String>,
    /// The records.
    pub records: RawRecords,
}

impl StrictStore {
    /// Opens the database, and makes it on a first visit. `lost` is called when the connection cannot be used any more: the
    /// browser has closed it, or another program deletes the database, which would wait until the page is closed and then
    /// take all with it.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub async fn open(lost: impl Fn() + 'static) -> Result<Self, JsValue> {
        let factory = window().indexed_db()?.ok_or(JsValue::UNDEFINED)?;
        let mut database = opened(&factory.open(DATABASE)?).await?;
        if !database.object_store_names().contains(RECORDS) {
            // Another program has made a database of this name.
            let version = database.version() as u32 + 1;
            database.close();
            database = opened(&factory.open_with_u32(DATABASE, version)?).await?;
        }
        let connection = database.clone();
        let on_loss = Closure::<dyn Fn()>::new(move || {
            connection.close();
            lost();
        });
        let on_loss = on_loss.into_js_value().unchecked_into();
        for event in [CLOSE, VERSION_CHANGE] {
            database.add_event_listener_with_callback(event, &on_loss)?;
        }
        Ok(Self(database))
    }

    /// Closes the connection, once what was asked of it is done: another one has taken its place.
    pub fn close(&self) {
        self.0.close();
    }

    /// Every record whose key begins so, by key, with the marker of the tier.
    ///
    /// # Errors
    /// Where the browser cannot read them.
    pub async fn records(&self, prefix: &str) -> Result<Held, JsValue> {
        self.ask(prefix)?.answer().await
    }

    /// Asks for every record whose key begins so. The browser fetches the first of them while the page goes on.
    ///
    /// # Errors
    /// Where the browser cannot read them.
    pub fn ask(&self, prefix: &str) -> Result<Asked, JsValue> {
        let store = self.transaction("readonly")?.object_store(RECORDS)?;
        let incarnation = store.get(&INCARNATION.into())?;
        let first = Fetched::of(&store, &beginning_with(prefix)?)?;
        Ok(Asked { tier: self.clone(), incarnation, first, last: format!("{prefix}\u{ffff}") })
    }

    /// The marker of the tier; `None` where there is none.
    ///
    /// # Errors
    /// Where the browser cannot read it.
    pub async fn incarnation(&self) -> Result<Option<String>, JsValue> {
        let found = self.transaction("readonly")?.object_store(RECORDS)?.get(&INCARNATION.into())?;
        settled(&found, DONE, &[FAILED]).await?;
        Ok(found.result()?.as_string())
    }

    /// The keys that begin so.
    ///
    /// # Errors
    /// Where the browser cannot read them.
    pub async fn keys(&self, prefix: &str) -> Result<Vec<String>, JsValue> {
        let store = self.transaction("readonly")?.object_store(RECORDS)?;
        let keys = store.get_all_keys_with_key(beginning_with(prefix)?.as_ref())?;
        settled(&keys, DONE, &[FAILED]).await?;
        Ok(strings(&keys.result()?.unchecked_into()).into_iter().flatten().collect())
    }

    /// Writes all of it or nothing; done only when it is on the disk. A key that is to go and ends in `/` means all
    /// that begin so. What another tab has written meanwhile and is newer stays, and comes back. Looking and writing
    /// are one transaction, so no tab can come between. Nothing is written where the tier is not the one of this marker; where
    /// there should be none and is none, it gets `fresh`.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn write(&self, writes: Writes, known: Option<&str>, fresh: String) -> Result<Written, JsValue> {
        let transaction = self.transaction("readwrite")?;
        let store: IdbObjectStore = transaction.object_store(RECORDS)?;
        let marker = store.get(&INCARNATION.into())?;
        settled(&marker, DONE, &[FAILED]).await?;
        let found = marker.result()?.as_string();
        if matches!(condition(known, found.as_deref()), Condition::Emptied | Condition::Wiped) {
            return Ok(Written::Other(found));
        }
        if found.is_none() {
            store.put_with_key(&JsValue::from_str(&fresh), &INCARNATION.into())?;
        }
        let mut admission = Admission::of(&writes, &clock::now());
        let (mut newer, mut writes) = (Writes::new(), writes.into_iter());
        loop {
            // Between two parts the browser can paint and answer; the transaction goes on while one of its requests does.
            let part: Writes = writes.by_ref().take(PART).collect();
            if part.is_empty() {
                break;
            }
            let held = held(&store, &part).await?;
            let admitted = admission.admit(part, held);
            carry_out(&store, &admitted.writes)?;
            newer.extend(admitted.newer);
        }
        settled(&transaction, COMPLETE, &[FAILED, ABORTED]).await?;
        Ok(Written::All { newer, incarnation: found.unwrap_or(fresh) })
    }

    /// Deletes every record, and marks that this was the user's own word.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn wipe(&self) -> Result<(), JsValue> {
        let transaction = self.transaction("readwrite")?;
        let store = transaction.object_store(RECORDS)?;
        store.clear()?;
        let marker = after_wipe(&clock::random_uuid().to_string());
        store.put_with_key(&JsValue::from_str(&marker), &INCARNATION.into())?;
        settled(&transaction, COMPLETE, &[FAILED, ABORTED]).await
    }

    fn transaction(&self, mode: &str) -> Result<IdbTransaction, JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let transaction: Function = Reflect::get(&self.0, &"transaction".into())?.dyn_into()?;
        Ok(transaction.call3(&self.0, &RECORDS.into(), &mode.into(), &options)?.unchecked_into())
    }
}

/// What the store holds under each key of these writes.
async fn held(store: &IdbObjectStore, writes: &Writes) -> Result<Vec<Option<String>>, JsValue> {
    if let Some(held) = held_in_range(store, writes).await? {
        return Ok(held);
    }
    let asked = writes.iter().map(|(key, _)| store.get(&JsValue::from_str(key)));
    let asked: Vec<IdbRequest> = asked.collect::<Result<_, _>>()?;
    // Requests are answered in order, so the last answer comes when all others are there.
    if let Some(last) = asked.last() {
        settled(last, DONE, &[FAILED]).await?;
    }
    Ok(asked.iter().map(|held| held.result().ok()?.as_string()).collect())
}

/// The same by two requests, for many neighbouring keys in ascending order; `None` where they are not, or too many others lie
/// between them. The records of an article that comes in are such.
async fn held_in_range(store: &IdbObjectStore, writes: &Writes) -> Result<Option<Vec<Option<String>>>, JsValue> {
    let [(first, _), .., (last, _)] = writes.as_slice() else { return Ok(None) };
    if writes.len() < WORTH_A_RANGE || !writes.is_sorted_by(|(one, _), (other, _)| one < other) {
        return Ok(None);
    }
    let range = IdbKeyRange::bound(&first.into(), &last.into())?;
    let most = 2 * writes.len() as u32;
    let keys = store.get_all_keys_with_key_and_limit(&range, most)?;
    let values = store.get_all_with_key_and_limit(&range, most)?;
    settled(&values, DONE, &[FAILED]).await?;
    let (keys, values) = (array(&keys)?, array(&values)?);
    if keys.length() == most {
        return Ok(None);
    }
    let mut held: BTreeMap<String, String> = RawRecords::of(keys, values).records().into_iter().collect();
    Ok(Some(writes.iter().map(|(key, _)| held.remove(key)).collect()))
}

/// Asks for these writes, in order.
fn carry_out(store: &IdbObjectStore, writes: &Writes) -> Result<(), JsValue> {
    for (key, value) in writes {
        match value {
            Some(value) => store.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))?,
            None if key.ends_with('/') => store.delete(beginning_with(key)?.as_ref())?,
            None => store.delete(&JsValue::from_str(key))?,
        };
    }
    Ok(())
}

/// Records that were asked for.
pub struct Asked {
    tier: StrictStore,
    incarnation: IdbRequest,
    first: Fetched,
    /// No key that is wanted comes after this.
    last: String,
}

impl Asked {
    /// The records, by key, with the marker of the tier. They are fetched part by part, because the browser copies all of a part
    /// at once.
    ///
    /// # Errors
    /// Where the browser cannot read them.
    pub async fn answer(self) -> Result<Held, JsValue> {
        let (mut keys, mut values) = self.first.fetched().await?;
        let mut incarnation = self.incarnation;
        if keys.length() == FETCHED {
            // The transaction that was asked first has ended where the page did something else meanwhile.
            let store = self.tier.transaction("readonly")?.object_store(RECORDS)?;
            incarnation = store.get(&INCARNATION.into())?;
            loop {
                let rest = IdbKeyRange::bound_with_lower_open(&keys.at(-1), &self.last.as_str().into(), true)?;
                let (more_keys, more_values) = Fetched::of(&store, &rest)?.fetched().await?;
                (keys, values) = (keys.concat(&more_keys), values.concat(&more_values));
                if more_keys.length() < FETCHED {
                    break;
                }
            }
        }
        Ok(Held { incarnation: incarnation.result()?.as_string(), records: RawRecords::of(keys, values) })
    }
}

/// A part of the records of a range.
struct Fetched {
    keys: IdbRequest,
    values: IdbRequest,
    answered: JsFuture,
}

impl Fetched {
    fn of(store: &IdbObjectStore, range: &IdbKeyRange) -> Result<Self, JsValue> {
        let keys = store.get_all_keys_with_key_and_limit(range, FETCHED)?;
        let values = store.get_all_with_key_and_limit(range, FETCHED)?;
        // Requests are answered in order, so the others are there when the values are.
        let answered = settling(&values, DONE, &[FAILED]);
        Ok(Self { keys, values, answered })
    }

    async fn fetched(self) -> Result<(Array, Array), JsValue> {
        self.answered.await?;
        Ok((array(&self.keys)?, array(&self.values)?))
    }
}

/// The list that answers a request.
fn array(request: &IdbRequest) -> Result<Array, JsValue> {
    Ok(request.result()?.unchecked_into())
}

/// Waits until a database is open; its store is made where the database is new.
async fn opened(opening: &IdbOpenDbRequest) -> Result<IdbDatabase, JsValue> {
    let made = Closure::once_into_js({
        let opening = opening.clone();
        move || -> Result<(), JsValue> {
            opening.result()?.unchecked_into::<IdbDatabase>().create_object_store(RECORDS).map(drop)
        }
    });
    opening.set_onupgradeneeded(Some(made.unchecked_ref()));
    settled(opening, DONE, &[FAILED, BLOCKED]).await?;
    Ok(opening.result()?.unchecked_into())
}

/// All keys that begin so: none goes on with the last character of all.
fn beginning_with(prefix: &str) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into())
}

/// Waits for an event of a request or transaction; the other events are failures.
async fn settled(of: &EventTarget, well: &str, badly: &[&str]) -> Result<(), JsValue> {
    settling(of, well, badly).await.map(drop)
}

/// The same, listening from now on.
fn settling(of: &EventTarget, well: &str, badly: &[&str]) -> JsFuture {
    let promise = Promise::new(&mut |resolve, reject| {
        let _ = of.add_event_listener_with_callback(well, &resolve);
        for name in badly {
            let _ = of.add_event_listener_with_callback(name, &reject);
        }
    });
    JsFuture::from(promise)
}
