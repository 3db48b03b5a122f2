//! Changes: what one action of the user did, and how it is taken back.

use std::sync::Arc;

use super::revision::Revision;
use crate::annotation::{Annotation, AnnotationId};
use crate::article::{ArticleId, BlockKind, Details};

/// The change of one record, with what was there before and what is there after. The inverse is a swap.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// An annotation added (no `before`), removed (no `after`) or replaced by another state of itself.
    Annotation {
        /// What must be there now.
        before: Option<Arc<Annotation>>,
        /// What is there afterwards.
        after: Option<Arc<Annotation>>,
        /// The least revision it has afterwards: what a file says; zero for the user's own changes.
        at_least: Revision,
    },
    /// The article's details.
    Details {
        /// What must be there now.
        before: Arc<Details>,
        /// What is there afterwards.
        after: Arc<Details>,
    },
    /// The kind of one block.
    BlockKind {
        /// The number of the block, from 0.
        block: usize,
        /// What it must be now.
        before: BlockKind,
        /// What it is afterwards.
        after: BlockKind,
    },
}

impl Edit {
    /// A change of an annotation by the user.
    #[must_use]
    pub fn annotation(before: Option<Arc<Annotation>>, after: Option<Arc<Annotation>>) -> Self {
        Self::Annotation { before, after, at_least: 0 }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Annotation { before, after, at_least } => Self::Annotation { before: after, after: before, at_least },
            Self::Details { before, after } => Self::Details { before: after, after: before },
            Self::BlockKind { block, before, after } => Self::BlockKind { block, before: after, after: before },
        }
    }

    /// The annotation that is changed; `None` for a change of the article.
    #[must_use]
    pub fn annotation_id(&self) -> Option<AnnotationId> {
        match self {
            Self::Annotation { before, after, .. } => {
                before.as_ref().or(after.as_ref()).map(|annotation| annotation.id)
            }
            Self::Details { .. } | Self::BlockKind { .. } => None,
        }
    }
}

/// A record is no longer what a transaction expects it to be, so the transaction was not applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale;

/// All changes of one action of the user: applied as a whole or not at all, undone in one step, saved in one batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    name: String,
    edits: Vec<Edit>,
    typed: bool,
    elsewhere: Vec<(ArticleId, Self)>,
}

impl Transaction {
    /// Edits in the order in which they are applied, with a name that reads on after "Undone: ", such as "quote marked".
    pub fn new(name: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { name: name.into(), edits, typed: false, elsewhere: Vec::new() }
    }

    /// Edits that a key press in a text field made: history joins them with the presses before, until the field is left.
    pub fn typed(name: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { name: name.into(), edits, typed: true, elsewhere: Vec::new() }
    }

    /// The same action with the parts of it that lie in other articles: undone and redone together with this one.
    #[must_use]
    pub fn with_elsewhere(self, elsewhere: Vec<(ArticleId, Self)>) -> Self {
        Self { elsewhere, ..self }
    }

    /// An annotation that is added.
    pub fn added(name: impl Into<String>, annotation: Annotation) -> Self {
        Self::new(name, vec![Edit::annotation(None, Some(Arc::new(annotation)))])
    }

    /// An annotation that becomes another state of itself.
    pub fn changed(name: impl Into<String>, before: &Arc<Annotation>, after: Annotation) -> Self {
        Self::new(name, vec![Edit::annotation(Some(Arc::clone(before)), Some(Arc::new(after)))])
    }

    /// An annotation that is taken away.
    pub fn removed(name: impl Into<String>, before: &Arc<Annotation>) -> Self {
        Self::new(name, vec![Edit::annotation(Some(Arc::clone(before)), None)])
    }

    /// What was done, as it reads on after "Undone: ".
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The changes in order.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The parts of the same action that lie in other articles. A document applies its own edits only.
    #[must_use]
    pub fn elsewhere(&self) -> &[(ArticleId, Self)] {
        &self.elsewhere
    }

    /// The transaction that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            name: self.name.clone(),
            edits: self.edits.iter().rev().map(Edit::inverse).collect(),
            typed: self.typed,
            elsewhere: self.elsewhere.iter().map(|(article, part)| (*article, part.inverse())).collect(),
        }
    }

    /// This transaction and the typing that follows it, as one step: the first state and the last. `None` where `next` is
    /// not typing in the same place, or another tab has changed that between the two.
    #[must_use]
    pub(super) fn typed_on(&self, next: &Self) -> Option<Self> {
        if !(self.typed && next.typed && self.name == next.name) {
            return None;
        }
        let edit = match (self.edits.as_slice(), next.edits.as_slice()) {
            (
                [Edit::Annotation { before: Some(before), after: Some(middle), .. }],
                [Edit::Annotation { before: Some(then), after: Some(after), .. }],
            ) if middle == then => Edit::annotation(Some(Arc::clone(before)), Some(Arc::clone(after))),
            ([Edit::Details { before, after: middle }], [Edit::Details { before: then, after }]) if middle == then => {
                Edit::Details { before: Arc::clone(before), after: Arc::clone(after) }
            }
            _ => return None,
        };
        Some(Self::typed(self.name.clone(), vec![edit]))
    }

    /// The same, as a finished step that no further typing joins.
    #[must_use]
    pub(super) fn sealed(mut self) -> Self {
        self.typed = false;
        self
    }
}
