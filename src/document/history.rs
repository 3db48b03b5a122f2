//! Undo and redo, without limit.

use super::{Document, Stale, Transaction};

/// What was done in this article, in order, and what was taken back.
///
/// Limitation: it holds the actions of this page since it was opened. A new action forgets what was taken back before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: Vec<Transaction>,
    undone: Vec<Transaction>,
}

impl History {
    /// Remembers a transaction that was just applied. Typing that goes on in the same field is one step with what was
    /// typed before.
    pub fn push(&mut self, transaction: Transaction) {
        let joined = self.done.last().and_then(|last| last.typed_on(&transaction));
        match (joined, self.done.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => self.done.push(transaction),
        }
        self.undone.clear();
    }

    /// Ends the step that is being typed: a field was left.
    pub fn seal(&mut self) {
        if let Some(last) = self.done.pop() {
            self.done.push(last.sealed());
        }
    }

    /// The name of what undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&str> {
        self.done.last().map(Transaction::name)
    }

    /// The name of what redo would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&str> {
        self.undone.last().map(Transaction::name)
    }

    /// Takes back the newest action. Gives the document after it and the transaction that was applied; `None` where
    /// there is nothing to take back.
    ///
    /// # Errors
    /// The name of the action where its records have changed in another tab meanwhile. It is forgotten then: what was done
    /// there must not be taken back here, and the action before it can be.
    pub fn undo(&mut self, document: &Document) -> Option<Result<(Document, Transaction), String>> {
        step(&mut self.done, &mut self.undone, document, Transaction::inverse)
    }

    /// Does the action again that was taken back last; `None` where there is none.
    ///
    /// # Errors
    /// As for undo.
    pub fn redo(&mut self, document: &Document) -> Option<Result<(Document, Transaction), String>> {
        step(&mut self.undone, &mut self.done, document, Transaction::clone)
    }
}

/// Moves the newest transaction of one stack to the other, after applying it in the form that `direction` gives.
fn step(
    from: &mut Vec<Transaction>,
    to: &mut Vec<Transaction>,
    document: &Document,
    direction: impl Fn(&Transaction) -> Transaction,
) -> Option<Result<(Document, Transaction), String>> {
    let transaction = from.pop()?;
    let applied = direction(&transaction);
    match document.apply(&applied) {
        Ok(next) => {
            to.push(transaction);
            Some(Ok((next, applied)))
        }
        Err(Stale) => Some(Err(transaction.name().to_owned())),
    }
}
