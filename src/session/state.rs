//! The state of a session: what it keeps, and how the page reads it.

use std::sync::Arc;

use uuid::Uuid;

use super::boundaries::BoundaryEdit;
use super::bulk_edit::Selected;
use super::filter::{Filter, Listed};
use super::key_bindings::KeyConflict;
use super::keymap::KeyMap;
use super::occurrences::Occurrences;
use super::onboarding::Onboarding;
use super::route::Route;
use super::search::Search;
use super::text_objects::TextObjects;
use super::version_history::LastSnapshot;
use super::view::{Dialog, Screen};
use crate::annotation::AnnotationId;
use crate::article::{ArticleId, Timestamp};
use crate::document::{Document, History};
use crate::store::versions::Version;
use crate::store::{Library, Preferences};
use crate::text::Folded;

/// What an update needs from outside: the moment, new identities, and the name of this tab in stored records.
pub struct Stamp<'a> {
    /// Now.
    pub now: Timestamp,
    /// Makes a random UUID.
    pub random: &'a mut dyn FnMut() -> Uuid,
    /// The name under which this tab writes.
    pub writer: &'a str,
}

/// Whether everything is in storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// All of it is, in the strict tier: it survives that the browser is killed now.
    #[default]
    Saved,
    /// All of it is, but in the quick tier alone.
    QuickTier,
    /// A batch is on its direction.
    Saving,
    /// Storage refused; the reason finishes a sentence.
    Failed(String),
}

/// The article on the desk.
#[derive(Clone, Debug)]
pub struct OpenArticle {
    /// The article with its annotations.
    pub document: Arc<Document>,
    pub(super) history: History,
    /// What the keys of its kept history begin with in this tab; `None` until that was read.
    pub(super) history_kept: Option<String>,
    /// How long ago a version of it was kept.
    pub(super) last_snapshot: LastSnapshot,
    /// Its place in the list of the library.
    pub(super) position: u64,
    /// A newer version has written some of it, so this one writes nothing.
    pub(super) read_only: bool,
    /// Whether it came by a paste that nothing has been done with yet: undo then takes the paste back.
    pub(super) replaced_by_paste: Option<Option<ArticleId>>,
    /// Its text objects, and the selections that were left.
    pub(super) objects: TextObjects,
}

impl OpenArticle {
    /// An article that comes on the desk, with nothing done to it yet.
    pub(super) fn new(document: Arc<Document>, position: u64) -> Self {
        Self {
            document,
            history: History::default(),
            history_kept: None,
            last_snapshot: LastSnapshot::default(),
            position,
            read_only: false,
            replaced_by_paste: None,
            objects: TextObjects::default(),
        }
    }
}

/// Everything the page shows, but for what the browser itself holds (selection, scroll, focus of fields).
#[derive(Clone, Debug, Default)]
pub struct Session {
    pub(super) library: Arc<Library>,
    pub(super) open: Option<OpenArticle>,
    pub(super) focus: Option<AnnotationId>,
    /// The boundaries of the annotation in focus, while they are being moved.
    pub(super) boundary_edit: Option<BoundaryEdit>,
    pub(super) screen: Screen,
    pub(super) dialog: Option<Dialog>,
    pub(super) saving: Saving,
    /// The article that was deleted last, to bring it back.
    pub(super) deleted: Option<OpenArticle>,
    /// Another tab has changed an article that is not open here, so the library is to be read again before it is shown.
    pub(super) library_is_stale: bool,
    /// The keys of all commands, made from the preferences.
    pub(super) keys: Arc<KeyMap>,
    /// A key that two commands cannot both have, while the person chooses.
    pub(super) key_conflict: Option<KeyConflict>,
    /// The first steps, while they go on.
    pub(super) onboarding: Option<Onboarding>,
    pub(super) filter: Filter,
    pub(super) listed: Listed,
    pub(super) selected: Selected,
    pub(super) versions: Option<Arc<Vec<Version>>>,
    /// The article whose text is looked for among its earlier versions.
    pub(super) lost_text: Option<ArticleId>,
    /// The reminder to export was given since the page was opened, or a backup file makes it needless.
    pub(super) reminded: bool,
    /// Which file the backup is and when it was written, as a sentence.
    pub(super) backup: Option<String>,
    pub(super) search: Option<Arc<Search>>,
    pub(super) occurrences: Option<Arc<Occurrences>>,
    /// The text of the article that was searched last, folded once.
    pub(super) folded: Option<Arc<Folded>>,
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
}
