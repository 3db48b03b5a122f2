//! Undo and redo, unlimited.

use std::cmp::Reverse;

use super::document::Document;
use super::transaction::{Stale, Transaction};

/// The undo and redo stacks of one article in one tab.
///
/// Each step has an increasing number, which is its key in the stored undo log; steps that differ from the log are tracked.
/// A new action clears the redo stack. To add, undo or redo a step costs what the step holds, however many there are.
///
/// Invariant: the numbers grow along the undo stack, and on from its end down the redo stack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The numbers of steps that were added, changed or removed since the log was written.
    changed: Vec<u64>,
    /// Whether an undo or a redo has moved the position since the log was written.
    moved: bool,
}

/// A transaction and its number.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    number: u64,
    transaction: Transaction,
}

impl History {
    /// The history of a stored undo log: numbered steps in any order, of which those up to `last_done` are done.
    #[must_use]
    pub fn restored(mut steps: Vec<(u64, Transaction)>, last_done: u64) -> Self {
        steps.sort_by_key(|(number, _)| *number);
        let steps = steps.into_iter().map(|(number, transaction)| Step { number, transaction });
        let (done, mut undone): (Vec<Step>, Vec<Step>) = steps.partition(|step| step.number <= last_done);
        undone.reverse();
        Self { done, undone, ..Self::default() }
    }

    /// This history appended to an earlier one of the same article, which was read from storage in the meantime.
    #[must_use]
    pub fn after(self, mut earlier: Self) -> Self {
        for step in self.done {
            earlier.push(step.transaction);
        }
        earlier
    }

    /// Adds a transaction that was just applied. Consecutive typing in one field is coalesced into one step.
    pub fn push(&mut self, transaction: Transaction) {
        let newest = self.undone.first().or(self.done.last()).map_or(0, |step| step.number);
        self.changed.extend(self.undone.drain(..).map(|step| step.number));
        match self.done.last_mut().map(|last| (last.transaction.coalesce(&transaction), last)) {
            Some((Some(joined), last)) => {
                last.transaction = joined;
                self.changed.push(last.number);
            }
            _ => {
                self.done.push(Step { number: newest + 1, transaction });
                self.changed.push(newest + 1);
            }
        }
    }

    /// Stops coalescing into the last step, because a field was left.
    pub fn seal(&mut self) {
        if let Some(Step { number, transaction }) = self.done.pop() {
            self.done.push(Step { number, transaction: transaction.sealed() });
        }
    }

    /// The name of the next action to undo.
    #[must_use]
    pub fn next_undo(&self) -> Option<&str> {
        self.done.last().map(|step| step.transaction.name())
    }

    /// The name of the next action to redo.
    #[must_use]
    pub fn next_redo(&self) -> Option<&str> {
        self.undone.last().map(|step| step.transaction.name())
    }

    /// The number of the last step on the undo stack; zero for an empty one.
    #[must_use]
    pub fn last_done(&self) -> u64 {
        self.done.last().map_or(0, |step| step.number)
    }

    /// Whether the history differs from the stored undo log.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.moved || !self.changed.is_empty()
    }

    /// Every step counts as changed: the stored undo log is gone.
    pub fn write_again(&mut self) {
        self.changed = self.done.iter().chain(&self.undone).map(|step| step.number).collect();
        self.moved = true;
    }

    /// Drains the differences from the stored undo log: steps by number, `None` for a removed one.
    pub fn take_changes(&mut self) -> Vec<(u64, Option<&Transaction>)> {
        self.moved = false;
        let (done, undone) = (&self.done, &self.undone);
        let find = |number: u64| {
            let in_done = done.binary_search_by_key(&number, |step| step.number).ok().and_then(|place| done.get(place));
            let in_undone = || undone.binary_search_by_key(&Reverse(number), |step| Reverse(step.number)).ok();
            in_done.or_else(|| undone.get(in_undone()?))
        };
        self.changed.drain(..).map(|number| (number, find(number).map(|step| &step.transaction))).collect()
    }

    /// Undoes the last action. Returns the document after it and the transaction that was applied; `None` where there is
    /// nothing to undo.
    ///
    /// # Errors
    /// The name of the action, where another tab has changed its records. The step is dropped, so that the action before it can
    /// be undone.
    pub fn undo(&mut self, document: &Document) -> Option<Result<(Document, Transaction), String>> {
        self.moved = true;
        step(&mut self.done, &mut self.undone, &mut self.changed, document, Transaction::inverse)
    }

    /// Redoes the action that was undone last; `None` where there is none.
    ///
    /// # Errors
    /// As for [`Self::undo`].
    pub fn redo(&mut self, document: &Document) -> Option<Result<(Document, Transaction), String>> {
        self.moved = true;
        step(&mut self.undone, &mut self.done, &mut self.changed, document, Transaction::clone)
    }
}

/// Pops a step from one stack, applies its transaction in the given direction, and pushes it to the other stack.
fn step(
    from: &mut Vec<Step>,
    to: &mut Vec<Step>,
    changed: &mut Vec<u64>,
    document: &Document,
    direction: impl Fn(&Transaction) -> Transaction,
) -> Option<Result<(Document, Transaction), String>> {
    let step = from.pop()?;
    let applied = direction(&step.transaction);
    match document.apply(&applied) {
        Ok(next) => {
            to.push(step);
            Some(Ok((next, applied)))
        }
        Err(Stale) => {
            changed.push(step.number);
            Some(Err(step.transaction.name().to_owned()))
        }
    }
}
