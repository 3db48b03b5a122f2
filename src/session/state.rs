//! The state of a session: what it keeps, and how the page reads it.

use std::sync::Arc;

use uuid::Uuid;

use super::boundaries::BoundaryEdit;
use super::bulk_edit::Selected;
use super::deletion::Deletions;
use super::drafts::Drafts;
use super::filter::{Filter, Listed};
use super::import::Import;
use super::key_bindings::KeyConflict;
use super::keymap::KeyMap;
use super::occurrences::Occurrences;
use super::onboarding::Onboarding;
use super::route::Route;
use super::search::Search;
use super::storage_lifetime::StorageLifetime;
use super::text_objects::TextObjects;
use super::version_history::LastSnapshot;
use super::view::{Dialog, Screen};
use crate::annotation::AnnotationId;
use crate::article::{ArticleId, Timestamp};
use crate::document::{Document, History};
use crate::store::versions::Version;
use crate::store::{Library, Preferences};
use crate::text::Folded;

/// The inputs of an update that the library cannot make: the time, random ids, and the name of this tab.
pub struct Stamp<'a> {
    /// The current time.
    pub now: Timestamp,
    /// Makes a random UUID.
    pub random: &'a mut dyn FnMut() -> Uuid,
    /// The writer of this tab in stored records.
    pub writer: &'a str,
}

/// How far the last change has reached storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// In the strict tier: it survives a crash of the browser.
    #[default]
    Saved,
    /// In the quick tier only: a crash may lose it.
    QuickTier,
    /// A batch is being written.
    Saving,
    /// Storage refused; the reason finishes a sentence.
    Failed(String),
}

/// The open article with its history.
#[derive(Clone, Debug)]
pub(super) struct OpenArticle {
    /// The article with its annotations.
    pub document: Arc<Document>,
    pub(super) history: History,
    /// The key prefix of this tab's undo log; `None` until the log has been read.
    pub(super) history_kept: Option<String>,
    /// When the last version of it was stored.
    pub(super) last_snapshot: LastSnapshot,
    /// Its sort position in the library.
    pub(super) position: u64,
    /// A newer version of Bluepencil has written some of its records, so nothing is written.
    pub(super) read_only: bool,
    /// Another program keeps changing its words on the page, so nothing can be marked there.
    pub(super) altered: bool,
    /// `Some` after a paste or an import of one article without a later change: the article that was open before. Undo then
    /// removes the new one.
    pub(super) replaced_by_paste: Option<Option<ArticleId>>,
    /// Its quotations and the stack of earlier selections.
    pub(super) objects: TextObjects,
}

impl OpenArticle {
    /// An article without history.
    pub(super) fn new(document: Arc<Document>, position: u64) -> Self {
        Self {
            document,
            history: History::default(),
            history_kept: None,
            last_snapshot: LastSnapshot::default(),
            position,
            read_only: false,
            altered: false,
            replaced_by_paste: None,
            objects: TextObjects::default(),
        }
    }
}

/// All state of the application, except what the browser holds: selection, scroll position, focus of fields.
#[derive(Clone, Debug, Default)]
pub struct Session {
    pub(super) library: Arc<Library>,
    pub(super) open: Option<OpenArticle>,
    /// The annotations of the open article are still being read.
    pub(super) opening: bool,
    pub(super) focus: Option<AnnotationId>,
    /// The uncommitted boundaries of the annotation in focus.
    pub(super) boundary_edit: Option<BoundaryEdit>,
    pub(super) screen: Screen,
    pub(super) dialog: Option<Dialog>,
    pub(super) saving: Saving,
    /// The deleted articles that can be brought back.
    pub(super) deletions: Deletions,
    /// The large import that is going on.
    pub(super) import: Option<Box<Import>>,
    /// What was typed and is no part of an article yet.
    pub(super) drafts: Drafts,
    /// How many stored records could not be read when the page started, until that is told.
    pub(super) untold_damage: usize,
    /// What was in the library when the strict tier was found empty, until it is known what is left.
    pub(super) before_loss: Option<Arc<Library>>,
    /// Articles of the library that are gone from storage, and not open here.
    pub(super) gone: Vec<ArticleId>,
    /// Another tab has changed an article that is not open here: the library must be read again before it is displayed.
    pub(super) library_is_stale: bool,
    /// The key bindings, derived from the preferences.
    pub(super) keys: Arc<KeyMap>,
    /// A key binding conflict that the user must resolve.
    pub(super) key_conflict: Option<KeyConflict>,
    /// The onboarding; `None` when it is over.
    pub(super) onboarding: Option<Onboarding>,
    pub(super) filter: Filter,
    pub(super) listed: Listed,
    pub(super) selected: Selected,
    pub(super) versions: Option<Arc<Vec<Version>>>,
    /// The article whose damaged text is being restored from a version.
    pub(super) lost_text: Option<ArticleId>,
    /// The reminder to export was given in this page load, or a backup file makes it needless.
    pub(super) reminded: bool,
    /// Name and time of the backup file, as a sentence.
    pub(super) backup: Option<String>,
    /// How long storage lasts, while the user is warned of it.
    pub(super) lifetime_warning: Option<StorageLifetime>,
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

    /// The text after “Backup file: ”: the name of the file and when it was written. `None` without a backup file.
    #[must_use]
    pub fn backup(&self) -> Option<&str> {
        self.backup.as_deref()
    }

    /// The name of the step that undo would revert, for use after "Undo: "; in the library the title of a deleted article.
    #[must_use]
    pub fn next_undo(&self) -> Option<&str> {
        if self.screen == Screen::Library {
            return self.next_restored();
        }
        self.open.as_ref().and_then(|open| open.history.next_undo())
    }

    /// The name of the step that redo would apply; in the library the title of an article that was brought back.
    #[must_use]
    pub fn next_redo(&self) -> Option<&str> {
        if self.screen == Screen::Library {
            return self.next_deleted_again();
        }
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
