//! Unknown fields of foreign files, preserved on a round trip.

use std::sync::Arc;

/// Fields of a file that this version does not know: the text of a JSON object, or nothing. Carried uninterpreted, so that
/// an import and an export lose nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra(Option<Arc<str>>);

impl Extra {
    /// Unknown fields from the text of a JSON object.
    #[must_use]
    pub fn new(object: String) -> Self {
        Self(Some(object.into()))
    }

    /// The text of the JSON object; `None` where there are no unknown fields.
    #[must_use]
    pub fn as_json(&self) -> Option<&str> {
        self.0.as_deref()
    }
}
