//! Changing marks: labels, notes and deletion, and taking each of them back.

use bluepencil::annotation::Label;
use bluepencil::session::{Command, Event, Field};

use crate::support::build::id;
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::marked::{check, check_refused, desk, press, written};

const NO_FOCUS: &str = "No annotation is in focus. Click a mark, or press J to go to the next one.";

/// Types a note letter by letter.
fn type_note(desk: &mut Desk, number: u64, note: &str) {
    for (end, letter) in note.char_indices() {
        desk.event(Event::Note(id(number), note[..end + letter.len_utf8()].to_owned()));
    }
}

#[test]
fn each_label_key_with_shift_changes_the_label() {
    for (key, label) in [("Shift+C", "claim"), ("Shift+P", "caption"), ("Shift+R", "credit")] {
        check("«quote*:One» «quote:two»", key, &format!("«{label}*:One» «quote:two»"));
    }
    check("«claim*:One» two", "Shift+Q", "«quote*:One» two");
}

#[test]
fn a_new_label_can_change_the_place_in_reading_order_and_the_focus_goes_along() {
    check("«claim:«quote*:One»»", "Shift+P", "«caption*:«claim:One»»");
}

#[test]
fn a_changed_label_is_told() {
    let (mut desk, place) = desk("«quote*:One» two");
    assert_eq!(told(&press(&mut desk, place, "Shift+C")), "Quote changed to claim.");
}

#[test]
fn the_label_that_is_there_already_is_not_changed() {
    let (mut desk, place) = desk("«quote*:One» two");
    let before = desk.storage.clone();
    assert_eq!(told(&press(&mut desk, place, "Shift+Q")), "This is a quote already.");
    assert_eq!(desk.storage, before);
}

#[test]
fn a_label_that_the_same_words_have_already_is_refused() {
    let sentence = "These words are already marked as a claim too, so the label was not changed.";
    check_refused("«claim:«quote*:One»»", "Shift+C", sentence);
}

#[test]
fn without_a_focus_no_label_is_changed() {
    let (mut desk, _) = desk("«quote:One»");
    assert_eq!(refusal(&desk.command(Command::RelabelClaim)), NO_FOCUS);
}

#[test]
fn a_label_of_ones_own_is_chosen_in_the_field() {
    let (mut desk, _) = desk("«quote:One» two");
    desk.event(Event::Relabel(id(1), Label::parse("on-record").expect("a label")));
    assert_eq!(written(desk.document(), desk.session.focus()), "«on-record*:One» two");
}

#[test]
fn the_label_of_what_is_not_there_is_not_changed() {
    let (mut desk, _) = desk("«quote:One»");
    let label = Label::parse("claim").expect("a label");
    assert_eq!(refusal(&desk.event(Event::Relabel(id(7), label))), NO_FOCUS);
}

#[test]
fn a_note_is_kept_as_it_is_typed() {
    let (mut desk, _) = desk("«quote:One» two");
    type_note(&mut desk, 1, "look again 🚢");
    assert_eq!(written(desk.document(), None), "«quote(look again 🚢):One» two");
}

#[test]
fn a_note_that_was_typed_is_taken_back_in_one_step() {
    let (mut desk, place) = desk("«quote*:One» two");
    type_note(&mut desk, 1, "look again");
    press(&mut desk, place, "Ctrl+Z");
    assert_eq!(written(desk.document(), None), "«quote:One» two");
    assert_eq!(desk.session.next_undo(), None);
}

#[test]
fn after_the_field_was_left_a_note_is_typed_in_a_new_step() {
    let (mut desk, place) = desk("«quote*:One» two");
    type_note(&mut desk, 1, "look");
    desk.event(Event::FieldLeft);
    desk.event(Event::Note(id(1), "look again".to_owned()));
    press(&mut desk, place, "Ctrl+Z");
    assert_eq!(written(desk.document(), None), "«quote(look):One» two");
}

#[test]
fn after_an_undo_a_note_is_typed_in_a_new_step() {
    let (mut desk, place) = desk("«quote*:One» two");
    type_note(&mut desk, 1, "look");
    desk.event(Event::FieldLeft);
    desk.event(Event::Note(id(1), "look again".to_owned()));
    press(&mut desk, place, "Ctrl+Z");
    desk.event(Event::Note(id(1), "looked".to_owned()));
    press(&mut desk, place, "Ctrl+Z");
    assert_eq!(written(desk.document(), None), "«quote(look):One» two");
}

#[test]
fn the_note_of_what_is_not_there_changes_nothing() {
    let (mut desk, _) = desk("«quote:One»");
    let before = desk.state();
    assert_eq!(desk.event(Event::Note(id(7), "lost".to_owned())), []);
    assert_eq!(desk.state(), before);
}

#[test]
fn a_note_that_is_typed_says_nothing() {
    let (mut desk, _) = desk("«quote:One»");
    assert_eq!(desk.event(Event::Note(id(1), "l".to_owned())), []);
}

#[test]
fn m_goes_to_the_note() {
    let (mut desk, place) = desk("«quote*:One»");
    assert_eq!(press(&mut desk, place, "M"), [Said::FocusField(Field::Note)]);
}

#[test]
fn enter_goes_to_the_label() {
    let (mut desk, place) = desk("«quote*:One»");
    assert_eq!(press(&mut desk, place, "Enter"), [Said::FocusField(Field::Label)]);
}

#[test]
fn without_a_focus_there_is_no_field_to_go_to() {
    let (mut desk, _) = desk("«quote:One»");
    for command in [Command::Note, Command::OpenFields] {
        assert_eq!(refusal(&desk.command(command)), NO_FOCUS);
    }
}

#[test]
fn delete_takes_the_mark_in_focus_away_and_goes_to_the_next() {
    check("«quote:One» «claim*:two» «credit:three»", "Delete", "«quote:One» two «credit*:three»");
}

#[test]
fn after_the_last_mark_was_deleted_the_one_before_is_in_focus() {
    check("«quote:One» «claim*:two»", "Backspace", "«quote*:One» two");
}

#[test]
fn after_the_only_mark_was_deleted_none_is_in_focus() {
    check("One «claim*:two»", "Delete", "One two");
}

#[test]
fn what_was_deleted_is_told_with_its_words() {
    let (mut desk, place) = desk("One «claim*:two»");
    assert_eq!(told(&press(&mut desk, place, "Delete")), "Claim removed: two");
}

#[test]
fn without_a_focus_nothing_is_deleted() {
    let (mut desk, _) = desk("«quote:One»");
    assert_eq!(refusal(&desk.command(Command::DeleteAnnotation)), NO_FOCUS);
    assert_eq!(written(desk.document(), None), "«quote:One»");
}

#[test]
fn undo_brings_a_deleted_mark_back_with_all_that_was_said_about_it() {
    check(
        "«quote:One» «claim(look):«credit*:two»»",
        "Delete Delete Ctrl+Z Ctrl+Z",
        "«quote:One» «claim(look):«credit*:two»»",
    );
}

#[test]
fn undo_goes_back_step_by_step_and_redo_forth() {
    let (mut desk, place) = desk("One [two] three");
    let mut states = vec![written(desk.document(), desk.session.focus())];
    for keys in ["Q", "Shift+C", "P", "Delete"] {
        press(&mut desk, place, keys);
        states.push(written(desk.document(), None));
    }
    for expected in states.iter().rev().skip(1) {
        press(&mut desk, place, "Ctrl+Z");
        assert_eq!(&written(desk.document(), None), expected);
    }
    for expected in states.iter().skip(1) {
        press(&mut desk, place, "Ctrl+Y");
        assert_eq!(&written(desk.document(), None), expected);
    }
}

#[test]
fn undo_and_redo_say_what_they_have_done() {
    let (mut desk, place) = desk("One [two]");
    press(&mut desk, place, "Q");
    assert_eq!(told(&press(&mut desk, place, "Ctrl+Z")), "Undone: quote marked.");
    assert_eq!(told(&press(&mut desk, place, "Ctrl+Shift+Z")), "Redone: quote marked.");
}

#[test]
fn undo_puts_the_focus_on_what_it_has_changed() {
    check("«quote*:One» «claim:two»", "Shift+C J Ctrl+Z", "«quote*:One» «claim:two»");
}

#[test]
fn with_nothing_done_there_is_nothing_to_undo() {
    check_refused("«quote:One»", "Ctrl+Z", "There is nothing to undo.");
}

#[test]
fn with_nothing_undone_there_is_nothing_to_redo() {
    check_refused("«quote:One»", "Ctrl+Y", "There is nothing to redo.");
}

#[test]
fn a_new_mark_ends_what_could_be_redone() {
    let (mut desk, place) = desk("One [two]");
    press(&mut desk, place, "Q Ctrl+Z C");
    assert_eq!(refusal(&press(&mut desk, place, "Ctrl+Y")), "There is nothing to redo.");
}

#[test]
fn a_reload_forgets_nothing() {
    let (mut desk, place) = desk("One [two]");
    press(&mut desk, place, "Q");
    let reloaded = desk.reloaded();
    assert_eq!(written(reloaded.document(), reloaded.session.focus()), "One «quote*:two»");
    assert_eq!(reloaded.session.next_undo(), Some("quote marked"));
}
