//! Documents: what a transaction does can be taken back, what is stale is refused, and the order never breaks.

mod history;
mod index;
mod inline_runs;
mod model;
mod reading_order;
mod restoration;
mod sharing;

use std::sync::Arc;

use bluepencil::annotation::{Annotation, Label};
use bluepencil::article::{Article, BlockKind};
use bluepencil::document::{Document, Edit, Stale, Transaction};
use bluepencil::text::{Utf8, Utf16};
use proptest::prelude::*;

use crate::support::build::{article_id, deleted, facts, harbour, id, noted, quote};
use crate::support::{generate, invariant};

/// What a document says, without how often it has changed.
fn content(document: &Document) -> (Article, Vec<Annotation>) {
    (document.article().clone(), document.annotations().cloned().collect())
}

/// The documents that come of doing steps one after another, with the transactions that led there.
fn walk(document: Document, steps: &[generate::Step]) -> (Vec<Document>, Vec<Transaction>) {
    let (mut documents, mut transactions) = (vec![document], Vec::new());
    for (step, number) in steps.iter().zip(500..) {
        let here = &documents[documents.len() - 1];
        let Some(transaction) = step.transaction(here, number) else { continue };
        documents.push(here.apply(&transaction).expect("the step fits"));
        transactions.push(transaction);
    }
    (documents, transactions)
}

proptest! {
    #[test]
    fn a_change_and_its_inverse_are_nothing(document in generate::document(), steps in generate::steps()) {
        let (documents, transactions) = walk(document, &steps);
        for ((before, after), transaction) in documents.iter().zip(&documents[1..]).zip(&transactions) {
            let back = after.apply(&transaction.inverse()).expect("the inverse fits");
            prop_assert_eq!(content(&back), content(before));
        }
    }

    #[test]
    fn a_change_and_its_inverse_are_two_newer_revisions(document in generate::document(), steps in generate::steps()) {
        let (documents, transactions) = walk(document, &steps);
        for ((before, after), transaction) in documents.iter().zip(&documents[1..]).zip(&transactions) {
            let back = after.apply(&transaction.inverse()).expect("the inverse fits");
            let revisions = [before, after, &back].map(|document| match transaction.edits()[0].annotation_id() {
                Some(id) => document.revision(id),
                None => document.article_revision(),
            });
            prop_assert!(revisions.is_sorted_by(|one, other| one < other), "{:?}", revisions);
        }
    }

    #[test]
    fn a_change_leaves_every_other_annotation_as_it_was(document in generate::document(), steps in generate::steps()) {
        let (documents, transactions) = walk(document, &steps);
        for ((before, after), transaction) in documents.iter().zip(&documents[1..]).zip(&transactions) {
            let changed = transaction.edits()[0].annotation_id();
            let others = |document: &Document| {
                let entries = document.entries().iter().filter(|entry| Some(entry.annotation.id) != changed);
                entries.cloned().collect::<Vec<_>>()
            };
            prop_assert_eq!(others(after), others(before));
        }
    }

    #[test]
    fn every_document_keeps_its_promises(document in generate::document(), steps in generate::steps()) {
        walk(document, &steps).0.iter().for_each(invariant::holds);
    }

    #[test]
    fn a_change_of_what_has_changed_since_is_refused(document in generate::document(), step in generate::steps()) {
        for step in &step {
            let Some(transaction) = step.transaction(&document, 500) else { continue };
            let once = document.apply(&transaction).expect("the step fits");
            if content(&once) != content(&document) {
                prop_assert_eq!(once.apply(&transaction).map(|document| facts(&document)), Err(Stale));
            }
        }
    }
}

fn removal(document: &Document, number: u64) -> Edit {
    Edit::annotation(document.annotation(id(number)).cloned(), None)
}

#[test]
fn of_a_transaction_with_one_stale_edit_nothing_is_applied() {
    let old = harbour(1, &["close", "flag"]);
    let new = noted(&old, 2, "checked");
    let transaction = Transaction::new("both deleted", vec![removal(&new, 1), removal(&old, 2)]);
    assert_eq!(new.apply(&transaction).map(|document| facts(&document)), Err(Stale));
}

#[test]
fn an_annotation_with_the_id_of_one_that_is_there_is_refused() {
    let document = harbour(1, &["close"]);
    let again = quote(1, &document.article().text, "flag");
    assert!(document.apply(&Transaction::added("marked", again)).is_err());
}

/// The addition of quotes with these ids.
fn additions(document: &Document, ids: impl IntoIterator<Item = u64>) -> Vec<Edit> {
    let quotes = ids.into_iter().map(|number| quote(number, &document.article().text, "flag"));
    quotes.map(|quote| Edit::annotation(None, Some(Arc::new(quote)))).collect()
}

#[test]
fn among_many_additions_the_id_of_one_that_is_there_is_refused() {
    let document = harbour(1, &["close"]);
    assert!(document.apply(&Transaction::new("imported", additions(&document, 2..40))).is_ok());
    assert!(document.apply(&Transaction::new("imported", additions(&document, (2..40).chain([1])))).is_err());
}

#[test]
fn among_many_additions_an_id_that_comes_twice_is_refused() {
    let document = harbour(1, &["close"]);
    assert!(document.apply(&Transaction::new("imported", additions(&document, (2..40).chain([7])))).is_err());
}

#[test]
fn among_many_changes_an_annotation_can_go_and_come_back() {
    let document = harbour(1, &["close"]);
    let mut edits = additions(&document, 2..40);
    edits.push(removal(&document, 1));
    edits.extend(additions(&document, [1]));
    let after = document.apply(&Transaction::new("imported", edits)).expect("it fits");
    assert_eq!((after.annotations().count(), after.revision(id(1))), (39, 3));
}

#[test]
fn deleting_what_is_deleted_already_is_refused() {
    let document = harbour(1, &["close"]);
    let gone = deleted(&document, 1);
    assert!(gone.apply(&Transaction::new("deleted", vec![removal(&document, 1)])).is_err());
}

#[test]
fn the_kind_of_a_block_that_does_not_exist_cannot_be_changed() {
    let document = harbour(1, &[]);
    let edit = Edit::BlockKind { block: 4, before: BlockKind::Paragraph, after: BlockKind::Heading };
    assert!(document.apply(&Transaction::new("changed", vec![edit])).is_err());
}

#[test]
fn details_that_have_changed_since_are_not_overwritten() {
    let document = harbour(1, &[]);
    let before = Arc::new(bluepencil::article::Details::default());
    let edit = Edit::Details { after: Arc::clone(&before), before };
    assert!(document.apply(&Transaction::new("changed", vec![edit])).is_err());
}

#[test]
fn an_annotation_that_comes_back_is_newer_than_its_deletion() {
    let document = harbour(3, &["close"]);
    let annotation = (**document.annotation(id(1)).expect("it is there")).clone();
    let back = deleted(&document, 1).apply(&Transaction::added("marked", annotation)).expect("it fits");
    assert_eq!((back.revision(id(1)), back.removed(id(1))), (5, None));
}

#[test]
fn a_change_brings_an_annotation_to_the_revision_that_a_file_says() {
    let document = harbour(3, &["close"]);
    let before = document.annotation(id(1)).cloned();
    let edit = Edit::Annotation { after: before.clone(), before, at_least: 9 };
    let after = document.apply(&Transaction::new("imported", vec![edit])).expect("it fits");
    assert_eq!(after.revision(id(1)), 9);
}

#[test]
fn annotations_of_one_place_stand_by_label_and_then_by_id() {
    let mut document = harbour(1, &[]);
    for (number, label) in [(4, "quote"), (3, "quote"), (2, "claim"), (9, "caption")] {
        let label = Label::parse(label).expect("a label");
        let annotation = Annotation { label, ..quote(number, &document.article().text, "close") };
        document = document.apply(&Transaction::added("marked", annotation)).expect("it fits");
    }
    let ids: Vec<_> = document.annotations().map(|annotation| annotation.id).collect();
    assert_eq!(ids, [9, 2, 3, 4].map(id));
}

#[test]
fn a_place_in_a_block_is_counted_from_its_start_in_utf_16() {
    let article = Article::from_plain(article_id(1), "Ferry 🚢\n\nA 🚢 sails", "");
    let sails = article.text.as_str().find("sails").expect("it is there");
    assert_eq!(Document::new(article).utf16_in_block(1, Utf8::at(sails)), Some(Utf16(5)));
}

#[test]
fn a_place_before_a_block_is_none_in_it() {
    let document = harbour(1, &[]);
    assert_eq!(document.utf16_in_block(1, Utf8(0)), None);
}
