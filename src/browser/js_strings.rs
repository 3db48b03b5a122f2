//! Lists of JavaScript strings, many transferred as one: one call for each takes ten times as long.

use js_sys::{Array, JsString};

use super::slices::Slices;

/// No text of ours holds this character: it becomes another one when a text comes in.
const BETWEEN: char = '\0';
/// How many are transferred at once: a few milliseconds of work.
const PART: u32 = 512;

/// Strings that the browser holds, in one long one.
struct Joined {
    all: Array,
    /// `None` where one of them is no string.
    joined: Option<JsString>,
}

impl Joined {
    /// Those of an array.
    fn of(all: Array) -> Self {
        let joined = all.iter().all(|value| value.is_string()).then(|| all.join(BETWEEN.encode_utf8(&mut [0])));
        Self { all, joined }
    }

    /// How long they are together, in UTF-16 units.
    fn units(&self) -> usize {
        let between = self.all.length().saturating_sub(1) as usize;
        self.joined.as_ref().map_or(0, |joined| joined.length() as usize - between)
    }

    /// Each of them; `None` in the place of what is no string.
    fn each(&self) -> Vec<Option<String>> {
        let joined = self.joined.as_ref().map(String::from);
        let parts = joined.map(|joined| joined.split(BETWEEN).map(|part| Some(part.to_owned())).collect::<Vec<_>>());
        // What was damaged may hold any character.
        parts
            .filter(|parts| parts.len() == self.all.length() as usize)
            .unwrap_or_else(|| self.all.iter().map(|value| value.as_string()).collect())
    }
}

/// The strings of an array; `None` in the place of what is none.
pub fn strings(all: &Array) -> Vec<Option<String>> {
    parts(all).flat_map(|part| part.each()).collect()
}

fn parts(all: &Array) -> impl Iterator<Item = Joined> {
    (0..all.length()).step_by(PART as usize).map(|start| Joined::of(all.slice(start, start + PART)))
}

/// Records as the browser holds them.
pub struct RawRecords {
    keys: Array,
    values: Array,
}

impl RawRecords {
    /// Those of so many keys and values.
    pub fn of(keys: Array, values: Array) -> Self {
        Self { keys, values }
    }

    /// How long keys and values are together, in UTF-16 units.
    pub fn units(&self) -> usize {
        [&self.keys, &self.values].map(|all| parts(all).map(|part| part.units()).sum::<usize>()).iter().sum()
    }

    /// Keys with their values, where both are strings.
    pub fn records(&self) -> Vec<(String, String)> {
        self.parts().flatten().collect()
    }

    /// The same, in slices between which the browser has its turn.
    pub async fn records_in_slices(&self) -> Vec<(String, String)> {
        let (mut slices, mut records) = (Slices::begin(), Vec::with_capacity(self.keys.length() as usize));
        for part in self.parts() {
            records.extend(part);
            slices.rest().await;
        }
        records
    }

    fn parts(&self) -> impl Iterator<Item = Vec<(String, String)>> {
        parts(&self.keys).zip(parts(&self.values)).map(|(keys, values)| {
            keys.each().into_iter().zip(values.each()).filter_map(|(key, value)| Some((key?, value?))).collect()
        })
    }
}
