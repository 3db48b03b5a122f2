//! Undo and redo, without limit.

use super::document::Document;
use super::transaction::{Stale, Transaction};

/// What was done in an article by one user, in order, and what was taken back.
///
/// Each step has a number, which grows and under which storage keeps it; what was changed since storage was told is
/// remembered with it. A new action forgets what was taken back before it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The numbers of steps that storage does not know as they are now, or does not know to be gone.
    changed: Vec<u64>,
    /// Another step is the last that is done.
    moved: bool,
}

/// An action and its number.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    number: u64,
    transaction: Transaction,
}

impl History {
    /// The history that storage has kept: steps by their numbers, in any order, of which those up to `last_done` are done.
    #[must_use]
    pub fn restored(mut steps: Vec<(u64, Transaction)>, last_done: u64) -> Self {
        steps.sort_by_key(|(number, _)| *number);
        let mut history = Self::default();
        for (number, transaction) in steps {
            let step = Step { number, transaction };
            if number <= last_done { history.done.push(step) } else { history.undone.insert(0, step) }
        }
        history
    }

    /// This history after an earlier one of the same article, which storage has handed over only now.
    #[must_use]
    pub fn after(self, mut earlier: Self) -> Self {
        for step in self.done {
            earlier.push(step.transaction);
        }
        earlier
    }

    /// Remembers a transaction that was just applied. Typing that goes on in the same field is one step with what was
    /// typed before.
    pub fn push(&mut self, transaction: Transaction) {
        let newest = self.done.iter().chain(&self.undone).map(|step| step.number).max().unwrap_or(0);
        self.changed.extend(self.undone.drain(..).map(|step| step.number));
        match self.done.last_mut().map(|last| (last.transaction.typed_on(&transaction), last)) {
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

    /// Ends the step that is being typed: a field was left.
    pub fn seal(&mut self) {
        if let Some(Step { number, transaction }) = self.done.pop() {
            self.done.push(Step { number, transaction: transaction.sealed() });
        }
    }

    /// The name of what undo would take back.
    #[must_use]
    pub fn next_undo(&self) -> Option<&str> {
        self.done.last().map(|step| step.transaction.name())
    }

    /// The name of what redo would do again.
    #[must_use]
    pub fn next_redo(&self) -> Option<&str> {
        self.undone.last().map(|step| step.transaction.name())
    }

    /// The number of the last step that is done; zero where none is.
    #[must_use]
    pub fn last_done(&self) -> u64 {
        self.done.last().map_or(0, |step| step.number)
    }

    /// Whether there is anything that storage does not know yet.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.moved || !self.changed.is_empty()
    }

    /// What storage does not know yet: steps by number, `None` where one is gone. It is taken to know them from now on.
    pub fn take_changes(&mut self) -> Vec<(u64, Option<&Transaction>)> {
        self.moved = false;
        let (done, undone) = (&self.done, &self.undone);
        let find = |number| done.iter().rev().chain(undone).find(|step| step.number == number);
        self.changed.drain(..).map(|number| (number, find(number).map(|step| &step.transaction))).collect()
    }

    /// Takes back the newest action. Gives the document after it and the transaction that was applied; `None` where
    /// there is nothing to take back.
    ///
    /// # Errors
    /// The name of the action where its records have changed in another tab meanwhile. It is forgotten then: what was done
    /// there must not be taken back here, and the action before it can be.
    pub fn undo(&mut self, document: &Document) -> Option<Result<(Document, Transaction), String>> {
        self.moved = true;
        step(&mut self.done, &mut self.undone, &mut self.changed, document, Transaction::inverse)
    }

    /// Does the action again that was taken back last; `None` where there is none.
    ///
    /// # Errors
    /// As for undo.
    pub fn redo(&mut self, document: &Document) -> Option<Result<(Document, Transaction), String>> {
        self.moved = true;
        step(&mut self.undone, &mut self.done, &mut self.changed, document, Transaction::clone)
    }
}

/// Moves the newest step of one stack to the other, after applying it in the form that `direction` gives.
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
