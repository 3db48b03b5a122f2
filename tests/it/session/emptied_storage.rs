//! Storage that was emptied from outside: the session gives back all that it holds, and says what is gone.

use std::collections::BTreeMap;

use bluepencil::session::{BackupFileEvent, Collecting, Command, DeskFileEvent, DraftEvent, Event, Route, Screen};
use bluepencil::store::draft::QUICK_BYTES;
use bluepencil::store::{Key, Preferences, Theme, batch};

use crate::session::articles::typed;
use crate::support::build::{article_id, facts, harbour, id};
use crate::support::desk::{Desk, Said, told};

/// A desk with three articles, of which the first is open, with two marks of which one was deleted.
fn desk() -> Desk {
    let mut desk = Desk::with(&[&harbour(1, &["close", "flag"])]);
    desk.event(typed("Second text.", "Second"));
    desk.event(typed("Third text.", "Third"));
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    desk.command_at(Command::MarkClaim, "not done");
    desk.event(Event::Choose(id(1)));
    desk.command(Command::DeleteAnnotation);
    desk
}

/// Everything that is stored goes, and the page finds that out.
fn emptied(desk: &mut Desk) -> Vec<Said> {
    desk.storage.clear();
    desk.strict.clear();
    desk.event(Event::StorageEmptied)
}

/// The one alert beside which the open article can be exported.
fn urged(said: &[Said]) -> &str {
    match said {
        [Said::UrgeExport(sentence)] => sentence,
        _ => panic!("one alert with an export: {said:?}"),
    }
}

#[test]
fn the_open_article_is_written_again_with_its_marks_and_its_tombstones() {
    let mut desk = desk();
    let before = facts(desk.document());
    assert_eq!(before.removed.len(), 1);
    emptied(&mut desk);
    assert_eq!(facts(&desk.stored(article_id(1))), before);
    assert_eq!(facts(desk.reloaded().document()), before);
}

#[test]
fn what_can_be_undone_in_the_open_article_is_written_again() {
    let mut desk = desk();
    emptied(&mut desk);
    let mut again = desk.reloaded();
    assert_eq!(again.session.next_undo(), Some("quote removed"));
    again.command(Command::Undo);
    assert_eq!(again.session.next_undo(), Some("claim marked"));
    assert_eq!(again.session.next_redo(), Some("quote removed"));
}

#[test]
fn what_was_undone_can_be_done_again() {
    let mut desk = desk();
    desk.command(Command::Undo);
    emptied(&mut desk);
    assert_eq!(desk.reloaded().session.next_redo(), Some("quote removed"));
}

#[test]
fn what_was_set_and_what_files_brought_along_is_written_again() {
    let mut desk = desk();
    let key = Key::Desk.to_string();
    desk.event(Event::Prefer(Preferences { theme: Theme::Dark, ..desk.session.preferences().clone() }));
    let extra = bluepencil::article::Extra::new(r#"{"people":[]}"#.to_owned());
    for (key, record) in batch::desk(&extra, 4, "tab").puts {
        desk.storage.insert(key.to_string(), record);
    }
    let mut desk = desk.reloaded();
    let record = desk.storage[&key].clone();
    emptied(&mut desk);
    assert!(desk.storage[&key].ends_with("{\"people\":[]}") && record.ends_with("{\"people\":[]}"));
    assert_eq!(desk.reloaded().session.preferences().theme, Theme::Dark);
}

#[test]
fn what_was_typed_is_written_again() {
    let mut desk = desk();
    let long = "Long. ".repeat(QUICK_BYTES / 6 + 1);
    desk.event(Event::Draft(DraftEvent::NewArticle { text: long.clone(), title: "Fourth".to_owned() }));
    let mut desk = desk.reloaded();
    desk.event(Event::Draft(DraftEvent::Palette(String::new())));
    for _ in 0..2 {
        emptied(&mut desk);
        let again = desk.reloaded();
        let draft = again.session.new_article_draft().expect("a draft");
        assert_eq!((&*draft.title, &*draft.text), ("Fourth", &*long));
        // Typed on, it is a draft of this page.
        desk.event(Event::Draft(DraftEvent::NewArticle { text: long.clone(), title: String::new() }));
        desk.event(Event::Draft(DraftEvent::NewArticle { text: long.clone(), title: "Fourth".to_owned() }));
    }
}

#[test]
fn what_was_typed_and_ended_is_not_written_again() {
    let mut desk = desk();
    desk.event(Event::Draft(DraftEvent::NewArticle { text: "Fourth text.".to_owned(), title: String::new() }));
    desk.event(typed("Fourth text.", ""));
    emptied(&mut desk);
    assert_eq!(desk.reloaded().session.new_article_draft(), None);
}

#[test]
fn articles_that_were_deleted_here_are_kept_again_and_come_back() {
    let mut desk = desk();
    let [second, third] = [1, 2].map(|place| desk.session.library().articles[place].id);
    desk.event(Event::DeleteArticle(second));
    desk.event(Event::DeleteArticle(third));
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    emptied(&mut desk);
    let mut again = desk.reloaded();
    assert_eq!(again.session.deleted_articles(), 2);
    again.event(Event::Address(Route::Library));
    again.command(Command::Undo);
    again.command(Command::Undo);
    assert_eq!(again.titles(), ["Harbour talks", "Second", "Third"]);
}

#[test]
fn an_article_that_was_brought_back_is_deleted_again_after_a_loss_too() {
    let mut desk = desk();
    desk.event(Event::DeleteArticle(article_id(1)));
    desk.command(Command::Undo);
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    emptied(&mut desk);
    let mut again = desk.reloaded();
    again.event(Event::Address(Route::Library));
    again.command(Command::Redo);
    assert!(!again.titles().contains(&"Harbour talks"));
}

#[test]
fn an_article_that_was_deleted_stays_deleted() {
    let mut desk = desk();
    let second = desk.session.library().articles[1].id;
    desk.event(Event::DeleteArticle(second));
    let tombstone = desk.storage[&Key::Article(second).to_string()].clone();
    emptied(&mut desk);
    assert_eq!(desk.storage[&Key::Article(second).to_string()], tombstone);
}

#[test]
fn it_is_said_how_many_articles_are_gone_and_the_open_one_can_be_exported() {
    let mut desk = desk();
    let said = emptied(&mut desk);
    let sentence = "Kept work is gone: this browser or another program has emptied the storage of this page. 2 articles of the library are gone. “Harbour talks” is open here and was written again. Export it now to keep it.";
    assert_eq!(urged(&said), sentence);
    assert_eq!(desk.titles(), ["Harbour talks"]);
}

#[test]
fn an_article_that_was_deleted_on_purpose_is_not_told_as_gone() {
    let mut desk = desk();
    let second = desk.session.library().articles[1].id;
    desk.event(Event::DeleteArticle(second));
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    assert!(urged(&emptied(&mut desk)).contains(" 1 article of the library is gone."));
}

#[test]
fn an_article_that_another_tab_has_deleted_is_not_told_as_gone() {
    let mut desk = desk();
    let second = desk.session.library().articles[1].id;
    let tombstone = batch::tombstones(&[(second, 2)], "other").into_writes();
    desk.event(Event::Received(tombstone));
    assert!(urged(&emptied(&mut desk)).contains(" 1 article of the library is gone."));
}

#[test]
fn where_nothing_is_gone_that_is_said_without_alarm() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let said = emptied(&mut desk);
    assert!(
        told(&said).starts_with("This browser or another program has emptied the storage of this page."),
        "{said:?}"
    );
    assert_eq!(desk.stored(article_id(1)).entries().len(), 1);
}

#[test]
fn where_the_quick_tier_still_has_all_nothing_is_gone() {
    let mut desk = desk();
    desk.strict.clear();
    let said = desk.event(Event::StorageEmptied);
    assert!(told(&said).contains("kept again"), "{said:?}");
    assert_eq!(desk.titles().len(), 3);
}

#[test]
fn an_article_that_has_lost_annotations_is_told() {
    let mut desk = desk();
    desk.event(typed("Fourth text has words.", "Fourth"));
    desk.command_at(Command::MarkClaim, "words");
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    let fourth = desk.session.library().articles[3].id;
    // Local storage was full and never had it.
    let prefix = Key::prefix(fourth);
    desk.storage.retain(|key, _| !key.starts_with(&prefix) || key.ends_with("/text") || key.ends_with("/article"));
    desk.strict.clear();
    let said = desk.event(Event::StorageEmptied);
    assert!(urged(&said).contains(" 1 article has lost annotations."), "{said:?}");
}

#[test]
fn without_an_open_article_the_loss_is_told_and_there_is_nothing_to_export() {
    let mut desk = desk();
    desk.event(Event::DeleteArticle(article_id(1)));
    let said = emptied(&mut desk);
    let sentence = "Kept work is gone: this browser or another program has emptied the storage of this page. 2 articles of the library are gone.";
    assert_eq!(said, [Said::Alert(sentence.to_owned())]);
    assert_eq!(desk.session.screen(), Screen::Library);
}

#[test]
fn an_article_that_a_newer_version_wrote_is_not_written_again_and_told_as_gone() {
    let mut storage = Desk::with(&[&harbour(1, &["close"])]).storage;
    let key = storage.keys().find(|key| key.ends_with(&id(1).to_string())).expect("it is stored").clone();
    let newer = storage[&key].replacen("bluepencil 1 ", "bluepencil 999 ", 1);
    storage.insert(key, newer);
    let mut desk = Desk::started(storage, Route::Start).0;
    let said = emptied(&mut desk);
    assert!(matches!(&said[..], [Said::Alert(sentence)] if sentence.contains(" 1 article of the library is gone.")));
    assert!(desk.storage.keys().all(|key| !key.contains(&article_id(1).to_string())));
}

#[test]
fn what_another_tab_writes_again_is_not_gone_any_more() {
    let mut desk = desk();
    let others: Vec<_> = desk.session.library().articles[1..].iter().map(|summary| summary.id).collect();
    let records: Vec<BTreeMap<String, String>> = others
        .iter()
        .map(|id| desk.records().filter(|(key, _)| key.starts_with(&Key::prefix(*id))).map(owned).collect())
        .collect();
    emptied(&mut desk);
    let mut comes_back = |records: &BTreeMap<String, String>| {
        desk.storage.extend(records.clone());
        desk.event(Event::Received(records.iter().map(|(key, value)| (key.clone(), Some(value.clone()))).collect()))
    };
    let said = comes_back(&records[0]);
    assert!(urged(&said).contains(" 1 article of the library is gone."), "{said:?}");
    let said = comes_back(&records[1]);
    assert_eq!(told(&said), "The articles that were gone are here again: another tab had them open.");
    assert_eq!(desk.titles().len(), 3);
}

fn owned((key, value): (&str, &str)) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

#[test]
fn a_backup_file_that_holds_what_is_gone_is_not_written_over() {
    let mut desk = desk();
    desk.event(Event::BackupFile(BackupFileEvent::Written { name: "kept.json".to_owned(), at: "12:00".to_owned() }));
    let said = emptied(&mut desk);
    assert_eq!(said[0], Said::EndBackup);
    assert!(matches!(&said[1], Said::UrgeExport(sentence) if sentence.contains("Your backup file is as it was")));
    assert_eq!(desk.session.backup(), None);
}

#[test]
fn a_backup_file_that_is_due_meanwhile_waits_until_it_is_known_what_is_gone() {
    let mut desk = desk();
    desk.outbox = Some(Vec::new());
    desk.event(Event::StorageEmptied);
    let said = desk.event(Event::DeskFile(DeskFileEvent::Collected(Vec::new(), Collecting::BackUp)));
    assert_eq!(said, []);
}

#[test]
fn emptied_twice_it_is_written_twice() {
    let mut desk = desk();
    emptied(&mut desk);
    desk.command_at(Command::MarkQuote, "flag");
    let before = facts(desk.document());
    let said = emptied(&mut desk);
    assert!(told(&said).contains("kept again"), "the other articles were told before: {said:?}");
    assert_eq!(facts(&desk.stored(article_id(1))), before);
}
