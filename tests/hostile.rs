//! The strings of `tests/data/hostile.json`: what people and programs put into fields to make a tool believe it.
//! Shared by the native tests and those in the browser.

use serde::Deserialize;

/// Strings that do one kind of harm.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Class {
    /// What they are.
    #[serde(rename = "class")]
    pub name: String,
    /// What they would do in a tool that believes them.
    pub does: String,
    strings: Vec<Written>,
}

/// A string as it stands in the table.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Whole(String),
    /// A long one: what is repeated, how often, and what stands around it.
    Repeated {
        before: String,
        repeat: String,
        times: usize,
        after: String,
    },
}

impl Class {
    /// The strings at their full length.
    pub fn strings(&self) -> impl Iterator<Item = String> {
        self.strings.iter().map(|written| match written {
            Written::Whole(string) => string.clone(),
            Written::Repeated { before, repeat, times, after } => format!("{before}{}{after}", repeat.repeat(*times)),
        })
    }
}

/// The whole table.
pub fn classes() -> Vec<Class> {
    serde_json::from_str(include_str!("data/hostile.json")).expect("the table is JSON of this shape")
}

/// Every string, whatever its class.
pub fn strings() -> Vec<String> {
    classes().iter().flat_map(Class::strings).collect()
}
