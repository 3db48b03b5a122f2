//! The session: the open article, its history, what the user looks at, and the one function that changes any of it.
//!
//! [`Session::update`] takes what happened and gives back what the shell must do. Nothing else decides, and it decides
//! without clock, randomness or storage: moments and ids are handed in with the [`Stamp`].

mod announce;
mod articles;
mod boundary;
mod bulk;
mod chord;
mod command;
mod details;
mod effect;
mod filter;
mod flag;
mod history;
mod importing;
mod joining;
mod key_file;
mod key_table;
mod keymap;
mod keys_kept;
mod labels;
mod lesson;
mod marks;
mod object;
mod occurrences;
mod reading;
mod rekey;
mod reminder;
mod route;
mod search;
mod segment;
mod tabs;
mod versions;
mod whole_desk;

use std::sync::Arc;

pub use announce::{Kind, said};
pub use boundary::Moving;
pub use bulk::Reach;
pub use chord::{Chord, shown};
pub use command::{COMMANDS, Command, Context, Row};
pub use effect::{After, Arrival, Collecting, Detail, Dialog, Effect, Event, Field, Place, Stored};
use effect::{alone, refuse};
pub use filter::Filter;
pub use key_table::key_table;
pub use keymap::{KeyMap, Situation, command_for, has_fixed_keys};
pub use keys_kept::{Refusal, is_modifier};
pub use lesson::Lesson;
pub use occurrences::{Occurrence, Occurrences, Occurring};
pub use reading::{begin_words, end_words, numbered};
pub use rekey::{KeyChange, KeyConflict};
pub use route::Route;
pub use search::{Finding, Search};
use uuid::Uuid;
pub use versions::Listing;

use self::lesson::Step;
use self::object::Objects;
use crate::annotation::AnnotationId;
use crate::article::{ArticleId, Timestamp};
use crate::document::{Document, History, Transaction};
use crate::store::{Library, Preferences, WriteBatch, batch};
use crate::text::{Folded, Granularity};

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
    /// The open article with its marks as elements, to be read out.
    Read,
}

/// Whether everything is in storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// All of it is, in the strict tier: it survives that the browser is killed now.
    #[default]
    Saved,
    /// All of it is, but in the quick tier alone.
    Lightly,
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
    /// What the keys of its kept history begin with in this tab; `None` until that was read.
    history_kept: Option<String>,
    /// How long ago a version of it was kept.
    since: versions::Since,
    /// Its place in the list of the library.
    position: u64,
    /// A newer version has written some of it, so this one writes nothing.
    read_only: bool,
    /// Whether it came by a paste that nothing has been done with yet: undo then takes the paste back.
    pasted_over: Option<Option<ArticleId>>,
    /// Its text objects, and the selections that were left.
    objects: Objects,
}

impl Open {
    /// An article that comes on the desk, with nothing done to it yet.
    fn new(document: Arc<Document>, position: u64) -> Self {
        Self {
            document,
            history: History::default(),
            history_kept: None,
            since: versions::Since::default(),
            position,
            read_only: false,
            pasted_over: None,
            objects: Objects::default(),
        }
    }
}

/// Everything the page shows, but for what the browser itself holds (selection, scroll, focus of fields).
#[derive(Clone, Debug, Default)]
pub struct Session {
    library: Arc<Library>,
    open: Option<Open>,
    focus: Option<AnnotationId>,
    /// The boundaries of the annotation in focus, while they are being moved.
    moving: Option<Moving>,
    screen: Screen,
    dialog: Option<Dialog>,
    saving: Saving,
    /// The article that was deleted last, to bring it back.
    deleted: Option<Open>,
    /// Another tab has changed an article that is not open here, so the library is to be read again before it is shown.
    library_is_old: bool,
    /// The keys of all commands, made from the preferences.
    keys: Arc<KeyMap>,
    /// A key that two commands cannot both have, while the person chooses.
    key_conflict: Option<KeyConflict>,
    /// The first steps, while they go on.
    lesson: Option<Lesson>,
    filter: Filter,
    listed: filter::Listed,
    selected: bulk::Selected,
    versions: Option<Arc<Vec<crate::store::versions::Version>>>,
    /// The article whose text is looked for among its earlier versions.
    lost_text: Option<ArticleId>,
    /// The reminder to export was given since the page was opened, or a backup file makes it needless.
    reminded: bool,
    /// Which file the backup is and when it was written, as a sentence.
    backup: Option<String>,
    search: Option<Arc<Search>>,
    occurrences: Option<Arc<Occurrences>>,
    /// The text of the article that was searched last, folded once.
    folded: Option<Arc<Folded>>,
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

    /// The boundaries that are being moved.
    #[must_use]
    pub fn moving(&self) -> Option<&Moving> {
        self.moving.as_ref()
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

    /// What is said of the backup file, after the words “Backup file: ”: its name and when it was written. `None` while there
    /// is none.
    #[must_use]
    pub fn backup(&self) -> Option<&str> {
        self.backup.as_deref()
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
            (Screen::Read, Some(document)) => Route::Read(document.article().id),
            (Screen::Reader | Screen::Read, None) => Route::Start,
        }
    }

    /// Takes in what happened and says what the shell must do.
    pub fn update(&mut self, event: Event, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        let (kind, step) = (Kind::of(&event), Step::of(&event));
        let (document, filter) = (self.document().cloned(), self.filter.clone());
        let effects = self.answer(event, stamp);
        self.let_go_of_stale_boundaries();
        if let Some(open) = &mut self.open
            && !open.document.is_in_tab(stamp.writer)
        {
            open.document = Arc::new((*open.document).clone().in_tab(stamp.writer));
        }
        self.follow(document.as_ref(), filter);
        let effects = self.keep_history(effects, document.as_ref(), stamp);
        let effects = announce::heard(effects, kind, self.preferences().announcements);
        let effects = match step {
            Some(step) => self.learn(step, effects, stamp),
            None => effects,
        };
        effect::saved_as_one(effects)
    }

    /// Brings what depends on document, filter and focus in line with them.
    fn follow(&mut self, before: Option<&Arc<Document>>, filter: Filter) {
        let now = self.document();
        let same = match (before, now) {
            (Some(before), Some(now)) => Arc::ptr_eq(before, now),
            (before, now) => before.is_none() && now.is_none(),
        };
        let other_article = before.map(|known| known.article().id) != now.map(|known| known.article().id);
        if other_article {
            self.filter = Filter::default();
            self.selected = bulk::Selected::default();
        }
        if !same {
            self.search_again(other_article);
            self.occurrences_again(other_article);
        }
        if self.dialog != Some(Dialog::AnnotateAll) {
            self.occurrences = None;
        }
        self.list_again(!same || self.filter != filter);
        self.prune_selected();
    }

    fn answer(&mut self, event: Event, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        match event {
            Event::Started { library, route } => self.start(library, route, stamp),
            Event::Command(command, place) => self.command(command, place, stamp),
            Event::Address(route) => self.go(route),
            Event::Loaded(stored, then) => self.loaded(stored, then, stamp),
            Event::ArticleText(arrival, text, title) => self.new_article(&arrival, &text, &title, stamp),
            Event::File(name, bytes) => self.file(name, bytes, stamp),
            Event::Point(position) => self.point(position),
            Event::Choose(id) => self.set_focus(Some(id)),
            Event::SelectAround(one, other) => self.select_around(one, other),
            Event::GrabEdge(edge) => self.grab_edge(edge),
            Event::DragEdge(position, exact) => self.drag_edge(position, exact),
            Event::TakeOut(id, segment) => self.take_out(id, segment, stamp),
            Event::Note(id, note) => self.note(id, note, stamp),
            Event::Relabel(id, label) => self.relabel(id, &label, stamp),
            Event::Flag(id, set) => self.set_flag(id, set, stamp),
            Event::Select(id, reach) => self.select(id, reach),
            Event::NoteSelected(note) => self.note_selected(&note, stamp),
            Event::Filter(filter) => self.set_filter(filter),
            Event::Search(finding) => self.find(finding, stamp),
            Event::Occurrences(what) => self.occurring(what, stamp),
            Event::Detail(detail, value) => self.detail(detail, value, stamp),
            Event::BlockKind(block, kind) => self.block_kind(block, kind, stamp),
            Event::FieldLeft => self.end_typing(),
            Event::BackToText => self.back_to_text(),
            Event::DeleteArticle(id) => self.delete_article(id, stamp),
            Event::Prefer(preferences) => self.prefer(preferences, stamp),
            Event::ResetSettings => self.reset_settings(stamp),
            Event::Keys(change) => self.change_keys(change, stamp),
            Event::Selected => Vec::new(),
            Event::LessonSkipped => self.end_lesson(stamp),
            Event::DialogClosed => {
                self.dialog = None;
                self.key_conflict = None;
                self.end_typing()
            }
            Event::DownloadDesk => alone(Effect::Collect(Collecting::Download)),
            Event::BackUp => alone(Effect::Collect(Collecting::BackUp)),
            Event::Collected(records, wanted) => self.collected(records, wanted, stamp),
            Event::Received(records) => self.receive(records, stamp),
            Event::LibraryRead(library) => self.library_read(library),
            Event::HistoryRead(article, prefix, records) => self.history_read(article, prefix, &records),
            Event::VersionsListed(keys, listing) => self.versions_listed(&keys, listing, stamp),
            Event::VersionChosen(key, at) => alone(Effect::ReadVersion(key, at)),
            Event::VersionRead(record, at) => self.restore_version(record.as_deref(), &at, stamp),
            Event::Saved { strictly } => {
                self.saving = if strictly { Saving::Saved } else { Saving::Lightly };
                Vec::new()
            }
            Event::SaveFailed(reason) => self.save_failed(reason),
            Event::BackedUp { name, at } => self.backed_up(&name, &at),
            Event::BackUpFailed(name) => self.back_up_failed(&name),
            Event::WipeRefused => self.wipe_refused(),
        }
    }

    fn command(&mut self, command: Command, place: Place, stamp: &mut Stamp<'_>) -> Vec<Effect> {
        if let Some(label) = command.marks() {
            return self.mark(&label, place, stamp);
        }
        if let Command::MarkNumbered(number) = command {
            return self.mark_numbered(number, place, stamp);
        }
        if let Some(label) = command.relabels() {
            return match self.focus {
                _ if self.several() => self.relabel_selected(&label, stamp),
                Some(id) => self.relabel(id, &label, stamp),
                None => refuse(announce::no_focus(&self.keys)),
            };
        }
        match command {
            Command::Undo => self.undo(stamp),
            Command::Redo => self.redo(stamp),
            Command::Download => self.download(stamp),
            Command::Import => alone(Effect::ChooseFiles),
            Command::NewArticle => self.open_dialog(Dialog::NewArticle),
            Command::Export => self.open_dialog(Dialog::Export),
            Command::Commands => self.open_dialog(Dialog::Commands),
            Command::KeyboardHelp => self.open_dialog(Dialog::KeyboardHelp),
            Command::Storage => self.open_dialog(Dialog::Storage),
            Command::Settings => self.open_dialog(Dialog::Settings),
            Command::Keys => self.open_dialog(Dialog::Keys),
            Command::ArticleDetails => self.open_dialog(Dialog::ArticleDetails),
            Command::EarlierVersions => self.earlier_versions(),
            Command::Library => self.go(Route::Library),
            Command::NextArticle => self.neighbour_article(1),
            Command::PreviousArticle => self.neighbour_article(-1),
            Command::NextAnnotation => self.step_focus(place, 1),
            Command::PreviousAnnotation => self.step_focus(place, -1),
            Command::OtherMark => self.other_mark(),
            Command::DeleteAnnotation if self.several() => self.delete_selected(stamp),
            Command::DeleteAnnotation => self.delete(stamp),
            Command::Note if self.several() => alone(Effect::FocusField(Field::NoteToAdd)),
            Command::Note => self.with_focus(Effect::FocusField(Field::Note)),
            Command::OpenFields => self.with_focus(Effect::FocusField(Field::Label)),
            Command::Leave => self.leave(place),
            Command::SelectWord
            | Command::SelectWordBefore
            | Command::SelectSentence
            | Command::SelectSentenceBefore
            | Command::SelectQuotation
            | Command::SelectQuotationBefore
            | Command::SelectParagraph
            | Command::SelectParagraphBefore => self.select_object(command, place),
            Command::SelectionBack => self.selection_back(),
            Command::AddSegment => self.add_segment(place, stamp),
            Command::RemoveSegment => self.remove_segment(place, stamp),
            Command::Boundaries => self.begin_boundaries(),
            Command::EdgeWordLeft => self.move_edge(Granularity::Word, false),
            Command::EdgeWordRight => self.move_edge(Granularity::Word, true),
            Command::EdgeCharacterLeft => self.move_edge(Granularity::Character, false),
            Command::EdgeCharacterRight => self.move_edge(Granularity::Character, true),
            Command::NextEdge => self.other_edge(true),
            Command::PreviousEdge => self.other_edge(false),
            Command::KeepBoundaries => self.keep_boundaries(stamp),
            Command::CancelBoundaries => self.cancel_boundaries(),
            Command::MergeNext => self.merge_next(stamp),
            Command::SplitAtCaret => self.split_at_caret(place, stamp),
            Command::Flag => self.flag(stamp),
            Command::Search => self.begin_search(place),
            Command::AnnotateAll => self.annotate_all(place),
            Command::Filter => self.begin_filter(),
            Command::SelectMark => self.select_focused(),
            Command::SelectListed => self.select_listed(),
            Command::ClearSelected => self.clear_selected(),
            Command::ReadWithMarks => self.read_with_marks(),
            // These move the browser's own selection; the shell has carried them out already.
            Command::MoveCaret | Command::ExtendSelection => Vec::new(),
            _ => Vec::new(),
        }
    }

    /// Applies a transaction to the open article, remembers it, saves what it changed and says so.
    fn commit(&mut self, transaction: Transaction, stamp: &Stamp<'_>, told: String) -> Vec<Effect> {
        let mut effects = self.commit_with(transaction, WriteBatch::default(), stamp);
        if !told.is_empty() && matches!(effects.as_slice(), [Effect::Save(_)]) {
            effects.push(Effect::Tell(told, None));
        }
        effects
    }

    /// The same, without a word; `more` is saved in the same batch.
    fn commit_with(&mut self, transaction: Transaction, more: WriteBatch, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(open) = &mut self.open else { return refuse(NO_ARTICLE) };
        if open.read_only {
            return vec![open.refuse_to_write()];
        }
        let Ok(next) = open.document.apply(&transaction) else { return refuse(STALE) };
        let save = batch::changes(&next, &transaction, open.position, stamp.writer);
        open.document = Arc::new(next);
        open.history.push(transaction);
        open.pasted_over = None;
        self.refresh_summary();
        vec![self.save(save.then(more))]
    }

    fn save(&mut self, save: WriteBatch) -> Effect {
        self.saving = Saving::Saving;
        Effect::Save(save)
    }

    fn undo(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        if self.screen == Screen::Library && self.deleted.is_some() {
            return self.restore_deleted(stamp);
        }
        if let Some(refused) = self.refused_step() {
            return refused;
        }
        match self.open.as_mut().and_then(|open| open.history.undo(&open.document)) {
            None => self.undo_paste(stamp),
            Some(Err(name)) => self.step_lost(&name, "undone"),
            Some(Ok(step)) => self.stepped(step, "Undone", stamp),
        }
    }

    fn redo(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        if let Some(refused) = self.refused_step() {
            return refused;
        }
        match self.open.as_mut().and_then(|open| open.history.redo(&open.document)) {
            None => refuse("There is nothing to redo."),
            Some(Err(name)) => self.step_lost(&name, "done again"),
            Some(Ok(step)) => self.stepped(step, "Redone", stamp),
        }
    }

    /// What undo and redo answer in an article that is open for reading only.
    fn refused_step(&self) -> Option<Vec<Effect>> {
        self.open.as_ref().filter(|open| open.read_only).map(|open| vec![open.refuse_to_write()])
    }

    fn stepped(&mut self, step: (Document, Transaction), word: &str, stamp: &Stamp<'_>) -> Vec<Effect> {
        let (next, applied) = step;
        let position = self.open.as_ref().map_or(0, |open| open.position);
        let save = batch::changes(&next, &applied, position, stamp.writer);
        let there = |id: &AnnotationId| next.annotation(*id).is_some();
        let touched = applied.edits().iter().find_map(|edit| edit.annotation_id().filter(there));
        self.focus = touched.or(self.focus).filter(there);
        if let Some(open) = &mut self.open {
            open.document = Arc::new(next);
            open.history.seal();
        }
        self.refresh_summary();
        let mut effects = vec![self.save(save), Effect::Tell(format!("{word}: {}.", applied.name()), None)];
        effects.extend(self.focus.map(Effect::Reveal));
        let elsewhere = applied.elsewhere();
        if !elsewhere.is_empty() {
            let articles = elsewhere.iter().map(|(article, _)| *article).collect();
            effects.push(Effect::Load(articles, After::Step(elsewhere.to_vec())));
        }
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
            return refuse(NO_ARTICLE);
        }
        self.dialog = Some(dialog);
        Vec::new()
    }

    fn leave(&mut self, place: Place) -> Vec<Effect> {
        if self.moving.is_some() {
            return self.cancel_boundaries();
        }
        if self.screen == Screen::Read {
            return self.leave_reading(None);
        }
        if self.several() {
            return self.clear_selected();
        }
        if place.selection.is_some() {
            return alone(Effect::CollapseSelection);
        }
        if self.search.is_some() {
            return self.end_search();
        }
        self.focus = None;
        self.end_typing();
        alone(Effect::FocusArticle)
    }

    fn save_failed(&mut self, reason: String) -> Vec<Effect> {
        let alert =
            format!("Your last change is not saved: {reason} It is still on this page. Export it now to keep it.");
        self.saving = Saving::Failed(reason);
        refuse(alert)
    }

    fn prefer(&mut self, preferences: Preferences, stamp: &Stamp<'_>) -> Vec<Effect> {
        if *self.preferences() == preferences {
            return Vec::new();
        }
        self.keys = Arc::new(KeyMap::new(&preferences.keys, preferences.single_letters_off));
        let library = Arc::make_mut(&mut self.library);
        library.preferences = preferences;
        library.preferences_revision += 1;
        let batch = batch::preferences(&library.preferences, library.preferences_revision, stamp.writer);
        vec![self.save(batch)]
    }

    /// Look and announcements as they came; name and keys stay.
    fn reset_settings(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let fresh = Preferences::default();
        let preferences = Preferences {
            theme: fresh.theme,
            text_size: fresh.text_size,
            measure: fresh.measure,
            reader_font: fresh.reader_font,
            announcements: fresh.announcements,
            ..self.preferences().clone()
        };
        let mut effects = self.prefer(preferences, stamp);
        effects.push(Effect::Tell("The settings are as they came. Your name and your keys stay.".to_owned(), None));
        effects
    }
}

/// The refusal where a command needs an open article.
const NO_ARTICLE: &str = "No article is open. Open one from the library, or make a new one.";
/// The refusal where records have changed under a transaction.
const STALE: &str = "This annotation has changed meanwhile, so nothing was done. Look at it once more and try again.";
