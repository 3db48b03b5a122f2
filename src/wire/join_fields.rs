//! Merging the unknown fields of two origins.

use serde_json::{Map, Value};

use super::unknown_fields::UnknownFields;
use crate::article::Extra;

/// What one library keeps of the fields it does not know, joined with what a file brings: objects are joined key by key,
/// lists of things with an id or a name thing by thing, and where two values stand against each other the file's counts.
#[must_use]
pub fn join(here: &Extra, file: &Extra) -> Extra {
    match (here.as_json(), file.as_json()) {
        (_, None) => here.clone(),
        (None, Some(_)) => file.clone(),
        (Some(_), Some(_)) => join_fields(UnknownFields::of(here), UnknownFields::of(file)).into_extra(),
    }
}

pub(super) fn join_fields(here: UnknownFields, file: UnknownFields) -> UnknownFields {
    serde_json::from_value(join_values(here.into(), file.into())).unwrap_or_default()
}

fn join_values(here: Value, file: Value) -> Value {
    match (here, file) {
        (Value::Object(mine), Value::Object(theirs)) => Value::Object(join_objects(mine, theirs)),
        (Value::Array(mine), Value::Array(theirs)) => match (by_name(&mine), by_name(&theirs)) {
            (Some(mine), Some(theirs)) => join_objects(mine, theirs).into_iter().map(|(_, item)| item).collect(),
            _ => Value::Array(theirs),
        },
        (_, theirs) => theirs,
    }
}

/// The entries of two objects, by key.
fn join_objects(mut mine: Map<String, Value>, theirs: Map<String, Value>) -> Map<String, Value> {
    for (key, value) in theirs {
        let value = match mine.remove(&key) {
            Some(known) => join_values(known, value),
            None => value,
        };
        mine.insert(key, value);
    }
    let mut entries: Vec<(String, Value)> = mine.into_iter().collect();
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    entries.into_iter().collect()
}

/// The items of a list by what tells them apart; `None` where that does not tell them apart.
fn by_name(items: &[Value]) -> Option<Map<String, Value>> {
    let named: Option<Map<String, Value>> =
        items.iter().map(|item| Some((name(item)?.to_owned(), item.clone()))).collect();
    named.filter(|named| named.len() == items.len())
}

/// What tells one item of a list from another.
fn name(item: &Value) -> Option<&str> {
    item.get("id").or_else(|| item.get("name")).and_then(Value::as_str)
}
