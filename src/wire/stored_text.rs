//! The stored form of an article's text.

use crate::text::Text;

/// The text as it was kept, or `None` where it is not in the form in which texts are kept.
#[must_use]
pub fn canonical(kept: &str) -> Option<Text> {
    // A kept text may begin with a byte order mark, the second of two; only the first one is dropped.
    let text = if kept.starts_with('\u{feff}') { Text::new(&format!("\u{feff}{kept}")) } else { Text::new(kept) };
    (text.as_str() == kept).then_some(text)
}
