//! Filters: what the list shows, and that nothing else knows of them.

use bluepencil::annotation::Label;
use bluepencil::session::{Command, Event, Field, Filter};
use proptest::prelude::*;

use crate::support::build::id;
use crate::support::desk::{Desk, Said, told};
use crate::support::generate;
use crate::support::marked::{desk, press};

const MARKS: &str = "«quote:One» «claim(ask “Zoé”):two» «quote(late):three» «credit:four» five";

/// The words of the marks that the list shows.
fn listed(desk: &Desk) -> Vec<String> {
    let document = desk.document();
    let marks = desk.session.listed().unwrap_or(document.entries()).iter();
    marks.map(|entry| entry.annotation.target.words(&document.article().text)).collect()
}

fn with(filter: Filter) -> Desk {
    let (mut desk, _) = desk(MARKS);
    desk.event(Event::Filter(filter));
    desk
}

fn labels(names: &[&str]) -> Vec<Label> {
    names.iter().map(|name| Label::parse(name).expect("a label")).collect()
}

#[test]
fn each_filter_shows_what_it_says() {
    let none = Filter::default;
    let mut flagged = with(none());
    flagged.event(Event::Flag(id(4), true));
    flagged.event(Event::Filter(Filter { flagged: true, ..none() }));
    assert_eq!(listed(&flagged), ["four"]);
    assert_eq!(listed(&with(none())), ["One", "two", "three", "four"]);
    assert_eq!(listed(&with(Filter { labels: labels(&["quote", "credit"]), ..none() })), ["One", "three", "four"]);
    assert_eq!(listed(&with(Filter { noted: true, ..none() })), ["two", "three"]);
    assert_eq!(listed(&with(Filter { words: " \"zoé".to_owned(), ..none() })), ["two"]);
    assert_eq!(listed(&with(Filter { words: "ONE".to_owned(), ..none() })), ["One"]);
    assert_eq!(listed(&with(Filter { labels: labels(&["quote"]), noted: true, ..none() })), ["three"]);
}

#[test]
fn a_label_is_toggled() {
    let [quote, claim] = ["quote", "claim"].map(|name| Label::parse(name).expect("a label"));
    let both = Filter::default().toggled(quote.clone()).toggled(claim.clone());
    assert_eq!(both.labels, [quote.clone(), claim.clone()]);
    assert_eq!(both.toggled(quote).labels, [claim]);
}

#[test]
fn j_and_k_go_through_what_is_shown() {
    let (mut desk, place) = desk(MARKS);
    desk.event(Event::Filter(Filter { labels: labels(&["quote"]), ..Filter::default() }));
    press(&mut desk, place, "J J");
    assert_eq!(desk.focused_words(), "three");
    assert_eq!(told(&press(&mut desk, place, "J")), "No annotation comes after this.");
    press(&mut desk, place, "K");
    assert_eq!(desk.focused_words(), "One");
}

#[test]
fn from_a_mark_that_does_not_pass_the_filter_the_steps_go_on_in_reading_order() {
    let (mut desk, place) = desk(MARKS);
    desk.event(Event::Filter(Filter { labels: labels(&["quote"]), ..Filter::default() }));
    for (key, expected) in [("J", "three"), ("K", "One")] {
        desk.event(Event::Choose(id(2)));
        press(&mut desk, place, key);
        assert_eq!(desk.focused_words(), expected);
    }
}

#[test]
fn the_mark_in_focus_is_shown_whatever_the_filter_says() {
    let mut desk = with(Filter { labels: labels(&["quote"]), ..Filter::default() });
    desk.event(Event::Choose(id(2)));
    assert_eq!(listed(&desk), ["One", "two", "three"]);
    assert_eq!(desk.session.passing(), Some(2));
}

#[test]
fn where_nothing_passes_j_says_so() {
    let (mut desk, place) = desk(MARKS);
    desk.event(Event::Filter(Filter { words: "nowhere".to_owned(), ..Filter::default() }));
    let sentence = "No mark passes the filter. Show all to go through the others.";
    assert_eq!(told(&press(&mut desk, place, "J")), sentence);
}

#[test]
fn after_a_deletion_the_focus_goes_to_a_mark_that_is_shown() {
    let mut desk = with(Filter { labels: labels(&["quote"]), ..Filter::default() });
    desk.event(Event::Choose(id(1)));
    desk.command(Command::DeleteAnnotation);
    assert_eq!(desk.focused_words(), "three");
}

#[test]
fn the_list_follows_what_changes() {
    let mut desk = with(Filter { noted: true, ..Filter::default() });
    desk.event(Event::Note(id(1), "new".to_owned()));
    assert_eq!(listed(&desk), ["One", "two", "three"]);
}

#[test]
fn the_command_opens_the_fields_and_goes_to_them() {
    let (mut desk, _) = desk(MARKS);
    assert_eq!(desk.command(Command::Filter), [Said::FocusField(Field::Filter)]);
    assert!(desk.session.filter().open);
}

#[test]
fn another_article_is_shown_without_a_filter() {
    let mut desk = with(Filter { noted: true, ..Filter::default() });
    desk.event(super::articles::typed("Second text.", "Second"));
    assert_eq!(desk.session.filter(), &Filter::default());
}

proptest! {
    #[test]
    fn no_filter_changes_an_exported_or_a_stored_byte(
        document in generate::document(), words in generate::words(), noted in any::<bool>(), flagged in any::<bool>(),
        label in proptest::option::of(proptest::sample::select(&["quote", "claim", "on-record_2"][..]))
    ) {
        let mut desk = Desk::with(&[&document]);
        let before = (desk.exported(), desk.storage.clone());
        let labels = label.and_then(Label::parse).into_iter().collect();
        desk.event(Event::Filter(Filter { open: true, labels, words, noted, flagged }));
        prop_assert_eq!((desk.exported(), desk.storage), before);
    }
}
