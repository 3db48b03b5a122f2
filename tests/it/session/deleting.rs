//! Deleting articles, and bringing them back.

use bluepencil::session::{Command, Event, Screen};
use bluepencil::store::Key;

use super::articles::typed;
use crate::support::build::{article_id, facts, harbour};
use crate::support::desk::{Desk, Said, refusal, told};

/// A desk on which the harbour article has been deleted, and a second one is left.
fn without_harbour(harbour_is_open: bool) -> Desk {
    let mut desk = Desk::with(&[&harbour(3, &["close", "flag"])]);
    if !harbour_is_open {
        desk.event(typed("Second text.", "Second"));
    }
    desk.event(Event::DeleteArticle(article_id(1)));
    desk
}

fn records_of_harbour(desk: &Desk) -> usize {
    let prefix = Key::prefix(article_id(1));
    desk.storage.keys().filter(|key| key.starts_with(&prefix)).count()
}

#[test]
fn a_deleted_article_leaves_only_the_word_that_it_is_gone() {
    for open in [true, false] {
        let desk = without_harbour(open);
        assert_eq!(records_of_harbour(&desk), 1, "open: {open}");
        assert!(desk.storage[&Key::Article(article_id(1)).to_string()].ends_with("\nnull"));
    }
}

#[test]
fn a_deleted_article_is_not_listed_and_the_library_is_shown() {
    let desk = without_harbour(false);
    assert_eq!((desk.titles(), desk.session.screen()), (vec!["Second"], Screen::Library));
}

#[test]
fn a_deletion_is_told_and_undo_is_offered() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let said = desk.event(Event::DeleteArticle(article_id(1)));
    assert_eq!(said, [Said::Told("Deleted: “Harbour talks”.".to_owned(), Some(Command::Undo))]);
}

#[test]
fn deleting_another_article_leaves_the_open_one_open() {
    assert_eq!(without_harbour(false).open_title(), "Second");
}

#[test]
fn undo_in_the_library_brings_back_every_record_of_a_deleted_article() {
    for open in [true, false] {
        let mut desk = without_harbour(open);
        assert_eq!(told(&desk.command(Command::Undo)), "Undone: “Harbour talks” is back.");
        // It is newer than its deletion, so that no tier of storage takes it away again.
        let back = harbour(3, &["close", "flag"]).at_least(3);
        assert_eq!(facts(&desk.stored(article_id(1))), facts(&back), "open: {open}");
    }
}

#[test]
fn a_deleted_article_comes_back_at_its_place_in_the_library() {
    let mut desk = without_harbour(false);
    desk.command(Command::Undo);
    assert_eq!(desk.titles(), ["Harbour talks", "Second"]);
    assert_eq!(desk.reloaded().titles(), ["Harbour talks", "Second"]);
}

#[test]
fn a_deleted_article_comes_back_once() {
    let mut desk = without_harbour(true);
    desk.command(Command::Undo);
    assert_eq!(refusal(&desk.command(Command::Undo)), "There is nothing to undo in the library.");
}

#[test]
fn undo_in_the_reader_does_not_bring_an_article_back() {
    let mut desk = without_harbour(false);
    desk.event(Event::Address(bluepencil::session::Route::Article(desk.document().article().id, None)));
    assert_eq!(refusal(&desk.command(Command::Undo)), "There is nothing to undo.");
    assert_eq!(desk.titles(), ["Second"]);
}

#[test]
fn an_article_that_was_imported_again_is_not_brought_back_a_second_time() {
    let exported = Desk::with(&[&harbour(3, &["close", "flag"])]).exported();
    let mut desk = without_harbour(true);
    desk.file("talks.json", exported);
    desk.command(Command::Library);
    desk.command(Command::Undo);
    assert_eq!(desk.titles(), ["Harbour talks"]);
}

#[test]
fn an_article_that_cannot_be_read_is_not_deleted() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.event(typed("Second text.", "Second"));
    let key = Key::Text(article_id(1)).to_string();
    desk.storage.insert(key.clone(), "garbage".to_owned());
    let said = desk.event(Event::DeleteArticle(article_id(1)));
    let sentence = refusal(&said);
    assert!(sentence.starts_with("This article was not deleted, because what is stored of it could not be read: "));
    assert!(desk.storage.contains_key(&key));
}
