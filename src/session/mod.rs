//! The session: the open article, its history, what the user looks at, and the one function that changes any of it.
//!
//! [`Session::update`] takes what happened and gives back what the shell must do. Nothing else decides, and it decides
//! without clock, randomness or storage: moments and ids are handed in with the [`Stamp`].

mod articles;
mod command;
mod details;
mod effect;
mod importing;
mod keymap;
mod marks;
mod route;

use std::sync::Arc;

pub use command::{COMMANDS, Command, Context, Row};
pub use effect::{After, Arrival, Detail, Dialog, Effect, Event, Place, Stored};
pub use keymap::{Chord, Situation, command_for, shown};
pub use route::Route;
use uuid::Uuid;

use crate::annotation::AnnotationId;
use crate::article::{ArticleId, Timestamp};
use crate::document::{Document, History, Transaction};
use crate::store::{Library, Preferences, batch};

/// What an update needs from outside: the moment, new identities, and the name of this tab in stored records.
pub struct Stamp<'a> {
    /// Now.
    pub now: Timestamp,
    /// Makes a random UUID.
    pub random: &'a mut dyn FnMut() -> Uuid,
    /// The name under which this tab writes.
    pub writer: &'a str,
}

/// The screen that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The open article.
    #[default]
    Reader,
    /// The list of articles.
    Library,
}

/// Whether everything is in storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// All of it is.
    #[default]
    Saved,
    /// A batch is on its way.
    Saving,
    /// Storage refused; the reason finishes a sentence.
    Failed(String),
}

/// The article on the desk.
#[derive(Clone, Debug)]
pub struct Open {
    /// The article with its annotations.
    pub document: Arc<Document>,
    history: History,
    /// Its place in the list of the library.
    position: u64,
    /// Whether it came by a paste that nothing has been done with yet: undo then takes the paste back.
    pasted_over: Option<Option<ArticleId>>,
}

/// Everything the page shows, but for what the browser itself holds (selection, scroll, focus of fields).
#[derive(Clone, Debug, Default)]
pub struct Session {
    library: Arc<Library>,
    open: Option<Open>,
    focus: Option<AnnotationId>,
    screen: Screen,
    dialog: Option<Dialog>,
    saving: Saving,
    /// The reason that was told last, while storage refuses.
    told_failure: Option<String>,
    /// The article that was deleted last, to bring it back.
    deleted: Option<Open>,
}

impl Session {
    /// The articles that are kept here.
    #[must_use]
    pub fn library(&self) -> &Arc<Library> {
        &self.library
    }

    /// The open article.
    #[must_use]
    pub fn document(&self) -> Option<&Arc<Document>> {
        self.open.as_ref().map(|open| &open.document)
    }

    /// The annotation in focus.
    #[must_use]
    pub fn focus(&self) -> Option<AnnotationId> {
        self.focus
    }

    /// The screen that is shown.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// The dialog that is open.
    #[must_use]
    pub fn dialog(&self) -> Option<Dialog> {
        self.dialog
    }

    /// The user's preferences.
    #[must_use]
    pub fn preferences(&self) -> &Preferences {
        &self.library.preferences
    }

    /// Whether everything is in storage.
    #[must_use]
    pub fn saving(&self) -> &Saving {
        &self.saving
    }

    /// What undo would take back, as it reads on after "Undo: ".
    #[must_use]
    pub fn next_undo(&self) -> Option<&str> {
        self.open.as_ref().and_then(|open| open.history.next_undo())
    }

    /// What redo would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&str> {
        self.open.as_ref().and_then(|open| open.history.next_redo())
    }

    /// The address of what is shown.
    #[must_use]
    pub fn route(&self) -> Route {
        match (self.screen, self.document()) {
            (Screen::Library, _) => Route::Library,
            (Screen::Reader, Some(document)) => Route::Article(document.article().id, self.focus),
            (Screen::Reader, None) => Route::Start,
        }
    }

    /// Takes in what happened and says what the shell must do.
    pub fn update(&mut self, event: Event, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match event {
            Event::Started { library, route } => self.start(library, route, stamp),
            Event::Command(command, place) => self.command(command, place, stamp),
            Event::Address(route) => self.go(route),
            Event::Loaded(stored, then) => self.loaded(stored, then, stamp),
            Event::ArticleText(arrival, text, title) => self.new_article(&arrival, &text, &title, stamp),
            Event::File(name, bytes) => self.file(name, bytes, stamp),
            Event::Point(position) => self.point(position),
            Event::Choose(id) => self.set_focus(Some(id)),
            Event::Note(id, note) => self.note(id, note, stamp),
            Event::Relabel(id, label) => self.relabel(id, &label, stamp),
            Event::Detail(detail, value) => self.detail(detail, value, stamp),
            Event::BlockKind(block, kind) => self.block_kind(block, kind, stamp),
            Event::FieldLeft => self.end_typing(),
            Event::DeleteArticle(id) => self.delete_article(id),
            Event::Prefer(preferences) => self.prefer(preferences, stamp),
            Event::DialogClosed => {
                self.dialog = None;
                self.end_typing()
            }
            Event::Saved => {
                self.saving = Saving::Saved;
                self.told_failure = None;
                Vec::new()
            }
            Event::SaveFailed(reason) => self.save_failed(reason),
        }
    }

    fn command(&mut self, command: Command, place: Place, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if let Some(label) = command.marks() {
            return self.mark(&label, place, stamp);
        }
        if let Some(label) = command.relabels() {
            return match self.focus {
                Some(id) => self.relabel(id, &label, stamp),
                None => vec![Effect::Alert(NO_FOCUS.to_owned())],
            };
        }
        match command {
            Command::Undo => self.undo(stamp),
            Command::Redo => self.redo(stamp),
            Command::Download => self.download(stamp),
            Command::Import => vec![Effect::ChooseFiles],
            Command::NewArticle => self.open_dialog(Dialog::NewArticle),
            Command::Export => self.open_dialog(Dialog::Export),
            Command::Commands => self.open_dialog(Dialog::Commands),
            Command::KeyboardHelp => self.open_dialog(Dialog::KeyboardHelp),
            Command::Settings => self.open_dialog(Dialog::Settings),
            Command::ArticleDetails => self.open_dialog(Dialog::ArticleDetails),
            Command::Library => self.go(Route::Library),
            Command::NextArticle => self.neighbour_article(1),
            Command::PreviousArticle => self.neighbour_article(-1),
            Command::NextAnnotation => self.step_focus(place, 1),
            Command::PreviousAnnotation => self.step_focus(place, -1),
            Command::OtherMark => self.other_mark(),
            Command::DeleteAnnotation => self.delete(stamp),
            Command::Note => self.with_focus(Effect::FocusField("Note")),
            Command::OpenFields => self.with_focus(Effect::FocusField("Label")),
            Command::Leave => self.leave(place),
            // These move the browser's own selection; the shell has carried them out already.
            Command::MoveCaret | Command::ExtendSelection => Vec::new(),
            _ => Vec::new(),
        }
    }

    /// Applies a transaction to the open article, remembers it, saves what it changed and says so.
    fn commit(&mut self, transaction: Transaction, stamp: &Stamp<'_>, told: String) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return vec![Effect::Alert(NO_ARTICLE.to_owned())] };
        let Ok(next) = open.document.apply(&transaction) else { return vec![Effect::Alert(STALE.to_owned())] };
        let save = batch::changes(&next, &transaction, open.position, stamp.writer);
        open.document = Arc::new(next);
        open.history.push(transaction);
        open.pasted_over = None;
        self.refresh_summary();
        let mut effects = vec![self.save(save)];
        if !told.is_empty() {
            effects.push(Effect::Tell(told, None));
        }
        effects
    }

    fn save(&mut self, save: crate::store::WriteBatch) -> Effect {
        self.saving = Saving::Saving;
        Effect::Save(save)
    }

    fn undo(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        if self.screen == Screen::Library && self.deleted.is_some() {
            return self.restore_deleted(stamp);
        }
        match self.open.as_mut().and_then(|open| open.history.undo(&open.document)) {
            None => self.undo_paste(stamp),
            Some(step) => self.stepped(step, "Undone", stamp),
        }
    }

    fn redo(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        match self.open.as_mut().and_then(|open| open.history.redo(&open.document)) {
            None => vec![Effect::Alert("There is nothing to redo.".to_owned())],
            Some(step) => self.stepped(step, "Redone", stamp),
        }
    }

    fn stepped(
        &mut self,
        step: Result<(Document, Transaction), crate::document::Stale>,
        word: &str,
        stamp: &Stamp<'_>,
    ) -> Vec<Effect> {
        let Ok((next, applied)) = step else { return vec![Effect::Alert(STALE.to_owned())] };
        let position = self.open.as_ref().map_or(0, |open| open.position);
        let save = batch::changes(&next, &applied, position, stamp.writer);
        let touched = applied.edits().iter().find_map(|edit| edit.annotation_id());
        self.focus = touched.or(self.focus).filter(|id| next.annotation(*id).is_some());
        if let Some(open) = &mut self.open {
            open.document = Arc::new(next);
            open.history.seal();
        }
        self.refresh_summary();
        let mut effects = vec![self.save(save), Effect::Tell(format!("{word}: {}.", applied.name()), None)];
        effects.extend(self.focus.map(Effect::Reveal));
        effects
    }

    fn end_typing(&mut self) -> Vec<Effect> {
        if let Some(open) = &mut self.open {
            open.history.seal();
        }
        Vec::new()
    }

    fn open_dialog(&mut self, dialog: Dialog) -> Vec<Effect> {
        let needs_article = matches!(dialog, Dialog::Export | Dialog::ArticleDetails);
        if needs_article && self.open.is_none() {
            return vec![Effect::Alert(NO_ARTICLE.to_owned())];
        }
        self.dialog = Some(dialog);
        Vec::new()
    }

    fn leave(&mut self, place: Place) -> Vec<Effect> {
        if place.selection.is_some() {
            return vec![Effect::CollapseSelection];
        }
        self.focus = None;
        self.end_typing();
        vec![Effect::FocusArticle]
    }

    fn save_failed(&mut self, reason: String) -> Vec<Effect> {
        let first = self.told_failure.replace(reason.clone()).as_ref() != Some(&reason);
        let alert =
            format!("Your last change is not saved: {reason} It is still on this page. Export it now to keep it.");
        self.saving = Saving::Failed(reason);
        if first { vec![Effect::Alert(alert)] } else { Vec::new() }
    }

    fn prefer(&mut self, preferences: Preferences, stamp: &Stamp<'_>) -> Vec<Effect> {
        if *self.preferences() == preferences {
            return Vec::new();
        }
        let library = Arc::make_mut(&mut self.library);
        library.preferences = preferences;
        library.preferences_revision += 1;
        let batch = batch::preferences(&library.preferences, library.preferences_revision, stamp.writer);
        vec![self.save(batch)]
    }
}

/// The refusal where a command needs an annotation in focus.
const NO_FOCUS: &str = "No annotation is in focus. Click a mark, or press J to go to the next one.";
/// The refusal where a command needs an open article.
const NO_ARTICLE: &str = "No article is open. Open one from the library, or make a new one.";
/// The refusal where records have changed under a transaction.
const STALE: &str = "This annotation has changed meanwhile, so nothing was done. Look at it once more and try again.";
