//! The article's own record: title, byline, date, source, and the kinds of its blocks.

use std::sync::Arc;

use super::effect::Effect;
use super::state::{Session, Stamp};
use crate::article::{BlockKind, Details};
use crate::document::{Edit, Transaction};

/// What is edited in the details of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DetailsEvent {
    /// A detail is being typed: its whole value.
    Edit(Detail, String),
    /// A block, counted from 0, gets another kind.
    SetBlockKind(usize, BlockKind),
}

/// A detail of the article that can be edited in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The headline.
    Title,
    /// Who wrote it.
    Byline,
    /// When it was published.
    Published,
    /// Where it was published.
    Source,
}

impl Detail {
    /// Every detail in the order of the form.
    pub const ALL: [Self; 4] = [Self::Title, Self::Byline, Self::Published, Self::Source];

    /// The name of the field.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Byline => "Byline",
            Self::Published => "Date",
            Self::Source => "Source",
        }
    }

    /// The value in `details`.
    #[must_use]
    pub fn of(self, details: &Details) -> &str {
        match self {
            Self::Title => &details.title,
            Self::Byline => &details.byline,
            Self::Published => &details.published,
            Self::Source => &details.source,
        }
    }

    /// `details` with another value.
    #[must_use]
    pub fn set(self, details: &Details, value: String) -> Details {
        let mut changed = details.clone();
        match self {
            Self::Title => changed.title = value,
            Self::Byline => changed.byline = value,
            Self::Published => changed.published = value,
            Self::Source => changed.source = value,
        }
        changed
    }
}

impl Session {
    /// Edits a detail or the kind of a block.
    pub(super) fn on_details(&mut self, event: DetailsEvent, stamp: &Stamp<'_>) -> Vec<Effect> {
        match event {
            DetailsEvent::Edit(detail, value) => self.detail(detail, value, stamp),
            DetailsEvent::SetBlockKind(block, kind) => self.block_kind(block, kind, stamp),
        }
    }

    /// Changes a detail. What is typed without leaving the field is one step.
    fn detail(&mut self, detail: Detail, value: String, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(document) = self.document() else { return Vec::new() };
        let before = Arc::clone(&document.article().details);
        let after = Arc::new(detail.set(&before, value));
        if before == after {
            return Vec::new();
        }
        let name = format!("{} changed", detail.name().to_ascii_lowercase());
        self.commit(Transaction::typed(name, vec![Edit::Details { before, after }]), stamp, String::new())
    }

    /// Corrects what a block is.
    fn block_kind(&mut self, block: usize, kind: BlockKind, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(before) = self.document().and_then(|document| document.article().blocks.get(block)) else {
            return Vec::new();
        };
        let before = before.kind;
        if before == kind {
            return Vec::new();
        }
        let name = format!("{} set as {}", before.name(), kind.name());
        let message = format!("Block {} is a {} now.", block + 1, kind.name());
        self.commit(Transaction::new(name, vec![Edit::BlockKind { block, before, after: kind }]), stamp, message)
    }
}
