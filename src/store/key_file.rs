//! The file of a person's own keys as JSON: small, versioned, and read as a whole or not at all.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::preferences::OwnKeys;
use crate::wire::{Entries, Layout, ReadError, UnknownFields, from_json, to_json};

/// What the file calls itself.
const FORMAT: &str = "bluepencil-keys";
/// The version that is written and read.
const VERSION: u64 = 1;
/// No file of keys is longer than this, in bytes.
const LONGEST: usize = 64 * 1024;

/// The whole file, with its keys in the order in which they are written.
#[derive(Serialize, Deserialize)]
struct KeyFile {
    #[serde(default)]
    format: String,
    /// Letters, digits and signs are keys without `Ctrl`.
    #[serde(default = "yes")]
    single_letters: bool,
    version: u64,
    /// Lists of keys by the name of a command.
    keys: Entries<Vec<String>>,
    #[serde(flatten, skip_serializing)]
    _unknown: UnknownFields,
}

fn yes() -> bool {
    true
}

/// Whether a text is meant as a file of keys: it says so, or would if it could be read.
#[must_use]
pub fn is_key_file(text: &str) -> bool {
    let names_itself = text.len() <= LONGEST && text.contains(&format!("\"{FORMAT}\""));
    let says_so = |file: Value| file.get("format").and_then(Value::as_str) == Some(FORMAT);
    names_itself && serde_json::from_str(text).map_or(true, says_so)
}

/// The keys that were changed, and whether letters, digits and signs are no keys unless `Ctrl` is held, as a file.
#[must_use]
pub fn write(keys: OwnKeys, single_letters_off: bool) -> String {
    let file = KeyFile {
        format: FORMAT.to_owned(),
        single_letters: !single_letters_off,
        version: VERSION,
        keys: Entries(keys),
        _unknown: UnknownFields::default(),
    };
    to_json(&file, Layout::Indented)
}

/// What [`write`] was given.
///
/// # Errors
/// The reason why the file cannot be used: a sentence about it as “it”, without its end, or one with line and column.
pub fn read(text: &str) -> Result<(OwnKeys, bool), String> {
    let text = text.trim_start_matches('\u{feff}');
    let file: KeyFile = from_json(text).map_err(unreadable)?;
    check_version(file.version)?;
    Ok((file.keys.0, !file.single_letters))
}

/// Where a file has another shape: its version comes first, since a newer one may have another.
fn unreadable(error: ReadError) -> String {
    let version = error.value().and_then(|file| file.get("version")?.as_u64());
    match version.map(check_version) {
        Some(Err(reason)) => reason,
        _ => error.at("it", 0).to_string(),
    }
}

fn check_version(found: u64) -> Result<(), String> {
    let reason = || format!("it has version {found}, and this page reads version {VERSION} of files of keys");
    if found == VERSION { Ok(()) } else { Err(reason()) }
}
