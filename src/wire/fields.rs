//! Taking a JSON object apart: what is known is taken out, what is left is kept.

use std::borrow::Cow;

use super::json::Json;
use super::layout::{Layout, to_json};
use crate::article::Extra;

/// The entries of an object that were not taken yet.
#[derive(Clone, Debug, Default)]
pub struct Fields<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Fields<'a> {
    /// The entries of an object, or the reason why the value is none: the rest of a sentence.
    ///
    /// # Errors
    /// A reason where the value is not an object.
    pub fn of(value: Json<'a>) -> Result<Self, String> {
        match value {
            Json::Object(entries) => Ok(Self(entries)),
            other => Err(format!("is {} where an object is expected", other.kind())),
        }
    }

    /// What an earlier reading left over and kept.
    #[must_use]
    pub fn kept(extra: &'a Extra) -> Self {
        let value = extra.as_json().and_then(|object| Json::parse(object).ok());
        value.and_then(|value| Self::of(value).ok()).unwrap_or_default()
    }

    /// Takes a value out.
    pub fn take(&mut self, key: &str) -> Option<Json<'a>> {
        let place = self.0.iter().position(|(name, _)| name == key)?;
        Some(self.0.swap_remove(place).1)
    }

    /// The value under a key, left where it is.
    #[must_use]
    pub fn peek(&self, key: &str) -> Option<&Json<'a>> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Puts a value in, unless there is nothing in it.
    pub fn keep(&mut self, key: &'static str, value: Json<'a>) {
        let empty = match &value {
            Json::Null => true,
            Json::List(items) => items.iter().all(|item| *item == Json::Null),
            Json::Object(entries) => entries.is_empty(),
            _ => false,
        };
        if !empty {
            self.0.push((Cow::Borrowed(key), value));
        }
    }

    /// Takes a text out.
    ///
    /// # Errors
    /// A reason where it is not a text.
    pub fn text(&mut self, key: &str) -> Result<Option<Cow<'a, str>>, String> {
        match self.take(key) {
            None => Ok(None),
            Some(Json::Text(text)) => Ok(Some(text)),
            Some(other) => Err(wrong(key, "a text", &other)),
        }
    }

    /// Takes a text out that must be there.
    ///
    /// # Errors
    /// A reason where it is missing or not a text.
    pub fn needed_text(&mut self, key: &str) -> Result<Cow<'a, str>, String> {
        self.text(key)?.ok_or_else(|| missing(key))
    }

    /// Takes a text out; the empty one where it is missing.
    ///
    /// # Errors
    /// A reason where it is not a text.
    pub fn text_or_empty(&mut self, key: &str) -> Result<String, String> {
        Ok(self.text(key)?.map(Cow::into_owned).unwrap_or_default())
    }

    /// Takes a whole number out.
    ///
    /// # Errors
    /// A reason where it is not a whole number from zero.
    pub fn whole(&mut self, key: &str) -> Result<Option<u64>, String> {
        match self.take(key) {
            None => Ok(None),
            Some(Json::Whole(number)) => Ok(Some(number)),
            Some(other) => Err(wrong(key, "a whole number from zero", &other)),
        }
    }

    /// Takes a list out.
    ///
    /// # Errors
    /// A reason where it is not a list.
    pub fn list(&mut self, key: &str) -> Result<Option<Vec<Json<'a>>>, String> {
        match self.take(key) {
            None => Ok(None),
            Some(Json::List(items)) => Ok(Some(items)),
            Some(other) => Err(wrong(key, "a list", &other)),
        }
    }

    /// Takes an object out.
    ///
    /// # Errors
    /// A reason where it is not an object.
    pub fn object(&mut self, key: &str) -> Result<Option<Self>, String> {
        match self.take(key) {
            None => Ok(None),
            Some(Json::Object(entries)) => Ok(Some(Self(entries))),
            Some(other) => Err(wrong(key, "an object", &other)),
        }
    }

    /// What was left, by key.
    #[must_use]
    pub fn rest(mut self) -> Json<'a> {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        Json::Object(self.0)
    }

    /// What was left, by key, as the model carries it.
    #[must_use]
    pub fn into_extra(self) -> Extra {
        if self.0.is_empty() { Extra::default() } else { Extra::new(to_json(&self.rest(), Layout::Compact)) }
    }
}

/// The reason for a value that is not there.
#[must_use]
pub fn missing(key: &str) -> String {
    format!("has no “{key}”")
}

fn wrong(key: &str, expected: &str, found: &Json<'_>) -> String {
    format!("has {} as its “{key}” where {expected} is expected", found.kind())
}

/// What one library keeps of the fields it does not know, joined with what a file brings: objects are joined key by key,
/// lists of things with an id or a name thing by thing, and where two values stand against each other the file's counts.
#[must_use]
pub fn join(here: &Extra, file: &Extra) -> Extra {
    match (here.as_json(), file.as_json()) {
        (_, None) => here.clone(),
        (None, Some(_)) => file.clone(),
        (Some(_), Some(_)) => {
            let joined = join_values(Fields::kept(here).rest(), Fields::kept(file).rest());
            Fields::of(joined).unwrap_or_default().into_extra()
        }
    }
}

pub(super) fn join_values<'a>(here: Json<'a>, file: Json<'a>) -> Json<'a> {
    match (here, file) {
        (Json::Object(mine), Json::Object(theirs)) => {
            let mut mine = Fields(mine);
            for (key, value) in theirs {
                let value = match mine.take(&key) {
                    Some(known) => join_values(known, value),
                    None => value,
                };
                mine.0.push((key, value));
            }
            mine.rest()
        }
        (Json::List(mine), Json::List(theirs)) => match (by_name(&mine), by_name(&theirs)) {
            (Some(mut joined), Some(theirs)) => {
                for (key, item) in theirs {
                    let known = joined.binary_search_by(|(name, _)| name.cmp(&key));
                    let item = match known.ok().map(|place| joined.remove(place)) {
                        Some((_, known)) => join_values(known, item),
                        None => item,
                    };
                    joined.insert(known.unwrap_or_else(|place| place), (key, item));
                }
                Json::List(joined.into_iter().map(|(_, item)| item).collect())
            }
            _ => Json::List(theirs),
        },
        (_, theirs) => theirs,
    }
}

/// The items of a list sorted by what tells them apart; `None` where that does not tell them apart.
fn by_name<'a>(items: &[Json<'a>]) -> Option<Vec<(String, Json<'a>)>> {
    let mut named = Vec::with_capacity(items.len());
    for item in items {
        named.push((name(item)?.to_owned(), item.clone()));
    }
    named.sort_by(|(one, _), (other, _)| one.cmp(other));
    let apart = named.windows(2).all(|pair| !matches!(pair, [(one, _), (other, _)] if one == other));
    apart.then_some(named)
}

/// What tells one item of a list from another.
fn name<'j>(item: &'j Json<'_>) -> Option<&'j str> {
    item.get("id").or_else(|| item.get("name")).and_then(Json::as_text)
}
