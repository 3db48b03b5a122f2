//! What is in a file: decoded, told by its content, and read. Without a session, so that it can be done elsewhere than on the
//! page.

use infer::MatcherType;

use super::messages::not_imported;
use crate::format::{Imported, looks_like_json, native};
use crate::store::DeskFile;
use crate::store::desk_file::is_desk_file;
use crate::store::key_file::is_key_file;
use crate::text::{Encoding, decode, excerpt};

/// How many characters of a file's name stand in a sentence.
const LONGEST_NAME: usize = 120;

/// What is in a file. All of it is valid, but for key bindings, which are small and read by the session.
#[derive(Clone, Debug)]
pub enum FileContent {
    /// A file of key bindings, as its text.
    KeyBindings(String),
    /// A desk file.
    Desk(DeskFile),
    /// Articles with their annotations.
    Import(Imported),
    /// The text of an article, not yet canonical, and how it was decoded.
    Text(String, Encoding),
}

impl FileContent {
    /// Reads a file: JSON is an import, anything else the text of an article.
    ///
    /// # Errors
    /// The sentence that refuses it.
    pub fn of(name: &str, bytes: &[u8]) -> Result<Self, String> {
        let is_json = name.to_ascii_lowercase().ends_with(".json");
        let name = shortened(name);
        let decoded = decode(bytes);
        if is_key_file(&decoded.text) {
            return Ok(Self::KeyBindings(decoded.text));
        }
        if is_desk_file(&decoded.text) {
            let file = DeskFile::read(bytes);
            return file.map(Self::Desk).map_err(|problem| not_imported(&name, &problem.to_string()));
        }
        let known = infer::get(bytes);
        // These two are made of letters alone, and one begins as JSON does.
        if known.is_some_and(|kind| ["application/rtf", "application/pdf"].contains(&kind.mime_type())) {
            return Err(format!("{name} was not opened: {DOCUMENT}"));
        }
        if is_json || looks_like_json(&decoded.text) {
            let imported = native::read(bytes);
            return imported.map(Self::Import).map_err(|problem| not_imported(&name, &problem.to_string()));
        }
        // A text may begin as a picture does, with “BM”, but has no such character.
        if decoded.text.contains('\0') && decoded.encoding != Encoding::Utf16 {
            let kind = binary_kind(known.map(|kind| kind.matcher_type()));
            return Err(format!("{name} was not opened: {kind}"));
        }
        Ok(Self::Text(decoded.text, decoded.encoding))
    }
}

/// A file's name as it stands in a sentence.
pub(super) fn shortened(name: &str) -> String {
    excerpt(name, LONGEST_NAME)
}

/// A document that has more than letters, and what to do: the rest of a sentence.
const DOCUMENT: &str = "it is a document with formatting. Nothing was changed. Open it in the program that made it, copy the words, and paste them here.";

/// What a file is that is no text, and what to do: the rest of a sentence.
fn binary_kind(known: Option<MatcherType>) -> &'static str {
    match known {
        Some(MatcherType::Image) => {
            "it is a picture. Nothing was changed. Copy the words of the article and paste them here."
        }
        Some(MatcherType::Audio | MatcherType::Video) => {
            "it is a recording. Nothing was changed. Write down what is said and open that."
        }
        Some(MatcherType::Doc | MatcherType::Book) => DOCUMENT,
        Some(MatcherType::Archive) => {
            "it is packed. Nothing was changed. Unpack it and open the text file that is in it."
        }
        _ => "it is not a text file. Nothing was changed.",
    }
}
