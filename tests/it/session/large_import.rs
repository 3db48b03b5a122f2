//! A large import: in parts, with its progress, and without a trace where it is cancelled.

use bluepencil::annotation::{Annotation, Target};
use bluepencil::article::{Article, Extra};
use bluepencil::document::Document;
use bluepencil::format::native;
use bluepencil::session::{
    Command, Dialog, Event, FileContent, ImportEvent, ImportProgress, ImportStage, Part, Screen,
};
use bluepencil::text::{Span, Utf8};

use super::articles::typed;
use crate::support::build::{article_id, entry, facts, moment, quote};
use crate::support::desk::{Desk, Said, refusal, told};

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
    let at =
        |done| Some(ImportProgress { name: "long.json".to_owned(), stage: ImportStage::Merging, done, total: MANY });
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

/// A desk to which a file is being handed over in parts, all but the last so many of them.
fn reading(mut desk: Desk, name: &str, bytes: &str, all_but: usize) -> (Desk, Vec<Part>) {
    desk.event(Event::Import(ImportEvent::Reading(name.to_owned(), bytes.len())));
    let mut parts: Vec<Part> = FileContent::into_parts(FileContent::of(name, bytes.as_bytes())).collect();
    let last = parts.split_off(parts.len() - all_but);
    for part in parts {
        desk.event(Event::Import(ImportEvent::Part(part)));
    }
    (desk, last)
}

#[test]
fn a_file_that_is_read_in_parts_comes_in_as_one_that_is_read_at_once() {
    let text = "The ferry is late, said the harbour master.";
    for (name, bytes) in [("long.json", file(&long(MANY))), ("few.json", file(&long(3))), ("late.txt", text.to_owned())]
    {
        let mut at_once = Desk::empty();
        at_once.file(name, bytes.clone());
        let (desk, _) = reading(Desk::empty(), name, &bytes, 0);
        assert_eq!(desk.work(), at_once.work(), "{name}");
        assert_eq!((desk.open_title(), desk.session.dialog()), (at_once.open_title(), None), "{name}");
        assert_eq!(desk.session.import_progress(), None, "{name}");
    }
}

#[test]
fn a_file_that_is_refused_elsewhere_is_refused_here_with_the_same_sentence() {
    let (mut desk, last) = reading(Desk::empty(), "broken.json", "{ \"format\": ", 1);
    let said = last.into_iter().flat_map(|part| desk.event(Event::Import(ImportEvent::Part(part)))).collect::<Vec<_>>();
    assert_eq!(refusal(&said), refusal(&Desk::empty().file("broken.json", "{ \"format\": ")));
}

#[test]
fn the_dialog_of_a_large_file_is_there_from_its_first_byte_on_and_cancels_its_reading() {
    let bytes = file(&long(MANY));
    let (mut desk, last) = reading(Desk::empty(), "long.json", &bytes, 2);
    let shown = desk.session.import_progress().expect("it is being read");
    assert_eq!((shown.stage, shown.total - shown.done), (ImportStage::Reading, 2));
    desk.event(Event::DialogClosed);
    for part in last {
        desk.event(Event::Import(ImportEvent::Part(part)));
    }
    let is_large = bytes.len() > 2_000_000;
    assert_eq!((desk.titles().is_empty(), desk.session.dialog()), (is_large, None));
}

#[test]
fn what_comes_in_while_a_large_import_goes_on_waits_for_it() {
    let desk = importing(Desk::empty(), MANY);
    let waits = |event: &Event| !desk.session.takes(event);
    assert!(waits(&Event::File("few.json".to_owned(), Ok(Vec::new()))) && waits(&typed("Second text.", "Second")));
    assert!(!waits(&Event::DialogClosed) && !waits(&Event::Saved { strictly: true }));
}
