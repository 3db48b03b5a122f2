//! Transactions: the changes of one user action, and their inverses.

use std::sync::Arc;

use super::revision::Revision;
use crate::annotation::{Annotation, AnnotationId};
use crate::article::{ArticleId, BlockKind, Details};

/// The change of one record, with its states before and after. The inverse swaps the two.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// An annotation is added (no `before`), removed (no `after`) or replaced.
    Annotation {
        /// The expected current state.
        before: Option<Arc<Annotation>>,
        /// The state afterwards.
        after: Option<Arc<Annotation>>,
        /// The minimum revision afterwards: that of an imported file, and zero for actions.
        at_least: Revision,
    },
    /// The metadata of the article.
    Details {
        /// The expected current state.
        before: Arc<Details>,
        /// The state afterwards.
        after: Arc<Details>,
    },
    /// The kind of one block.
    BlockKind {
        /// The index of the block.
        block: usize,
        /// The expected current kind.
        before: BlockKind,
        /// The kind afterwards.
        after: BlockKind,
    },
}

impl Edit {
    /// A change of an annotation by an action.
    #[must_use]
    pub fn annotation(before: Option<Arc<Annotation>>, after: Option<Arc<Annotation>>) -> Self {
        Self::Annotation { before, after, at_least: 0 }
    }

    /// The inverse change.
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

/// The error of a transaction that was not applied, because a record is not in the expected state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale;

/// The changes of one user action: applied atomically, undone in one step, saved in one batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    name: String,
    edits: Vec<Edit>,
    typed: bool,
    elsewhere: Vec<(ArticleId, Self)>,
}

impl Transaction {
    /// Edits in order, with a name that continues "Undone: ", such as "quote marked".
    pub fn new(name: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { name: name.into(), edits, typed: false, elsewhere: Vec::new() }
    }

    /// Edits by typing in a text field, which history coalesces until the field is left.
    pub fn typed(name: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { name: name.into(), edits, typed: true, elsewhere: Vec::new() }
    }

    /// Adds the parts of the action in other articles, which are undone and redone together with this one.
    #[must_use]
    pub fn with_elsewhere(self, elsewhere: Vec<(ArticleId, Self)>) -> Self {
        Self { elsewhere, ..self }
    }

    /// Adds an annotation.
    pub fn added(name: impl Into<String>, annotation: Annotation) -> Self {
        Self::new(name, vec![Edit::annotation(None, Some(Arc::new(annotation)))])
    }

    /// Replaces an annotation.
    pub fn changed(name: impl Into<String>, before: &Arc<Annotation>, after: Annotation) -> Self {
        Self::new(name, vec![Edit::annotation(Some(Arc::clone(before)), Some(Arc::new(after)))])
    }

    /// Removes an annotation.
    pub fn removed(name: impl Into<String>, before: &Arc<Annotation>) -> Self {
        Self::new(name, vec![Edit::annotation(Some(Arc::clone(before)), None)])
    }

    /// The name, which continues "Undone: ".
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The edits in order.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// The parts of the action in other articles. A document applies its own edits only.
    #[must_use]
    pub fn elsewhere(&self) -> &[(ArticleId, Self)] {
        &self.elsewhere
    }

    /// The inverse transaction.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self {
            name: self.name.clone(),
            edits: self.edits.iter().rev().map(Edit::inverse).collect(),
            typed: self.typed,
            elsewhere: self.elsewhere.iter().map(|(article, part)| (*article, part.inverse())).collect(),
        }
    }

    /// This transaction and a following one as one step, from the first state to the last. `None` where they are not typing
    /// in the same field, or another tab has changed the record between them.
    #[must_use]
    pub(super) fn coalesce(&self, next: &Self) -> Option<Self> {
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

    /// The same, excluded from coalescing.
    #[must_use]
    pub(super) fn sealed(mut self) -> Self {
        self.typed = false;
        self
    }
}
