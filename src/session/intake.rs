//! Intake of pasted text and files: JSON is imported, anything else becomes an article.

use super::command::Command;
use super::effect::{Collecting, Effect, alone, refuse};
use super::file_content::{FileContent, shortened};
use super::messages::MAX_TITLE;
use super::route::Route;
use super::state::{Session, Stamp};
use super::view::Dialog;
use crate::article::{Article, ArticleId};
use crate::format::looks_like_json;
use crate::format::native::MOST_TEXT_BYTES;
use crate::store::{Draft, DraftPlace};
use crate::text::{Encoding, excerpt, is_blank};

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

    /// A file came in: it is read, and what is in it is taken in.
    pub(super) fn file(&mut self, name: String, bytes: Result<Vec<u8>, String>, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let content = match bytes {
            Ok(bytes) => FileContent::of(&name, &bytes),
            Err(reason) => Err(format!("{} was not opened: {reason}. Nothing was changed.", shortened(&name))),
        };
        self.file_read(&name, content, stamp)
    }

    /// Takes in what is in a file, or says the sentence that refuses it.
    pub(super) fn file_read(
        &mut self,
        name: &str,
        content: Result<FileContent, String>,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        // From here on the name is only said, and a name can hold anything.
        let name = shortened(name);
        match content {
            Ok(FileContent::KeyBindings(text)) => self.import_key_bindings(&name, &text, stamp),
            Ok(FileContent::Desk(file)) => alone(Effect::Collect(Collecting::Import(name, Box::new(file)))),
            Ok(FileContent::Import(imported)) => self.begin_import(name, imported, stamp),
            Ok(FileContent::Text(text, encoding)) => self.new_article(&Arrival::File(name, encoding), &text, "", stamp),
            Err(sentence) => refuse(sentence),
        }
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
