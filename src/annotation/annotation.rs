//! The annotation itself.

use super::label::Label;
use super::origin::Origin;
use super::status::Status;
use super::target::Target;
use crate::article::{Extra, Id, Timestamp};

/// The identifier of an annotation.
pub type AnnotationId = Id<AnnotationKind>;

/// The kind of an [`AnnotationId`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnnotationKind {}

/// The flag for a later review.
pub const FLAG: &str = "check";

/// One annotation: a label on a target, with its metadata. A value: a transaction replaces it by another. The document
/// counts its revisions, so that an undone change is itself a newer state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// The identifier, kept over exports and imports.
    pub id: AnnotationId,
    /// The label.
    pub label: Label,
    /// The annotated segments.
    pub target: Target,
    /// A free-text note; may be empty.
    pub note: String,
    /// Flags such as `check` or `conflict`, in the order in which they were set.
    pub flags: Vec<String>,
    /// The review status.
    pub status: Status,
    /// The provenance.
    pub origin: Origin,
    /// The time of creation.
    pub created: Timestamp,
    /// The time of the last change.
    pub modified: Timestamp,
    /// The annotator, by the name in the settings; may be empty.
    pub creator: String,
    /// Unknown fields of the file it came from.
    pub extra: Extra,
}

impl Annotation {
    /// Whether it has the [`FLAG`].
    #[must_use]
    pub fn is_flagged(&self) -> bool {
        self.flags.iter().any(|flag| flag == FLAG)
    }
}
