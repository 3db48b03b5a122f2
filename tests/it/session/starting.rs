//! Starting: what the page shows first, from the address, from the last visit, or from nothing at all.

use std::collections::BTreeMap;

use bluepencil::article::SAMPLE;
use bluepencil::session::{Command, Event, Route, Screen};
use bluepencil::store::Key;

use crate::store::damage::kinds::{FAR_NEWER, damaged};
use crate::support::build::{article_id, harbour, id};
use crate::support::desk::{Desk, Said, refusal, told};

/// A desk with two articles, of which the first is open.
fn two() -> Desk {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.event(crate::session::articles::typed("Second text.", "Second"));
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    desk
}

#[test]
fn the_first_visit_opens_the_sample_as_it_is() {
    let (desk, _) = Desk::started(BTreeMap::new(), Route::Start);
    assert_eq!(desk.document().article().text.as_str(), SAMPLE);
}

#[test]
fn the_first_visit_says_what_is_private_and_how_to_begin() {
    let (_, said) = Desk::started(BTreeMap::new(), Route::Start);
    let sentence = "Nothing leaves this browser. To mark something, select words in the article and press Q for quote, C for claim, P for caption or R for credit.";
    assert_eq!(told(&said), sentence);
}

#[test]
fn the_sample_of_the_first_visit_is_kept() {
    let (desk, _) = Desk::started(BTreeMap::new(), Route::Start);
    let (again, _) = Desk::started(desk.storage.clone(), Route::Start);
    assert_eq!(again.document().article(), desk.document().article());
    assert_eq!(again.titles().len(), 1);
}

#[test]
fn a_later_visit_opens_the_article_that_was_open_last() {
    let mut desk = two();
    desk.command(Command::NextArticle);
    let (again, _) = Desk::started(desk.storage, Route::Start);
    assert_eq!(again.open_title(), "Second");
}

#[test]
fn where_the_last_article_is_gone_the_first_one_opens() {
    let mut desk = two();
    desk.command(Command::NextArticle);
    let open = desk.document().article().id;
    desk.event(Event::DeleteArticle(open));
    let (again, _) = Desk::started(desk.storage, Route::Start);
    assert_eq!(again.open_title(), "Harbour talks");
}

#[test]
fn after_everything_was_deleted_the_library_is_shown_and_no_sample() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.event(Event::DeleteArticle(article_id(1)));
    let (again, _) = Desk::started(desk.storage, Route::Start);
    assert_eq!((again.session.screen(), again.titles().len()), (Screen::Library, 0));
}

#[test]
fn an_address_opens_its_article() {
    let (desk, _) = Desk::started(two().storage, Route::Article(article_id(1), None));
    assert_eq!((desk.open_title(), desk.session.screen()), ("Harbour talks", Screen::Reader));
}

#[test]
fn an_address_with_an_annotation_brings_it_into_focus_and_view() {
    let (desk, said) = Desk::started(two().storage, Route::Article(article_id(1), Some(id(1))));
    assert_eq!(desk.focused_words(), "close");
    assert!(said.contains(&Said::Reveal(id(1))));
}

#[test]
fn an_address_with_an_annotation_that_is_gone_opens_the_article() {
    let (desk, _) = Desk::started(two().storage, Route::Article(article_id(1), Some(id(9))));
    assert_eq!((desk.open_title(), desk.session.focus()), ("Harbour talks", None));
}

#[test]
fn an_address_of_an_article_that_is_not_here_shows_the_library_and_says_why() {
    let (desk, said) = Desk::started(two().storage, Route::Article(article_id(9), None));
    assert_eq!(refusal(&said), "The article of this address is not kept in this browser. These are.");
    assert_eq!(desk.session.screen(), Screen::Library);
}

#[test]
fn an_address_within_the_open_article_moves_the_focus_and_keeps_its_history() {
    let mut desk = two();
    desk.command_at(Command::MarkQuote, "flag");
    desk.event(Event::Address(Route::Article(article_id(1), Some(id(1)))));
    assert_eq!((desk.focused_words().as_str(), desk.session.next_undo()), ("close", Some("quote marked")));
}

#[test]
fn the_address_of_the_library_shows_it() {
    let mut desk = two();
    desk.event(Event::Address(Route::Library));
    assert_eq!(desk.session.screen(), Screen::Library);
}

#[test]
fn coming_back_from_the_library_keeps_history() {
    let mut desk = two();
    desk.command_at(Command::MarkQuote, "flag");
    desk.command(Command::Library);
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    assert_eq!((desk.session.screen(), desk.session.next_undo()), (Screen::Reader, Some("quote marked")));
}

#[test]
fn a_damaged_annotation_is_told_about_and_everything_else_is_there() {
    let mut storage = Desk::with(&[&harbour(1, &["close", "flag"])]).storage;
    let key = storage.keys().find(|key| key.ends_with(&id(1).to_string())).expect("it is stored").clone();
    storage.insert(key.clone(), "garbage".to_owned());
    let (desk, said) = Desk::started(storage, Route::Start);
    let sentence = refusal(&said);
    assert!(sentence.starts_with("Some stored data of this article could not be read"), "{sentence}");
    assert_eq!((desk.document().entries().len(), desk.storage[&key].as_str()), (1, "garbage"));
}

#[test]
fn an_article_whose_text_is_damaged_is_refused_and_left_as_it_is() {
    let mut storage = Desk::with(&[&harbour(1, &["close"])]).storage;
    let key = storage.keys().find(|key| key.ends_with("/text")).expect("it is stored").clone();
    storage.insert(key, "garbage".to_owned());
    let (mut desk, said) = Desk::started(storage.clone(), Route::Article(article_id(1), None));
    let sentence = refusal(&said);
    assert!(sentence.starts_with("This article could not be opened: "), "{sentence}");
    assert_eq!(desk.session.screen(), Screen::Library);
    desk.storage.retain(|key, _| storage.contains_key(key) && !key.ends_with("/preferences"));
    storage.retain(|key, _| !key.ends_with("/preferences"));
    assert_eq!(desk.storage, storage);
}

#[test]
fn damaged_records_of_the_library_are_counted() {
    let mut desk = two();
    desk.storage.insert("bluepencil/1/preferences".to_owned(), "garbage".to_owned());
    let (_, said) = Desk::started(desk.storage, Route::Library);
    let sentence = "1 stored record could not be read. Nothing of it was thrown away: “Storage” gives it out. Everything else is here.";
    assert_eq!(refusal(&said), sentence);
}

/// The storage of a desk in which every record whose key fits is cut in half.
fn halved(desk: Desk, fits: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let half = |value: String| value.chars().take(value.chars().count() / 2).collect();
    let cut = |(key, value): (String, String)| if fits(&key) { (key, half(value)) } else { (key, value) };
    desk.storage.into_iter().map(cut).collect()
}

#[test]
fn where_everything_is_damaged_no_sample_is_opened_and_it_is_said_how_much_and_where_it_is() {
    let storage = halved(two(), |_| true);
    let (mut desk, said) = Desk::started(storage.clone(), Route::Start);
    let sentence = format!(
        "{} stored records could not be read. Nothing of them was thrown away: “Storage” gives them out. Make a new article, or import one, to go on.",
        storage.len()
    );
    assert_eq!(said, [Said::Alert(sentence)]);
    assert_eq!((desk.session.screen(), desk.session.document().is_none()), (Screen::Library, true));
    assert_eq!(desk.storage, storage, "nothing is written over");
    desk.event(crate::session::articles::typed("A new text.", "New"));
    desk.command_at(Command::MarkQuote, "new");
    assert_eq!(desk.document().entries().len(), 1);
}

#[test]
fn however_everything_is_damaged_no_sample_is_opened_and_nothing_is_written_over() {
    let whole = two().storage;
    let kinds = damaged(&whole[&Key::Preferences.to_string()]).into_iter().map(|(kind, _)| kind);
    for (kind, place) in kinds.zip(0..) {
        let damage = |(key, value): (&String, &String)| (key.clone(), damaged(value).swap_remove(place).1);
        let storage: BTreeMap<_, _> = whole.iter().map(damage).collect();
        let (desk, said) = Desk::started(storage.clone(), Route::Start);
        let sentence = refusal(&said);
        // Of a mark the header alone is read here. What that does not show is counted when the article is opened.
        let count = storage.len() - usize::from([FAR_NEWER, "one bit flipped"].contains(&kind));
        let counted = format!("{count} stored records could not be read. Nothing of them was thrown away");
        assert!(sentence.starts_with(&counted), "{kind}: {sentence}");
        assert_eq!((desk.session.screen(), desk.session.document().is_none()), (Screen::Library, true), "{kind}");
        assert_eq!(desk.storage, storage, "{kind}");
    }
}

#[test]
fn where_one_article_is_damaged_as_a_whole_it_is_told_and_the_others_are_here() {
    let storage = halved(two(), |key| key.contains(&article_id(1).to_string()));
    let (desk, said) = Desk::started(storage, Route::Start);
    let sentence = "3 stored records could not be read. Nothing of them was thrown away: “Storage” gives them out. Everything else is here.";
    assert_eq!((refusal(&said), desk.open_title()), (sentence, "Second"));
}

#[test]
fn where_the_preferences_are_damaged_as_well_as_a_mark_both_are_counted() {
    let mark = id(1).to_string();
    let storage = halved(two(), |key| key.ends_with("/preferences") || key.ends_with(&mark));
    let (desk, said) = Desk::started(storage, Route::Start);
    assert!(refusal(&said).starts_with("2 stored records could not be read."), "{said:?}");
    assert_eq!(desk.open_title(), "Harbour talks");
}

#[test]
fn an_article_whose_record_is_damaged_is_opened_and_gets_a_new_record() {
    let storage = halved(two(), |key| key.ends_with(&format!("{}/article", article_id(1))));
    let (desk, said) = Desk::started(storage, Route::Article(article_id(1), None));
    assert!(refusal(&said).contains("recognised again"), "{said:?}");
    assert_eq!(desk.document().entries().len(), 1);
    let (again, said) = Desk::started(desk.storage.clone(), Route::Article(article_id(1), None));
    assert!(!said.iter().any(|said| matches!(said, Said::Alert(_))), "it is told once: {said:?}");
    assert_eq!(again.document().entries().len(), 1);
}

#[test]
fn where_the_text_of_the_article_is_damaged_with_others_all_are_counted() {
    let storage = halved(two(), |key| key.contains(&article_id(1).to_string()) && !key.ends_with("/article"));
    let (_, said) = Desk::started(storage, Route::Article(article_id(1), None));
    let sentence = refusal(&said);
    assert!(sentence.starts_with("This article could not be opened: "), "{sentence}");
    assert!(sentence.ends_with("In all, 2 stored records could not be read."), "{sentence}");
}
