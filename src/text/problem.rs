//! What is wrong with an input, and where.

use std::fmt;

/// Something wrong in an input: a place that a person can find, and the reason in words.
///
/// `place` is a phrase such as "line 14, column 3" or "annotation 3 of “Harbour talks”"; empty for the whole input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: String,
    /// What is wrong there: the rest of a sentence that begins with the place.
    pub reason: String,
}

impl Problem {
    /// A problem at a place.
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
