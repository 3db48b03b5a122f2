//! Articles: text that comes in, the same text again, a paste taken back, and going from one to the next.

use bluepencil::article::SAMPLE;
use bluepencil::session::{Arrival, Command, Dialog, Event, Screen};
use bluepencil::text::Encoding;
use proptest::prelude::*;

use crate::support::build::{HARBOUR, harbour};
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::generate;

/// A text from the dialog.
pub(super) fn typed(text: &str, title: &str) -> Event {
    Event::ArticleText(Arrival::Typed, text.to_owned(), title.to_owned())
}

/// A text that was pasted on the page.
pub(super) fn pasted(text: &str) -> Event {
    Event::ArticleText(Arrival::Pasted, text.to_owned(), String::new())
}

#[test]
fn a_typed_text_is_opened_and_listed() {
    let mut desk = Desk::empty();
    let said = desk.event(typed("The ferry sails.", "Ferry"));
    assert_eq!(told(&said), "Opened: “Ferry”.");
    assert_eq!((desk.open_title(), desk.titles(), desk.session.screen()), ("Ferry", vec!["Ferry"], Screen::Reader));
}

proptest! {
    #[test]
    fn an_opened_text_is_kept_as_it_is(text in generate::raw_text()) {
        let text = format!("Ferry {text}");
        let mut desk = Desk::empty();
        desk.event(pasted(&text));
        let kept = bluepencil::text::Text::new(&text);
        prop_assert_eq!(&desk.document().article().text, &kept);
        let reloaded = desk.reloaded();
        prop_assert_eq!(reloaded.document().article(), desk.document().article());
    }
}

#[test]
fn a_pasted_text_is_opened_and_undo_is_offered() {
    let mut desk = Desk::empty();
    let said = desk.event(pasted("Ferry talks\n\nThe ferry sails."));
    let sentence = "Pasted as a new article: “Ferry talks”.".to_owned();
    assert!(said.contains(&Said::Told(sentence, Some(Command::Undo))), "{said:?}");
}

#[test]
fn a_text_that_is_empty_is_refused() {
    for text in ["", " \n\t\u{a0}\u{2028}\r\n"] {
        let mut desk = Desk::with(&[&harbour(1, &[])]);
        let before = desk.state();
        let sentence = "There is no text to open. Paste or type the article first.";
        assert_eq!(refusal(&desk.event(typed(text, "Title"))), sentence);
        assert_eq!(desk.state(), before);
    }
}

#[test]
fn a_text_that_is_too_long_is_refused() {
    let mut desk = Desk::empty();
    let before = desk.state();
    let said = desk.event(pasted(&"ferry ".repeat(2_700_000)));
    let sentence = "This text is longer than 16 MB, so it was not opened. Nothing was changed. Divide it first.";
    assert_eq!(refusal(&said), sentence);
    assert_eq!(desk.state(), before);
}

#[test]
fn a_text_that_looks_like_json_is_an_import() {
    let mut desk = Desk::empty();
    let said = desk.event(pasted(" \n{\"a\": 1}"));
    let sentence = refusal(&said);
    assert!(sentence.starts_with("The pasted text was not imported: "), "{sentence}");
    assert_eq!(desk.titles(), Vec::<&str>::new());
}

#[test]
fn a_pasted_export_is_imported() {
    let exported = Desk::with(&[&harbour(1, &["close"])]).exported();
    let mut desk = Desk::empty();
    desk.event(typed(&exported, ""));
    assert_eq!(desk.document().entries().len(), 1);
}

#[test]
fn the_same_text_opens_the_article_that_is_here_already() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    desk.event(typed("Another text.", "Another"));
    let said = desk.event(typed(HARBOUR, "Harbour talks"));
    assert_eq!(told(&said), "“Harbour talks” is on your desk already; it is open now.");
    assert_eq!((desk.document().entries().len(), desk.titles().len()), (1, 2));
}

#[test]
fn the_same_text_under_another_title_is_another_article() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.event(typed(HARBOUR, "Harbour talks, again"));
    assert_eq!(desk.titles(), ["Harbour talks", "Harbour talks, again"]);
}

#[test]
fn the_text_of_the_open_article_again_keeps_its_history() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command_at(Command::MarkQuote, "close");
    desk.event(typed(HARBOUR, "Harbour talks"));
    assert_eq!(desk.session.next_undo(), Some("quote marked"));
}

#[test]
fn opening_a_text_closes_the_dialog() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command(Command::NewArticle);
    assert_eq!(desk.session.dialog(), Some(Dialog::NewArticle));
    desk.event(typed("The ferry sails.", ""));
    assert_eq!(desk.session.dialog(), None);
}

#[test]
fn undo_after_a_paste_takes_the_article_away_and_shows_the_one_before() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let before = desk.clone();
    desk.event(pasted("The ferry sails."));
    let said = desk.command(Command::Undo);
    assert_eq!(told(&said), "Undone: the pasted article was taken away again.");
    assert_eq!((desk.open_title(), desk.titles()), ("Harbour talks", vec!["Harbour talks"]));
    // What is left is the word that the article is gone.
    let of_articles = |desk: &Desk| {
        let records =
            desk.records().filter(|(key, value)| !key.ends_with("/preferences") && !value.ends_with("\nnull"));
        records.map(|(key, value)| (key.to_owned(), value.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(of_articles(&desk), of_articles(&before));
}

#[test]
fn undo_after_a_paste_on_an_empty_desk_shows_the_library() {
    let mut desk = Desk::empty();
    desk.event(pasted("The ferry sails."));
    desk.command(Command::Undo);
    assert_eq!((desk.session.screen(), desk.titles()), (Screen::Library, vec![]));
}

#[test]
fn a_pasted_article_with_work_on_it_is_not_taken_away() {
    let mut desk = Desk::empty();
    desk.event(pasted("The ferry sails."));
    desk.command_at(Command::MarkClaim, "ferry");
    desk.command(Command::Undo);
    assert_eq!(refusal(&desk.command(Command::Undo)), "There is nothing to undo.");
    assert_eq!(desk.titles().len(), 1);
}

#[test]
fn an_article_from_the_dialog_is_not_taken_away_by_undo() {
    let mut desk = Desk::empty();
    desk.event(typed("The ferry sails.", ""));
    assert_eq!(refusal(&desk.command(Command::Undo)), "There is nothing to undo.");
}

#[test]
fn a_text_file_is_opened() {
    let mut desk = Desk::empty();
    let said = desk.file("ferry.txt", "Ferry talks\n\nThe ferry 🚢 sails.");
    assert_eq!(told(&said), "Opened: “Ferry talks”.");
}

#[test]
fn a_file_in_an_old_encoding_is_opened_and_says_so() {
    let mut desk = Desk::empty();
    let said = desk.file("ferry.txt", b"Caf\xe9 talks\n\nIt is open.".as_slice());
    let sentence =
        "Opened: “Café talks”. It is not UTF-8, so it was read as Windows-1252; look at accents and quotation marks.";
    assert_eq!(told(&said), sentence);
}

#[test]
fn a_file_in_utf_16_is_opened_and_says_so() {
    let mut bytes = vec![0xff, 0xfe];
    bytes.extend("Café talks\n\nIt is open.".encode_utf16().flat_map(u16::to_le_bytes));
    let mut desk = Desk::empty();
    assert_eq!(told(&desk.file("ferry.txt", bytes)), "Opened: “Café talks”. It was read as UTF-16.");
}

#[test]
fn characters_that_no_text_can_hold_are_replaced_and_counted() {
    let mut desk = Desk::empty();
    let said = desk.event(pasted("Ferry\0 talks\0\n\nIt sails."));
    assert!(told(&said).ends_with("2 characters that no text can hold became “\u{fffd}”."), "{said:?}");
}

#[test]
fn a_file_that_is_no_text_is_refused() {
    let mut desk = Desk::empty();
    let before = desk.state();
    let said = desk.file("ferry.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice());
    assert_eq!(
        refusal(&said),
        "ferry.png was not opened: it is a picture. Nothing was changed. Copy the words of the article and paste them here."
    );
    assert_eq!(desk.state(), before);
}

#[test]
fn a_file_that_the_browser_cannot_hand_over_is_refused_with_the_reason() {
    let mut desk = Desk::empty();
    let said = desk.event(Event::File("ferry.txt".to_owned(), Err("it could not be read".to_owned())));
    assert_eq!(refusal(&said), "ferry.txt was not opened: it could not be read. Nothing was changed.");
}

#[test]
fn an_empty_file_is_refused() {
    let mut desk = Desk::empty();
    let said = desk.file("ferry.txt", "");
    assert_eq!(refusal(&said), "There is no text to open. Paste or type the article first.");
}

#[test]
fn the_next_and_the_previous_article_are_those_of_the_library() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.event(typed("Second text.", "Second"));
    desk.event(typed("Third text.", "Third"));
    desk.command(Command::PreviousArticle);
    assert_eq!(desk.open_title(), "Second");
    desk.command(Command::PreviousArticle);
    desk.command(Command::NextArticle);
    assert_eq!(desk.open_title(), "Second");
}

#[test]
fn before_the_first_and_after_the_last_article_there_is_none() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    assert_eq!(told(&desk.command(Command::NextArticle)), "This is the last article.");
    assert_eq!(told(&desk.command(Command::PreviousArticle)), "This is the first article.");
}

#[test]
fn the_file_name_of_a_text_does_not_make_it_an_import() {
    assert_eq!(bluepencil::text::decode(SAMPLE.as_bytes()).encoding, Encoding::Utf8);
    let mut desk = Desk::empty();
    desk.file("sample.json.txt", SAMPLE);
    assert_eq!(desk.document().article().text.as_str(), SAMPLE);
}
