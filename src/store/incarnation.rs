//! Incarnations of a tier: how an open page notices that a tier is not the one that it has written to.
//!
//! A tier can change under an open page: its user or another program clears the data of the site, the browser evicts it or
//! finds it broken, another tab has deleted everything and begun again. The page sees none of that in what it writes, since an
//! empty tier takes records as well as a full one. So each tier holds a marker, a random token that is written when there is
//! none. While the marker is the same, the tier still has all that it had; where it is another or missing, the tier has begun
//! anew, and what was in it is gone. The marker is looked at in the transaction of every write and every read, so that there
//! is no moment between looking and writing.
//!
//! The marker is no record of the desk: it is in no file, and the two tiers do not share it.

/// The key of the marker in the strict tier; in the quick tier it stands behind what all keys there begin with.
pub const INCARNATION: &str = "incarnation";

/// What the marker of a tier ends with that begins after everything was deleted at the user's own word.
const AFTER_WIPE: &str = " after everything was deleted";

/// How a tier is, compared with what an open page knows of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It is the one that the page knows, or was not marked at all.
    Intact,
    /// It was not marked before, and another tab has marked it. Nothing is gone.
    Marked,
    /// It was emptied: all that it held is gone, but for what another tab may have written since. What is known is to be
    /// written again.
    Emptied,
    /// Everything was deleted at the user's own word, in another tab. Nothing may be written again: the page begins anew.
    Wiped,
}

/// Compares the marker that a page knows with the one that it has found; `None` where there was or is none.
#[must_use]
pub fn condition(known: Option<&str>, found: Option<&str>) -> Condition {
    match (known, found) {
        (known, found) if known == found => Condition::Intact,
        (_, Some(found)) if found.ends_with(AFTER_WIPE) => Condition::Wiped,
        (None, _) => Condition::Marked,
        (Some(_), _) => Condition::Emptied,
    }
}

/// The marker of a tier that begins after everything was deleted at the user's own word. The token is random.
#[must_use]
pub fn after_wipe(token: &str) -> String {
    format!("{token}{AFTER_WIPE}")
}
