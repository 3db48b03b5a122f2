//! Reading JSON text into wire structs, and what is said of text that does not fit.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde_json::error::Category;
use serde_json::{Error, Value};
use serde_path_to_error::{Path, Segment};

use crate::text::{Problem, excerpt};

/// Why a JSON text could not be read.
#[derive(Debug)]
pub enum ReadError {
    /// It is not JSON, or nested too deep: the problem has line and column.
    Syntax(Problem),
    /// It is JSON and has another shape than is expected.
    Shape {
        /// What it is.
        value: Value,
        /// The way to the part that does not fit.
        path: Path,
        /// What serde says about that.
        words: String,
    },
}

/// Reads a whole text as one value.
///
/// # Errors
/// A [`ReadError`]: broken syntax anywhere in the text, more than 127 levels, or else the first value that does not fit.
pub fn from_json<'de, T: Deserialize<'de>>(json: &'de str) -> Result<T, ReadError> {
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let read = serde_path_to_error::deserialize(&mut deserializer);
    let (path, error) = match read.map(|value| (value, deserializer.end())) {
        Ok((value, Ok(()))) => return Ok(value),
        Ok((_, Err(error))) => return Err(ReadError::Syntax(syntax(&error))),
        Err(error) => (error.path().clone(), error.into_inner()),
    };
    // Where the text is no JSON further on, that comes first: its shape says nothing.
    match serde_json::from_str::<Value>(json) {
        Err(error) => Err(ReadError::Syntax(syntax(&error))),
        Ok(value) => Err(ReadError::Shape { value, path, words: words(&error) }),
    }
}

/// Reads a field that may be missing but, unlike an `Option`, is not `null`: for `#[serde(default, deserialize_with)]`.
///
/// # Errors
/// Those of the value.
pub fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// What serde_json says, without the place at the end.
fn words(error: &Error) -> String {
    let whole = error.to_string();
    whole.rsplit_once(" at line ").map_or(whole.as_str(), |(words, _)| words).to_owned()
}

/// A syntax error as a person can act on it.
fn syntax(error: &Error) -> Problem {
    let words = words(error);
    let reason = match error.classify() {
        Category::Eof => format!("is where the file breaks off, {}", words.trim_start_matches("EOF ")),
        _ if words.starts_with("recursion limit") => "is nested more than 127 levels deep".to_owned(),
        _ => format!("is not valid JSON: {words}"),
    };
    Problem::new(format!("line {}, column {}", error.line(), error.column()), reason)
}

impl ReadError {
    /// What the text is, where it is JSON.
    #[must_use]
    pub fn value(&self) -> Option<&Value> {
        match self {
            Self::Syntax(_) => None,
            Self::Shape { value, .. } => Some(value),
        }
    }

    /// The steps from the whole text to the part that does not fit; none for broken syntax.
    #[must_use]
    pub fn path(&self) -> Vec<&Segment> {
        match self {
            Self::Syntax(_) => Vec::new(),
            Self::Shape { path, .. } => path.iter().collect(),
        }
    }

    /// The error as a problem of the part of the text that so many steps of the path lead to.
    #[must_use]
    pub fn at(self, place: impl Into<String>, steps: usize) -> Problem {
        match self {
            Self::Syntax(problem) => problem,
            Self::Shape { path, words, .. } => {
                let below: Vec<&Segment> = path.iter().skip(steps).collect();
                Problem::new(place, reason(&words, &below))
            }
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(problem) => problem.fmt(formatter),
            Self::Shape { words, .. } => formatter.write_str(&reason(words, &self.path())),
        }
    }
}

/// What serde says of a value, as the rest of a sentence about the object that the path begins at.
fn reason(words: &str, path: &[&Segment]) -> String {
    let place = named(path);
    let inside = if place.is_empty() { String::new() } else { format!(" in {place}") };
    if let Some(name) = quoted(words, "missing field ") {
        return format!("has no “{name}”{inside}");
    }
    if let Some(name) = quoted(words, "duplicate field ") {
        return format!("has the key “{name}” a second time{inside}");
    }
    let Some((found, expected)) = kinds(words) else { return format!("{words}{inside}") };
    match place.as_str() {
        "" => format!("is {found} where {expected} is expected"),
        place => format!("has {found} as {place} where {expected} is expected"),
    }
}

/// The name in serde's “missing field `name`”.
fn quoted<'w>(words: &'w str, front: &str) -> Option<&'w str> {
    words.strip_prefix(front)?.strip_prefix('`')?.strip_suffix('`')
}

/// A path for people, from the inside: “start” of item 2 of its “segments”.
fn named(path: &[&Segment]) -> String {
    let mut steps: Vec<String> = path
        .iter()
        .map(|step| match step {
            Segment::Seq { index } => format!("item {}", index + 1),
            Segment::Map { key } | Segment::Enum { variant: key } => format!("“{}”", excerpt(key, 40)),
            Segment::Unknown => "a value".to_owned(),
        })
        .collect();
    if let Some(first) = steps.first_mut() {
        first.insert_str(0, "its ");
    }
    steps.reverse();
    steps.join(" of ")
}

/// What is found and what is expected; `None` where serde says something else, as our own types do.
fn kinds(words: &str) -> Option<(&str, &'static str)> {
    match words {
        "trailing characters" => return Some(("a list of another length", "a pair of numbers")),
        "number out of range" => return Some(("a number that is too large", WHOLE_NUMBER)),
        _ => {}
    }
    // What is found may be any text, what is expected is a type of ours.
    let (found, expected) = words.rsplit_once(", expected ")?;
    let expected = kind_expected(expected)?;
    // Among many numbers of a file, a wrong one is looked for by what it is.
    let number = number_found(found).filter(|_| expected == WHOLE_NUMBER);
    Some((number.unwrap_or_else(|| kind_found(found)), expected))
}

/// What is said of a whole number that is expected.
const WHOLE_NUMBER: &str = "a whole number from zero";

/// The longest number that is said as it is, in bytes.
const LONGEST_NUMBER: usize = 24;

/// The number in serde's “invalid type: floating point `115.5`”; `None` where there is none, or it is long.
fn number_found(found: &str) -> Option<&str> {
    let (_, value) = found.split_once(": ")?;
    let number = quoted(value, "floating point ").or_else(|| quoted(value, "integer "))?;
    (number.len() <= LONGEST_NUMBER).then_some(number)
}

/// The kind of the value in serde's “invalid type: string "x"”, with its article.
fn kind_found(found: &str) -> &'static str {
    if found.starts_with("invalid length") {
        return "a list of another length";
    }
    let value = found.split_once(": ").map_or("", |(_, value)| value);
    match value.split(' ').next().unwrap_or_default() {
        "null" | "unit" => "null",
        "boolean" => "true or false",
        "string" => "a text",
        "sequence" => "a list",
        "map" => "an object",
        _ => "a number",
    }
}

/// The kind in serde's “expected a string”, with its article; `None` where the words are no such thing.
fn kind_expected(expected: &str) -> Option<&'static str> {
    match expected.split(' ').collect::<Vec<_>>().as_slice() {
        ["a", "string"] | ["a", "borrowed", "string"] => Some("a text"),
        ["a", "boolean"] => Some("true or false"),
        ["u64"] => Some(WHOLE_NUMBER),
        ["a", "sequence"] => Some("a list"),
        ["an", "array", ..] => Some("a pair of numbers"),
        ["a", "map"] | ["struct", _] => Some("an object"),
        _ => None,
    }
}
