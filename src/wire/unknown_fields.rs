//! The fields of an object that this version does not know: kept as they came, so that they go out again.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entries::{Entries, HAS_PROTO, PROTO};
use super::layout::{Layout, to_json};
use crate::article::Extra;

/// Unknown fields by name. It is the last field of every wire struct, with `#[serde(flatten)]`.
///
/// Numbers keep all their digits and nested objects the order of their keys by serde_json's features `arbitrary_precision`
/// and `preserve_order`. A field that stands twice is refused; of a key that stands twice deeper down, in an object that this
/// version knows nothing about, serde_json keeps the last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Entries<Value>")]
pub struct UnknownFields(Entries<Value>);

impl TryFrom<Entries<Value>> for UnknownFields {
    type Error = &'static str;

    fn try_from(mut fields: Entries<Value>) -> Result<Self, Self::Error> {
        if fields.0.iter().any(|(_, value)| holds_proto(value)) {
            return Err(HAS_PROTO);
        }
        fields.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(Self(fields))
    }
}

fn holds_proto(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.iter().any(holds_proto),
        Value::Object(fields) => fields.iter().any(|(key, value)| key == PROTO || holds_proto(value)),
        _ => false,
    }
}

impl UnknownFields {
    /// What the model carries.
    #[must_use]
    pub fn of(extra: &Extra) -> Self {
        extra.as_json().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    }

    /// What the model is to carry.
    #[must_use]
    pub fn into_extra(self) -> Extra {
        if self.is_empty() { Extra::default() } else { Extra::new(to_json(&self, Layout::Compact)) }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The value of a field, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.0.0.iter_mut().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Takes a field out.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let place = self.0.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.0.remove(place).1)
    }

    /// Takes out what was kept for an object below this one.
    #[must_use]
    pub fn take_fields(&mut self, name: &str) -> Self {
        self.take(name).and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }

    /// Takes out what was kept for each item of a list below; nothing where the list has changed its length since.
    #[must_use]
    pub fn take_items(&mut self, name: &str, count: usize) -> Vec<Self> {
        let items: Option<Vec<Self>> = self.take(name).and_then(|value| serde_json::from_value(value).ok());
        let mut items = items.unwrap_or_default();
        if items.len() != count {
            items.clear();
        }
        items.resize(count, Self::default());
        items
    }

    /// Puts a field in its place, or in that of an older value.
    pub fn put(&mut self, name: &str, value: Value) {
        let fields = &mut self.0.0;
        match fields.binary_search_by(|(known, _)| known.as_str().cmp(name)) {
            Ok(place) => fields[place].1 = value,
            Err(place) => fields.insert(place, (name.to_owned(), value)),
        }
    }

    /// Keeps what an object below has, where it has any.
    pub fn put_fields(&mut self, name: &str, fields: Self) {
        if !fields.is_empty() {
            self.put(name, fields.into());
        }
    }

    /// Keeps what each item of a list below has, where any has any.
    pub fn put_items(&mut self, name: &str, items: Vec<Self>) {
        if items.iter().any(|item| !item.is_empty()) {
            self.put(name, items.into_iter().map(Value::from).collect());
        }
    }
}

impl From<UnknownFields> for Value {
    fn from(fields: UnknownFields) -> Self {
        Self::Object(fields.0.0.into_iter().collect())
    }
}
