//! Lists of writes, as the tiers of storage take them.

use std::collections::HashSet;

/// What is to be written, as text: each key with its record, or `None` where that goes. Of one key the later counts.
pub type Writes = Vec<(String, Option<String>)>;

/// Of each record the newest of its states, in the order in which these came: an older one must not be written after it, and
/// what is to be written only after another must not come before it.
#[must_use]
pub fn newest_of_each(writes: Writes) -> Writes {
    let mut seen = HashSet::new();
    let mut newest: Writes = writes.into_iter().rev().filter(|(key, _)| seen.insert(key.clone())).collect();
    newest.reverse();
    newest
}
