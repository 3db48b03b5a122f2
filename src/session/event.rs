//! What can happen to a session.

use super::bulk::Reach;
use super::command::Command;
use super::details::Detail;
use super::effect::{After, Collecting, Stored};
use super::filter::Filter;
use super::intake::Arrival;
use super::occurrences::Occurring;
use super::rekey::KeyChange;
use super::route::Route;
use super::search::Finding;
use super::versions::Listing;
use super::view::Place;
use crate::annotation::{AnnotationId, Label};
use crate::article::{ArticleId, BlockKind};
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
    /// Text came in that is to be an article, with the title that was typed, if any.
    ArticleText(Arrival, String, String),
    /// A file came in, by its name, with its bytes or the reason why the browser could not hand them over.
    File(String, Result<Vec<u8>, String>),
    /// A place in the article was clicked.
    Point(Utf8),
    /// A word was taken with two double-clicks: what holds it is meant.
    SelectAround(Utf8, Utf8),
    /// An annotation was chosen in the list.
    Choose(AnnotationId),
    /// An end of the annotation in focus was taken hold of: 0 is the start of its first segment, 1 the end of that, and so on.
    GrabEdge(usize),
    /// The end that was taken hold of is to stand here: at the border of the word there, or just here.
    DragEdge(Utf8, bool),
    /// A segment of an annotation, counted from 0, is to be taken out.
    TakeOut(AnnotationId, usize),
    /// The note of an annotation is being typed.
    Note(AnnotationId, String),
    /// The label of an annotation was chosen in its field.
    Relabel(AnnotationId, Label),
    /// The flag of an annotation was set or taken away in its field.
    Flag(AnnotationId, bool),
    /// A mark was selected in the list, or let go.
    Select(AnnotationId, Reach),
    /// A note is to be added to the selected marks.
    NoteSelected(String),
    /// The list is to show other marks.
    Filter(Filter),
    /// Something was done in the search.
    Search(Finding),
    /// Something was done in the dialog that annotates all occurrences.
    Occurrences(Occurring),
    /// A detail of the article is being typed.
    Detail(Detail, String),
    /// The kind of a block was corrected.
    BlockKind(usize, BlockKind),
    /// A field was left: what is typed next is a new step.
    FieldLeft,
    /// The record of the annotation in focus was left, to go on in the text at its mark.
    BackToText,
    /// An article of the library is to be deleted.
    DeleteArticle(ArticleId),
    /// The preferences were changed.
    Prefer(Preferences),
    /// Look and announcements are to be as they came.
    ResetSettings,
    /// Something is done with the keys of commands.
    Keys(KeyChange),
    /// Words of the article are selected.
    Selected,
    /// The first steps are to go away.
    LessonSkipped,
    /// The open dialog was closed.
    DialogClosed,
    /// The whole desk is to be downloaded as one file.
    DownloadDesk,
    /// The whole desk is to be written into the backup file.
    BackUp,
    /// All stored records have been read, as (key, record), of every tier.
    Collected(Vec<(String, String)>, Collecting),
    /// Other tabs have written records, by key; `None` where one was deleted.
    Received(Writes),
    /// The records of the library were read once more.
    LibraryRead(Library),
    /// The kept history of an article was read: what the keys of its records begin with in this tab, and those that there are.
    HistoryRead(ArticleId, String, Vec<(String, String)>),
    /// The keys of an article's earlier versions were read.
    VersionsListed(Vec<String>, Listing),
    /// An earlier version was chosen, by its key and the moment as it was shown.
    VersionChosen(String, String),
    /// The record of an earlier version was read to be brought back, with the moment as it was shown.
    VersionRead(Option<String>, String),
    /// The newest batch, and all before it, are in storage.
    Saved {
        /// Whether in the strict tier, and not in the quick one alone.
        strictly: bool,
    },
    /// Storage refused; the reason finishes a sentence.
    SaveFailed(String),
    /// The backup file was written.
    BackedUp {
        /// The file's name.
        name: String,
        /// When, as people here write a moment.
        at: String,
    },
    /// The backup file of this name could not be written and is given up.
    BackUpFailed(String),
    /// Everything was to be deleted, and the browser has refused.
    WipeRefused,
}

impl Event {
    /// Whether storage or another tab is what it comes from, and nothing that the user has just done. Nearly always it moves
    /// nothing, and it must not take back a place that the user is just going to.
    #[must_use]
    pub fn comes_by_itself(&self) -> bool {
        matches!(
            self,
            Self::Saved { .. }
                | Self::SaveFailed(_)
                | Self::Received(_)
                | Self::LibraryRead(_)
                | Self::HistoryRead(..)
                | Self::BackedUp { .. }
                | Self::BackUpFailed(_)
                | Self::WipeRefused
        )
    }
}
