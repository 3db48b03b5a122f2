//! Intake of pasted text and files: JSON is imported, anything else becomes an article.

use infer::MatcherType;

use super::command::Command;
use super::effect::{Effect, refuse};
use super::import::refusal;
use super::messages::MAX_TITLE;
use super::route::Route;
use super::state::{Session, Stamp};
use super::view::Dialog;
use crate::article::{Article, ArticleId};
use crate::format::looks_like_json;
use crate::format::native::{self, MOST_TEXT_BYTES};
use crate::store::desk_file::is_desk_file;
use crate::store::key_file::is_key_file;
use crate::store::{Draft, DraftPlace};
use crate::text::{Encoding, decode, excerpt, is_blank};

/// How many characters of a file's name stand in a sentence.
const LONGEST_NAME: usize = 120;

/// How the text of a new article came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// Through the dialog.
    Typed,
    /// Pasted on the page.
    Pasted,
    /// From a file of this name, read in this encoding.
    File(String, Encoding),
}

impl Session {
    /// A text becomes an article. What was typed is kept until it has.
    pub(super) fn new_article(
        &mut self,
        arrival: &Arrival,
        raw: &str,
        title: &str,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        let mut effects = self.open_text(arrival, raw, title, stamp);
        if *arrival == Arrival::Typed {
            let is_open = self.dialog != Some(Dialog::NewArticle);
            let [text, title] = if is_open { ["", ""] } else { [raw, title] }.map(str::to_owned);
            effects.extend(self.keep_draft(Draft { place: DraftPlace::NewArticle, title, text }, stamp));
        }
        effects
    }

    /// A text becomes an article, unless it is JSON, is empty or too long, or is here already.
    fn open_text(&mut self, arrival: &Arrival, raw: &str, title: &str, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if looks_like_json(raw) {
            return self.file("The pasted text".to_owned(), Ok(raw.as_bytes().to_vec()), stamp);
        }
        if raw.chars().all(is_blank) {
            return refuse("There is no text to open. Paste or type the article first.");
        }
        if raw.len() > MOST_TEXT_BYTES {
            return refuse(
                "This text is longer than 16 MB, so it was not opened. Nothing was changed. Divide it first.",
            );
        }
        let article = Article::from_plain(ArticleId::new((stamp.random)()), raw, title);
        let named = excerpt(&article.details.title, MAX_TITLE);
        if let Some(known) = self.same_article(&article) {
            // The open one is shown as it is: reading it from storage would forget its history.
            let mut effects = self.go(Route::Article(known, None));
            self.dialog = None;
            effects.push(Effect::Tell(format!("“{named}” is on your desk already; it is open now."), None));
            return effects;
        }
        let before = self.document().map(|document| document.article().id);
        let remark = remark(arrival, raw);
        let mut effects = self.add_and_open(article, stamp);
        let pasted = *arrival == Arrival::Pasted;
        if let Some(open) = &mut self.open {
            open.replaced_by_paste = pasted.then_some(before);
        }
        let how = if pasted { "Pasted as a new article" } else { "Opened" };
        effects.push(Effect::Tell(format!("{how}: “{named}”.{remark}"), pasted.then_some(Command::Undo)));
        effects
    }

    /// Undo where there is nothing to undo: deletes an article that was pasted or came by a file, on which no work has been done
    /// since. What has annotations can be brought back.
    pub(super) fn undo_paste(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(before) = self.open.as_ref().and_then(|open| open.replaced_by_paste) else {
            return refuse("There is nothing to undo.");
        };
        if let Some(document) = self.document().filter(|document| !document.entries().is_empty()) {
            return self.delete_article(document.article().id, false, stamp);
        }
        let Some(open) = self.open.take() else { return Vec::new() };
        let mut effects = vec![self.forget(&open.document, stamp)];
        self.focus = None;
        effects.extend(self.remember_open(stamp));
        effects.extend(match before {
            Some(before) => self.load(before, None),
            None => self.go(Route::Library),
        });
        effects.push(Effect::Tell("Undone: the pasted article was taken away again.".to_owned(), None));
        effects
    }

    /// A file came in: JSON is an import, anything else the text of an article.
    pub(super) fn file(&mut self, name: String, bytes: Result<Vec<u8>, String>, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let is_json = name.to_ascii_lowercase().ends_with(".json");
        // From here on the name is only said, and a name can hold anything.
        let name = excerpt(&name, LONGEST_NAME);
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(reason) => {
                return refuse(format!("{name} was not opened: {reason}. Nothing was changed."));
            }
        };
        let decoded = decode(&bytes);
        if is_key_file(&decoded.text) {
            return self.import_key_bindings(&name, &decoded.text, stamp);
        }
        if is_desk_file(&decoded.text) {
            return self.read_desk_file(name, &bytes);
        }
        let known = infer::get(&bytes);
        // These two are made of letters alone, and one begins as JSON does.
        if known.is_some_and(|kind| ["application/rtf", "application/pdf"].contains(&kind.mime_type())) {
            return refuse(format!("{name} was not opened: {DOCUMENT}"));
        }
        if is_json || looks_like_json(&decoded.text) {
            return match native::read(&bytes) {
                Ok(imported) => self.begin_import(name, imported, stamp),
                Err(problem) => vec![refusal(&name, &problem.to_string())],
            };
        }
        // A text may begin as a picture does, with “BM”, but has no such character.
        if decoded.text.contains('\0') && decoded.encoding != Encoding::Utf16 {
            return refuse(format!("{name} was not opened: {}", binary_kind(known.map(|kind| kind.matcher_type()))));
        }
        self.new_article(&Arrival::File(name, decoded.encoding), &decoded.text, "", stamp)
    }
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

/// What was assumed or changed when a text came in, as one more sentence.
fn remark(arrival: &Arrival, raw: &str) -> String {
    let mut remark = String::new();
    match arrival {
        Arrival::File(_, Encoding::Windows1252) => {
            remark.push_str(" It is not UTF-8, so it was read as Windows-1252; look at accents and quotation marks.");
        }
        Arrival::File(_, Encoding::Utf16) => remark.push_str(" It was read as UTF-16."),
        _ => {}
    }
    let replaced = raw.matches('\0').count();
    if replaced > 0 {
        remark.push_str(&format!(" {replaced} characters that no text can hold became “\u{fffd}”."));
    }
    remark
}
