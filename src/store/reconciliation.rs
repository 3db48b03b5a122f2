//! Reconciliation of the two tiers of storage, which hold the same records, when a page starts.
//!
//! The quick tier, local storage, is synchronous, but a browser that is killed may lose the last minute of writes. The
//! strict tier, IndexedDB, confirms that a record is durable. So each may have what the other has lost: of every record the
//! newer valid state wins, by revision and never by the clock; a damaged record is set aside and replaced by the state of
//! the other tier.

use std::collections::BTreeMap;

use super::key::{Key, RESCUE};
use super::record::{DELETED, Damage, Record};
use super::writes::Writes;
use crate::article::{ArticleId, Timestamp};

/// The writes that make every record equal in both tiers: those for the quick tier, then those for the strict tier. Left
/// alone are foreign keys, records of a newer version of the layout, and records that are damaged in both tiers, which are
/// reported when they are opened. A damaged record is set aside under a key with `now` before it is overwritten.
///
/// The order of states is by revision, then writer, then content, so that reconciliation is commutative, associative and
/// idempotent.
#[must_use]
pub fn reconcile(quick: &[(String, String)], strict: &[(String, String)], now: &Timestamp) -> [Writes; 2] {
    let mut both: BTreeMap<&str, [Option<&str>; 2]> = BTreeMap::new();
    for (key, value) in quick {
        both.entry(key).or_default()[0] = Some(value);
    }
    for (key, value) in strict {
        both.entry(key).or_default()[1] = Some(value);
    }
    let deleted: Vec<ArticleId> = both.iter().filter_map(deleted_article).collect();
    let mut writes = [Writes::new(), Writes::new()];
    for (written, found @ [one, other]) in both {
        // Nearly always all records are equal, so equal ones are not decoded.
        if deleted.is_empty() && one == other {
            continue;
        }
        let Some(key) = Key::parse(written) else { continue };
        let gone = key.article().is_some_and(|article| deleted.contains(&article)) && !matches!(key, Key::Article(_));
        let best = if gone { None } else { newest(&found) };
        if found.iter().flatten().any(|value| is_newer_version(value)) || (best.is_none() && !gone) {
            continue;
        }
        for (here, writes) in found.into_iter().zip(&mut writes).filter(|(here, _)| *here != best) {
            if let Some(value) = here.filter(|value| Record::decode(value).is_err()) {
                writes.push((format!("{RESCUE}{}/{written}", now.as_str()), Some(value.to_owned())));
            }
            writes.push((written.to_owned(), best.map(str::to_owned)));
        }
    }
    writes
}

/// The records of both tiers as they are after reconciliation.
#[must_use]
pub fn reconciled(quick: Vec<(String, String)>, strict: &[(String, String)], now: &Timestamp) -> Vec<(String, String)> {
    let [missing, _] = reconcile(&quick, strict, now);
    let mut united: BTreeMap<String, String> = quick.into_iter().collect();
    for (key, value) in missing {
        match value {
            Some(value) => united.insert(key, value),
            None => united.remove(&key),
        };
    }
    united.into_iter().collect()
}

/// The newer valid state of a record.
fn newest<'a>(found: &[Option<&'a str>; 2]) -> Option<&'a str> {
    let valid = found.iter().flatten().filter_map(|value| Some((Record::decode(value).ok()?, *value)));
    valid.max_by(|(one, _), (other, _)| one.age().cmp(&other.age())).map(|(_, value)| value)
}

/// The article whose record is a tombstone in its newer state.
fn deleted_article((key, found): (&&str, &[Option<&str>; 2])) -> Option<ArticleId> {
    let Some(Key::Article(article)) = Key::parse(key) else { return None };
    let record = Record::decode(newest(found)?).ok()?;
    (record.body == DELETED).then_some(article)
}

fn is_newer_version(value: &str) -> bool {
    matches!(Record::header(value), Err(Damage::Newer(_)))
}
