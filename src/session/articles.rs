//! Articles: opened, made from text, moved between, deleted.

use std::sync::Arc;

use super::effect::{After, Arrival, Effect, Stored, alone, refuse};
use super::route::Route;
use super::versions::Listing;
use super::{KeyMap, Open, Screen, Session, Stamp, announce};
use crate::annotation::AnnotationId;
use crate::article::{Article, ArticleId, SAMPLE};
use crate::document::Document;
use crate::format::looks_like_json;
use crate::format::native::MOST_TEXT_BYTES;
use crate::session::Command;
use crate::store::desk_file::is_desk_file;
use crate::store::key_file::is_key_file;
use crate::store::{Library, Preferences, Summary, batch};
use crate::text::{Encoding, said};
use crate::wire::fingerprint;

/// How many characters of a title stand in a sentence.
pub(super) const TITLE: usize = 60;
/// How many characters of a file's name stand in a sentence.
const LONGEST_NAME: usize = 120;

impl Open {
    /// The sentence that says why nothing can be changed, and what to do.
    pub(super) fn refuse_to_write(&self) -> Effect {
        let named = said(&self.document.article().details.title, TITLE);
        Effect::Alert(format!(
            "“{named}” was made with a newer version of Bluepencil. It is open for reading only, and nothing of it is changed. Reload the page to get the newer version."
        ))
    }
}

impl Session {
    /// The page has started: shows the place that the address names, else the article that was open last, else the
    /// sample.
    pub(super) fn start(&mut self, library: Library, route: Route, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let damaged = library.problems.len();
        self.keys = Arc::new(KeyMap::new(&library.preferences.keys, library.preferences.single_letters_off));
        self.library = Arc::new(library);
        let mut effects = match (route, self.preferences().last_article) {
            (Route::Start, None) if self.library.articles.is_empty() => return self.open_sample(stamp),
            (Route::Start, Some(last)) if self.summary(last).is_some() => self.load(last, None),
            (Route::Start, _) => match self.library.articles.first().map(|first| first.id) {
                Some(first) => self.load(first, None),
                None => self.go(Route::Library),
            },
            (route, _) => self.go(route),
        };
        if damaged > 0 {
            effects.push(Effect::Alert(format!(
                "{damaged} stored records could not be read. They were left as they are, and everything else is here. “Storage” gives them out."
            )));
        }
        effects
    }

    fn open_sample(&mut self, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let article = Article::from_plain(ArticleId::new((stamp.random)()), SAMPLE, "");
        let mut effects = self.add_and_open(article, stamp);
        effects.push(Effect::Tell(announce::welcome(&self.keys), None));
        effects
    }

    /// Shows the place that an address names.
    pub(super) fn go(&mut self, route: Route) -> Vec<Effect> {
        self.end_typing();
        match route {
            Route::Start => Vec::new(),
            Route::Library => {
                self.screen = Screen::Library;
                self.read_library_again()
            }
            Route::Article(id, focus) if self.is_open(id) => {
                if self.screen == Screen::Read {
                    return self.leave_reading(focus);
                }
                self.screen = Screen::Reader;
                if focus.is_some() && focus != self.focus { self.set_focus(focus) } else { alone(Effect::FocusArticle) }
            }
            Route::Article(id, focus) if self.summary(id).is_some() => self.load(id, focus),
            Route::Read(id) if self.is_open(id) => self.show_reading(),
            Route::Read(id) if self.summary(id).is_some() => alone(Effect::Load(vec![id], After::Read)),
            Route::Article(..) | Route::Read(_) => {
                self.screen = Screen::Library;
                refuse("The article of this address is not kept in this browser. These are.")
            }
        }
    }

    fn is_open(&self, id: ArticleId) -> bool {
        self.document().is_some_and(|document| document.article().id == id)
    }

    fn load(&self, id: ArticleId, focus: Option<AnnotationId>) -> Vec<Effect> {
        alone(Effect::Load(vec![id], After::Open(focus)))
    }

    /// An article was read from storage to be shown.
    pub(super) fn show_stored(&mut self, stored: Vec<Stored>, focus: Option<AnnotationId>) -> Vec<Effect> {
        let Some(stored) = stored.into_iter().next() else { return Vec::new() };
        let read_only = stored.is_newer;
        match stored.document {
            Err(problem) => {
                self.screen = Screen::Library;
                let alert = format!(
                    "This article could not be opened: {problem}. What is stored of it was left as it is, and “Storage” gives it out."
                );
                let mut effects = refuse(alert);
                if !read_only {
                    effects.push(Effect::ListVersions(stored.id, Listing::Text(stored.id)));
                }
                effects
            }
            Ok((document, problems)) => {
                let mut effects = self.show(document);
                effects.extend(self.set_focus(focus));
                if let Some(open) = self.open.as_mut().filter(|_| read_only) {
                    open.read_only = true;
                    effects.push(open.refuse_to_write());
                } else if let Some(first) = problems.first() {
                    effects.push(Effect::Alert(format!(
                        "Some stored data of this article could not be read ({} records; the first: {first}). It was left as it is; everything else is here. “Storage” gives it out.",
                        problems.len()
                    )));
                }
                effects
            }
        }
    }

    /// Puts a document on the desk and remembers it as the one that was open last.
    pub(super) fn show(&mut self, document: Document) -> Vec<Effect> {
        let id = document.article().id;
        let position = self.summary(id).map_or(0, |summary| summary.position);
        let document = Arc::new(document);
        self.open = Some(Open::new(document, position));
        self.focus = None;
        self.screen = Screen::Reader;
        self.dialog = None;
        self.offer_lesson();
        vec![Effect::FocusArticle, Effect::ReadHistory(id)]
    }

    /// Takes a new article into the library, stores it and shows it.
    pub(super) fn add_and_open(&mut self, article: Article, stamp: &Stamp<'_>) -> Vec<Effect> {
        let document = Document::new(article);
        let (document, save) = self.add(document, stamp);
        let mut effects = vec![save];
        effects.extend(self.show(document));
        effects.extend(self.remember_open(stamp));
        effects
    }

    /// Remembers which article is open, for the next visit.
    pub(super) fn remember_open(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let last_article = self.document().map(|document| document.article().id);
        let preferences = Preferences { last_article, ..self.preferences().clone() };
        self.prefer(preferences, stamp)
    }

    /// Takes a document into the library and stores all of it.
    pub(super) fn add(&mut self, document: Document, stamp: &Stamp<'_>) -> (Document, Effect) {
        let document = self.newer_than_deleted(document);
        let position = self.library.next_position();
        // What is here again must not be brought back a second time, over what was done to it since.
        self.deleted.take_if(|deleted| deleted.document.article().id == document.article().id);
        let articles = &mut Arc::make_mut(&mut self.library).articles;
        articles.push(summarise(&document, position));
        let save = self.save(batch::whole(&document, position, stamp.writer));
        (document, save)
    }

    /// A document that comes in, newer than the deletion of its article, where there was one.
    fn newer_than_deleted(&mut self, document: Document) -> Document {
        let id = document.article().id;
        let deleted = &mut Arc::make_mut(&mut self.library).deleted;
        let revision = deleted.iter().find(|(gone, _)| *gone == id).map_or(0, |(_, revision)| revision + 1);
        deleted.retain(|(gone, _)| *gone != id);
        document.at_least(revision)
    }

    /// The line of the library for an article.
    pub(super) fn summary(&self, id: ArticleId) -> Option<&Summary> {
        self.library.articles.iter().find(|summary| summary.id == id)
    }

    /// Brings the line of the library in line with the open article.
    pub(super) fn refresh_summary(&mut self) {
        let Some(document) = self.open.as_ref().map(|open| Arc::clone(&open.document)) else { return };
        self.refresh_summary_of(&document);
    }

    pub(super) fn refresh_summary_of(&mut self, document: &Document) {
        let article = document.article();
        let fits = |summary: &Summary| {
            summary.annotations == document.entries().len()
                && summary.title == article.details.title
                && summary.byline == article.details.byline
                && summary.published == article.details.published
        };
        let Some(place) = self.library.articles.iter().position(|summary| summary.id == article.id) else { return };
        if self.library.articles.get(place).is_some_and(fits) {
            return;
        }
        if let Some(summary) = Arc::make_mut(&mut self.library).articles.get_mut(place) {
            summary.annotations = document.entries().len();
            summary.title.clone_from(&article.details.title);
            summary.byline.clone_from(&article.details.byline);
            summary.published.clone_from(&article.details.published);
        }
    }

    /// A text becomes an article, unless it is JSON, is empty or too long, or is here already.
    pub(super) fn new_article(
        &mut self,
        arrival: &Arrival,
        raw: &str,
        title: &str,
        stamp: &mut Stamp<'_>,
    ) -> Vec<Effect> {
        if looks_like_json(raw) {
            return self.file("The pasted text".to_owned(), Ok(raw.as_bytes().to_vec()), stamp);
        }
        if raw.trim().is_empty() {
            return refuse("There is no text to open. Paste or type the article first.");
        }
        if raw.len() > MOST_TEXT_BYTES {
            return refuse(
                "This text is longer than 16 MB, so it was not opened. Nothing was changed. Divide it first.",
            );
        }
        let article = Article::from_plain(ArticleId::new((stamp.random)()), raw, title);
        let named = said(&article.details.title, TITLE);
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
            open.pasted_over = pasted.then_some(before);
        }
        let how = if pasted { "Pasted as a new article" } else { "Opened" };
        effects.push(Effect::Tell(format!("{how}: “{named}”.{remark}"), pasted.then_some(Command::Undo)));
        effects
    }

    /// The article of the library with the same title and text.
    pub(super) fn same_article(&self, article: &Article) -> Option<ArticleId> {
        let fingerprint = fingerprint(&article.text);
        let same = |summary: &&Summary| summary.title == article.details.title && summary.fingerprint == fingerprint;
        self.library.articles.iter().find(same).map(|summary| summary.id)
    }

    /// Undo with nothing to undo: takes back a paste that nothing has been done with.
    pub(super) fn undo_paste(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(before) = self.open.as_ref().and_then(|open| open.pasted_over) else {
            return refuse("There is nothing to undo.");
        };
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

    fn forget(&mut self, document: &Document, stamp: &Stamp<'_>) -> Effect {
        let id = document.article().id;
        let library = Arc::make_mut(&mut self.library);
        library.articles.retain(|summary| summary.id != id);
        library.deleted.push((id, document.article_revision() + 1));
        self.save(batch::forget(document, stamp.writer))
    }

    /// Deletes an article with everything on it; undo in the library brings it back while the page is open.
    pub(super) fn delete_article(&mut self, id: ArticleId, stamp: &Stamp<'_>) -> Vec<Effect> {
        let is_open = self.document().is_some_and(|document| document.article().id == id);
        if !is_open {
            return alone(Effect::Load(vec![id], After::Delete));
        }
        if let Some(refused) = self.refused_step() {
            return refused;
        }
        let Some(open) = self.open.take() else { return Vec::new() };
        self.focus = None;
        self.deleted_now(open, stamp)
    }

    /// An article was read from storage to be deleted.
    pub(super) fn delete_stored(&mut self, stored: Vec<Stored>, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(stored) = stored.into_iter().next() else { return Vec::new() };
        match stored.document {
            Ok(_) if stored.is_newer => refuse(
                "This article was not deleted: it was made with a newer version of Bluepencil. Reload the page to get that.",
            ),
            Err(problem) => refuse(format!(
                "This article was not deleted, because what is stored of it could not be read: {problem}."
            )),
            Ok((document, _)) => {
                let position = self.summary(stored.id).map_or(0, |summary| summary.position);
                let document = Arc::new(document);
                self.deleted_now(Open::new(document, position), stamp)
            }
        }
    }

    fn deleted_now(&mut self, open: Open, stamp: &Stamp<'_>) -> Vec<Effect> {
        let named = said(&open.document.article().details.title, TITLE);
        let forget = self.forget(&open.document, stamp);
        self.deleted = Some(open);
        self.screen = Screen::Library;
        vec![forget, Effect::Tell(format!("Deleted: “{named}”."), Some(Command::Undo))]
    }

    /// Brings back the article that was deleted last.
    pub(super) fn restore_deleted(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(open) = self.deleted.take() else { return Vec::new() };
        let document = &self.newer_than_deleted((*open.document).clone());
        let summary = summarise(document, open.position);
        let named = said(&summary.title, TITLE);
        let library = Arc::make_mut(&mut self.library);
        library.articles.push(summary);
        library.in_order();
        let whole = batch::whole(document, open.position, stamp.writer);
        vec![self.save(whole), Effect::Tell(format!("Undone: “{named}” is back."), None)]
    }

    /// Opens the article after or before the open one in the library.
    pub(super) fn neighbour_article(&mut self, step: isize) -> Vec<Effect> {
        let open = self.document().map(|document| document.article().id);
        let articles = &self.library.articles;
        let here = articles.iter().position(|summary| Some(summary.id) == open);
        let wanted = here.and_then(|here| here.checked_add_signed(step)).and_then(|place| articles.get(place));
        match wanted.map(|summary| summary.id) {
            Some(id) => self.load(id, None),
            None => {
                let end = if step > 0 { "This is the last article." } else { "This is the first article." };
                alone(Effect::Tell(end.to_owned(), None))
            }
        }
    }

    /// A file came in: JSON is an import, anything else the text of an article.
    pub(super) fn file(&mut self, name: String, bytes: Result<Vec<u8>, String>, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let is_json = name.to_ascii_lowercase().ends_with(".json");
        // From here on the name is only said, and a name can hold anything.
        let name = said(&name, LONGEST_NAME);
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(reason) => {
                return refuse(format!("{name} was not opened: {reason}. Nothing was changed."));
            }
        };
        let decoded = crate::text::decode(&bytes);
        if is_key_file(&decoded.text) {
            return self.read_keys(&name, &decoded.text, stamp);
        }
        if is_desk_file(&decoded.text) {
            return self.read_desk_file(name, &bytes);
        }
        if is_json || looks_like_json(&decoded.text) {
            return self.read_import(name, &bytes, stamp);
        }
        if decoded.text.contains('\0') && decoded.encoding != Encoding::Utf16 {
            let alert = format!("{name} was not opened: it is not a text file. Nothing was changed.");
            return refuse(alert);
        }
        self.new_article(&Arrival::File(name, decoded.encoding), &decoded.text, "", stamp)
    }

    /// What follows once articles have been read.
    pub(super) fn loaded(&mut self, stored: Vec<Stored>, then: After, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match then {
            After::Open(focus) => {
                let mut effects = self.show_stored(stored, focus);
                effects.extend(self.remember_open(stamp));
                effects.extend(self.remind(stamp));
                effects
            }
            After::Read => {
                let mut effects = self.loaded(stored, After::Open(None), stamp);
                if self.screen == Screen::Reader {
                    effects.extend(self.show_reading());
                }
                effects
            }
            After::Delete => self.delete_stored(stored, stamp),
            After::Import(name, imported) => self.import(&name, *imported, stored, stamp),
            After::Occurrences => self.find_everywhere(stored),
            After::Step(parts) => self.step_elsewhere(stored, &parts, stamp),
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

/// The line of the library for a document.
fn summarise(document: &Document, position: u64) -> Summary {
    let article = document.article();
    Summary {
        id: article.id,
        title: article.details.title.clone(),
        published: article.details.published.clone(),
        byline: article.details.byline.clone(),
        fingerprint: fingerprint(&article.text),
        annotations: document.entries().len(),
        code_points: article.text.code_points().0 as usize,
        position,
    }
}
