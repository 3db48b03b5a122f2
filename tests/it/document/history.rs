//! Undo and redo: all the way back, all the way forth, and typing as one step.

use std::sync::Arc;

use bluepencil::annotation::Annotation;
use bluepencil::document::{Document, Edit, History, Transaction};
use proptest::prelude::*;

use super::{content, walk};
use crate::support::build::{harbour, id, noted};
use crate::support::generate;

/// Takes back everything.
fn undo_all(history: &mut History, mut document: Document) -> Document {
    while let Some(step) = history.undo(&document) {
        document = step.expect("nothing else has changed it").0;
    }
    document
}

/// Does everything again.
fn redo_all(history: &mut History, mut document: Document) -> Document {
    while let Some(step) = history.redo(&document) {
        document = step.expect("nothing else has changed it").0;
    }
    document
}

proptest! {
    #[test]
    fn undoing_everything_gives_the_beginning_and_redoing_it_the_end(
        document in generate::document(), steps in generate::steps()
    ) {
        let (documents, transactions) = walk(document, &steps);
        let (first, last) = (&documents[0], &documents[documents.len() - 1]);
        let mut history = History::default();
        transactions.into_iter().for_each(|transaction| history.push(transaction));
        let back = undo_all(&mut history, last.clone());
        prop_assert_eq!(content(&back), content(first));
        prop_assert_eq!(content(&redo_all(&mut history, back)), content(last));
    }

    #[test]
    fn every_undo_is_the_document_one_step_before(document in generate::document(), steps in generate::steps()) {
        let (documents, transactions) = walk(document, &steps);
        let mut history = History::default();
        transactions.into_iter().for_each(|transaction| history.push(transaction));
        let mut here = documents[documents.len() - 1].clone();
        for expected in documents.iter().rev().skip(1) {
            here = history.undo(&here).expect("there is a step").expect("it fits").0;
            prop_assert_eq!(content(&here), content(expected));
        }
        prop_assert!(history.undo(&here).is_none());
    }
}

/// A document on which notes are typed.
struct Typing {
    document: Document,
    history: History,
}

impl Typing {
    fn new() -> Self {
        Self { document: harbour(1, &["close", "flag"]), history: History::default() }
    }

    fn commit(&mut self, transaction: Transaction) {
        self.document = self.document.apply(&transaction).expect("it fits");
        self.history.push(transaction);
    }

    /// Types one letter more into a note.
    fn type_letter(&mut self, number: u64, letter: char) {
        let before = self.document.annotation(id(number)).cloned().expect("it is there");
        let after = Annotation { note: format!("{}{letter}", before.note), ..(*before).clone() };
        let edit = Edit::annotation(Some(before), Some(Arc::new(after)));
        self.commit(Transaction::typed("note changed", vec![edit]));
    }

    /// Types one letter more into the title.
    fn type_title(&mut self, letter: char) {
        let before = Arc::clone(&self.document.article().details);
        let mut after = (*before).clone();
        after.title.push(letter);
        let edit = Edit::Details { before, after: Arc::new(after) };
        self.commit(Transaction::typed("title changed", vec![edit]));
    }

    fn undo(&mut self) {
        self.document = self.history.undo(&self.document).expect("there is a step").expect("it fits").0;
    }

    fn redo(&mut self) {
        self.document = self.history.redo(&self.document).expect("there is a step").expect("it fits").0;
    }

    fn note(&self, number: u64) -> &str {
        &self.document.annotation(id(number)).expect("it is there").note
    }
}

#[test]
fn what_is_typed_without_leaving_a_note_is_taken_back_in_one_step() {
    let mut typing = Typing::new();
    "look again".chars().for_each(|letter| typing.type_letter(1, letter));
    typing.undo();
    assert_eq!((typing.note(1), typing.history.next_undo()), ("", None));
}

#[test]
fn what_was_typed_comes_back_in_one_step() {
    let mut typing = Typing::new();
    "look again".chars().for_each(|letter| typing.type_letter(1, letter));
    typing.undo();
    typing.redo();
    assert_eq!(typing.note(1), "look again");
}

#[test]
fn what_is_typed_into_a_title_is_one_step_too() {
    let mut typing = Typing::new();
    "!?".chars().for_each(|letter| typing.type_title(letter));
    typing.undo();
    assert_eq!(typing.document.article().details.title, "Harbour talks");
}

#[test]
fn after_a_field_was_left_typing_is_a_step_of_its_own() {
    let mut typing = Typing::new();
    typing.type_letter(1, 'a');
    typing.history.seal();
    typing.type_letter(1, 'b');
    typing.undo();
    assert_eq!(typing.note(1), "a");
}

#[test]
fn typing_in_another_note_is_a_step_of_its_own() {
    let mut typing = Typing::new();
    typing.type_letter(1, 'a');
    typing.type_letter(2, 'b');
    typing.undo();
    assert_eq!((typing.note(1), typing.note(2)), ("a", ""));
}

#[test]
fn typing_in_another_kind_of_field_is_a_step_of_its_own() {
    let mut typing = Typing::new();
    typing.type_title('!');
    typing.type_letter(1, 'a');
    typing.undo();
    assert_eq!((typing.note(1), typing.document.article().details.title.as_str()), ("", "Harbour talks!"));
}

#[test]
fn typing_does_not_join_a_change_that_was_not_typed() {
    let mut typing = Typing::new();
    let before = typing.document.annotation(id(1)).cloned().expect("it is there");
    let after = Annotation { note: "set".to_owned(), ..(*before).clone() };
    typing.commit(Transaction::changed("note changed", &before, after));
    typing.type_letter(1, '!');
    typing.undo();
    assert_eq!(typing.note(1), "set");
}

#[test]
fn a_new_change_forgets_what_was_taken_back() {
    let mut typing = Typing::new();
    typing.type_letter(1, 'a');
    typing.undo();
    typing.type_letter(2, 'b');
    assert_eq!(typing.history.next_redo(), None);
}

#[test]
fn history_names_what_it_would_take_back_and_do_again() {
    let mut typing = Typing::new();
    typing.type_title('!');
    typing.type_letter(1, 'a');
    typing.undo();
    assert_eq!((typing.history.next_undo(), typing.history.next_redo()), (Some("title changed"), Some("note changed")));
}

#[test]
fn an_undo_that_does_not_fit_any_more_is_refused_and_makes_way_for_the_one_before() {
    let mut typing = Typing::new();
    typing.type_letter(2, 'b');
    typing.type_letter(1, 'a');
    typing.document = noted(&typing.document, 1, "other");
    let refused = typing.history.undo(&typing.document).expect("there is a step");
    assert_eq!(refused.expect_err("it does not fit"), "note changed");
    typing.undo();
    assert_eq!((typing.note(1), typing.note(2)), ("other", ""));
}

#[test]
fn a_redo_that_does_not_fit_any_more_is_refused_and_makes_way() {
    let mut typing = Typing::new();
    typing.type_letter(1, 'a');
    typing.undo();
    typing.document = noted(&typing.document, 1, "other");
    assert!(typing.history.redo(&typing.document).expect("there is a step").is_err());
    assert!(typing.history.redo(&typing.document).is_none());
}

#[test]
fn typing_that_another_tab_has_come_between_is_a_step_of_its_own() {
    let mut typing = Typing::new();
    typing.type_letter(1, 'a');
    typing.document = noted(&typing.document, 1, "other");
    typing.type_letter(1, 'b');
    typing.undo();
    assert_eq!(typing.note(1), "other");
}
