//! Typed identifiers: random UUIDs that are generated outside the library and handed in.

use std::fmt;
use std::marker::PhantomData;

use uuid::Uuid;

/// A UUID of one kind of record, so that identifiers of different kinds cannot be confused.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<Kind>(Uuid, PhantomData<Kind>);

/// The identifier of an article.
pub type ArticleId = Id<ArticleKind>;

/// The kind of an [`ArticleId`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ArticleKind {}

impl<Kind> Id<Kind> {
    /// The first in the order of identifiers.
    pub const MIN: Self = Self(Uuid::nil(), PhantomData);
    /// The last in the order of identifiers.
    pub const MAX: Self = Self(Uuid::max(), PhantomData);

    /// The identifier with a random UUID.
    #[must_use]
    pub fn new(random: Uuid) -> Self {
        Self(random, PhantomData)
    }

    /// Reads the hyphenated lower-case form; `None` for any other form, so that reading and writing never change an id.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let id = Self::new(Uuid::try_parse(written).ok()?);
        (id.to_string() == written).then_some(id)
    }
}

impl<Kind> fmt::Display for Id<Kind> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(formatter)
    }
}

impl<Kind> fmt::Debug for Id<Kind> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}
