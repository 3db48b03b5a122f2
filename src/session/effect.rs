//! What can happen to a session, and what it asks the shell to do.

use super::bulk::Reach;
use super::command::Command;
use super::filter::Filter;
use super::occurrences::Occurring;
use super::rekey::KeyChange;
use super::route::Route;
use super::search::Finding;
use super::versions::Listing;
use crate::annotation::{AnnotationId, Label};
use crate::article::{ArticleId, BlockKind, Details};
use crate::document::{Document, Transaction};
use crate::format::Imported;
use crate::store::{DeskFile, Library, Preferences, WriteBatch, Writes, load};
use crate::text::{Encoding, Problem, Utf8};

/// Where the user stands in the open article when a command is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The selected range, as it is; its ends in either order. `None` without a selection in the article.
    pub selection: Option<(Utf8, Utf8)>,
    /// Where the caret stands.
    pub caret: Option<Utf8>,
}

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

/// A detail of the article that can be edited in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The headline.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Published,
    /// Where it was published.
    Source,
}

impl Detail {
    /// Every detail in the order of the form.
    pub const ALL: [Self; 4] = [Self::Title, Self::Byline, Self::Published, Self::Source];

    /// The name of the field.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Byline => "Byline",
            Self::Published => "Date",
            Self::Source => "Source",
        }
    }

    /// The value in `details`.
    #[must_use]
    pub fn of(self, details: &Details) -> &str {
        match self {
            Self::Title => &details.title,
            Self::Byline => &details.byline,
            Self::Published => &details.published,
            Self::Source => &details.source,
        }
    }

    /// `details` with another value.
    #[must_use]
    pub fn set(self, details: &Details, value: String) -> Details {
        let mut changed = details.clone();
        match self {
            Self::Title => changed.title = value,
            Self::Byline => changed.byline = value,
            Self::Published => changed.published = value,
            Self::Source => changed.source = value,
        }
        changed
    }
}

/// A dialog that can be open over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Paste or type an article.
    NewArticle,
    /// Choose a format and download.
    Export,
    /// The keys.
    KeyboardHelp,
    /// Every command.
    Commands,
    /// Look, announcements and name.
    Settings,
    /// Every command with its keys, to change them.
    Keys,
    /// Title, byline, date, source and kinds of blocks.
    ArticleDetails,
    /// Annotate all occurrences of some words.
    AnnotateAll,
    /// The versions of the article that were kept.
    EarlierVersions,
    /// What is kept in this browser.
    Storage,
}

/// A field of the rail that a command leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The label of the annotation in focus.
    Label,
    /// Its note.
    Note,
    /// The note that is to be added to the selected marks.
    NoteToAdd,
    /// The words to search for.
    Search,
    /// The words of the filter.
    Filter,
}

/// What to do with stored articles once they have been read.
#[derive(Clone, Debug)]
pub enum After {
    /// Show the one that was read, and focus an annotation of it.
    Open(Option<AnnotationId>),
    /// Show the one that was read with its marks as elements.
    Read,
    /// Delete the one that was read, keeping it for undo.
    Delete,
    /// Merge a file, of this name, into what is there.
    Import(String, Box<Imported>),
    /// Look through them for the words of the dialog that annotates all occurrences.
    Occurrences,
    /// Do in each the part of an action that lies in it.
    Step(Vec<(ArticleId, Transaction)>),
}

/// An article as it was read from storage.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Which one was asked for.
    pub id: ArticleId,
    /// The article with what was wrong with parts of it, or why it cannot be opened at all.
    pub document: Result<(Document, Vec<Problem>), Problem>,
    /// A newer version of Bluepencil has written some of its records, and this one must not write beside it.
    pub is_newer: bool,
}

impl Stored {
    /// Puts an article together from its records; those of other articles among them are passed over.
    #[must_use]
    pub fn of(id: ArticleId, records: &[(String, String)]) -> Self {
        let each = || records.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        Self { id, document: load::document(id, each()), is_newer: load::is_newer(id, each()) }
    }
}

/// What all stored records are wanted for.
#[derive(Clone, Debug)]
pub enum Collecting {
    /// One file of the whole desk.
    Download,
    /// The same, for the backup file.
    BackUp,
    /// To join a desk file, of this name, with them.
    Import(String, Box<DeskFile>),
}

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

/// What the shell is to do.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Put records into storage.
    Save(WriteBatch),
    /// Read articles from storage and hand them back.
    Load(Vec<ArticleId>, After),
    /// Read every stored record, of every tier, and hand them back.
    Collect(Collecting),
    /// Read the keys of an article's earlier versions, once what was changed is painted.
    ListVersions(ArticleId, Listing),
    /// Read an earlier version to bring it back: its key, and the moment as it was shown.
    ReadVersion(String, String),
    /// Read the history that is kept of an article.
    ReadHistory(ArticleId),
    /// Look through the stored articles once more: another tab has changed some.
    ReadLibrary,
    /// Say one sentence in the status region, with a command that is offered beside it.
    Tell(String, Option<Command>),
    /// Say one sentence in the alert region.
    Alert(String),
    /// Give the user a file.
    Download {
        /// The file's name.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// Its content.
        content: String,
    },
    /// Write this into the backup file.
    BackUp(String),
    /// Open the browser's file chooser.
    ChooseFiles,
    /// Bring the focused annotation into view in article and list.
    Reveal(AnnotationId),
    /// Give the article the focus.
    FocusArticle,
    /// Bring an annotation into view in article and list, and give its row in the list the focus.
    FocusRow(AnnotationId),
    /// Give the article the focus, with the caret where an annotation begins, and bring that into view.
    FocusMark(AnnotationId),
    /// In the reading view, give the mark of an annotation the focus, or else the view itself.
    ReadAt(Option<AnnotationId>),
    /// Give a field of the rail the focus.
    FocusField(Field),
    /// Bring a stretch of the article into view.
    ShowWords(Utf8, Utf8),
    /// Select a stretch of the article, give the article the focus and bring the stretch into view; the second end is the
    /// one that moves on. Two ends at one place are the caret.
    Select(Utf8, Utf8),
    /// Let go of the selection in the article, leaving the caret where it ends.
    CollapseSelection,
}

/// A single effect.
pub(super) fn alone(effect: Effect) -> Vec<Effect> {
    vec![effect]
}

/// A refusal: one sentence in the alert region.
pub(super) fn refuse(sentence: impl Into<String>) -> Vec<Effect> {
    vec![Effect::Alert(sentence.into())]
}

/// All that one event saves as one batch, which is kept as a whole or not at all; in the place of the first, so that what is
/// read from storage after it finds it there.
pub(super) fn saved_as_one(effects: Vec<Effect>) -> Vec<Effect> {
    let mut one: Vec<Effect> = Vec::with_capacity(effects.len());
    let mut first = None;
    for effect in effects {
        match (effect, first.and_then(|place: usize| one.get_mut(place))) {
            (Effect::Save(next), Some(Effect::Save(batch))) => batch.extend(next),
            (effect, _) => {
                if matches!(effect, Effect::Save(_)) {
                    first = Some(one.len());
                }
                one.push(effect);
            }
        }
    }
    one
}
