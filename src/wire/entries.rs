//! A JSON object whose keys are data, not the names of fields.

use std::collections::BTreeSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::text::excerpt;

/// The entries of such an object in the order of the text. Reading refuses a key that stands twice, of which the maps of
/// serde and serde_json would silently keep the last, and the key `__proto__`.
#[derive(Clone, Debug, PartialEq)]
pub struct Entries<T>(pub Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entries<T> {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for Entries<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Entries<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor(PhantomData))
    }
}

struct EntriesVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for EntriesVisitor<T> {
    type Value = Entries<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Entries<T>, A::Error> {
        let mut entries: Vec<(String, T)> = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            if key == PROTO {
                return Err(Error::custom(HAS_PROTO));
            }
            entries.push((key, access.next_value()?));
        }
        let mut seen = BTreeSet::new();
        match entries.iter().find(|(key, _)| !seen.insert(key)) {
            Some((key, _)) => Err(Error::custom(format!("has the key “{}” a second time", excerpt(key, 40)))),
            None => Ok(Entries(entries)),
        }
    }
}

/// The key that changes every object of a JavaScript program that copies it.
pub(super) const PROTO: &str = "__proto__";

/// The reason for refusing [`PROTO`].
pub(super) const HAS_PROTO: &str = "has the key “__proto__”, which is never part of an export";
