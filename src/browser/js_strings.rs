//! Lists of JavaScript strings, transferred as one string: one call for each string takes ten times as long.

use js_sys::{Array, JsString};
use wasm_bindgen::{JsCast as _, JsValue};

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

    /// Whether these are the same as others. The browser finds that out without handing any over.
    pub fn are(&self, others: &Self) -> bool {
        self.all.length() == others.all.length() && self.joined.is_some() && self.joined == others.joined
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

    /// Whether these are the same records as others, in the same order.
    pub fn are(&self, others: &Self) -> bool {
        self.keys.are(&others.keys) && self.values.are(&others.values)
    }

    /// These records without those that `leaves_out`, of which only the ones whose value ends so are looked at.
    pub fn without(&self, ending: &str, leaves_out: impl Fn(&str, &str) -> bool) -> Self {
        let (keys, values) = (Array::new(), Array::new());
        for place in 0..self.keys.all.length() {
            let (key, value) = (self.keys.nth(place), self.values.nth(place));
            let may_leave = |value: &JsString| value.ends_with(ending, value.length().cast_signed());
            let short = value.dyn_ref::<JsString>().filter(|value| may_leave(value)).map(String::from);
            if short.zip(key.as_string()).is_some_and(|(value, key)| leaves_out(&key, &value)) {
                continue;
            }
            keys.push(&key);
            values.push(&value);
        }
        Self::of(keys, values)
    }

    /// Keys with their values, where both are strings.
    pub fn records(&self) -> Vec<(String, String)> {
        self.keys.each().into_iter().zip(self.values.each()).filter_map(|(key, value)| Some((key?, value?))).collect()
    }
}
