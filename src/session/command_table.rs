//! The one table of everything a user can ask for. Keymap, palette, help and the project's key list read this table.

use super::command::{Command, Context};

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
    row(
        Command::MarkQuote,
        "Mark quote",
        "Mark the selection, or the quotation here, as a quote",
        Context::Article,
        &["Q"],
    ),
    row(
        Command::MarkClaim,
        "Mark claim",
        "Mark the selection, or the sentence here, as a claim",
        Context::Article,
        &["C"],
    ),
    row(
        Command::MarkCaption,
        "Mark caption",
        "Mark the selection, or the block here, as a caption",
        Context::Article,
        &["P"],
    ),
    row(
        Command::MarkCredit,
        "Mark credit",
        "Mark the selection, or the block here, as a credit",
        Context::Article,
        &["R"],
    ),
    row(
        Command::MoveCaret,
        "Move the caret",
        "Move the caret by character, word, line or paragraph",
        Context::Article,
        CARET_KEYS,
    ),
    row(Command::ExtendSelection, "Extend the selection", "Select from the caret on", Context::Article, SELECTION_KEYS),
    row(Command::NextAnnotation, "Next annotation", "Go to the next annotation", Context::Desk, &["J"]),
    row(Command::PreviousAnnotation, "Previous annotation", "Go to the one before", Context::Desk, &["K"]),
    row(Command::NextArticle, "Next article", "Open the next article of the library", Context::Desk, &["Shift+J"]),
    row(Command::PreviousArticle, "Previous article", "Open the article before", Context::Desk, &["Shift+K"]),
    row(
        Command::MarkNumbered(1),
        "Mark by number",
        "Mark with the first to ninth of all labels, your own too",
        Context::Article,
        &["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    ),
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
    row(Command::SelectWord, "Select word", "Select the word at the caret; again, the next", Context::Article, &["W"]),
    row(Command::SelectWordBefore, "Select word before", "Select the word before", Context::Article, &["Shift+W"]),
    row(Command::SelectSentence, "Select sentence", "Select the sentence; again, the next", Context::Article, &["."]),
    row(
        Command::SelectSentenceBefore,
        "Select sentence before",
        "Select the sentence before",
        Context::Article,
        &[","],
    ),
    row(
        Command::SelectQuotation,
        "Select quotation",
        "Select the quotation; again, the next",
        Context::Article,
        &["'"],
    ),
    row(
        Command::SelectQuotationBefore,
        "Select quotation before",
        "Select the quotation before",
        Context::Article,
        &[";"],
    ),
    row(
        Command::SelectParagraph,
        "Select paragraph",
        "Select the paragraph; again, the next",
        Context::Article,
        &["G"],
    ),
    row(
        Command::SelectParagraphBefore,
        "Select paragraph before",
        "Select the paragraph before",
        Context::Article,
        &["Shift+G"],
    ),
    row(Command::SelectText, "Select the text", "Select the whole article", Context::Desk, &["Ctrl+A"]),
    row(Command::SelectionBack, "Selection before", "Go back to the selection before", Context::Article, &["-"]),
    row(Command::AddSegment, "Add to mark", "Add the selection to the mark in focus", Context::Article, &["+"]),
    row(
        Command::RemoveSegment,
        "Take out of mark",
        "Take the segment at the caret out of the mark",
        Context::Mark,
        &[],
    ),
    row(Command::Boundaries, "Boundaries", "Move the ends of the mark in focus", Context::Mark, &["B"]),
    row(Command::MergeNext, "Merge with next", "Join the mark in focus with the next of its label", Context::Mark, &[]),
    row(Command::SplitAtCaret, "Split at caret", "Divide the mark in focus at the caret", Context::Mark, &[]),
    row(Command::Flag, "Flag", "Set or take away the flag of the mark in focus", Context::Mark, &["F"]),
    row(Command::Search, "Search", "Search in the text and the annotations", Context::Desk, &["/"]),
    row(
        Command::AnnotateAll,
        "Annotate all occurrences",
        "Mark these words wherever they stand",
        Context::Everywhere,
        &[],
    ),
    row(Command::Filter, "Filter", "Show some of the marks in the list", Context::Everywhere, &[]),
    row(Command::SelectMark, "Select mark", "Select the mark in the list, or let it go", Context::List, &["Space"]),
    row(Command::SelectListed, "Select all in list", "Select every mark that the list shows", Context::Everywhere, &[]),
    row(Command::ClearSelected, "Select none", "Let go of the selected marks", Context::Everywhere, &[]),
    row(Command::ReadWithMarks, "Read with marks", "The article with its marks read out", Context::Everywhere, &[]),
    row(
        Command::EdgeWordLeft,
        "Word left",
        "Move the end by a word",
        Context::Boundaries,
        &["ArrowLeft", "Ctrl+ArrowLeft"],
    ),
    row(
        Command::EdgeWordRight,
        "Word right",
        "Move the end by a word",
        Context::Boundaries,
        &["ArrowRight", "Ctrl+ArrowRight"],
    ),
    row(
        Command::EdgeCharacterLeft,
        "Character left",
        "Move the end by a character",
        Context::Boundaries,
        &["Shift+ArrowLeft"],
    ),
    row(
        Command::EdgeCharacterRight,
        "Character right",
        "Move the end by a character",
        Context::Boundaries,
        &["Shift+ArrowRight"],
    ),
    row(Command::NextEdge, "Other end", "Go on to the next end", Context::Boundaries, &["Tab"]),
    row(Command::PreviousEdge, "End before", "Go back to the end before", Context::Boundaries, &["Shift+Tab"]),
    row(Command::KeepBoundaries, "Keep", "Keep the new boundaries", Context::Boundaries, &["Enter"]),
    row(Command::CancelBoundaries, "Cancel", "Leave the boundaries as they were", Context::Boundaries, &["Escape"]),
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
    row(
        Command::EarlierVersions,
        "Restore an earlier version",
        "Bring the open article back as it was",
        Context::Everywhere,
        &[],
    ),
    row(Command::Storage, "Storage", "What this browser keeps, backups, wiping", Context::Everywhere, &[]),
    row(Command::Settings, "Settings", "Look, announcements and your name", Context::Everywhere, &[]),
    row(Command::Keys, "Keys", "Give commands keys of your own", Context::Everywhere, &[]),
];

impl Row {
    /// Whether its keys act on every screen and in every place.
    #[must_use]
    pub fn acts_everywhere(&self) -> bool {
        self.context == Context::Everywhere
    }
}

impl Command {
    /// The row of this command. All numbers share one.
    #[must_use]
    pub fn row(self) -> Option<&'static Row> {
        let shown = if let Self::MarkNumbered(_) = self { Self::MarkNumbered(1) } else { self };
        COMMANDS.iter().find(|row| row.command == shown)
    }

    /// The command of a row when the key at `place` among its keys was pressed: of the numbers, the key says which.
    #[must_use]
    pub fn by_key(self, place: usize) -> Self {
        match (self, u8::try_from(place)) {
            (Self::MarkNumbered(first), Ok(place)) => Self::MarkNumbered(first.saturating_add(place)),
            _ => self,
        }
    }

    /// The name on buttons.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }
}
