//! The flag of a mark.

use bluepencil::session::{Command, Event};

use crate::support::build::{facts, id};
use crate::support::desk::{refusal, told};
use crate::support::marked::{desk, press};

#[test]
fn f_sets_the_flag_and_f_takes_it_away() {
    let (mut desk, place) = desk("«quote*:One» two");
    assert_eq!(told(&press(&mut desk, place, "F")), "Quote flagged.");
    assert_eq!(desk.document().annotation(id(1)).expect("it is there").flags, ["check"]);
    assert_eq!(told(&press(&mut desk, place, "F")), "Flag taken off quote.");
    assert_eq!(desk.document().annotation(id(1)).expect("it is there").flags, [""; 0]);
}

#[test]
fn other_flags_stay() {
    let (desk, _) = desk("«quote:One» two");
    let mut annotation = (**desk.document().annotation(id(1)).expect("it is there")).clone();
    annotation.flags = vec!["conflict".to_owned(), "check".to_owned()];
    let entry = crate::support::build::entry(annotation, 1);
    let article = desk.document().article().clone();
    let document = bluepencil::document::Document::restored(article, 1, vec![entry], []);
    let mut desk = crate::support::desk::Desk::with(&[&document]);
    desk.event(Event::Flag(id(1), false));
    assert_eq!(desk.document().annotation(id(1)).expect("it is there").flags, ["conflict"]);
}

#[test]
fn a_flag_is_kept_and_undone() {
    let (mut desk, place) = desk("«quote*:One» two");
    let before = desk.document().annotation(id(1)).cloned();
    press(&mut desk, place, "F");
    assert_eq!(facts(desk.reloaded().document()), facts(desk.document()));
    assert_eq!(told_undo(&mut desk), "Undone: quote flagged.");
    assert_eq!(desk.document().annotation(id(1)).cloned(), before);
}

fn told_undo(desk: &mut crate::support::desk::Desk) -> String {
    let said = desk.command(Command::Undo);
    told(&said).to_owned()
}

#[test]
fn the_field_sets_what_it_says_and_nothing_where_it_is_so_already() {
    let (mut desk, _) = desk("«quote*:One» two");
    let before = desk.state();
    assert_eq!(desk.event(Event::Flag(id(1), false)), []);
    assert_eq!(desk.state(), before);
    desk.event(Event::Flag(id(1), true));
    assert!(desk.document().annotation(id(1)).expect("it is there").is_flagged());
}

#[test]
fn without_a_mark_there_is_nothing_to_flag() {
    let (mut desk, _) = desk("«quote:One» two");
    let sentence = "No annotation is in focus. Click a mark, or press J to go to the next one.";
    assert_eq!(refusal(&desk.command(Command::Flag)), sentence);
}
