//! What can happen to a session.

use super::backup_file::BackupFileEvent;
use super::boundaries::BoundaryEvent;
use super::bulk_edit::BulkEvent;
use super::command::Command;
use super::deletion::DeletionEvent;
use super::desk_file::DeskFileEvent;
use super::details::DetailsEvent;
use super::drafts::DraftEvent;
use super::effect::{After, Stored};
use super::file_content::FileContent;
use super::filter::Filter;
use super::import::ImportEvent;
use super::intake::Arrival;
use super::key_bindings::KeyBindingEvent;
use super::occurrences::OccurrencesEvent;
use super::onboarding::OnboardingEvent;
use super::route::Route;
use super::search::SearchEvent;
use super::storage_lifetime::LifetimeEvent;
use super::version_history::VersionEvent;
use super::view::Place;
use crate::annotation::{AnnotationId, Label};
use crate::article::ArticleId;
use crate::document::Document;
use crate::store::{Library, Preferences, Writes};
use crate::text::Utf8;

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Event {
    /// The page has started and storage has been looked through.
    Started {
        /// The articles that are kept here.
        library: Library,
        /// The place that the address names.
        route: Route,
    },
    /// A command, by key, button or palette.
    Command(Command, Place),
    /// The address has changed.
    Address(Route),
    /// Stored articles have been read.
    Loaded(Vec<Stored>, After),
    /// The text of a large article that is being opened was read; its annotations are still being read.
    Opening(Box<Document>),
    /// Text came in that is to be an article, with the title that was typed, if any.
    ArticleText(Arrival, String, String),
    /// Something was pasted or dropped of which nothing can be taken; the sentence says why.
    NothingTaken(String),
    /// A file came in, by its name, with its bytes or the reason why the browser could not hand them over.
    File(String, Result<Vec<u8>, String>),
    /// A large import goes on.
    Import(ImportEvent),
    /// A file was read elsewhere, by its name, with what is in it or the sentence that refuses it.
    FileRead(String, Result<FileContent, String>),
    /// Another program has changed the words of the article on the page.
    TextAltered {
        /// Whether they were put back. They are not where it happens again and again.
        restored: bool,
    },
    /// A place in the article was clicked.
    Point(Utf8),
    /// A selected word was double-clicked again: the text object that contains it is to be selected.
    SelectEnclosing(Utf8, Utf8),
    /// An annotation was chosen in the list.
    Choose(AnnotationId),
    /// The letter of an annotation in the margin was clicked.
    ChooseInMargin(AnnotationId),
    /// The pointer moves the boundaries of the annotation in focus.
    Boundaries(BoundaryEvent),
    /// A segment of an annotation, counted from 0, is to be taken out.
    TakeOut(AnnotationId, usize),
    /// The note of an annotation is being typed.
    Note(AnnotationId, String),
    /// The label of an annotation was chosen in its field.
    Relabel(AnnotationId, Label),
    /// The flag of an annotation was set or taken away in its field.
    Flag(AnnotationId, bool),
    /// Annotations are selected in the list, or the selected ones are edited.
    Bulk(BulkEvent),
    /// The filter of the list has changed.
    Filter(Filter),
    /// Something was done in the search.
    Search(SearchEvent),
    /// Something was done in the dialog that annotates all occurrences.
    Occurrences(OccurrencesEvent),
    /// The details of the article are edited.
    Details(DetailsEvent),
    /// Something was typed that is no part of an article yet.
    Draft(DraftEvent),
    /// A field was left: typing is no longer coalesced with the last step.
    FieldLeft,
    /// Focus returns from the row of the annotation in focus to its mark.
    BackToText,
    /// An article of the library is to be deleted.
    DeleteArticle(ArticleId),
    /// Deleted articles were listed, or one was read to be brought back.
    Deletion(DeletionEvent),
    /// The preferences were changed.
    Prefer(Preferences),
    /// Appearance and announcements are to be reset.
    ResetSettings,
    /// The key bindings are edited.
    KeyBindings(KeyBindingEvent),
    /// The onboarding advances or is skipped.
    Onboarding(OnboardingEvent),
    /// The open dialog was closed.
    DialogClosed,
    /// The whole desk goes out as a file or comes in from one.
    DeskFile(DeskFileEvent),
    /// The backup file is to be written or was.
    BackupFile(BackupFileEvent),
    /// Other tabs have written records, by key; `None` where one was deleted.
    Received(Writes),
    /// The records of the library were read once more.
    LibraryRead(Library),
    /// The undo log of an article was read: its key prefix in this tab, and its records.
    HistoryRead(ArticleId, String, Vec<(String, String)>),
    /// Earlier versions of an article were listed, chosen or read.
    Versions(VersionEvent),
    /// The newest batch, and all before it, are in storage.
    Saved {
        /// Whether in the strict tier, and not in the quick one alone.
        strictly: bool,
    },
    /// Storage refused; the reason finishes a sentence.
    SaveFailed(String),
    /// How long storage lasts was found out, or the warning of it was read.
    StorageLifetime(LifetimeEvent),
    /// Everything was to be deleted, and the browser has refused.
    WipeRefused,
    /// The strict tier was emptied from outside, or the quick one while the other cannot be read: all that the session holds is
    /// to be written again.
    StorageEmptied,
}

impl Event {
    /// Whether the event comes from storage, another tab or a pause in typing, and not from the user. Such an event rarely moves the focus, and
    /// must not undo a navigation that the user has just begun.
    #[must_use]
    pub fn comes_by_itself(&self) -> bool {
        matches!(
            self,
            Self::Saved { .. }
                | Self::SaveFailed(_)
                | Self::Received(_)
                | Self::LibraryRead(_)
                | Self::HistoryRead(..)
                | Self::Deletion(DeletionEvent::Listed(_))
                | Self::Draft(_)
                | Self::Import(ImportEvent::Continue)
                | Self::Versions(VersionEvent::Written(..))
                | Self::BackupFile(BackupFileEvent::Written { .. } | BackupFileEvent::Failed(_))
                | Self::StorageLifetime(LifetimeEvent::FirstMarkKept(_))
                | Self::WipeRefused
                | Self::StorageEmptied
        )
    }
}
