//! The file of a person's own keys, `bluepencil-keys.json`: small, versioned, and read as a whole or not at all.

use super::keymap::KeyMap;
use crate::store::OwnKeys;
use crate::store::preferences::{keys_from_json, keys_to_json};
use crate::text::Problem;
use crate::wire::{Fields, Json, Layout, to_json};

/// The name under which the file is downloaded.
pub const NAME: &str = "bluepencil-keys.json";
/// What the file calls itself.
const FORMAT: &str = "bluepencil-keys";
/// The version that is written and read.
const VERSION: u64 = 1;
/// No file of keys is longer than this, in bytes.
const LONGEST: usize = 64 * 1024;

/// Whether a text is meant as a file of keys: it says so, or would if it could be read.
#[must_use]
pub fn is_key_file(text: &str) -> bool {
    let names_itself = text.len() <= LONGEST && text.contains(&format!("\"{FORMAT}\""));
    names_itself && Json::parse(text).map_or(true, |file| file.get("format").and_then(Json::as_text) == Some(FORMAT))
}

/// The keys that were changed, as a file.
#[must_use]
pub fn write(keys: &KeyMap) -> String {
    let own = keys.own();
    let mut file = Fields::default();
    file.keep("format", Json::Text(FORMAT.into()));
    file.keep("version", Json::Whole(VERSION));
    file.keep("single_letters", Json::Bool(!keys.single_letters_off()));
    // An object without entries would be left out, and a file without changes must say that there are none.
    let mut file = match file.rest() {
        Json::Object(entries) => entries,
        _ => Vec::new(),
    };
    file.push(("keys".into(), keys_to_json(&own)));
    to_json(&Json::Object(file), Layout::Indented)
}

/// The keys of a file.
///
/// # Errors
/// The reason why the file cannot be used: the rest of a sentence.
pub fn read(text: &str) -> Result<KeyMap, String> {
    let file = Json::parse(text.trim_start_matches('\u{feff}')).map_err(|problem: Problem| problem.to_string())?;
    let mut fields = Fields::of(file).map_err(|reason| format!("it {reason}"))?;
    let version = fields.whole("version").map_err(|reason| format!("it {reason}"))?;
    if version != Some(VERSION) {
        let found = version.map_or_else(|| "no version".to_owned(), |version| format!("version {version}"));
        return Err(format!("it has {found}, and this page reads version {VERSION} of files of keys"));
    }
    let single_letters_off = match fields.take("single_letters") {
        None | Some(Json::Bool(true)) => false,
        Some(Json::Bool(false)) => true,
        Some(other) => {
            return Err(format!("it has {} as its “single_letters” where true or false is expected", other.kind()));
        }
    };
    let keys = fields.take("keys").ok_or("it has no “keys”")?;
    let own: OwnKeys = keys_from_json(&keys).map_err(|reason| format!("it {reason}"))?;
    KeyMap::checked(&own, single_letters_off)
}
