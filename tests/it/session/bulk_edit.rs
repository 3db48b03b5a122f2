//! Several marks at once: which are selected, and one step for all of them.

use bluepencil::annotation::Label;
use bluepencil::session::{BulkEvent, Command, Event, Field, Filter, SelectionMode};

use crate::support::build::id;
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::marked::{desk, press, written};

const FOUR: &str = "«quote:One» «claim:two» «caption:three» «quote:four» five";

/// A desk with marks of which some are selected, by their numbers.
fn selected(before: &str, numbers: &[u64]) -> Desk {
    let (mut desk, _) = desk(before);
    for number in numbers {
        desk.event(Event::Bulk(BulkEvent::Select(id(*number), SelectionMode::Toggle)));
    }
    desk
}

fn numbers(desk: &Desk) -> Vec<u64> {
    (1..9).filter(|number| desk.session.selected().contains(&id(*number))).collect()
}

#[track_caller]
fn assert_marks(desk: &Desk, after: &str) {
    assert_eq!(written(desk.document(), None), after);
}

#[test]
fn a_mark_is_selected_and_let_go_again() {
    let mut desk = selected(FOUR, &[2, 4]);
    assert_eq!(numbers(&desk), [2, 4]);
    assert_eq!(told(&desk.event(Event::Bulk(BulkEvent::Select(id(2), SelectionMode::Toggle)))), "1 mark selected.");
    assert_eq!(numbers(&desk), [4]);
}

#[test]
fn a_range_goes_from_the_mark_chosen_before() {
    let mut desk = selected(FOUR, &[4]);
    desk.event(Event::Bulk(BulkEvent::Select(id(2), SelectionMode::Range)));
    assert_eq!(numbers(&desk), [2, 3, 4]);
}

#[test]
fn a_range_without_a_mark_chosen_before_begins_at_the_focus() {
    let (mut desk, _) = desk("«quote*:One» «claim:two» «caption:three»");
    desk.event(Event::Bulk(BulkEvent::Select(id(3), SelectionMode::Range)));
    assert_eq!(numbers(&desk), [1, 2, 3]);
}

#[test]
fn all_in_the_list_are_selected_and_let_go() {
    let mut desk = selected(FOUR, &[]);
    assert_eq!(told(&desk.command(Command::SelectListed)), "4 marks selected.");
    assert_eq!(told(&desk.command(Command::ClearSelected)), "No mark is selected.");
    assert_eq!(numbers(&desk), [0; 0]);
}

#[test]
fn in_the_list_the_mark_in_focus_is_selected_or_else_the_first() {
    let mut desk = selected(FOUR, &[]);
    desk.command(Command::SelectMark);
    desk.event(Event::Choose(id(3)));
    desk.command(Command::SelectMark);
    assert_eq!(numbers(&desk), [1, 3]);
}

#[test]
fn escape_lets_go_of_the_selected_marks_and_keeps_the_focus() {
    let mut desk = selected(FOUR, &[1, 2]);
    desk.event(Event::Choose(id(3)));
    desk.command(Command::Leave);
    assert_eq!((numbers(&desk), desk.session.focus()), (vec![], Some(id(3))));
}

#[test]
fn the_selected_marks_are_deleted_in_one_step() {
    let mut desk = selected(FOUR, &[1, 3]);
    assert_eq!(told(&desk.command(Command::DeleteAnnotation)), "2 marks deleted.");
    assert_marks(&desk, "One «claim:two» three «quote:four» five");
    assert_eq!(numbers(&desk), [0; 0]);
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: 2 marks deleted.");
    assert_marks(&desk, FOUR);
}

#[test]
fn after_a_deletion_the_focus_goes_to_a_mark_that_is_left() {
    let mut desk = selected(FOUR, &[2, 3]);
    desk.event(Event::Choose(id(2)));
    desk.command(Command::DeleteAnnotation);
    assert_eq!(desk.focused_words(), "four");
}

#[test]
fn the_selected_marks_get_another_label_in_one_step() {
    let (mut desk, place) = desk(FOUR);
    for number in [1, 2, 4] {
        desk.event(Event::Bulk(BulkEvent::Select(id(number), SelectionMode::Toggle)));
    }
    desk.event(Event::Choose(id(3)));
    assert_eq!(told(&press(&mut desk, place, "Shift+C")), "2 marks changed to claim.");
    assert_marks(&desk, "«claim:One» «claim:two» «caption:three» «claim:four» five");
    desk.command(Command::Undo);
    assert_marks(&desk, FOUR);
}

#[test]
fn marks_whose_words_have_the_label_already_are_left_and_counted() {
    let mut desk = selected("«quote:«claim:One»» «quote:two»", &[1, 3]);
    let said = desk.command(Command::RelabelClaim);
    let sentence = "1 mark changed to claim. 1 mark was not changed: the same words are marked as a claim already.";
    assert_eq!(told(&said), sentence);
    assert_marks(&desk, "«claim:«quote:One»» «claim:two»");
}

#[test]
fn of_two_marks_on_the_same_words_one_gets_the_label() {
    let mut desk = selected("«quote:«claim:One»» two", &[1, 2]);
    desk.command(Command::RelabelCredit);
    assert_marks(&desk, "«credit:«quote:One»» two");
}

#[test]
fn where_no_mark_can_be_changed_that_is_refused() {
    let mut desk = selected("«quote:«claim:One»» two", &[1]);
    let sentence = "1 mark was not changed: the same words are marked as a claim already.";
    assert_eq!(refusal(&desk.command(Command::RelabelClaim)), sentence);
}

#[test]
fn a_note_is_added_to_all_and_takes_none_away() {
    let mut desk = selected("«quote(old):One» «claim:two»", &[1, 2]);
    let said = desk.event(Event::Bulk(BulkEvent::AddNote(" ask again ".to_owned())));
    assert_eq!(told(&said), "Note added to 2 marks.");
    assert_marks(&desk, "«quote(old\nask again):One» «claim(ask again):two»");
    desk.command(Command::Undo);
    assert_marks(&desk, "«quote(old):One» «claim:two»");
}

#[test]
fn an_empty_note_is_not_added() {
    let mut desk = selected(FOUR, &[1, 2]);
    let sentence = "There is no note to add. Write it into the field first.";
    assert_eq!(refusal(&desk.event(Event::Bulk(BulkEvent::AddNote("  ".to_owned())))), sentence);
}

#[test]
fn m_goes_to_the_note_for_all_of_them() {
    let mut desk = selected(FOUR, &[1, 2]);
    assert_eq!(desk.command(Command::Note), [Said::FocusField(Field::NoteToAdd)]);
}

#[test]
fn all_are_flagged_unless_all_of_them_are() {
    let mut desk = selected(FOUR, &[1, 2, 3]);
    desk.event(Event::Flag(id(2), true));
    assert_eq!(told(&desk.command(Command::Flag)), "2 marks flagged.");
    assert_eq!(told(&desk.command(Command::Flag)), "Flag taken off 3 marks.");
    desk.command(Command::Undo);
    desk.command(Command::Undo);
    let flagged: Vec<bool> = desk.document().annotations().map(|one| one.is_flagged()).collect();
    assert_eq!(flagged, [false, true, false, false]);
}

#[test]
fn a_filter_lets_go_of_what_it_hides() {
    let mut desk = selected(FOUR, &[1, 2, 4]);
    let labels = vec![Label::parse("quote").expect("a label")];
    desk.event(Event::Filter(Filter { labels, ..Filter::default() }));
    assert_eq!(numbers(&desk), [1, 4]);
}

#[test]
fn with_a_filter_all_in_the_list_are_those_that_it_shows() {
    let mut desk = selected(FOUR, &[]);
    let labels = vec![Label::parse("quote").expect("a label")];
    desk.event(Event::Filter(Filter { labels, ..Filter::default() }));
    desk.command(Command::SelectListed);
    assert_eq!(numbers(&desk), [1, 4]);
}

#[test]
fn another_article_has_no_selected_marks() {
    let mut desk = selected(FOUR, &[1, 2]);
    desk.event(super::articles::typed("Second text.", "Second"));
    assert_eq!(numbers(&desk), [0; 0]);
}
