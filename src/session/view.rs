//! What is on the page, as far as the session decides it, and where the user stands in it.

use crate::text::Utf8;

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
    /// How far a large import has come.
    Import,
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

/// Where the user stands in the open article when a command is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The selected range, as it is; its ends in either order. `None` without a selection in the article.
    pub selection: Option<(Utf8, Utf8)>,
    /// Where the caret stands.
    pub caret: Option<Utf8>,
}
