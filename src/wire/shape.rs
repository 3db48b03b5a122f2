//! Putting a JSON object together, key by key, in the order of the file.

use std::borrow::Cow;

use super::json::Json;

/// An object that is being put together.
#[derive(Clone, Debug, Default)]
pub struct Shape<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Shape<'a> {
    /// Adds a value.
    #[must_use]
    pub fn value(mut self, key: &'static str, value: Json<'a>) -> Self {
        self.0.push((Cow::Borrowed(key), value));
        self
    }

    /// Adds a text.
    #[must_use]
    pub fn text(self, key: &'static str, text: &'a str) -> Self {
        self.value(key, Json::Text(Cow::Borrowed(text)))
    }

    /// Adds a whole number.
    #[must_use]
    pub fn whole(self, key: &'static str, number: u64) -> Self {
        self.value(key, Json::Whole(number))
    }

    /// Adds the keys that this version does not know, where there are any, and is done.
    #[must_use]
    pub fn rest(mut self, rest: Option<Json<'a>>) -> Json<'a> {
        if let Some(Json::Object(entries)) = rest {
            self.0.extend(entries);
        }
        Json::Object(self.0)
    }
}
