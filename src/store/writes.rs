//! Lists of writes to a tier of storage.

use std::collections::HashSet;

/// Puts and deletions: keys with their records as text, `None` for a deletion. Of two with one key the later wins.
pub type Writes = Vec<(String, Option<String>)>;

/// The last write of each key, in the order of the list, so that no older state is written after a newer one.
#[must_use]
pub fn newest_of_each(writes: Writes) -> Writes {
    let mut seen = HashSet::new();
    let mut newest: Writes = writes.into_iter().rev().filter(|(key, _)| seen.insert(key.clone())).collect();
    newest.reverse();
    newest
}
