//! Data that a newer version has written: read as far as it can be, and never written beside.

use bluepencil::article::ArticleId;
use bluepencil::session::{Command, Event, Route};
use bluepencil::store::Key;

use crate::support::build::{article_id, harbour, id};
use crate::support::desk::{Desk, refusal};

const SENTENCE: &str = "“Harbour talks” was made with a newer version of Bluepencil. It is open for reading only, and nothing of it is changed. Reload the page to get the newer version.";

/// The harbour article with two marks, of which a newer version has written the second.
fn newer() -> (Desk, Vec<crate::support::desk::Said>) {
    let mut storage = Desk::with(&[&harbour(1, &["close", "waited"])]).storage;
    let key = Key::Annotation(article_id(1), id(2)).to_string();
    storage.insert(key, "bluepencil 999 7 tab 4 00000000\nnull".to_owned());
    Desk::started(storage, Route::Start)
}

#[test]
fn the_article_is_open_with_what_can_be_read_and_the_page_says_why_no_more() {
    let (desk, said) = newer();
    assert_eq!(refusal(&said), SENTENCE);
    assert_eq!(desk.document().entries().len(), 1);
}

#[test]
fn nothing_of_it_is_changed_and_each_try_is_told_why() {
    let (mut desk, _) = newer();
    let before = desk.work();
    let focus = Event::Choose(id(1));
    let file = Desk::with(&[&harbour(2, &["flag"])]).exported();
    let tries: [&dyn Fn(&mut Desk) -> Vec<_>; 6] = [
        &|desk| desk.command_at(Command::MarkQuote, "flag"),
        &|desk| desk.command(Command::Undo),
        &|desk| desk.command(Command::Redo),
        &|desk| desk.event(Event::Note(id(1), "a note".to_owned())),
        &|desk| desk.event(Event::DeleteArticle(article_id(1))),
        &|desk| desk.file("talks.json", file.clone()),
    ];
    for each in tries {
        desk.event(focus.clone());
        assert_eq!(refusal(&each(&mut desk)), SENTENCE);
        assert_eq!(desk.work(), before);
    }
}

#[test]
fn it_is_not_deleted_while_another_article_is_open_either() {
    let (desk, _) = newer();
    let mut storage = desk.storage;
    let id: ArticleId = article_id(2);
    let other = bluepencil::article::Article::from_plain(id, "Another article", "");
    let other = Desk::with(&[&bluepencil::document::Document::new(other)]);
    storage.extend(other.work());
    let mut desk = Desk::started(storage, Route::Article(id, None)).0;
    let before = desk.work();
    let said = desk.event(Event::DeleteArticle(article_id(1)));
    assert!(refusal(&said).contains("was made with a newer version"), "{said:?}");
    assert_eq!(desk.work(), before);
}

#[test]
fn it_can_be_exported() {
    let (desk, _) = newer();
    assert!(desk.exported().contains("\"close\""));
}
