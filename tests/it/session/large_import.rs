//! A large import: in parts, with its progress, and without a trace where it is cancelled.

use bluepencil::annotation::{Annotation, Target};
use bluepencil::article::{Article, Extra};
use bluepencil::document::Document;
use bluepencil::format::native;
use bluepencil::session::{Command, Dialog, Event, ImportEvent, ImportProgress, Screen};
use bluepencil::text::{Span, Utf8};

use super::articles::typed;
use crate::support::build::{article_id, entry, facts, moment, quote};
use crate::support::desk::{Desk, Said, told};

/// More annotations than are merged at once.
const MANY: usize = 2_500;
const SENTENCE: &str = "The harbour master of Farwater spoke again. ";

/// An article with so many annotations, one on each of its sentences.
fn long(marks: usize) -> Document {
    let article = Article::from_plain(article_id(1), &SENTENCE.repeat(MANY), "Harbour");
    let marked = |number: usize| {
        let start = number * SENTENCE.len();
        let span = Span::covering(&article.text, Utf8::at(start + 4), Utf8::at(start + 18)).expect("words");
        let words = quote(number as u64 + 1, &article.text, "harbour master");
        entry(Annotation { target: Target::one(span), ..words }, 1)
    };
    let entries = (0..marks).map(marked).collect();
    Document::restored(article, 1, entries, [])
}

fn file(document: &Document) -> String {
    native::write(&[document], &Extra::default(), &moment())
}

/// A desk in which a file waits for its next turn.
fn importing(mut desk: Desk, marks: usize) -> Desk {
    desk.holds_import = true;
    desk.file("long.json", file(&long(marks)));
    assert_eq!(desk.session.dialog(), Some(Dialog::Import));
    desk
}

fn go_on(desk: &mut Desk) -> Vec<Said> {
    desk.event(Event::Import(ImportEvent::Continue))
}

#[test]
fn a_large_file_comes_in_as_a_small_one_does() {
    let mut desk = Desk::empty();
    let said = desk.file("long.json", file(&long(MANY)));
    assert_eq!(told(&said), "Imported long.json: 1 new article, 2500 annotations added.");
    assert_eq!((desk.session.dialog(), desk.session.screen()), (None, Screen::Reader));
    assert_eq!(facts(desk.document()), facts(&long(MANY)));
    assert_eq!(facts(&desk.stored(article_id(1))), facts(&long(MANY)));
}

#[test]
fn nothing_is_shown_or_stored_before_all_of_it_is_merged() {
    let mut before = Desk::empty();
    before.event(typed("Second text.", "Second"));
    let (work, titles) = (before.work(), before.titles().len());
    let mut desk = importing(before, MANY);
    while go_on(&mut desk).is_empty() {
        let is_over = desk.session.dialog().is_none();
        assert!(is_over || (desk.work() == work && desk.titles().len() == titles && desk.open_title() == "Second"));
        if is_over {
            break;
        }
    }
    assert_eq!(desk.document().entries().len(), MANY);
}

#[test]
fn its_progress_is_told_in_annotations() {
    let mut desk = importing(Desk::empty(), MANY);
    let progress = |desk: &Desk| desk.session.import_progress();
    let at = |done| Some(ImportProgress { name: "long.json".to_owned(), done, total: MANY });
    assert_eq!(progress(&desk), at(0));
    go_on(&mut desk);
    go_on(&mut desk);
    assert_eq!(progress(&desk), at(200));
}

#[test]
fn a_cancelled_import_leaves_no_trace() {
    for parts in [0, 1, 5, 12] {
        let mut before = Desk::with(&[&long(3)]);
        before.event(typed("Second text.", "Second"));
        let (work, titles) = (before.work(), before.titles().len());
        let mut desk = importing(before, MANY);
        (0..parts).for_each(|_| drop(go_on(&mut desk)));
        let said = desk.event(Event::DialogClosed);
        assert_eq!(told(&said), "The import of long.json was cancelled. Nothing was changed.");
        go_on(&mut desk);
        assert_eq!((desk.work(), desk.titles().len(), desk.session.import_progress()), (work, titles, None), "{parts}");
    }
}

#[test]
fn a_large_import_into_the_open_article_is_one_step_of_undo() {
    let mut desk = Desk::with(&[&long(3)]);
    let said = desk.file("long.json", file(&long(MANY)));
    assert_eq!(told(&said), "Imported long.json: 2497 annotations added, 3 the same.");
    desk.command(Command::Undo);
    assert_eq!(desk.document().entries().len(), 3);
    desk.command(Command::Redo);
    assert_eq!(desk.document().entries().len(), MANY);
}

#[test]
fn what_another_tab_changes_meanwhile_is_merged_with() {
    let mut other = Desk::with(&[&long(3)]);
    other.command(Command::NextAnnotation);
    other.command(Command::DeleteAnnotation);
    let mut desk = importing(Desk::with(&[&long(3)]), MANY);
    go_on(&mut desk);
    let heard = other.records().map(|(key, value)| (key.to_owned(), Some(value.to_owned())));
    desk.event(Event::Received(heard.collect()));
    desk.holds_import = false;
    let said = go_on(&mut desk);
    assert_eq!(told(&said), "Imported long.json: 2497 annotations added, 1 brought back, 2 the same.");
    assert_eq!(desk.document().entries().len(), MANY);
}

#[test]
fn an_article_of_a_file_that_was_not_here_is_deleted_by_undo_and_brought_back_by_the_next() {
    let mut desk = Desk::empty();
    desk.event(typed("Second text.", "Second"));
    desk.file("long.json", file(&long(MANY)));
    desk.command(Command::Undo);
    assert_eq!((desk.titles(), desk.session.screen()), (vec!["Second"], Screen::Library));
    desk.command(Command::Undo);
    assert_eq!(facts(&desk.stored(article_id(1))).entries.len(), MANY);
}
