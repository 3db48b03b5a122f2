//! The provenance of an annotation.

/// The kind of a provenance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OriginKind {
    /// Made by a person.
    Person,
    /// Suggested by a rule.
    Rule,
    /// Imported from a file.
    Import,
}

impl OriginKind {
    /// All kinds.
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

    /// The kind with a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The provenance of an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The kind.
    pub kind: OriginKind,
    /// The name of the rule or the file; empty for a person.
    pub name: String,
    /// The version of the rule; empty otherwise.
    pub version: String,
}

impl Origin {
    /// The provenance of an annotation made by hand.
    #[must_use]
    pub fn person() -> Self {
        Self { kind: OriginKind::Person, name: String::new(), version: String::new() }
    }
}
