//! The stored form of an article's text, and its fingerprint.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::text::Text;

/// The text as it was kept, or `None` where it is not in the form in which texts are kept.
#[must_use]
pub fn canonical(kept: &str) -> Option<Text> {
    // A kept text may begin with a byte order mark, the second of two; only the first one is dropped.
    let text = if kept.starts_with('\u{feff}') { Text::new(&format!("\u{feff}{kept}")) } else { Text::new(kept) };
    (text.as_str() == kept).then_some(text)
}

/// What a text hashes to, as files carry it.
#[must_use]
pub fn fingerprint(text: &Text) -> String {
    let mut written = String::from("sha256:");
    for byte in Sha256::digest(text.as_str().as_bytes()) {
        // Writing to a string cannot fail.
        let _ = write!(written, "{byte:02x}");
    }
    written
}
