//! Conditional writes: a tier that other tabs write to as well takes a record only where it does not hold a newer state of
//! it.

use std::collections::HashSet;

use super::key::{ACTIONS, Key, RESCUE};
use super::record::{Damage, Record};
use super::writes::Writes;
use crate::article::{ArticleId, Timestamp};

/// The outcome of a conditional write.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admitted {
    /// The writes to carry out. A damaged record is set aside before it is overwritten.
    pub writes: Writes,
    /// Newer states that the tier holds, of another tab. They are kept, and this tab takes them over.
    pub newer: Writes,
}

/// Decides on writes, where `held` is what the tier holds under each key. No newer state is overwritten, no record of a
/// newer version of the layout, and no article is deleted that another tab has changed at the same time; a record that is
/// set aside because it cannot be read leaves its place only while that is so. Within one transaction of the tier, this is a
/// compare-and-set that orders the writes of all tabs.
#[must_use]
pub fn admit(wanted: Writes, held: Vec<Option<String>>, now: &Timestamp) -> Admitted {
    Admission::of(&wanted, now).admit(wanted, held)
}

/// The decision on many writes, part by part: each part is looked up, decided on and written before the next.
pub struct Admission {
    now: Timestamp,
    /// The keys of what is set aside by these writes.
    aside: HashSet<String>,
    /// Articles that are not deleted after all, with everything of theirs.
    kept: HashSet<ArticleId>,
}

impl Admission {
    /// Of these writes, of which nothing is decided yet.
    #[must_use]
    pub fn of(wanted: &Writes, now: &Timestamp) -> Self {
        let aside = wanted.iter().filter_map(|(written, _)| set_aside(written)).map(str::to_owned).collect();
        Self { now: now.clone(), aside, kept: HashSet::new() }
    }

    /// Decides on the next part of them, by the rules of [`admit`].
    #[must_use]
    pub fn admit(&mut self, part: Writes, held: Vec<Option<String>>) -> Admitted {
        let mut admitted = Admitted::default();
        for ((written, value), held) in part.into_iter().zip(held) {
            self.decide(written, value, held, &mut admitted);
        }
        admitted
    }

    fn decide(&mut self, written: String, value: Option<String>, held: Option<String>, admitted: &mut Admitted) {
        let key = Key::parse(&written);
        if key.is_none() {
            // Undo logs and earlier versions have one writer each. Damaged records are set aside below.
            if !written.starts_with(RESCUE) {
                admitted.writes.push((written, value));
            }
            return;
        }
        let article = key.and_then(Key::article);
        let deleted = article.filter(|article| key == Some(Key::Article(*article)));
        if value.is_none() && article.is_some_and(|article| self.kept.contains(&article)) {
            return;
        }
        let found = held.as_deref().map(Record::decode);
        let ours = || value.as_deref().and_then(|value| Record::decode(value).ok());
        match &found {
            Some(Ok(theirs)) if ours().is_some_and(|ours| ours.age() < theirs.age()) => {
                self.kept.extend(deleted);
                return admitted.newer.push((written, held));
            }
            Some(Err(Damage::Newer(_))) => return self.kept.extend(deleted),
            Some(Err(_)) => admitted.writes.push((format!("{RESCUE}{}/{written}", self.now.as_str()), held)),
            // It was to go because it could not be read, and was written anew meanwhile.
            Some(Ok(_)) if value.is_none() && self.aside.contains(&written) => return,
            _ => {}
        }
        admitted.writes.push((written, value));
    }
}

/// Carries out writes in order in a tier without transactions; `take` tries one and returns whether it succeeded. Returns
/// the writes that failed, to be retried before the next ones, and with them those that depend on them: a record is not
/// overwritten before it could be set aside, and the records of an article are not deleted before its tombstone is written.
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
            // Once its records have been tried one by one, nothing depends on the log entry.
            None if written.starts_with(ACTIONS) => continue,
            None => not_aside.extend(set_aside(&written).map(str::to_owned)),
        }
        refused.push((written, value));
    }
    refused
}

/// The key of the record that was set aside under a key.
#[must_use]
pub fn set_aside(written: &str) -> Option<&str> {
    written.strip_prefix(RESCUE)?.split_once('/').map(|(_, key)| key)
}
