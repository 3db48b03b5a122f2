//! Labels: the categories of the annotation scheme.

use std::borrow::Cow;
use std::fmt;

/// The identifier of a label: a lower-case ASCII letter, then lower-case letters, digits, `_` or `-`; at most 64
/// characters.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Label(Cow<'static, str>);

/// A built-in label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// The name in files and DOM attributes.
    pub name: &'static str,
    /// The title for people.
    pub title: &'static str,
    /// The letter of its key binding.
    pub key: &'static str,
}

/// The built-in labels, in the order in which menus offer them.
pub const BUILT_IN: [BuiltIn; 4] = [
    BuiltIn { name: "quote", title: "Quote", key: "Q" },
    BuiltIn { name: "claim", title: "Claim", key: "C" },
    BuiltIn { name: "caption", title: "Caption", key: "P" },
    BuiltIn { name: "credit", title: "Credit", key: "R" },
];

impl BuiltIn {
    /// The label.
    #[must_use]
    pub fn label(self) -> Label {
        Label(Cow::Borrowed(self.name))
    }
}

impl Label {
    /// Parses a name; `None` where it is not valid.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let mut bytes = name.bytes();
        let begins = bytes.next().is_some_and(|first| first.is_ascii_lowercase());
        let goes_on =
            bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'-'));
        (begins && goes_on && name.len() <= 64).then(|| Self(Cow::Owned(name.to_owned())))
    }

    /// The name in files and attributes.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The title for people: of a built-in label, or the name with a capital.
    #[must_use]
    pub fn title(&self) -> Cow<'_, str> {
        match self.built_in() {
            Some(known) => Cow::Borrowed(known.title),
            None => {
                let mut letters = self.0.chars();
                let first = letters.next().map(|letter| letter.to_ascii_uppercase());
                Cow::Owned(first.into_iter().chain(letters).collect())
            }
        }
    }

    /// The letter of the label in the margin: its key, or the first letter of its name.
    #[must_use]
    pub fn letter(&self) -> String {
        match self.built_in() {
            Some(known) => known.key.to_owned(),
            None => self.0.chars().take(1).map(|first| first.to_ascii_uppercase()).collect(),
        }
    }

    /// The built-in label with this name.
    #[must_use]
    pub fn built_in(&self) -> Option<BuiltIn> {
        BUILT_IN.into_iter().find(|known| known.name == self.0)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl fmt::Debug for Label {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}
