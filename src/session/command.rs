//! The one table of everything a user can ask for. Keymap, palette, help and the project's key list read this table.

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
    /// Open the settings.
    Settings,
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
    /// Where the article has the focus.
    Article,
}

impl Context {
    /// The heading of this context in lists of keys.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Desk => "In the article and the list",
            Self::Article => "In the article",
            Self::Mark => "On the mark in focus",
        }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its name on buttons, in the palette and for screen readers.
    pub name: &'static str,
    /// What it does, in one line.
    pub help: &'static str,
    /// Where its keys act.
    pub context: Context,
    /// Its keys, the first one being the one that is shown. `Ctrl` means Cmd on a Mac.
    pub keys: &'static [&'static str],
}

const fn row(
    command: Command,
    name: &'static str,
    help: &'static str,
    context: Context,
    keys: &'static [&'static str],
) -> Row {
    Row { command, name, help, context, keys }
}

/// The keys that move the caret; `Shift` extends the selection instead.
const CARET_KEYS: &[&str] = &[
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "Ctrl+ArrowLeft",
    "Ctrl+ArrowRight",
    "Ctrl+ArrowUp",
    "Ctrl+ArrowDown",
    "Ctrl+Home",
    "Ctrl+End",
];

const SELECTION_KEYS: &[&str] = &[
    "Shift+ArrowLeft",
    "Shift+ArrowRight",
    "Shift+ArrowUp",
    "Shift+ArrowDown",
    "Shift+Home",
    "Shift+End",
    "Ctrl+Shift+ArrowLeft",
    "Ctrl+Shift+ArrowRight",
    "Ctrl+Shift+ArrowUp",
    "Ctrl+Shift+ArrowDown",
    "Ctrl+Shift+Home",
    "Ctrl+Shift+End",
];

/// The command table.
pub const COMMANDS: &[Row] = &[
    row(Command::MarkQuote, "Mark quote", "Mark the selected words as a quote", Context::Article, &["Q"]),
    row(Command::MarkClaim, "Mark claim", "Mark the selected words as a claim", Context::Article, &["C"]),
    row(Command::MarkCaption, "Mark caption", "Mark the selected words as a caption", Context::Article, &["P"]),
    row(Command::MarkCredit, "Mark credit", "Mark the selected words as a credit", Context::Article, &["R"]),
    row(Command::MoveCaret, "Move the caret", "Move the caret; with Ctrl by word", Context::Article, CARET_KEYS),
    row(Command::ExtendSelection, "Extend the selection", "Select from the caret on", Context::Article, SELECTION_KEYS),
    row(Command::NextAnnotation, "Next annotation", "Go to the next annotation", Context::Desk, &["J"]),
    row(Command::PreviousAnnotation, "Previous annotation", "Go to the one before", Context::Desk, &["K"]),
    row(Command::NextArticle, "Next article", "Open the next article of the library", Context::Desk, &["Shift+J"]),
    row(Command::PreviousArticle, "Previous article", "Open the article before", Context::Desk, &["Shift+K"]),
    row(Command::OtherMark, "Other mark here", "Go through the marks at the same place", Context::Mark, &["O"]),
    row(Command::RelabelQuote, "Change to quote", "Make the mark in focus a quote", Context::Mark, &["Shift+Q"]),
    row(Command::RelabelClaim, "Change to claim", "Make the mark in focus a claim", Context::Mark, &["Shift+C"]),
    row(Command::RelabelCaption, "Change to caption", "Make the mark in focus a caption", Context::Mark, &["Shift+P"]),
    row(Command::RelabelCredit, "Change to credit", "Make the mark in focus a credit", Context::Mark, &["Shift+R"]),
    row(Command::Note, "Note", "Write a note on the mark in focus", Context::Mark, &["M"]),
    row(Command::OpenFields, "Open fields", "Go to the fields of the mark in focus", Context::Mark, &["Enter"]),
    row(
        Command::DeleteAnnotation,
        "Delete annotation",
        "Delete the mark in focus; undo brings it back",
        Context::Mark,
        &["Delete", "Backspace"],
    ),
    row(Command::Undo, "Undo", "Take back the last change", Context::Everywhere, &["Ctrl+Z"]),
    row(Command::Redo, "Redo", "Do it again", Context::Everywhere, &["Ctrl+Shift+Z", "Ctrl+Y"]),
    row(Command::Commands, "Commands", "Every command, searchable", Context::Everywhere, &["Ctrl+K"]),
    row(
        Command::Download,
        "Download Bluepencil JSON",
        "Download the open article with its annotations",
        Context::Everywhere,
        &["Ctrl+S"],
    ),
    row(Command::KeyboardHelp, "Keyboard help", "Show the keys", Context::Desk, &["?"]),
    row(Command::Leave, "Leave", "Leave one level: dialog, field, selection, focus", Context::Everywhere, &["Escape"]),
    row(Command::NewArticle, "New article", "Paste or type an article", Context::Everywhere, &[]),
    row(Command::Import, "Import", "Open text or Bluepencil JSON files", Context::Everywhere, &[]),
    row(Command::Export, "Export", "Take the annotations out as a file", Context::Everywhere, &[]),
    row(Command::Library, "Library", "The list of your articles", Context::Everywhere, &[]),
    row(
        Command::ArticleDetails,
        "Article details",
        "Edit title, byline, date, source and kinds of blocks",
        Context::Everywhere,
        &[],
    ),
    row(Command::Settings, "Settings", "Theme and your name", Context::Everywhere, &[]),
];

impl Row {
    /// Whether its keys act on every screen and in every place.
    #[must_use]
    pub fn acts_everywhere(&self) -> bool {
        self.context == Context::Everywhere
    }
}

impl Command {
    /// The row of this command.
    #[must_use]
    pub fn row(self) -> Option<&'static Row> {
        COMMANDS.iter().find(|row| row.command == self)
    }

    /// The name on buttons.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
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
