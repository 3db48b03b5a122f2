//! File formats: what the desk writes and what it reads.

pub mod native;

use crate::article::Extra;
use crate::document::Document;

/// The formats, in the order in which they are offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Our own: the whole truth. Every other format is a view of it.
    Bluepencil,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 1] = [Self::Bluepencil];

    /// The name for people.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Bluepencil => "Bluepencil JSON",
        }
    }

    /// The type that a download is given.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Bluepencil => "application/json",
        }
    }

    /// The end of a file's name, without the leading dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Bluepencil => "bluepencil.json",
        }
    }

    /// What is lost in it, as a sentence; `None` where nothing is.
    #[must_use]
    pub fn loses(self) -> Option<&'static str> {
        match self {
            Self::Bluepencil => None,
        }
    }
}

/// What a file brings.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// Its articles with their annotations.
    pub documents: Vec<Document>,
    /// Fields of the whole file that this version does not know.
    pub extra: Extra,
}

/// Whether a pasted or dropped text can only be meant as an import: it begins with `{`.
#[must_use]
pub fn looks_like_json(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{')
}
