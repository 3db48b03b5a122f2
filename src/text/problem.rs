//! Errors in foreign data, for people.

use std::fmt;

/// An error in an input: a place that a person can find, and the reason in words.
///
/// `place` is a phrase such as "line 14, column 3" or "annotation 3 of “Harbour talks”"; empty for the whole input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The place of the error.
    pub place: String,
    /// The reason, as the rest of a sentence that begins with the place.
    pub reason: String,
}

impl Problem {
    /// An error at a place.
    pub fn new(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { place: place.into(), reason: reason.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place.as_str() {
            "" => formatter.write_str(&self.reason),
            place => write!(formatter, "{place} {}", self.reason),
        }
    }
}
