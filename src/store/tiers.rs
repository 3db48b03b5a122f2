//! Two tiers of storage that hold the same records, and what brings them in line when a page starts.
//!
//! Local storage is quick and its writes are done at once, but a browser that is killed forgets up to the last minute of
//! them. IndexedDB confirms when a record is safe. Each catches what the other has dropped: of every record the newer valid
//! state counts, by revision and never by the clock, and what is damaged in one tier is set aside there and taken from the
//! other.

use std::collections::BTreeMap;

use super::key::{ACTIONS, Key, RESCUE};
use super::record::{DELETED, Damage, Record};
use super::writes::Writes;
use crate::article::{ArticleId, Timestamp};

/// What must be written to both tiers, the quick one first, so that every record of ours is the same in both. Keys that are
/// not ours are left alone, and so are records that only a newer version can read, and records that are damaged wherever
/// they are: those are told about when they are opened. `now` names what is set aside, which comes before what is put over
/// it: a damaged record may go only when it is safe.
///
/// Joining is by revision, then writer, then content: commutative, associative and idempotent.
#[must_use]
pub fn join(quick: &[(String, String)], strict: &[(String, String)], now: &Timestamp) -> [Writes; 2] {
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
        // Nearly always all records are alike, so nothing is read of those that are.
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

/// What a page takes from both tiers: of every key the newer valid state, as both have it once they are in line.
#[must_use]
pub fn united(quick: Vec<(String, String)>, strict: &[(String, String)], now: &Timestamp) -> Vec<(String, String)> {
    let [missing, _] = join(&quick, strict, now);
    let mut united: BTreeMap<String, String> = quick.into_iter().collect();
    for (key, value) in missing {
        match value {
            Some(value) => united.insert(key, value),
            None => united.remove(&key),
        };
    }
    united.into_iter().collect()
}

/// What becomes of writes in a tier that other tabs write to as well.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admitted {
    /// What is to be written: what was set aside because it cannot be read goes before what is put over it.
    pub writes: Writes,
    /// What is there and newer than what was to be written: another tab was first. It stays, and this tab takes it over.
    pub newer: Writes,
}

/// Which of these writes are to be made, where `held` is what the tier has under the key of each. Nothing is put over a
/// newer state, nor over the record of a newer version; an article that another tab has changed at the same time is not
/// deleted. Asked within one transaction of the tier, this makes it the judge between tabs.
#[must_use]
pub fn admit(wanted: Writes, held: Vec<Option<String>>, now: &Timestamp) -> Admitted {
    let mut admitted = Admitted::default();
    let mut kept: Vec<ArticleId> = Vec::new();
    for ((written, value), held) in wanted.into_iter().zip(held) {
        let key = Key::parse(&written);
        if key.is_none() {
            // History and earlier versions have one writer each. What is to be set aside is found below, in its place.
            if !written.starts_with(RESCUE) {
                admitted.writes.push((written, value));
            }
            continue;
        }
        let article = key.and_then(Key::article);
        let deleted = article.filter(|article| key == Some(Key::Article(*article)));
        if value.is_none() && article.is_some_and(|article| kept.contains(&article)) {
            continue;
        }
        let found = held.as_deref().map(Record::decode);
        let ours = value.as_deref().and_then(|value| Record::decode(value).ok());
        match (found, ours) {
            (Some(Ok(theirs)), Some(ours)) if ours.age() < theirs.age() => {
                kept.extend(deleted);
                admitted.newer.push((written, held));
                continue;
            }
            (Some(Err(Damage::Newer(_))), _) => {
                kept.extend(deleted);
                continue;
            }
            (Some(Err(_)), _) => admitted.writes.push((format!("{RESCUE}{}/{written}", now.as_str()), held)),
            _ => {}
        }
        admitted.writes.push((written, value));
    }
    admitted
}

/// Makes writes in their order in a tier that takes them one by one; `take` says whether it has taken one. Gives back what
/// it has not, to be tried again before what comes next. What is safe only after a write that was refused waits with it:
/// nothing is put over a record that could not be set aside, and no record of an article goes before the article's own says
/// that it is deleted.
#[must_use]
pub fn carry_out(writes: Writes, mut take: impl FnMut(&str, Option<&str>) -> bool) -> Writes {
    let mut refused = Writes::new();
    let (mut not_aside, mut not_deleted): (Vec<String>, Vec<ArticleId>) = (Vec::new(), Vec::new());
    for (written, value) in writes {
        let key = Key::parse(&written);
        let of_kept = value.is_none() && key.and_then(Key::article).is_some_and(|id| not_deleted.contains(&id));
        if !of_kept && !not_aside.contains(&written) && take(&written, value.as_deref()) {
            continue;
        }
        match key {
            Some(Key::Article(id)) => not_deleted.push(id),
            Some(_) => {}
            // Once its records have been tried by themselves, nothing depends on the one that holds them all.
            None if written.starts_with(ACTIONS) => continue,
            None => not_aside.extend(set_aside(&written).map(str::to_owned)),
        }
        refused.push((written, value));
    }
    refused
}

/// The key of the record that was set aside under this one.
fn set_aside(written: &str) -> Option<&str> {
    written.strip_prefix(RESCUE)?.split_once('/').map(|(_, key)| key)
}

/// The newer valid state of a record.
fn newest<'a>(found: &[Option<&'a str>; 2]) -> Option<&'a str> {
    let valid = found.iter().flatten().filter_map(|value| Some((Record::decode(value).ok()?, *value)));
    valid.max_by(|(one, _), (other, _)| one.age().cmp(&other.age())).map(|(_, value)| value)
}

/// The article that a record says is deleted, where it is the newer state of that record.
fn deleted_article((key, found): (&&str, &[Option<&str>; 2])) -> Option<ArticleId> {
    let Some(Key::Article(article)) = Key::parse(key) else { return None };
    let record = Record::decode(newest(found)?).ok()?;
    (record.body == DELETED).then_some(article)
}

fn is_newer_version(value: &str) -> bool {
    matches!(Record::header(value), Err(Damage::Newer(_)))
}
