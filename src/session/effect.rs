//! What a session asks the page to do.

use super::command::Command;
use super::version_history::{VersionQuery, VersionToKeep};
use super::view::Field;
use crate::annotation::AnnotationId;
use crate::article::ArticleId;
use crate::document::{Document, Transaction};
use crate::format::Imported;
use crate::format::native::Pieces;
use crate::store::{DeskFile, DraftId, Key, WriteBatch, load};
use crate::text::{Problem, Utf8};

/// What to do with stored articles once they have been read.
#[derive(Clone, Debug)]
pub enum After {
    /// Show the one that was read, and focus an annotation of it.
    Open(Option<AnnotationId>),
    /// Show the one that was read with its marks as elements.
    Read,
    /// Delete the one that was read, keeping it for undo.
    Delete {
        /// By redo.
        again: bool,
    },
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

    /// Whether the record of the article could not be read, so that its details were recognised again from its text.
    #[must_use]
    pub fn has_recovered_details(&self) -> bool {
        let record = format!("the record {}", Key::Article(self.id));
        let is_it = |problem: &Problem| problem.place == record;
        !self.is_newer && self.document.as_ref().is_ok_and(|(_, problems)| problems.iter().any(is_it))
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

/// The content of a file.
#[derive(Clone, Debug)]
pub enum Content {
    /// As a whole.
    Whole(String),
    /// In pieces, because it may be large: between two of them the page answers.
    Pieces(Box<Pieces>),
}

impl Content {
    /// The pieces, in order.
    pub fn pieces(self) -> impl Iterator<Item = String> {
        let (whole, pieces) = match self {
            Self::Whole(content) => (Some(content), None),
            Self::Pieces(pieces) => (None, Some(pieces)),
        };
        whole.into_iter().chain(pieces.into_iter().flatten())
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
    ListVersions(ArticleId, VersionQuery),
    /// Write the file of a version when the browser is idle, and hand it back to be stored.
    WriteVersion(Box<Pieces>, VersionToKeep),
    /// Read an earlier version to bring it back: its key, and the moment as it was shown.
    ReadVersion(String, String),
    /// Read the history that is kept of an article.
    ReadHistory(ArticleId),
    /// Read which deleted articles can be brought back, once the page answers.
    ListDeletions,
    /// Read a deleted article to bring it back.
    ReadDeleted(ArticleId),
    /// Read the long text of a draft.
    ReadDraft(DraftId),
    /// Look through the stored articles once more: another tab has changed some.
    ReadLibrary,
    /// Say one sentence in the status region, with a command that is offered beside it.
    Tell(String, Option<Command>),
    /// Say one sentence in the alert region.
    Alert(String),
    /// Say one sentence in the alert region, and offer beside it to export the open article.
    UrgeExport(String),
    /// Give the user a file.
    Download {
        /// The file's name.
        name: String,
        /// Its media type.
        media_type: &'static str,
        /// Its content.
        content: Content,
    },
    /// Write this into the backup file.
    BackUp(String),
    /// Leave the backup file as it is from now on: it holds what is gone here.
    EndBackup,
    /// Hand the large import its turn again, once the page has answered and painted.
    ContinueImport,
    /// Open the browser's file chooser.
    ChooseFiles,
    /// Bring the focused annotation into view in article and list.
    Reveal(AnnotationId),
    /// Bring an annotation into view in the list alone: it was pointed at in the article, which must not move then.
    RevealRow(AnnotationId),
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
    /// Select a stretch of the article and give the article the focus; the second end is the one that moves on. Two ends at
    /// one place are the caret.
    Select(Utf8, Utf8),
    /// Let go of the selection in the article, leaving the caret where it ends.
    CollapseSelection,
}

/// A single effect.
pub(super) fn alone(effect: Effect) -> Vec<Effect> {
    vec![effect]
}

/// Selects a stretch of the article and brings it into view; the second end is the one that moves on.
pub(super) fn select_in_view(anchor: Utf8, focus: Utf8) -> Vec<Effect> {
    vec![Effect::Select(anchor, focus), Effect::ShowWords(anchor.min(focus), anchor.max(focus))]
}

/// An alert: the command was refused.
pub(super) fn refuse(sentence: impl Into<String>) -> Vec<Effect> {
    vec![Effect::Alert(sentence.into())]
}

/// Joins all batches of one event into one, which is written atomically. It stands where the first stood, so that later
/// reads from storage find it.
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
