//! The letter that stands for a label.

use bluepencil::annotation::BUILT_IN;

/// The letter that stands for a label, by the label's name.
pub fn letter(label: &str) -> &'static str {
    BUILT_IN.iter().find(|known| known.name == label).map_or("•", |known| known.key)
}
