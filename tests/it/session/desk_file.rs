//! The whole desk as one file: given away, and taken in.

use bluepencil::document::Document;
use bluepencil::session::{BackupFileEvent, Command, DeskFileEvent, Event, Route, Screen};
use bluepencil::store::key;
use proptest::prelude::*;

use crate::support::build::{article_id, facts, harbour, noted};
use crate::support::desk::{Desk, Said, downloaded, refusal, told};
use crate::support::generate;

/// The file of the whole desk.
fn desk_file_of(desk: &mut Desk) -> String {
    downloaded(desk.event(Event::DeskFile(DeskFileEvent::Download)))
}

proptest! {
    #[test]
    fn a_desk_moves_to_an_empty_browser_with_everything_on_it(documents in generate::documents(2)) {
        let mut old = Desk::with(&documents.iter().collect::<Vec<_>>());
        let mut new = Desk::empty();
        new.file("desk.json", desk_file_of(&mut old));
        prop_assert_eq!(new.work(), old.work());
        prop_assert_eq!(new.titles(), old.titles());
        let reloaded = new.reloaded();
        prop_assert_eq!(new.session.library(), reloaded.session.library());
        for document in &documents {
            prop_assert_eq!(facts(&new.stored(document.article().id)), facts(document));
        }
    }
}

#[test]
fn the_file_bears_the_day_and_the_sentence_says_what_is_in_it() {
    let said = Desk::with(&[&harbour(1, &["close", "waited"])]).event(Event::DeskFile(DeskFileEvent::Download));
    let name = said.iter().find_map(|said| match said {
        Said::Download { name, .. } => Some(name.as_str()),
        _ => None,
    });
    assert_eq!(name, Some("bluepencil-desk-2026-11-23.json"));
    assert_eq!(
        told(&said),
        "Downloaded the whole desk as bluepencil-desk-2026-11-23.json: 1 article and 2 annotations."
    );
}

#[test]
fn what_is_newer_here_stays_and_the_rest_comes_and_the_sentence_says_so() {
    let (mine, theirs) = (harbour(2, &["close"]), harbour(1, &["close", "waited"]));
    let mut desk = Desk::with(&[&mine]);
    let said = desk.file("desk.json", desk_file_of(&mut Desk::with(&[&theirs])));
    assert_eq!(told(&said), "Imported desk.json: 1 annotation added, 1 newer here.");
    let stored = desk.stored(article_id(1));
    assert_eq!(stored.entries().iter().map(|entry| entry.revision).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(facts(desk.document()), facts(&stored), "the open article shows what is stored");
}

#[test]
fn an_open_article_that_the_file_does_not_touch_keeps_its_history() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.command_at(Command::MarkQuote, "waited");
    let other = Document::new(bluepencil::article::Article::from_plain(article_id(2), "Another article", ""));
    desk.file("desk.json", desk_file_of(&mut Desk::with(&[&other])));
    assert_eq!(desk.session.screen(), Screen::Library);
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    assert_eq!(desk.session.next_undo(), Some("quote marked"));
}

#[test]
fn a_desk_file_that_is_wrong_changes_nothing() {
    let file = desk_file_of(&mut Desk::with(&[&noted(&harbour(1, &["close"]), 1, "a note")]));
    let mut desk = Desk::with(&[&harbour(1, &["waited"])]);
    let before = desk.state();
    for (file, says) in [
        (file.replace("a note", "a vote"), "has changed since it was written"),
        (file.replace("\"version\": 1", "\"version\": 2"), "was made with a newer version"),
        (file.replace("bluepencil/1/", "bluepencil/2/"), "is none that a desk has"),
    ] {
        let said = desk.file("desk.json", file);
        assert!(refusal(&said).starts_with("desk.json was not imported: "), "{said:?}");
        assert!(refusal(&said).contains(says) && refusal(&said).ends_with(" Nothing was changed."), "{said:?}");
        assert_eq!(desk.state(), before);
    }
}

#[test]
fn a_pasted_desk_file_is_an_import_too() {
    let file = desk_file_of(&mut Desk::with(&[&harbour(1, &["close"])]));
    let mut desk = Desk::empty();
    let said = desk.file("The pasted text", file);
    assert!(told(&said).starts_with("Imported The pasted text: 1 new article, 1 annotation added."), "{said:?}");
}

#[test]
fn what_can_be_undone_comes_along_to_a_browser_where_the_article_is_new() {
    let mut old = Desk::with(&[&harbour(1, &["close"])]);
    old.command_at(Command::MarkQuote, "waited");
    old.command_at(Command::MarkClaim, "flag");
    let file = desk_file_of(&mut old);
    let mut new = Desk::empty();
    new.file("desk.json", file.clone());
    new.event(Event::Address(bluepencil::session::Route::Article(article_id(1), None)));
    assert_eq!(new.session.next_undo(), Some("claim marked"));
    new.command(Command::Undo);
    new.command(Command::Undo);
    assert_eq!(new.document().entries().len(), 1);
    let mut again = Desk::with(&[&harbour(1, &["close"])]);
    again.file("desk.json", file);
    assert!(again.strict.keys().all(|key| !key.starts_with(key::HISTORY)), "a history that is here goes on");
}

#[test]
fn a_step_that_is_no_step_is_refused_with_its_place() {
    let mut old = Desk::with(&[&harbour(1, &["close"])]);
    old.command_at(Command::MarkQuote, "waited");
    let file = desk_file_of(&mut old);
    let mut new = Desk::empty();
    let before = new.state();
    for (file, says) in [
        (file.replace("quote marked", "quote barked"), "has changed since it was written"),
        (file.replace("/0/done", "/0/gone"), "is none that a desk has"),
        (file.replace("\"history\": {", "\"history\": 3, \"more\": {"), "as its “history” where an object is expected"),
    ] {
        let said = new.file("desk.json", file);
        assert!(refusal(&said).contains(says), "{said:?}");
        assert_eq!(new.state(), before);
    }
}

#[test]
fn the_backup_is_the_file_of_the_whole_desk() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let said = desk.event(Event::BackupFile(BackupFileEvent::Due));
    let [Said::BackUp(content)] = said.as_slice() else { panic!("it is written: {said:?}") };
    let mut other = Desk::empty();
    other.file("bluepencil-backup.json", content.clone());
    assert_eq!(other.work(), desk.work());
    let before = desk.storage.clone();
    desk.event(Event::BackupFile(BackupFileEvent::Due));
    assert_eq!(desk.storage, before, "writing it is no change after which it would be written again");
}

fn written(desk: &mut Desk) -> Vec<Said> {
    desk.event(Event::BackupFile(BackupFileEvent::Written {
        name: "desk.json".to_owned(),
        at: "24.11.2026, 10:05".to_owned(),
    }))
}

#[test]
fn the_backup_file_is_named_with_the_moment_at_which_it_was_written() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    assert_eq!(desk.session.backup(), None);
    assert_eq!(written(&mut desk), [], "it is shown, not said");
    let sentence = "“desk.json”, written 24.11.2026, 10:05. It is written again 30 seconds after a change, while this page is open.";
    assert_eq!(desk.session.backup(), Some(sentence));
}

#[test]
fn a_backup_file_that_cannot_be_written_is_told_and_named_no_more() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    written(&mut desk);
    let said = desk.event(Event::BackupFile(BackupFileEvent::Failed("desk.json".to_owned())));
    let sentence = "The backup file “desk.json” could not be written. Everything is still kept in this browser. Choose the file again under Storage.";
    assert_eq!(refusal(&said), sentence);
    assert_eq!(desk.session.backup(), None);
    written(&mut desk);
    assert!(desk.session.backup().is_some(), "another one may be chosen");
}

#[test]
fn where_the_browser_refuses_to_delete_everything_that_is_told_and_all_stays() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let before = desk.state();
    let sentence = "The browser refused to delete everything. Nothing was deleted. Load the page again and try once more, or clear the data of this site in the browser’s own settings.";
    assert_eq!(refusal(&desk.event(Event::WipeRefused)), sentence);
    assert_eq!(desk.state(), before);
}
