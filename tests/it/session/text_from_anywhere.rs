//! Texts with characters that nobody sees, from the file to the mark and out again.

use bluepencil::session::{Command, Event, OccurrencesEvent};
use bluepencil::text::{Matching, is_invisible};

use crate::support::desk::{Desk, Said, downloaded, refusal};
use crate::support::marked::written;

/// A text with an invisible character at each end of its lines.
const STREWN: &str = "\u{200b}\nFerry strike enters second week\n\u{200b}By Rosa Winterholm\u{200b}\n\u{200b}\n\
    \u{200b}Crews on the Farwater line stayed away again on Monday.\n\u{2060}\n\
    \u{feff}The council meets on Friday.\u{200b}\n";

#[test]
fn the_text_goes_out_with_every_invisible_character_and_the_mark_without() {
    let mut desk = Desk::empty();
    desk.file("zw.txt", STREWN);
    desk.command_at(Command::MarkQuote, "\u{feff}The council meets on Friday.\u{200b}\n");
    let said = desk.command(Command::Download);
    assert!(
        matches!(&said[0], Said::Download { name, .. } if name == "ferry-strike-enters-second-week.bluepencil.json"),
        "{said:?}"
    );
    let exported: serde_json::Value = serde_json::from_str(&downloaded(said)).expect("an export is JSON");
    assert_eq!(exported["articles"][0]["text"], STREWN);
    let exact = exported["articles"][0]["annotations"][0]["segments"][0]["exact"].as_str().expect("the words");
    assert!(!exact.starts_with(is_invisible) && !exact.ends_with(is_invisible), "{exact:?}");
    assert!(exact.ends_with("on Friday."));
}

#[test]
fn the_title_is_told_and_listed_without_invisible_characters() {
    let mut desk = Desk::empty();
    desk.file("bom2.txt", "\u{feff}\u{feff}Ferry strike\nBy Rosa Winterholm\n\nCrews stayed away.\n");
    assert_eq!((desk.open_title(), desk.titles()), ("Ferry strike", vec!["Ferry strike"]));
}

#[test]
fn a_text_in_which_nothing_is_to_be_seen_is_not_opened() {
    let mut desk = Desk::empty();
    let said = desk.file("empty.txt", "\u{200b}\n\u{2060}\u{feff} \u{ad}\n");
    assert_eq!(refusal(&said), "There is no text to open. Paste or type the article first.");
}

#[test]
fn all_occurrences_of_a_word_are_annotated_also_with_soft_hyphens() {
    let mut desk = Desk::empty();
    desk.file("same.txt", "Seite\n\nDie Ver\u{ad}hand\u{ad}lungen dauern an. Neue Verhandlungen folgen.\n");
    desk.command_at(Command::AnnotateAll, "Seite");
    let mut asked = |what| desk.event(Event::Occurrences(what));
    asked(OccurrencesEvent::Matching(Matching { case: false, whole_words: true }));
    asked(OccurrencesEvent::Words("Verhandlungen".to_owned()));
    asked(OccurrencesEvent::Annotate);
    let marked = written(desk.document(), None);
    let label = desk.document().annotations().next().expect("two were marked").label.clone();
    let expected = format!("Die «{label}:Ver\u{ad}hand\u{ad}lungen» dauern an. Neue «{label}:Verhandlungen» folgen.");
    assert!(marked.contains(&expected), "{marked}");
}
