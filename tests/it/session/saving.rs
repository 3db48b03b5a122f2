//! Saving: the session tells the truth about what is in storage.

use bluepencil::session::{BackupFileEvent, Command, DeskFileEvent, Event, Route, Saving};

use crate::support::build::{article_id, harbour};
use crate::support::desk::{Desk, Said, refusal};

const FULL: &str = "this browser has no room left.";

#[test]
fn what_was_written_is_saved() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command_at(Command::MarkQuote, "close");
    assert_eq!(desk.session.saving(), &Saving::Saved);
}

#[test]
fn what_storage_refuses_is_told_with_the_reason() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.refuses = Some(FULL.to_owned());
    let said = desk.command_at(Command::MarkQuote, "close");
    let sentence = "Your last change is not saved: this browser has no room left. It is still on this page. Export it now to keep it.";
    assert_eq!(refusal(&said), sentence);
    assert_eq!(desk.session.saving(), &Saving::Failed(FULL.to_owned()));
}

#[test]
fn what_storage_refuses_is_still_on_the_page() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.refuses = Some(FULL.to_owned());
    desk.command_at(Command::MarkQuote, "close");
    assert_eq!(desk.focused_words(), "close");
}

#[test]
fn what_storage_refuses_can_be_exported() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.refuses = Some(FULL.to_owned());
    desk.command_at(Command::MarkQuote, "close");
    let said = desk.command(Command::Download);
    assert!(said.iter().any(|said| matches!(said, Said::Download { content, .. } if content.contains("\"close\""))));
}

#[test]
fn what_storage_refused_is_not_lost_by_looking_at_the_library() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.refuses = Some(FULL.to_owned());
    desk.command_at(Command::MarkQuote, "close");
    desk.command(Command::Library);
    desk.event(bluepencil::session::Event::Address(bluepencil::session::Route::Article(
        desk.document().article().id,
        None,
    )));
    assert_eq!(desk.document().entries().len(), 1);
}

#[test]
fn what_storage_refused_is_not_lost_by_opening_the_same_text() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.refuses = Some(FULL.to_owned());
    desk.command_at(Command::MarkQuote, "close");
    desk.event(super::articles::typed(crate::support::build::HARBOUR, "Harbour talks"));
    assert_eq!(desk.document().entries().len(), 1);
}

#[test]
fn every_change_that_is_refused_is_told() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.refuses = Some(FULL.to_owned());
    let said = desk.command_at(Command::MarkQuote, "close");
    let again = desk.command_at(Command::MarkQuote, "flag");
    assert_eq!(refusal(&again), refusal(&said), "the command has taken the sentence away");
}

#[test]
fn a_refusal_for_another_reason_is_told_again() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.refuses = Some(FULL.to_owned());
    desk.command_at(Command::MarkQuote, "close");
    desk.refuses = Some("storage is off.".to_owned());
    let said = desk.command_at(Command::MarkQuote, "flag");
    assert!(refusal(&said).starts_with("Your last change is not saved: storage is off."), "{said:?}");
}

#[test]
fn when_storage_accepts_again_everything_that_it_refused_is_written() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.refuses = Some(FULL.to_owned());
    desk.command_at(Command::MarkQuote, "close");
    desk.refuses = None;
    desk.command_at(Command::MarkClaim, "flag");
    assert_eq!(desk.session.saving(), &Saving::Saved);
    assert_eq!(desk.reloaded().document().entries().len(), 2);
}

#[test]
fn what_storage_and_other_tabs_report_comes_by_itself_and_what_the_user_does_does_not() {
    let named = || "desk.json".to_owned();
    let by_itself = [
        Event::Saved { strictly: true },
        Event::SaveFailed(FULL.to_owned()),
        Event::Received(Vec::new()),
        Event::LibraryRead(Default::default()),
        Event::HistoryRead(article_id(1), String::new(), Vec::new()),
        Event::BackupFile(BackupFileEvent::Written { name: named(), at: String::new() }),
        Event::BackupFile(BackupFileEvent::Failed(named())),
        Event::WipeRefused,
    ];
    for event in by_itself {
        assert!(event.comes_by_itself(), "{event:?}");
    }
    let asked_for = [
        Event::Started { library: Default::default(), route: Route::Start },
        Event::Command(Command::Undo, Default::default()),
        Event::Address(Route::Library),
        Event::DialogClosed,
        Event::DeskFile(DeskFileEvent::Download),
    ];
    for event in asked_for {
        assert!(!event.comes_by_itself(), "{event:?}");
    }
}
