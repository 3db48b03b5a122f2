//! Earlier versions: kept now and then, listed, brought back.

use bluepencil::article::Timestamp;
use bluepencil::session::{Command, DetailsEvent, Dialog, Event, VersionEvent};
use bluepencil::store::key::versions_prefix;
use bluepencil::store::versions::{self, Version};

use crate::support::build::{article_id, facts, harbour, id, moment};
use crate::support::desk::{Desk, Said, refusal, told};

/// The versions that are kept, the newest first.
fn kept(desk: &Desk) -> Vec<Version> {
    let prefix = versions_prefix(article_id(1));
    let keys: Vec<String> = desk.strict.keys().filter(|key| key.starts_with(&prefix)).cloned().collect();
    versions::listed(&keys)
}

/// Counts of annotations of the versions, the newest first.
fn counts(desk: &Desk) -> Vec<usize> {
    kept(desk).iter().map(|version| version.annotations).collect()
}

fn flag(desk: &mut Desk, times: usize) {
    desk.event(Event::Choose(id(1)));
    for _ in 0..times {
        desk.command(Command::Flag);
    }
}

fn restore(desk: &mut Desk, number: usize) -> Vec<Said> {
    let version = kept(desk).remove(number);
    desk.event(Event::Versions(VersionEvent::Chosen(version.key, "noon".to_owned())))
}

#[test]
fn the_first_action_keeps_what_was_there_before_it() {
    let mut desk = Desk::with(&[&harbour(1, &["close", "flag"])]);
    assert_eq!(counts(&desk), Vec::<usize>::new());
    desk.event(Event::Choose(id(1)));
    desk.command(Command::DeleteAnnotation);
    assert_eq!(counts(&desk), [2]);
}

#[test]
fn fifty_actions_later_and_five_minutes_later_another_is_kept() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.command_at(Command::MarkQuote, "flag");
    flag(&mut desk, 49);
    assert_eq!(counts(&desk), [1]);
    flag(&mut desk, 1);
    assert_eq!(counts(&desk), [2, 1]);
    desk.command_at(Command::MarkQuote, "waited");
    desk.seconds += 300;
    flag(&mut desk, 1);
    assert_eq!(counts(&desk), [3, 2, 1]);
}

#[test]
fn what_is_typed_into_one_field_is_one_action() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    for number in 0..200 {
        desk.event(Event::Note(id(1), number.to_string()));
    }
    assert_eq!(counts(&desk).len(), 1);
}

#[test]
fn an_article_without_annotations_is_not_kept() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command_at(Command::MarkQuote, "close");
    assert_eq!(counts(&desk), Vec::<usize>::new());
}

#[test]
fn ten_are_kept_for_seven_days() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    for _ in 0..30 {
        desk.seconds += 301;
        flag(&mut desk, 1);
    }
    assert_eq!(counts(&desk).len(), 10);
    desk.seconds += 7 * 24 * 60 * 60;
    flag(&mut desk, 1);
    assert_eq!(counts(&desk).len(), 1);
}

#[test]
fn a_version_that_is_brought_back_is_what_was_there_and_one_step() {
    let mut desk = Desk::with(&[&harbour(1, &["close", "flag"])]);
    let before = facts(desk.document());
    desk.event(Event::Choose(id(1)));
    desk.command(Command::DeleteAnnotation);
    desk.event(Event::Note(id(2), "changed".to_owned()));
    desk.command_at(Command::MarkClaim, "waited");
    desk.event(Event::Details(DetailsEvent::Edit(bluepencil::session::Detail::Title, "Other".to_owned())));
    let worked = facts(desk.document());
    desk.command(Command::EarlierVersions);
    assert_eq!(desk.session.versions().map(|versions| versions.len()), Some(1));
    let said = restore(&mut desk, 0);
    assert_eq!(told(&said), "Brought back the version of noon, with 2 annotations.");
    assert_eq!(desk.session.dialog(), None::<Dialog>);
    let content = |state: &crate::support::build::Facts| {
        let annotations: Vec<_> = state.entries.iter().map(|(annotation, _)| annotation.clone()).collect();
        (state.article.clone(), annotations)
    };
    assert_eq!(content(&facts(desk.document())), content(&before));
    desk.command(Command::Undo);
    assert_eq!(content(&facts(desk.document())), content(&worked));
}

#[test]
fn a_version_that_is_the_same_changes_nothing() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    flag(&mut desk, 2);
    desk.command(Command::Undo);
    desk.command(Command::Undo);
    let before = facts(desk.document());
    let said = restore(&mut desk, 0);
    assert_eq!(told(&said), "The article is as it was at noon. Nothing was changed.");
    assert_eq!(facts(desk.document()), before);
}

#[test]
fn a_damaged_version_is_refused_and_nothing_is_changed() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    flag(&mut desk, 1);
    let before = facts(desk.document());
    for value in desk.strict.values_mut() {
        value.truncate(value.len() - 1);
    }
    let said = restore(&mut desk, 0);
    assert!(refusal(&said).ends_with("Nothing was changed."), "{said:?}");
    assert_eq!(facts(desk.document()), before);
}

#[test]
fn seconds_are_counted_as_they_are_written() {
    for seconds in [0, 951_782_400, 1_795_442_400, 4_102_444_799, -1] {
        assert_eq!(Timestamp::from_unix_milliseconds(seconds * 1000).seconds(), seconds);
    }
    assert_eq!(moment().seconds(), 1_795_442_400);
}

#[test]
fn a_text_that_is_lost_is_taken_from_the_newest_version_with_every_annotation_that_is_stored() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.command_at(Command::MarkQuote, "flag");
    desk.command_at(Command::MarkClaim, "waited");
    let before = facts(desk.document());
    let text = bluepencil::store::Key::Text(article_id(1)).to_string();
    for damage in [None, Some("no record".to_owned())] {
        let mut storage = desk.storage.clone();
        storage.remove(&text);
        storage.extend(damage.map(|damage| (text.clone(), damage)));
        let again = Desk::over(storage, desk.strict.clone(), bluepencil::session::Route::Start);
        assert_eq!(facts(again.document()), before);
        assert_eq!(facts(&again.stored(article_id(1))), before);
    }
}

#[test]
fn a_text_that_is_lost_everywhere_is_told_and_everything_left_as_it_is() {
    let desk = Desk::with(&[&harbour(1, &["close"])]);
    let mut storage = desk.storage.clone();
    storage.insert(bluepencil::store::Key::Text(article_id(1)).to_string(), "no record".to_owned());
    let (again, said) = Desk::started(storage.clone(), bluepencil::session::Route::Start);
    assert!(refusal(&said).contains("could not be opened"), "{said:?}");
    assert!(again.session.document().is_none());
    storage.remove("bluepencil/1/preferences");
    assert_eq!(again.work(), storage);
}
