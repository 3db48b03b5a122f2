//! What a released version has stored or exported stays readable. The samples in `tests/data` are never written again: a
//! new version of the layout gets samples of its own beside them.

use std::collections::BTreeMap;

use bluepencil::article::ArticleId;
use bluepencil::document::Document;
use bluepencil::format::native;
use bluepencil::session::{Command, Event, Route, VersionEvent};
use bluepencil::store::{Key, Theme, batch, load, reconciliation};

use super::Storage;
use crate::support::build::{facts, moment};
use crate::support::desk::{Desk, told};

const EXPORTED: &str = include_str!("../../data/export-v1.bluepencil.json");

fn stored() -> Storage {
    let records: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../../data/stored-v1.json")).expect("keys and records");
    Storage(records)
}

fn opened() -> Document {
    let id = ArticleId::parse("7b0e9c1a-2d34-4f5e-8a6b-9c0d1e2f3a4b").expect("an id");
    let (document, problems) = load::document(id, stored().records()).expect("it opens");
    assert_eq!(problems, []);
    document
}

#[test]
fn an_article_stored_by_version_1_opens_with_every_annotation() {
    let document = opened();
    let text = &document.article().text;
    let found = document.entries().iter().map(|entry| {
        let annotation = &entry.annotation;
        (annotation.label.name(), annotation.target.words(text), annotation.status.name(), entry.revision)
    });
    let found: Vec<_> = found.collect();
    let expected = [
        ("quote", "“We are close” … “but not done.”".to_owned(), "final", 4),
        ("credit", "Zoe\u{301}".to_owned(), "suggested", 1),
        ("on-record", "海港談判".to_owned(), "edited", 2),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_was_deleted_in_version_1_stays_deleted() {
    assert_eq!(opened().removals().map(|(_, revision)| revision).collect::<Vec<_>>(), [3]);
}

#[test]
fn the_library_of_version_1_is_listed() {
    let library = stored().library();
    assert_eq!(library.problems, []);
    let listed: Vec<_> = library.articles.iter().map(|a| (a.title.as_str(), a.annotations, a.position)).collect();
    assert_eq!(listed, [("Ferry 🚢 strike ends", 3, 5)]);
}

#[test]
fn the_preferences_of_version_1_are_kept() {
    let library = stored().library();
    assert_eq!((library.preferences.theme, library.preferences.annotator.as_str()), (Theme::Dark, "Ada"));
}

#[test]
fn what_version_1_stored_is_stored_in_the_same_bytes_again() {
    let library = stored().library();
    let mut again = Storage::of(batch::whole(&opened(), 5, "3f9a21bc"));
    again.carry_out(batch::desk(&library.extra, library.extra_revision, "3f9a21bc"));
    again.carry_out(batch::preferences(&library.preferences, library.preferences_revision, "3f9a21bc"));
    assert_eq!(again.0, stored().0);
}

#[test]
fn an_export_of_version_1_is_read_as_what_was_stored() {
    let imported = native::read(EXPORTED.as_bytes()).expect("it is read");
    let (mut stored, imported) = (facts(&opened()), facts(&imported.documents[0]));
    stored.removed.clear();
    assert_eq!(imported, stored);
}

#[test]
fn an_export_of_version_1_is_written_in_the_same_bytes_again() {
    let imported = native::read(EXPORTED.as_bytes()).expect("it is read");
    let all: Vec<&Document> = imported.documents.iter().collect();
    let moment = bluepencil::article::Timestamp::parse("2026-11-18T11:15:40Z").expect("a moment");
    let again = native::write(&all, &imported.extra, &moment);
    let without_generator = |file: &str| {
        let lines =
            file.lines().filter(|line| !line.starts_with("  \"generator\":") && !line.starts_with("  \"exported\":"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(without_generator(&again), without_generator(EXPORTED));
}

/// The strict tier as version 1 left it, divided into what the quick tier has too and what it has not.
fn strict_tier() -> [BTreeMap<String, String>; 2] {
    let all: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../../data/strict-tier-v1.json")).expect("keys and records");
    let (both, alone) = all.into_iter().partition(|(key, _)| Key::parse(key).is_some());
    [both, alone]
}

#[test]
fn the_strict_tier_of_version_1_fills_an_empty_quick_tier() {
    let [both, _] = strict_tier();
    let held: Vec<_> = both.clone().into_iter().collect();
    let [of_quick, of_strict] = reconciliation::reconcile(&[], &held, &moment());
    let filled: BTreeMap<_, _> = of_quick.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
    let living = both.into_iter().filter(|(key, value)| !reconciliation::is_tombstone_of(key, value)).collect();
    assert_eq!((filled, of_strict), (living, Vec::new()));
}

#[test]
fn what_was_done_in_version_1_is_undone_and_done_again() {
    let [both, alone] = strict_tier();
    let mut desk = Desk::over(both, alone, Route::Start);
    assert_eq!(desk.session.next_redo(), Some("claim changed to quote"));
    for name in ["claim flagged", "note on claim changed", "claim marked"] {
        assert_eq!(desk.session.next_undo(), Some(name));
        desk.command(Command::Undo);
    }
    assert_eq!(desk.session.next_undo(), None);
    assert_eq!(facts(desk.document()).entries, facts(&opened()).entries);
    for _ in 0..4 {
        desk.command(Command::Redo);
    }
    assert_eq!(desk.session.next_redo(), None);
    assert_eq!(desk.document().entries().len(), 4);
}

#[test]
fn an_earlier_version_that_version_1_kept_is_brought_back() {
    let [both, alone] = strict_tier();
    let key = alone.keys().find(|key| key.starts_with("version/")).expect("there is one").clone();
    let mut desk = Desk::over(both, alone, Route::Start);
    assert_eq!(desk.document().entries().len(), 4);
    let said = desk.event(Event::Versions(VersionEvent::Chosen(key, "noon".to_owned())));
    assert_eq!(told(&said), "Brought back the version of noon, with 3 annotations.");
    let annotations = |document: &Document| document.annotations().cloned().collect::<Vec<_>>();
    assert_eq!(annotations(desk.document()), annotations(&opened()));
}
