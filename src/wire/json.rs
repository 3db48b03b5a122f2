//! Any JSON value, read strictly.
//!
//! Foreign JSON is read into this tree first and into the model from there: what is not understood stays in the tree and
//! is kept, and what is wrong is told by the annotation it stands in rather than by a type name of this program.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::error::Category;

use crate::text::{Problem, said};

/// A JSON value. Objects keep the order of their keys; no key stands twice in one.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A whole number from zero.
    Whole(u64),
    /// Any other number, as it is written: it is kept to the last digit, and no sum is done with it here.
    Number(String),
    /// A string, borrowed from the input where it has no escapes.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Json<'a>>),
    /// An object.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

/// Objects with more keys than this are searched for doubles by sorting, so that a hostile one costs no more than its
/// length.
const FEW_KEYS: usize = 24;

/// The key under which serde_json hands over, as it is written, a number that is no 64 bit integer (its feature
/// `arbitrary_precision`).
const NUMBER: &str = "$serde_json::private::Number";

/// Numbers beyond this power of ten are infinite to readers that keep them as 64 bit fractions.
const LARGEST_EXPONENT: usize = 308;

impl<'a> Json<'a> {
    /// Reads a whole text as one value.
    ///
    /// # Errors
    /// A [`Problem`] with line and column: broken syntax, more than 127 levels, a key that stands twice in one object, a
    /// key `__proto__`.
    pub fn parse(text: &'a str) -> Result<Self, Problem> {
        serde_json::from_str(text).map_err(|error| problem(&error))
    }

    /// What kind of value it is, with its article.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Whole(_) | Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The value under a key of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The string, where it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of an array; none for anything else.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }
}

/// A syntax error as a person can act on it.
fn problem(error: &serde_json::Error) -> Problem {
    let whole = error.to_string();
    let words = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(words, _)| words);
    let reason = match error.classify() {
        Category::Eof => format!("is where the file breaks off, {}", words.trim_start_matches("EOF ")),
        Category::Data => words.to_owned(),
        _ if words.starts_with("recursion limit") => "is nested more than 127 levels deep".to_owned(),
        _ => format!("is not valid JSON: {words}"),
    };
    Problem::new(format!("line {}, column {}", error.line(), error.column()), reason)
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json<'de>, E> {
        Ok(Json::Whole(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(value.to_string()))
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Json<'de>, A::Error> {
        let mut entries: Vec<(Cow<'de, str>, Json<'de>)> = Vec::new();
        while let Some(key) = access.next_key()? {
            let Json::Text(key) = key else { return Err(de::Error::custom("has a key that is not a text")) };
            if key == NUMBER {
                return number(access.next_value()?);
            }
            if key == "__proto__" {
                return Err(de::Error::custom("has the key “__proto__”, which is never part of an export"));
            }
            if entries.len() < FEW_KEYS && entries.iter().any(|(known, _)| *known == key) {
                return Err(a_second_time(&key));
            }
            entries.push((key, access.next_value()?));
        }
        match twice(&entries) {
            Some(key) => Err(a_second_time(key)),
            None => Ok(Json::Object(entries)),
        }
    }
}

/// The error for a key that stands twice in one object.
fn a_second_time<E: de::Error>(key: &str) -> E {
    E::custom(format!("has the key “{}” a second time", said(key, 40)))
}

/// A number as serde_json hands it over.
fn number<'a, E: de::Error>(digits: Json<'_>) -> Result<Json<'a>, E> {
    let Json::Text(digits) = digits else { return Err(E::custom(format!("has the key “{NUMBER}”"))) };
    if let Some(whole) = digits.parse().ok().filter(|_| !digits.starts_with('+')) {
        return Ok(Json::Whole(whole));
    }
    // What is no number came from a file that uses the name; what is too large for every other reader was made up.
    match digits.parse::<serde_json::Number>() {
        Ok(_) if exponent(&digits) <= LARGEST_EXPONENT => Ok(Json::Number(digits.into_owned())),
        Ok(_) => Err(E::custom("number out of range")),
        Err(_) => Err(E::custom(format!("has the key “{NUMBER}”"))),
    }
}

/// The size of a number's exponent, with how many digits stand before its point.
fn exponent(digits: &str) -> usize {
    let (front, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let before_point = front.split('.').next().unwrap_or_default().len();
    let exponent = exponent.trim_start_matches('+');
    if exponent.starts_with('-') { 0 } else { exponent.parse().unwrap_or(usize::MAX).saturating_add(before_point) }
}

/// A key that stands twice among many.
fn twice<'k>(entries: &'k [(Cow<'_, str>, Json<'_>)]) -> Option<&'k str> {
    if entries.len() <= FEW_KEYS {
        return None;
    }
    let mut keys: Vec<&str> = entries.iter().map(|(key, _)| &**key).collect();
    keys.sort();
    keys.windows(2).find_map(|pair| match pair {
        [one, other] if one == other => Some(*one),
        _ => None,
    })
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Whole(value) => serializer.serialize_u64(*value),
            Self::Number(digits) => match digits.parse::<serde_json::Number>() {
                Ok(number) => number.serialize(serializer),
                Err(_) => serializer.serialize_unit(),
            },
            Self::Text(value) => serializer.serialize_str(value),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                let mut map = serializer.serialize_map(None)?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
        }
    }
}
