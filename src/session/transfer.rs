//! What is pasted or dropped on the page, in all the shapes in which programs leave it, and what is taken of it.

use crate::text::{excerpt, trim_blank};

/// How many characters of the name of a folder stand in a sentence.
const LONGEST_NAME: usize = 120;

/// How it comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransferKind {
    /// From the clipboard.
    Paste,
    /// By a drop.
    Drop,
}

/// What the browser says is in the clipboard, or is dropped: the content of a `DataTransfer`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transfer {
    /// The files, in order.
    pub files: Vec<TransferredFile>,
    /// The plain text; empty where there is none.
    pub text: String,
    /// Whether there is text with formatting, as HTML or RTF.
    pub formatted: bool,
    /// Whether there is an address, as of a link that is dragged.
    pub link: bool,
}

/// A file or folder of a transfer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TransferredFile {
    /// Its name.
    pub name: String,
    /// Its media type, as far as the browser knows it.
    pub media_type: String,
    /// Whether it is a folder.
    pub folder: bool,
}

/// What is taken of a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The plain text.
    Text,
    /// All files that are no folders, and a sentence on those that are.
    Files(Option<String>),
    /// Nothing, with the reason: a sentence.
    Nothing(String),
}

impl Transfer {
    /// What is taken. Office programs put a picture of the copied words beside the words themselves: these are what is meant.
    /// A file manager puts the names of copied files beside them: there the files are.
    #[must_use]
    pub fn taken(&self, kind: TransferKind) -> Taken {
        let text = trim_blank(&self.text);
        let is_address = self.link && is_address(text);
        if !self.files.is_empty()
            && (text.is_empty() || is_address || !self.has_only_pictures() || self.names_files(text))
        {
            return self.files_or_reason();
        }
        if !text.is_empty() && !is_address {
            return Taken::Text;
        }
        Taken::Nothing(match kind {
            _ if is_address || self.link => LINK.to_owned(),
            TransferKind::Paste if self.formatted => FORMATTED_PASTE.to_owned(),
            TransferKind::Drop if self.formatted => FORMATTED_DROP.to_owned(),
            TransferKind::Paste => NOTHING_PASTED.to_owned(),
            TransferKind::Drop => NOTHING_DROPPED.to_owned(),
        })
    }

    fn has_only_pictures(&self) -> bool {
        self.files.iter().all(|file| file.media_type.starts_with("image/"))
    }

    /// Whether the text is nothing but the names of the files, with or without their folders.
    fn names_files(&self, text: &str) -> bool {
        let named = |line: &str| self.files.iter().any(|file| !file.name.is_empty() && line.ends_with(&file.name));
        text.lines().map(str::trim).filter(|line| !line.is_empty()).all(named)
    }

    fn files_or_reason(&self) -> Taken {
        let (folders, files): (Vec<_>, Vec<_>) = self.files.iter().partition(|file| file.folder);
        if files.iter().all(|file| file.media_type.starts_with("image/")) && !files.is_empty() {
            return Taken::Nothing(PICTURE.to_owned());
        }
        let folder = folders.first().map(|folder| {
            let name = excerpt(&folder.name, LONGEST_NAME);
            format!("“{name}” is a folder, which cannot be opened as a whole. Drop the files that are in it.")
        });
        match folder {
            Some(sentence) if files.is_empty() => Taken::Nothing(sentence),
            folder => Taken::Files(folder),
        }
    }
}

/// Whether a text is the address of a page or file and nothing else.
fn is_address(text: &str) -> bool {
    let scheme = |text: &str| {
        text.split_once(':').is_some_and(|(scheme, _)| scheme.chars().all(|letter| letter.is_ascii_alphanumeric()))
    };
    text.is_empty() || (!text.contains(char::is_whitespace) && scheme(text))
}

const PICTURE: &str = "This is a picture, and no text can be read from it. Nothing was changed. Copy the words of the article and paste them here.";
const LINK: &str = "A link has no text of the article. Nothing was changed. Open it, copy the words of the article there, and paste them here.";
const FORMATTED_PASTE: &str = "The clipboard holds formatted text without a plain form, which cannot be read yet. Nothing was changed. Paste it into a text editor, copy it there, and paste it here.";
const FORMATTED_DROP: &str = "This is formatted text without a plain form, which cannot be read yet. Nothing was changed. Copy the words and paste them here.";
const NOTHING_PASTED: &str =
    "The clipboard holds no text. Nothing was changed. Copy the words of the article, and paste them here.";
const NOTHING_DROPPED: &str = "There is no text or file in what was dropped. Nothing was changed. Copy the words of the article and paste them here.";
