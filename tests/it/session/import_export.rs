//! Export and import: what goes out comes in again, in another browser too, and a wrong file changes nothing.

use bluepencil::article::{Article, Extra};
use bluepencil::document::Document;
use bluepencil::format::native;
use bluepencil::session::{Command, Event, Screen};
use proptest::prelude::*;

use super::articles::typed;
use crate::support::build::{article_id, deleted, entries, facts, harbour, id, moment, noted};
use crate::support::desk::{Desk, Said, downloaded, refusal, told};
use crate::support::generate;

fn file(documents: &[&Document]) -> String {
    native::write(documents, &Extra::default(), &moment())
}

/// The file that a desk gives away.
fn export_of(desk: &mut Desk) -> String {
    downloaded(desk.command(Command::Download))
}

proptest! {
    #[test]
    fn the_import_of_ones_own_export_changes_nothing(document in generate::document()) {
        let mut desk = Desk::with(&[&document]);
        let (before, exported) = (desk.work(), export_of(&mut desk));
        let said = desk.file("own.json", exported);
        prop_assert!(told(&said).starts_with("Imported own.json: "), "{:?}", said);
        prop_assert_eq!(&desk.work(), &before);
        prop_assert_eq!(facts(desk.document()), facts(&document));
        prop_assert_eq!(desk.session.next_undo(), None);
    }

    #[test]
    fn an_export_gives_an_empty_desk_the_same_articles_with_the_same_ids(documents in generate::documents(2)) {
        let all: Vec<&Document> = documents.iter().collect();
        let mut desk = Desk::empty();
        desk.file("all.json", file(&all));
        for document in &documents {
            prop_assert_eq!(facts(&desk.stored(document.article().id)), facts(document));
        }
        prop_assert_eq!(facts(desk.document()), facts(&documents[0]));
    }

    #[test]
    fn what_was_imported_is_exported_as_the_same_bytes_but_for_the_time(document in generate::document()) {
        let mut first = Desk::with(&[&document]);
        let exported = export_of(&mut first);
        let mut second = Desk::empty();
        second.file("talks.json", exported.clone());
        second.command(Command::Library);
        second.event(Event::Address(bluepencil::session::Route::Article(article_id(1), None)));
        let again = export_of(&mut second);
        let without_time = |file: &str| {
            let lines = file.lines().filter(|line| !line.starts_with("  \"exported\": "));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        prop_assert!(exported != again, "the two were written at different times");
        prop_assert_eq!(without_time(&exported), without_time(&again));
    }
}

#[test]
fn an_export_is_named_after_its_title_and_told_with_its_count() {
    let mut desk = Desk::with(&[&harbour(1, &["close", "flag"])]);
    let said = desk.command(Command::Download);
    assert_eq!(told(&said), "Exported 2 annotations as harbour-talks.bluepencil.json.");
    assert!(
        matches!(&said[0], Said::Download { name, media_type: "application/json", .. } if name == "harbour-talks.bluepencil.json")
    );
}

#[test]
fn exporting_changes_no_article() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let (before, document) = (desk.work(), desk.document().clone());
    desk.command(Command::Download);
    assert_eq!(desk.work(), before);
    assert_eq!(facts(desk.document()), facts(&document));
}

#[test]
fn a_new_article_of_a_file_is_added_and_shown() {
    let mut desk = Desk::empty();
    let said = desk.file("talks.json", file(&[&harbour(1, &["close", "flag"])]));
    assert_eq!(told(&said), "Imported talks.json: 1 new article, 2 annotations added.");
    assert_eq!((desk.open_title(), desk.session.screen()), ("Harbour talks", Screen::Reader));
}

#[test]
fn the_annotations_of_a_file_join_those_that_are_here_in_one_step() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let said = desk.file("talks.json", file(&[&harbour(1, &["close", "flag", "waited"])]));
    assert_eq!(told(&said), "Imported talks.json: 2 annotations added, 1 the same.");
    assert_eq!(desk.document().entries().len(), 3);
    desk.command(Command::Undo);
    assert_eq!(desk.document().entries().len(), 1);
}

#[test]
fn a_file_for_an_article_that_is_not_open_is_merged_and_shown() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.event(typed("Second text.", "Second"));
    desk.file("talks.json", file(&[&harbour(1, &["close", "flag"])]));
    assert_eq!((desk.open_title(), desk.document().entries().len()), ("Harbour talks", 2));
    assert_eq!(facts(&desk.stored(article_id(1))), facts(desk.document()));
}

#[test]
fn the_library_counts_the_annotations_that_a_file_has_brought() {
    for open in [true, false] {
        let mut desk = Desk::with(&[&harbour(1, &["close"])]);
        if !open {
            desk.event(typed("Second text.", "Second"));
        }
        desk.file("talks.json", file(&[&harbour(1, &["close", "flag"])]));
        assert_eq!(desk.session.library().articles[0].annotations, 2, "open: {open}");
    }
}

#[test]
fn a_file_of_the_same_text_in_another_name_is_merged_into_the_article_that_is_here() {
    let document = harbour(1, &["close"]);
    let article = Article { id: article_id(7), ..document.article().clone() };
    let twin = Document::restored(article, 1, entries(&document), []);
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.file("talks.json", file(&[&twin]));
    assert_eq!((desk.titles().len(), desk.document().entries().len()), (1, 1));
}

#[test]
fn two_articles_of_a_file_that_are_one_here_are_both_merged_into_it() {
    for open in [true, false] {
        let document = harbour(1, &["close"]);
        let article = Article { id: article_id(7), ..document.article().clone() };
        let other = entries(&harbour(1, &["waited", "flag"]))[1].clone();
        let twin = Document::restored(article, 1, vec![other], []);
        let mut desk = Desk::with(&[&harbour(1, &[])]);
        if !open {
            desk.event(typed("Second text.", "Second"));
        }
        desk.file("talks.json", file(&[&document, &twin]));
        assert_eq!(desk.stored(article_id(1)).entries().len(), 2, "open: {open}");
        assert_eq!(desk.session.library().articles[0].annotations, 2, "open: {open}");
    }
}

#[test]
fn every_fate_of_an_annotation_is_told_in_numbers() {
    let old = harbour(3, &["close", "flag", "waited", "said"]);
    let newer_here = noted(&old, 1, "here");
    let here = deleted(&noted(&newer_here, 4, "here"), 3);
    let theirs = noted(&noted(&noted(&old, 2, "there"), 4, "there"), 3, "there");
    let mut desk = Desk::with(&[&here]);
    let said = desk.file("talks.json", file(&[&theirs]));
    let sentence =
        "Imported talks.json: 1 updated, 1 brought back, 1 kept twice because it differs here, 1 newer here.";
    assert_eq!(told(&said), sentence);
}

#[test]
fn a_file_with_nothing_in_it_brings_nothing_new() {
    let mut desk = Desk::empty();
    assert_eq!(told(&desk.file("empty.json", file(&[]))), "Imported empty.json: nothing new.");
}

#[test]
fn another_text_under_the_same_id_is_refused_with_the_place() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let other = Document::new(Article::from_plain(article_id(1), "Harbour walks", "Harbour talks"));
    let before = desk.state();
    let said = desk.file("talks.json", file(&[&other]));
    let sentence = "talks.json was not imported: “Harbour talks” is kept here with another text; they differ first at character 9. Nothing was changed.";
    assert_eq!(refusal(&said), sentence);
    assert_eq!(desk.state(), before);
}

#[test]
fn a_file_for_an_article_that_cannot_be_read_here_is_refused() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.event(typed("Second text.", "Second"));
    let key = bluepencil::store::Key::Text(article_id(1)).to_string();
    desk.storage.insert(key, "garbage".to_owned());
    let before = desk.state();
    let said = desk.file("talks.json", file(&[&harbour(1, &["close", "flag"])]));
    assert!(refusal(&said).contains("is kept here, but could not be read: "), "{said:?}");
    assert_eq!(desk.state(), before);
}

#[test]
fn a_file_closes_the_dialog_it_was_pasted_into() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command(Command::NewArticle);
    desk.event(typed(&file(&[&harbour(1, &["close"])]), ""));
    assert_eq!(desk.session.dialog(), None);
}

#[test]
fn fields_that_this_version_does_not_know_go_out_as_they_came_in() {
    let mut foreign: serde_json::Value = serde_json::from_str(&file(&[&harbour(1, &["close"])])).expect("JSON");
    foreign["people"] = serde_json::json!([{"id": "p1", "name": "Ada"}]);
    let mut desk = Desk::empty();
    desk.file("talks.json", foreign.to_string());
    let out: serde_json::Value = serde_json::from_str(&export_of(&mut desk.reloaded())).expect("JSON");
    assert_eq!(out["people"], foreign["people"]);
}

#[test]
fn a_malformed_file_leaves_session_and_storage_as_they_were_and_says_why_in_one_sentence() {
    let good = file(&[&harbour(1, &["close"])]);
    let wrong_words = good.replace("\"exact\": \"close\"", "\"exact\": \"far\"");
    let bad = [
        "",
        "{",
        "{}",
        "[]",
        &good[..good.len() / 2],
        &good.replace("\"version\": 1", "\"version\": 99"),
        &wrong_words,
    ];
    for content in bad {
        let mut desk = Desk::with(&[&harbour(1, &["flag"])]);
        desk.command_at(Command::MarkQuote, "waited");
        let before = desk.state();
        let said = desk.file("bad.json", content);
        let sentence = refusal(&said);
        assert!(sentence.starts_with("bad.json was not imported: "), "{sentence}");
        assert!(sentence.ends_with(". Nothing was changed."), "{sentence}");
        assert_eq!((said.len(), desk.state()), (1, before), "{content}");
    }
}

#[test]
fn a_malformed_file_says_which_annotation_is_wrong() {
    let wrong = file(&[&harbour(1, &["close"])]).replace("\"exact\": \"close\"", "\"exact\": \"far\"");
    let said = Desk::empty().file("bad.json", wrong);
    let sentence = "bad.json was not imported: annotation 1 of “Harbour talks” has words that do not match: it says “far”, the text says “close”. Nothing was changed.";
    assert_eq!(refusal(&said), sentence);
}

#[test]
fn an_import_keeps_the_marks_that_are_here_and_their_ids() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.file("talks.json", file(&[&noted(&harbour(1, &["close", "flag"]), 1, "there")]));
    let annotation = desk.document().annotation(id(1)).expect("it is there");
    assert_eq!(annotation.note, "there");
}
