//! The focus: clicks go through the marks of a place, `J` and `K` through all of them, `O` through those that overlap.

use std::sync::Arc;

use bluepencil::session::{Command, Event};
use bluepencil::text::Utf8;

use crate::support::build::id;
use crate::support::desk::{Said, told};
use crate::support::marked::{check, check_refused, desk, press};

#[test]
fn a_click_finds_the_mark_under_it() {
    check("«quote:One» «claim:t|wo»", "Click", "«quote:One» «claim*:two»");
}

#[test]
fn a_click_finds_the_shortest_mark_first() {
    check("«quote:One «claim:t|wo» three»", "Click", "«quote:One «claim*:two» three»");
}

#[test]
fn a_second_click_goes_outward() {
    check("«quote:One «claim:t|wo» three»", "Click Click", "«quote*:One «claim:two» three»");
}

#[test]
fn after_the_outermost_a_click_finds_the_shortest_again() {
    check("«quote:One «claim:t|wo» three»", "Click Click Click", "«quote:One «claim*:two» three»");
}

#[test]
fn clicks_go_through_marks_on_the_same_words() {
    check("«claim:«quote:t|wo»»", "Click Click", "«claim:«quote*:two»»");
}

#[test]
fn a_click_beside_all_marks_takes_the_focus_away() {
    check("«quote*:One» tw|o", "Click", "«quote:One» two");
}

#[test]
fn a_click_into_the_gap_of_a_split_quote_is_beside_it() {
    check("«¹quote*:One»¹ he s|aid «¹quote:two»¹", "Click", "«¹quote:One»¹ he said «¹quote:two»¹");
}

#[test]
fn a_click_says_what_it_has_found() {
    let (mut desk, place) = desk("«quote:One» «claim:t|wo»");
    let said = press(&mut desk, place, "Click");
    assert_eq!(said, [Said::RevealRow(id(2)), Said::Told("Claim 2 of 2: two".to_owned(), None)]);
}

#[test]
fn what_is_pointed_at_in_the_article_does_not_move_there() {
    for event in [Event::Point(Utf8(5)), Event::ChooseInMargin(id(2))] {
        let (mut desk, _) = desk("«quote:One» «claim:two»");
        let said = desk.event(event);
        assert_eq!(desk.session.focus(), Some(id(2)));
        assert_eq!(said.first(), Some(&Said::RevealRow(id(2))));
        assert!(!said.iter().any(|said| matches!(said, Said::Reveal(_) | Said::ShowWords(..))), "{said:?}");
    }
}

#[test]
fn j_goes_forward_in_reading_order() {
    check("«quote*:One «claim:two»» «credit:three»", "J", "«quote:One «claim*:two»» «credit:three»");
}

#[test]
fn k_goes_back_in_reading_order() {
    check("«quote:One «claim:two»» «credit*:three»", "K", "«quote:One «claim*:two»» «credit:three»");
}

#[test]
fn j_goes_through_every_mark_once() {
    let before = "«quote*:One «claim:two»» «¹credit:three «²quote:four»¹ five»²";
    check(before, "J J J", "«quote:One «claim:two»» «¹credit:three «²quote*:four»¹ five»²");
}

#[test]
fn without_a_focus_j_begins_at_the_caret() {
    check("«quote:One» two| «claim:three» «credit:four»", "J", "«quote:One» two «claim*:three» «credit:four»");
}

#[test]
fn without_a_focus_k_begins_at_the_caret() {
    check("«quote:One» «claim:two» thr|ee «credit:four»", "K", "«quote:One» «claim*:two» three «credit:four»");
}

#[test]
fn without_focus_and_caret_j_begins_at_the_beginning() {
    check("«quote:One» «claim:two»", "J", "«quote*:One» «claim:two»");
}

#[test]
fn after_the_last_mark_j_stays_and_says_so() {
    let (mut desk, place) = desk("«quote:One» «claim*:two»");
    assert_eq!(told(&press(&mut desk, place, "J")), "No annotation comes after this.");
    assert_eq!(desk.focused_words(), "two");
}

#[test]
fn before_the_first_mark_k_stays_and_says_so() {
    let (mut desk, place) = desk("«quote*:One» «claim:two»");
    assert_eq!(told(&press(&mut desk, place, "K")), "No annotation comes before this.");
    assert_eq!(desk.focused_words(), "One");
}

#[test]
fn where_nothing_is_marked_j_says_how_to_begin() {
    let sentence = "Nothing is marked yet. Select some words, then press Q, C, P or R.";
    check_refused("One| two", "J", sentence);
}

#[test]
fn o_goes_to_the_other_mark_at_the_place() {
    check("«quote:One «claim*:two»» «credit:three»", "O", "«quote*:One «claim:two»» «credit:three»");
}

#[test]
fn o_comes_back_after_the_last_mark_at_the_place() {
    check("«quote:One «claim*:two»»", "O O", "«quote:One «claim*:two»»");
}

#[test]
fn where_a_mark_is_alone_o_says_so() {
    let (mut desk, place) = desk("«quote*:One» «claim:two»");
    assert_eq!(told(&press(&mut desk, place, "O")), "This is the only mark here.");
}

#[test]
fn without_a_focus_there_is_no_other_mark() {
    let (mut desk, _) = desk("«quote:One»");
    let sentence = "No annotation is in focus. Click a mark, or press J to go to the next one.";
    assert_eq!(desk.command(Command::OtherMark), [Said::Alert(sentence.to_owned())]);
}

#[test]
fn what_is_chosen_in_the_list_gets_the_focus_and_comes_into_view() {
    let (mut desk, _) = desk("«quote:One» «claim:two»");
    assert_eq!(desk.event(Event::Choose(id(2))), [Said::Reveal(id(2))]);
    assert_eq!(desk.focused_words(), "two");
}

#[test]
fn choosing_what_is_not_there_takes_the_focus_away() {
    let (mut desk, _) = desk("«quote*:One»");
    desk.event(Event::Choose(id(7)));
    assert_eq!(desk.session.focus(), None);
}

#[test]
fn escape_lets_go_of_the_selection_first() {
    let (mut desk, place) = desk("«quote*:One» [two]");
    assert_eq!(press(&mut desk, place, "Escape"), [Said::CollapseSelection]);
    assert_eq!(desk.focused_words(), "One");
}

#[test]
fn escape_then_takes_the_focus_away() {
    check("«quote*:One» two|", "Escape", "«quote:One» two");
}

/// What is shown is compared by pointer: another value of the same content would be worked out and painted anew.
#[test]
fn what_moves_the_focus_leaves_the_very_same_document() {
    let (mut desk, place) = desk("«quote:One» and «claim:t|wo»");
    let before = Arc::clone(desk.document());
    press(&mut desk, place, "Click J K Escape W");
    assert!(Arc::ptr_eq(&before, desk.document()));
}
