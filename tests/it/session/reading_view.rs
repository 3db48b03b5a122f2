//! The reading view: how one comes there, and the ways between a mark in the text and its record.

use bluepencil::annotation::Label;
use bluepencil::document::EdgeKind;
use bluepencil::session::{Command, Event, Route, Screen, end_announcement, label_with_position, start_announcement};

use crate::support::build::{article_id, harbour, id};
use crate::support::desk::{Desk, Said, refusal};
use crate::support::marked::desk;

/// The reading view of a marked text.
fn reading(written: &str) -> Desk {
    let (mut desk, _) = desk(written);
    desk.command(Command::ReadWithMarks);
    desk
}

#[test]
fn reading_begins_at_the_mark_in_focus() {
    let (mut desk, _) = desk("«quote:One» «claim*:two»");
    assert_eq!(desk.command(Command::ReadWithMarks), [Said::ReadAt(Some(id(2)))]);
    assert_eq!(desk.session.screen(), Screen::Read);
}

#[test]
fn without_a_focus_the_view_itself_is_read() {
    let (mut desk, _) = desk("«quote:One» two");
    assert_eq!(desk.command(Command::ReadWithMarks), [Said::ReadAt(None)]);
}

#[test]
fn without_an_article_there_is_nothing_to_read() {
    let said = Desk::empty().command(Command::ReadWithMarks);
    assert_eq!(refusal(&said), "No article is open. Open one from the library, or make a new one.");
}

#[test]
fn reading_changes_nothing() {
    let (mut desk, _) = desk("«quote*:One» two");
    let before = (desk.storage.clone(), desk.session.next_undo().map(str::to_owned));
    desk.command(Command::ReadWithMarks);
    desk.command(Command::Leave);
    assert_eq!((desk.storage.clone(), desk.session.next_undo().map(str::to_owned)), before);
}

#[test]
fn the_address_of_the_view_shows_it() {
    let article = harbour(1, &["close"]);
    let mut desk = Desk::with(&[&article, &other_article()]);
    assert_eq!(desk.event(Event::Address(Route::Read(article_id(1)))), [Said::ReadAt(None)]);
    assert_eq!(desk.session.route(), Route::Read(article_id(1)));
}

#[test]
fn the_address_of_the_view_opens_its_article_first() {
    let mut desk = Desk::with(&[&harbour(1, &["close"]), &other_article()]);
    desk.event(Event::Address(Route::Read(article_id(2))));
    assert_eq!((desk.open_title(), desk.session.screen()), ("Ferry talks", Screen::Read));
}

#[test]
fn the_view_of_an_article_that_is_not_here_is_refused() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let said = desk.event(Event::Address(Route::Read(article_id(9))));
    assert_eq!(refusal(&said), "The article of this address is not kept in this browser. These are.");
    assert_eq!(desk.session.screen(), Screen::Library);
}

#[test]
fn a_mark_in_the_view_leads_to_its_row_on_the_desk() {
    let mut desk = reading("«quote:One» «claim:two»");
    assert_eq!(desk.event(Event::Address(Route::Article(article_id(1), Some(id(2))))), [Said::FocusRow(id(2))]);
    assert_eq!((desk.session.screen(), desk.focused_words().as_str()), (Screen::Reader, "two"));
}

#[test]
fn so_does_the_mark_that_was_in_focus_already() {
    let mut desk = reading("«quote*:One» «claim:two»");
    assert_eq!(desk.event(Event::Address(Route::Article(article_id(1), Some(id(1))))), [Said::FocusRow(id(1))]);
}

#[test]
fn escape_leads_from_the_view_to_the_text_at_the_mark_in_focus() {
    let mut desk = reading("«quote:One» «claim*:two»");
    assert_eq!(desk.command(Command::Leave), [Said::FocusMark(id(2))]);
    assert_eq!((desk.session.screen(), desk.focused_words().as_str()), (Screen::Reader, "two"));
}

#[test]
fn escape_without_a_focus_leads_to_the_article() {
    assert_eq!(reading("«quote:One» two").command(Command::Leave), [Said::FocusArticle]);
}

#[test]
fn a_selection_that_is_left_in_the_article_does_not_hold_one_in_the_view() {
    let mut desk = reading("«quote:One» two");
    assert_eq!(desk.command_at(Command::Leave, "two"), [Said::FocusArticle]);
    assert_eq!(desk.session.screen(), Screen::Reader);
}

#[test]
fn back_from_a_record_one_stands_in_the_text_at_its_mark() {
    let (mut desk, _) = desk("«quote:One» «claim*:two»");
    assert_eq!(desk.event(Event::BackToText), [Said::FocusMark(id(2))]);
    assert_eq!(desk.focused_words(), "two");
}

#[test]
fn a_note_that_is_typed_after_the_way_back_is_a_new_step() {
    let (mut desk, _) = desk("«quote*:One» two");
    desk.event(Event::Note(id(1), "first".to_owned()));
    desk.event(Event::BackToText);
    desk.event(Event::Note(id(1), "first and second".to_owned()));
    desk.command(Command::Undo);
    assert_eq!(desk.document().annotation(id(1)).map(|one| one.note.as_str()), Some("first"));
}

#[test]
fn what_is_read_out_at_the_ends_of_a_mark() {
    let quote = Label::parse("quote").expect("a label");
    let said = |edge| (start_announcement(&quote, edge), end_announcement(&quote, edge));
    let words = |begin: &str, end: &str| (begin.to_owned(), end.to_owned());
    assert_eq!(said(EdgeKind::Mark), words("quote", "end of quote"));
    assert_eq!(said(EdgeKind::Segment), words("quote goes on", "quote pauses"));
    assert_eq!(said(EdgeKind::Block), words("quote goes on", ""));
    assert_eq!(said(EdgeKind::Crossing), words("", ""));
}

#[test]
fn a_mark_says_which_of_all_it_is() {
    assert_eq!(label_with_position(&Label::parse("on-record").expect("a label"), 2, 25), "On-record 3 of 25");
}

fn other_article() -> bluepencil::document::Document {
    use bluepencil::article::Article;
    bluepencil::document::Document::new(Article::from_plain(article_id(2), "Ferry talks\n\nThey sail.", ""))
}
