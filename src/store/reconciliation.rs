//! Reconciliation of the two tiers of storage, which hold the same records, when a page starts.
//!
//! The quick tier, local storage, is synchronous, but a browser that is killed may lose the last minute of writes. The
//! strict tier, IndexedDB, confirms that a record is durable. So each may have what the other has lost: of every record the
//! newer valid state wins, by revision and never by the clock; a damaged record is set aside and replaced by the state of
//! the other tier. Only tombstones are no longer needed twice once the strict tier has them: they leave the quick one, which
//! is small. Every tab asks the strict tier before it writes there, so it is enough that this one knows what was deleted.

use std::collections::{BTreeMap, BTreeSet};

use super::deletion;
use super::key::{Key, RESCUE};
use super::record::{DELETED, Damage, Record};
use super::writes::Writes;
use crate::article::{ArticleId, Timestamp};

/// The writes that make every record equal in both tiers: those for the quick tier, then those for the strict tier. Tombstones
/// that the strict tier holds leave the quick one. Left alone are foreign keys, records of a newer version of the layout, and records that are damaged in both tiers; those are
/// reported, and set aside by [`set_aside`]. A damaged record is set aside under a key with `now` before it is overwritten. An
/// article that the quick tier alone says is deleted is kept as such in the strict tier, see [`deletion::interrupted`].
///
/// The order of states is by revision, then writer, then content, so that what the strict tier holds afterwards is commutative,
/// associative and idempotent.
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
    let mut writes = [Writes::new(), interrupted_deletions(&both, &deleted, now)];
    for (written, found @ [one, other]) in both {
        // Nearly always all records are equal, so equal ones are not decoded.
        if deleted.is_empty() && one == other && !one.is_some_and(|one| is_tombstone_of(written, one)) {
            continue;
        }
        let Some(key) = Key::parse(written) else { continue };
        let gone = key.article().is_some_and(|article| deleted.contains(&article)) && !matches!(key, Key::Article(_));
        let best = if gone { None } else { newest(&found) };
        if found.iter().flatten().any(|value| is_newer_version(value)) || (best.is_none() && !gone) {
            continue;
        }
        let is_kept_elsewhere = other == best && best.is_some_and(|best| is_tombstone_of(written, best));
        let wanted = [best.filter(|_| !is_kept_elsewhere), best];
        for ((here, wanted), writes) in found.into_iter().zip(wanted).zip(&mut writes) {
            if here == wanted {
                continue;
            }
            if let Some(value) = here.filter(|value| Record::decode(value).is_err()) {
                writes.push((format!("{RESCUE}{}/{written}", now.as_str()), Some(value.to_owned())));
            }
            writes.push((written.to_owned(), wanted.map(str::to_owned)));
        }
    }
    writes
}

/// What the quick tier lacks of the strict one, where that is all in which they differ: nearly always, if anything. Tombstones
/// are not lacking. `None` where the quick tier has anything else, or a deleted article has left records; then they are to be
/// brought in line. Both are sorted by key.
#[must_use]
pub fn lacking<'a>(quick: &[(String, String)], strict: &'a [(String, String)]) -> Option<Vec<(&'a str, &'a str)>> {
    let mut lacking = Vec::new();
    let mut quick = quick.iter().peekable();
    for (place, record) in strict.iter().enumerate() {
        let is_here = match quick.peek() {
            Some(here) if *here == record => quick.next().is_some(),
            Some((here, _)) if *here <= record.0 => return None,
            _ => false,
        };
        if is_tombstone_of(&record.0, &record.1) {
            if has_left_records(strict, place) {
                return None;
            }
        } else if !is_here {
            lacking.push((record.0.as_str(), record.1.as_str()));
        }
    }
    quick.next().is_none().then_some(lacking)
}

/// Whether the tombstone at a place is that of an article of which there are other records.
fn has_left_records(records: &[(String, String)], place: usize) -> bool {
    let Some(Key::Article(id)) = records.get(place).and_then(|(key, _)| Key::parse(key)) else { return false };
    let prefix = Key::prefix(id);
    let beside = [place.checked_sub(1), Some(place + 1)];
    beside.into_iter().flatten().filter_map(|place| records.get(place)).any(|(key, _)| key.starts_with(&prefix))
}

/// The writes that take tombstones out of the quick tier, where the strict one has all that it has.
#[must_use]
pub fn without_tombstones(quick: &[(String, String)]) -> Writes {
    let tombstones = quick.iter().filter(|(key, value)| is_tombstone_of(key, value));
    tombstones.map(|(key, _)| (key.clone(), None)).collect()
}

/// Those of the records, sorted by key, which find `room` in the quick tier, in UTF-16 units. An article that would not be there
/// as a whole is not begun, because half of one can be mistaken for all of it.
#[must_use]
pub fn fitting<'a>(records: &[(&'a str, &'a str)], mut room: usize) -> Vec<(&'a str, &'a str)> {
    let whole = |key: &'a str| key.rsplit_once('/').map_or(key, |(article, _)| article);
    let mut fitting = Vec::new();
    for article in records.chunk_by(|(one, _), (other, _)| whole(one) == whole(other)) {
        // No text has more UTF-16 units than bytes.
        let size: usize = article.iter().map(|(key, value)| key.len() + value.len()).sum();
        if size <= room {
            room -= size;
            fitting.extend(article);
        }
    }
    fitting
}

/// Whether the value of a key says that an article or an annotation is deleted. Not decoded, because every record is asked.
#[must_use]
pub fn is_tombstone_of(key: &str, value: &str) -> bool {
    let says_so = value.strip_suffix(DELETED).is_some_and(|header| header.ends_with('\n'));
    // A text may end so too.
    says_so && matches!(Key::parse(key), Some(Key::Article(_) | Key::Annotation(..)))
}

/// Keeps the articles whose deletion has not reached the strict tier, which has all their records.
fn interrupted_deletions(both: &BTreeMap<&str, [Option<&str>; 2]>, deleted: &[ArticleId], now: &Timestamp) -> Writes {
    let mut kept = Writes::new();
    for id in deleted {
        let key = Key::Article(*id).to_string();
        let [quick, strict] = both.get(key.as_str()).copied().unwrap_or_default();
        if strict.is_none_or(|record| quick == Some(record) || is_tombstone(record)) {
            continue;
        }
        let Some(tombstone) = quick.and_then(|record| Record::decode(record).ok()) else { continue };
        let prefix = Key::prefix(*id);
        let records = both.range(prefix.as_str()..).take_while(|(key, _)| key.starts_with(&prefix));
        let records = records.filter_map(|(key, [_, strict])| Some(((*key).to_owned(), (*strict)?.to_owned())));
        kept.extend(deletion::interrupted(*id, tombstone.revision, records.collect(), now));
    }
    kept
}

fn is_tombstone(record: &str) -> bool {
    Record::decode(record).is_ok_and(|record| record.body == DELETED)
}

/// The writes that refill a tier which was emptied, from the records of the other one: all that can be read, and what a newer
/// version of the layout has written, as it is.
#[must_use]
pub fn refill(records: Vec<(String, String)>) -> Writes {
    let whole = records.into_iter().filter(|(key, value)| Key::parse(key).is_some() && !is_damaged(value));
    whole.map(|(key, value)| (key, Some(value))).collect()
}

/// The writes that set aside the records which cannot be read in either tier, for the quick tier and for the strict one: each
/// goes, byte for byte, under a key with `now`. At its own place it would be told about at every start.
#[must_use]
pub fn set_aside(quick: &[(String, String)], strict: &[(String, String)], now: &Timestamp) -> [Writes; 2] {
    let ours = |(key, _): &&(String, String)| Key::parse(key).is_some();
    let both = quick.iter().chain(strict).filter(ours);
    let readable: BTreeSet<&str> = both.filter(|(_, value)| !is_damaged(value)).map(|(key, _)| key.as_str()).collect();
    [quick, strict].map(|tier| {
        let lost = tier.iter().filter(ours).filter(|(key, _)| !readable.contains(key.as_str()));
        let moved = |(key, value): &(String, String)| {
            [(format!("{RESCUE}{}/{key}", now.as_str()), Some(value.clone())), (key.clone(), None)]
        };
        lost.flat_map(moved).collect()
    })
}

/// The records of both tiers as they are after reconciliation, tombstones included.
#[must_use]
pub fn reconciled(quick: Vec<(String, String)>, strict: &[(String, String)], now: &Timestamp) -> Vec<(String, String)> {
    let [of_quick, of_strict] = reconcile(&quick, strict, now);
    let [mut united, strict] = [(quick, of_quick), (strict.to_vec(), of_strict)].map(|(records, writes)| {
        let mut tier: BTreeMap<String, String> = records.into_iter().collect();
        for (key, value) in writes {
            match value {
                Some(value) => tier.insert(key, value),
                None => tier.remove(&key),
            };
        }
        tier
    });
    united.extend(strict.into_iter().filter(|(key, value)| is_tombstone_of(key, value)));
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

/// Whether a record cannot be read. What a newer version has written is not damaged.
fn is_damaged(value: &str) -> bool {
    !matches!(Record::decode(value), Ok(_) | Err(Damage::Newer(_)))
}
