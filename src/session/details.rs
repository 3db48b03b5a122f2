//! The article's own record: title, byline, date, source, and the kinds of its blocks.

use std::sync::Arc;

use super::effect::{Detail, Effect};
use super::{Session, Stamp};
use crate::article::BlockKind;
use crate::document::{Edit, Transaction};

impl Session {
    /// Changes a detail. What is typed without leaving the field is one step.
    pub(super) fn detail(&mut self, detail: Detail, value: String, stamp: &Stamp<'_>) -> Vec<Effect> {
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
    pub(super) fn block_kind(&mut self, block: usize, kind: BlockKind, stamp: &Stamp<'_>) -> Vec<Effect> {
        let Some(before) = self.document().and_then(|document| document.article().blocks.get(block)) else {
            return Vec::new();
        };
        let before = before.kind;
        if before == kind {
            return Vec::new();
        }
        let name = format!("{} set as {}", before.name(), kind.name());
        let told = format!("Block {} is a {} now.", block + 1, kind.name());
        self.commit(Transaction::new(name, vec![Edit::BlockKind { block, before, after: kind }]), stamp, told)
    }
}
