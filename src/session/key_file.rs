//! The file of a person's own keys, `bluepencil-keys.json`, and the keys that it gives.

use super::keymap::KeyMap;
use crate::store::key_file;

/// The name under which the file is downloaded.
pub const NAME: &str = "bluepencil-keys.json";

/// The keys that were changed, as a file.
#[must_use]
pub fn write(keys: &KeyMap) -> String {
    key_file::write(keys.own(), keys.single_letters_off())
}

/// The keys of a file.
///
/// # Errors
/// The reason why the file cannot be used: the rest of a sentence.
pub fn read(text: &str) -> Result<KeyMap, String> {
    let (own, single_letters_off) = key_file::read(text)?;
    KeyMap::checked(&own, single_letters_off)
}
