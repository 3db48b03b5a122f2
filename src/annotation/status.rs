//! The review status of an annotation.

/// The review status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Suggested, not reviewed.
    Suggested,
    /// Made or accepted by a person.
    Accepted,
    /// Rejected, kept for the record.
    Rejected,
    /// Suggested, then corrected by a person.
    Edited,
    /// Approved.
    Final,
}

impl Status {
    /// All statuses.
    pub const ALL: [Self; 5] = [Self::Suggested, Self::Accepted, Self::Rejected, Self::Edited, Self::Final];

    /// The name in DOM attributes and files.
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

    /// The status with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}
