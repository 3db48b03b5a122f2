//! Everything that a user can ask for, and where its keys act.

use crate::annotation::{BUILT_IN, BuiltIn, Label};

/// Everything a user can ask for by key, button or palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Command {
    /// Take back the last change.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// Show every command, searchable.
    Commands,
    /// Download the open article as Bluepencil JSON.
    Download,
    /// Show the keys.
    KeyboardHelp,
    /// Leave one level: a dialog, a field, a selection, the focus.
    Leave,
    /// Open the dialog for a new article.
    NewArticle,
    /// Choose files to import.
    Import,
    /// Open the export dialog.
    Export,
    /// Show the list of articles.
    Library,
    /// Edit title, byline, date and source.
    ArticleDetails,
    /// Bring back an earlier version of the article.
    EarlierVersions,
    /// Show what is kept in this browser, keep it safer, or wipe it.
    Storage,
    /// Open the settings.
    Settings,
    /// Give commands other keys.
    Keys,
    /// Focus the next annotation in reading order.
    NextAnnotation,
    /// Focus the previous annotation in reading order.
    PreviousAnnotation,
    /// Open the next article of the library.
    NextArticle,
    /// Open the previous article of the library.
    PreviousArticle,
    /// Move the caret; the shell carries it out.
    MoveCaret,
    /// Extend the selection; the shell carries it out.
    ExtendSelection,
    /// Mark the selection as a quote.
    MarkQuote,
    /// Mark the selection as a claim.
    MarkClaim,
    /// Mark the selection as a caption.
    MarkCaption,
    /// Mark the selection as a credit.
    MarkCredit,
    /// Mark the selection with one of the labels that are in use, by its number from 1 to 9.
    MarkNumbered(u8),
    /// Focus another mark at the same place.
    OtherMark,
    /// Make the focused mark a quote.
    RelabelQuote,
    /// Make the focused mark a claim.
    RelabelClaim,
    /// Make the focused mark a caption.
    RelabelCaption,
    /// Make the focused mark a credit.
    RelabelCredit,
    /// Go to the note of the focused mark.
    Note,
    /// Delete the focused mark.
    DeleteAnnotation,
    /// Go to the fields of the focused mark.
    OpenFields,
    /// Select the word at the caret, or the next one.
    SelectWord,
    /// Select the word before.
    SelectWordBefore,
    /// Select the sentence at the caret, or the next one.
    SelectSentence,
    /// Select the sentence before.
    SelectSentenceBefore,
    /// Select the quotation at the caret, or the next one.
    SelectQuotation,
    /// Select the quotation before.
    SelectQuotationBefore,
    /// Select the paragraph at the caret, or the next one.
    SelectParagraph,
    /// Select the paragraph before.
    SelectParagraphBefore,
    /// Select the whole article.
    SelectText,
    /// Go back to the selection before.
    SelectionBack,
    /// Add the selection to the focused mark as one more segment.
    AddSegment,
    /// Take the segment at the caret out of the focused mark.
    RemoveSegment,
    /// Move the boundaries of the focused mark.
    Boundaries,
    /// Join the focused mark with the next one of its label.
    MergeNext,
    /// Divide the focused mark at the caret.
    SplitAtCaret,
    /// Set or take away the flag of the focused mark.
    Flag,
    /// Search in text and annotations.
    Search,
    /// Annotate every occurrence of the words of the focused mark.
    AnnotateAll,
    /// Go to the filters of the list.
    Filter,
    /// Select the focused mark in the list, or let it go.
    SelectMark,
    /// Select every mark that the list shows.
    SelectListed,
    /// Let go of the selected marks.
    ClearSelected,
    /// Show the article with its marks as elements, for screen readers.
    ReadWithMarks,
    /// Move the active end to the next border of a word on the left.
    EdgeWordLeft,
    /// Move the active end to the next border of a word on the right.
    EdgeWordRight,
    /// Move the active end by a character to the left.
    EdgeCharacterLeft,
    /// Move the active end by a character to the right.
    EdgeCharacterRight,
    /// Move the next end from now on.
    NextEdge,
    /// Move the end before from now on.
    PreviousEdge,
    /// Keep the boundaries as they were moved.
    KeepBoundaries,
    /// Leave the boundaries as they were.
    CancelBoundaries,
}

/// Where a key acts. A more particular context wins over a more general one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Context {
    /// In every place, dialogs and fields included.
    Everywhere,
    /// Where the article or the list of annotations has the focus.
    Desk,
    /// The same, and an annotation is in focus.
    Mark,
    /// Where the list of annotations has the focus.
    List,
    /// Where the article has the focus.
    Article,
    /// While the boundaries of a mark are being moved: no other key of the article acts then.
    Boundaries,
}

impl Context {
    /// Every context, in the order in which lists of keys are read.
    pub const ORDER: [Self; 6] =
        [Self::Article, Self::Desk, Self::List, Self::Mark, Self::Boundaries, Self::Everywhere];

    /// The heading of this context in lists of keys.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Desk => "In the article and the list",
            Self::List => "In the list",
            Self::Article => "In the article",
            Self::Mark => "On the mark in focus",
            Self::Boundaries => "While moving boundaries",
        }
    }
}

impl Command {
    /// Whether it is carried out again and again while its key is held down: what moves on, goes through, or takes back one
    /// step after the other. What makes, deletes, switches or opens something is done once.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(
            self,
            Self::MoveCaret
                | Self::ExtendSelection
                | Self::NextAnnotation
                | Self::PreviousAnnotation
                | Self::NextArticle
                | Self::PreviousArticle
                | Self::SelectWord
                | Self::SelectWordBefore
                | Self::SelectSentence
                | Self::SelectSentenceBefore
                | Self::SelectQuotation
                | Self::SelectQuotationBefore
                | Self::SelectParagraph
                | Self::SelectParagraphBefore
                | Self::SelectionBack
                | Self::EdgeWordLeft
                | Self::EdgeWordRight
                | Self::EdgeCharacterLeft
                | Self::EdgeCharacterRight
                | Self::Undo
                | Self::Redo
        )
    }

    /// The label that this command marks with.
    #[must_use]
    pub fn marks(self) -> Option<Label> {
        let commands = [Self::MarkQuote, Self::MarkClaim, Self::MarkCaption, Self::MarkCredit];
        label_at(&commands, self)
    }

    /// The label that this command changes to.
    #[must_use]
    pub fn relabels(self) -> Option<Label> {
        let commands = [Self::RelabelQuote, Self::RelabelClaim, Self::RelabelCaption, Self::RelabelCredit];
        label_at(&commands, self)
    }
}

/// The built-in label that stands where `wanted` stands among `commands`.
fn label_at(commands: &[Command], wanted: Command) -> Option<Label> {
    let place = commands.iter().position(|command| *command == wanted)?;
    BUILT_IN.get(place).copied().map(BuiltIn::label)
}
