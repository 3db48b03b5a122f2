//! Two marks made one, and one made two.

use bluepencil::session::{Command, Event};

use crate::support::build::{entries, id};
use crate::support::desk::told;
use crate::support::marked::{check_command, check_command_refused, desk, press, written};

#[test]
fn marks_that_touch_or_overlap_become_one_stretch() {
    check_command("«¹quote*:One «²quote:two»¹ three»²", Command::MergeNext, "«quote*:One two three»");
    check_command("«quote*:One»«quote:two»", Command::MergeNext, "«quote*:Onetwo»");
    check_command("«quote*:One «quote:two» three»", Command::MergeNext, "«quote*:One two three»");
}

#[test]
fn white_space_and_punctuation_between_become_part_of_the_mark() {
    check_command("«quote*:“One”» – «quote:“two”»", Command::MergeNext, "«quote*:“One” – “two”»");
    check_command("«quote*:One.»\n\n«quote:Two.»", Command::MergeNext, "«quote*:One.\n\nTwo.»");
}

#[test]
fn with_words_between_the_mark_has_two_segments() {
    check_command("«quote*:One» he said «quote:two»", Command::MergeNext, "«¹quote*:One»¹ he said «¹quote*:two»¹");
}

#[test]
fn the_next_mark_of_the_label_is_meant() {
    check_command(
        "«quote*:One» «claim:two» «quote:three» «quote:four»",
        Command::MergeNext,
        "«¹quote*:One»¹ «claim:two» «¹quote*:three»¹ «quote:four»",
    );
}

#[test]
fn the_first_keeps_its_id_and_both_notes_stay() {
    let (mut desk, place) = desk("«quote(look)*:One» «quote(twice):two»");
    desk.event(Event::Command(Command::MergeNext, place));
    let [only] = &entries(desk.document())[..] else { panic!("there is one") };
    assert_eq!((only.annotation.id, only.annotation.note.as_str()), (id(1), "look\ntwice"));
}

#[test]
fn joining_is_told_and_is_one_step() {
    let (mut desk, place) = desk("«quote*:One» he said «quote:two»");
    let said = desk.event(Event::Command(Command::MergeNext, place));
    assert_eq!(told(&said), "Quote joined with the next: One … two. 2 segments.");
    assert_eq!(desk.session.next_undo(), Some("two marks joined into one quote"));
    press(&mut desk, place, "Ctrl+Z");
    assert_eq!(written(desk.document(), desk.session.focus()), "«quote*:One» he said «quote:two»");
    press(&mut desk, place, "Ctrl+Y");
    assert_eq!(written(desk.document(), desk.session.focus()), "«¹quote*:One»¹ he said «¹quote*:two»¹");
}

#[test]
fn the_last_of_its_label_has_nothing_to_be_joined_with() {
    check_command_refused(
        "«quote:One» «quote*:two» «claim:three»",
        Command::MergeNext,
        "No quote comes after this one, so there is nothing to join it with.",
    );
}

#[test]
fn joining_makes_no_mark_twice() {
    check_command_refused(
        "«quote:«quote*:One» «quote:two»»",
        Command::MergeNext,
        "Another quote stands on just these words already, so nothing was joined.",
    );
}

#[test]
fn a_mark_is_divided_at_the_caret() {
    check_command("«quote*:One| two»", Command::SplitAtCaret, "«quote*:One» «quote:two»");
    check_command("«quote*:One two |three» four", Command::SplitAtCaret, "«quote*:One two» «quote:three» four");
}

#[test]
fn a_mark_of_segments_is_divided_inside_one_or_between_two() {
    check_command(
        "«¹quote*:One»¹ two «¹quote*:three |four»¹",
        Command::SplitAtCaret,
        "«¹quote*:One»¹ two «¹quote*:three»¹ «quote:four»",
    );
    check_command("«¹quote*:One»¹ t|wo «¹quote*:three»¹", Command::SplitAtCaret, "«quote*:One» two «quote:three»");
}

#[test]
fn the_first_part_keeps_the_id_and_the_note() {
    let (mut desk, place) = desk("«quote(look)*:One| two»");
    let said = desk.event(Event::Command(Command::SplitAtCaret, place));
    assert_eq!(told(&said), "Quote divided. First part: One. Second part: two.");
    assert_eq!(written(desk.document(), desk.session.focus()), "«quote(look)*:One» «quote:two»");
    assert_eq!(desk.session.focus(), Some(id(1)));
}

#[test]
fn dividing_is_one_step() {
    let (mut desk, place) = desk("«quote(look)*:One| two»");
    desk.event(Event::Command(Command::SplitAtCaret, place));
    assert_eq!(desk.session.next_undo(), Some("quote divided"));
    press(&mut desk, place, "Ctrl+Z");
    assert_eq!(written(desk.document(), desk.session.focus()), "«quote(look)*:One two»");
    press(&mut desk, place, "Ctrl+Y");
    assert_eq!(written(desk.document(), desk.session.focus()), "«quote(look)*:One» «quote:two»");
}

#[test]
fn a_mark_is_divided_inside_only() {
    let alert = "The caret does not stand inside this quote. Click the place to divide it at first.";
    for before in ["«quote*:|One two»", "«quote*:One two|»", "|Say «quote*:One two»", "«quote*:One two» thr|ee"]
    {
        check_command_refused(before, Command::SplitAtCaret, alert);
    }
}

#[test]
fn dividing_makes_no_mark_twice() {
    let alert = "Another quote stands on just one of the parts already, so nothing was divided.";
    check_command_refused("«quote*:One| «quote:two»»", Command::SplitAtCaret, alert);
    check_command_refused("«quote*:«quote:One»| two»", Command::SplitAtCaret, alert);
}
