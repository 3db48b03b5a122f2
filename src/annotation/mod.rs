//! Annotations: a label on some words, and what a person has said about them.

mod label;
mod target;

use std::fmt;

use uuid::Uuid;

pub use label::{BUILT_IN, BuiltIn, Label};
pub use target::{Target, TargetFault};

use crate::article::{Extra, Timestamp, parse_uuid};

/// The identity of an annotation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnotationId(Uuid);

impl AnnotationId {
    /// An identity from a random UUID.
    #[must_use]
    pub fn new(random: Uuid) -> Self {
        Self(random)
    }

    /// Reads the hyphenated lower-case form; `None` for anything else.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        parse_uuid(written).map(Self)
    }
}

impl fmt::Display for AnnotationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(formatter)
    }
}

impl fmt::Debug for AnnotationId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// The flag that a person sets on what is to be looked at again.
pub const FLAG: &str = "check";

/// How far an annotation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Proposed, not yet judged.
    Suggested,
    /// Made or agreed to by a person.
    Accepted,
    /// Judged wrong, kept for the record.
    Rejected,
    /// Proposed, then corrected by a person.
    Edited,
    /// Signed off.
    Final,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Suggested, Self::Accepted, Self::Rejected, Self::Edited, Self::Final];

    /// The name in attributes and files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Edited => "edited",
            Self::Final => "final",
        }
    }

    /// The status of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// Where an annotation came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginKind {
    /// Somebody made it.
    Person,
    /// A rule proposed it.
    Rule,
    /// A file brought it.
    Import,
}

impl OriginKind {
    /// Every kind of origin.
    pub const ALL: [Self; 3] = [Self::Person, Self::Rule, Self::Import];

    /// The name in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Rule => "rule",
            Self::Import => "import",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Who or what made an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Person, rule or import.
    pub kind: OriginKind,
    /// The rule's or the file's name; empty for a person.
    pub name: String,
    /// The rule's version; empty where there is none.
    pub version: String,
}

impl Origin {
    /// Made by hand.
    #[must_use]
    pub fn person() -> Self {
        Self { kind: OriginKind::Person, name: String::new(), version: String::new() }
    }
}

/// One annotation: a label on a target, with what was said about it. A value; it changes only by a transaction that puts
/// another in its place. Its revision is counted by the document, so that taking back a change is itself a newer state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Random, made once, kept over every export and import.
    pub id: AnnotationId,
    /// What the words are.
    pub label: Label,
    /// Which words.
    pub target: Target,
    /// A remark in the person's own words; empty where there is none.
    pub note: String,
    /// Short marks such as `unsure` or `conflict`, in the order in which they were set.
    pub flags: Vec<String>,
    /// How far it has come.
    pub status: Status,
    /// Where it came from.
    pub origin: Origin,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// Who made it, by the name set in the page; may be empty.
    pub creator: String,
    /// Fields of a file that this version does not know.
    pub extra: Extra,
}

impl Annotation {
    /// Whether a person has set the flag to come back to it.
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.flags.iter().any(|flag| flag == FLAG)
    }
}
