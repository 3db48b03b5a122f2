//! The two tiers of storage, looked at and changed behind the page.

use std::collections::BTreeMap;

use serde_json::json;

use super::Desk;

/// What stands in local storage and what stands in the database, by key.
pub type Tiers = [BTreeMap<String, String>; 2];

/// Opens the database, in which the page has made its store.
const DATABASE: &str = "
    const opening = indexedDB.open('bluepencil');
    await new Promise((done, failed) => { opening.onsuccess = done; opening.onerror = failed; });
    const database = opening.result;
    const answer = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = failed;
    });
";

impl Desk {
    /// Everything that stands in both tiers once all is saved.
    pub async fn settled_tiers(&self) -> Tiers {
        self.saved().await;
        self.settled("what stands in both tiers", async || self.tiers().await).await
    }

    /// Waits until what stands in both tiers is as it should be.
    pub async fn tiers_where(&self, what: &str, fits: impl Fn(&Tiers) -> bool) {
        self.expects_that(&format!("{what} in both tiers"), async || self.tiers().await, fits).await;
    }

    async fn tiers(&self) -> Tiers {
        let look = "const store = database.transaction('records').objectStore('records');
            const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
            database.close();
            return [{ ...localStorage }, Object.fromEntries(keys.map((key, place) => [key, values[place]]))]";
        self.answer(&format!("{DATABASE}{look}"), &[]).await
    }

    /// Waits until so many records whose keys begin so stand in local storage, and so many in the database.
    pub async fn records_are(&self, prefix: &str, wanted: [usize; 2]) {
        let what = format!("the numbers of records of {prefix} in both tiers");
        self.expects(&what, wanted, async || self.records_of(prefix).await).await;
    }

    /// Waits until the database has so many records whose keys begin so, and local storage not all of them.
    pub async fn records_are_in_the_database_alone(&self, prefix: &str, all: usize) {
        let what = format!("all {all} records of {prefix} in the database, and not in local storage");
        let counts = async || self.records_of(prefix).await;
        self.expects_that(&what, counts, |[quick, strict]| *strict == all && *quick < all).await;
    }

    /// Waits until each tier has all records of these keys, so many, or none at all; gives whether they are there.
    pub async fn records_are_all_or_none(&self, prefix: &str, all: usize) -> bool {
        let what = format!("all {all} records of {prefix} in both tiers, or none");
        let counts = async || self.records_of(prefix).await;
        self.expects_that(&what, counts, |found| [[0, 0], [all, all]].contains(found)).await == [all, all]
    }

    async fn records_of(&self, prefix: &str) -> [usize; 2] {
        let look = "const store = database.transaction('records').objectStore('records');
            const keys = await answer(store.getAllKeys());
            database.close();
            return [Object.keys(localStorage), keys].map((keys) => keys.filter((key) => key.startsWith(arguments[0])).length)";
        self.answer(&format!("{DATABASE}{look}"), &[json!(prefix)]).await
    }

    /// Puts this into both tiers in place of all that stands there.
    pub async fn put_tiers(&self, tiers: &Tiers) {
        let put = "const [quick, strict] = arguments[0];
            localStorage.clear();
            for (const [key, value] of Object.entries(quick)) localStorage.setItem(key, value);
            const transaction = database.transaction('records', 'readwrite');
            const store = transaction.objectStore('records');
            store.clear();
            for (const [key, value] of Object.entries(strict)) store.put(value, key);
            await new Promise((done, failed) => { transaction.oncomplete = done; transaction.onabort = failed; });
            database.close()";
        self.answer::<()>(&format!("{DATABASE}{put}"), &[json!(tiers)]).await;
    }

    /// Fills local storage to its last character with what is not the page's.
    pub async fn fill_local_storage(&self) {
        self.ask::<()>(FILL, &[]).await;
    }

    /// Lets the page's host have so many bytes of the disk, or as many as the browser usually gives. Only a host that has not
    /// been visited yet is held to it.
    pub async fn allot(&self, bytes: Option<u32>) {
        let mut quota = json!({ "origin": self.origin().trim_end_matches('/') });
        if let Some(bytes) = bytes {
            quota["quotaSize"] = bytes.into();
        }
        self.devtools("Storage.overrideQuotaForOrigin", quota).await;
    }

    /// Fills the database to what the page's host may have of the disk.
    pub async fn fill_database(&self) {
        self.answer::<()>(&format!("{DATABASE}{FILL_DATABASE}"), &[]).await;
    }

    /// Has local storage full in every page before the page's own scripts run.
    pub async fn fill_local_storage_before_every_page(&self) {
        self.before_every_page(&format!("(() => {{ {FILL} }})()")).await;
    }

    /// Takes away what [`Desk::fill_local_storage`] has put there.
    pub async fn empty_local_storage(&self) {
        let empty =
            "for (const key of Object.keys(localStorage)) if (key.startsWith('filler/')) localStorage.removeItem(key);
            return null";
        self.ask::<()>(empty, &[]).await;
    }
}

/// Puts in halves of halves until not one character more is taken.
const FILL: &str = "
    let number = 0;
    const name = `filler/${Date.now()}`;
    for (let size = 2 ** 20; size >= 1; ) {
        try {
            localStorage.setItem(`${name}/${number}`, 'x'.repeat(size));
            number += 1;
        } catch {
            size = Math.floor(size / 2);
        }
    }
    return null;";

/// The same for the database. Chance makes it impossible to write it in fewer bytes.
const FILL_DATABASE: &str = "
    const chance = (size) => Array.from({ length: size }, () => String.fromCharCode(32 + Math.random() * 95)).join('');
    const put = (size) => new Promise((done) => {
        const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
        transaction.objectStore('records').put(chance(size), `filler/${Math.random()}`);
        transaction.oncomplete = () => done(true);
        transaction.onabort = () => done(false);
    });
    for (let size = 2 ** 18; size >= 1; ) if (!await put(size)) size = Math.floor(size / 2);
    database.close()";
