//! Lists of JavaScript strings, transferred as one string: one call for each string takes ten times as long.

use js_sys::{Array, JsString};
use wasm_bindgen::JsValue;

/// No text of ours holds this character: it becomes another one when a text comes in.
const BETWEEN: char = '\0';

/// JsStrings that the browser holds, in one long one: to hand over each by itself takes it ten times as long.
pub struct JsStrings {
    all: Array,
    /// `None` where one of them is no string.
    joined: Option<JsString>,
}

impl JsStrings {
    /// Those of an array.
    pub fn of(all: Array) -> Self {
        let joined = all.iter().all(|value| value.is_string()).then(|| all.join(BETWEEN.encode_utf8(&mut [0])));
        Self { all, joined }
    }

    /// How long they are together, in UTF-16 units.
    fn units(&self) -> usize {
        let between = self.all.length().saturating_sub(1) as usize;
        self.joined.as_ref().map_or(0, |joined| joined.length() as usize - between)
    }

    /// The one at a place, as the browser holds it.
    pub fn nth(&self, place: u32) -> JsValue {
        self.all.get(place)
    }

    /// Each of them; `None` in the place of what is no string.
    pub fn each(&self) -> Vec<Option<String>> {
        let joined = self.joined.as_ref().map(String::from);
        let parts = joined.map(|joined| joined.split(BETWEEN).map(|part| Some(part.to_owned())).collect::<Vec<_>>());
        // What was damaged may hold any character.
        parts
            .filter(|parts| parts.len() == self.all.length() as usize)
            .unwrap_or_else(|| self.all.iter().map(|value| value.as_string()).collect())
    }
}

/// Records as the browser holds them.
pub struct RawRecords {
    keys: JsStrings,
    values: JsStrings,
}

impl RawRecords {
    /// Those of so many keys and values.
    pub fn of(keys: Array, values: Array) -> Self {
        Self { keys: JsStrings::of(keys), values: JsStrings::of(values) }
    }

    /// How long keys and values are together, in UTF-16 units.
    pub fn units(&self) -> usize {
        self.keys.units() + self.values.units()
    }

    /// Keys with their values, where both are strings.
    pub fn records(&self) -> Vec<(String, String)> {
        self.keys.each().into_iter().zip(self.values.each()).filter_map(|(key, value)| Some((key?, value?))).collect()
    }
}
