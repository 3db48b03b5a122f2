//! Boundaries: `B` begins, arrows move, `Tab` goes to the other end, `Enter` keeps; and the pointer does the same.

use bluepencil::annotation::Target;
use bluepencil::session::{BoundaryEvent, Command, Event, Place};
use bluepencil::text::{Span, Text, Utf8};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::build::{entries, facts, id};
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::marked::{check, desk, press, written};
use crate::support::{generate, invariant};

#[test]
fn the_end_goes_over_the_next_word() {
    check("It «quote*:takes two» to tango.", "B ArrowRight Enter", "It «quote*:takes two to» tango.");
}

#[test]
fn the_end_goes_back_over_the_last_word() {
    check("It «quote*:takes two» to tango.", "B ArrowLeft Enter", "It «quote*:takes» two to tango.");
}

#[test]
fn after_tab_the_start_is_moved() {
    check("It «quote*:takes two» to tango.", "B Tab ArrowLeft Enter", "«quote*:It takes two» to tango.");
    check("It «quote*:takes two» to tango.", "B Tab ArrowRight Enter", "It takes «quote*:two» to tango.");
}

#[test]
fn with_shift_an_end_goes_by_character() {
    check("It «quote*:takes two» to tango.", "B Shift+ArrowLeft Enter", "It «quote*:takes tw»o to tango.");
    check("It «quote*:takes two» to tango.", "B Shift+ArrowRight Enter", "It «quote*:takes two t»o tango.");
    check("It «quote*:takes two» to tango.", "B Tab Shift+ArrowRight Enter", "It t«quote*:akes two» to tango.");
}

#[test]
fn a_character_that_is_seen_as_one_is_never_cut() {
    check("See «quote*:her» 👨‍👩‍👧‍👦 go", "B Shift+ArrowRight Enter", "See «quote*:her 👨‍👩‍👧‍👦» go");
    check("See «quote*:her cafe\u{301}» go", "B Shift+ArrowLeft Enter", "See «quote*:her caf»e\u{301} go");
}

#[test]
fn a_word_is_reached_without_its_punctuation_and_with_it() {
    check("“«quote*:So it» goes,” he said", "B ArrowRight Enter", "“«quote*:So it goes»,” he said");
    check("“«quote*:So it» goes,” he said", "B ArrowRight ArrowRight Enter", "“«quote*:So it goes,”» he said");
    check("Yes “«quote*:So it» goes", "B Tab ArrowLeft Enter", "Yes «quote*:“So it» goes");
}

#[test]
fn the_ends_go_over_the_border_of_a_block() {
    check("One «quote*:two.»\n\nThree four.", "B ArrowRight Enter", "One «quote*:two.\n\nThree» four.");
}

#[test]
fn arrows_go_the_way_of_words_that_are_read_from_right_to_left() {
    check("«quote*:שלום» חברים טובים", "B ArrowLeft Enter", "«quote*:שלום חברים» טובים");
    check("שלום «quote*:חברים» טובים", "B Tab ArrowRight Enter", "«quote*:שלום חברים» טובים");
}

#[test]
fn nothing_is_changed_before_enter() {
    check("It «quote*:takes two» to tango.", "B ArrowRight", "It «quote*:takes two» to tango.");
}

#[test]
fn escape_leaves_the_boundaries_and_the_focus_as_they_were() {
    check("It «quote*:takes two» to tango.", "B ArrowRight Escape", "It «quote*:takes two» to tango.");
}

#[test]
fn the_moved_boundaries_are_one_step() {
    let (mut desk, place) = desk("It «quote*:takes two» to tango.");
    press(&mut desk, place, "B ArrowRight Tab ArrowLeft Enter");
    assert_eq!(desk.session.next_undo(), Some("boundaries of quote moved"));
    press(&mut desk, place, "Ctrl+Z");
    assert_eq!(written(desk.document(), desk.session.focus()), "It «quote*:takes two» to tango.");
    assert_eq!(desk.session.next_undo(), None);
}

#[test]
fn boundaries_that_were_not_moved_are_no_step() {
    let (mut desk, place) = desk("It «quote*:takes two» to tango.");
    let said = press(&mut desk, place, "B ArrowRight ArrowLeft Enter");
    assert_eq!(said.last(), Some(&Said::Told("The boundaries stay as they were.".to_owned(), None)));
    assert_eq!((desk.session.next_undo(), desk.session.boundary_edit()), (None, None));
}

#[test]
fn the_new_words_are_told_at_each_move_and_when_they_are_kept() {
    let (mut desk, place) = desk("It «quote*:takes two» to tango.");
    press(&mut desk, place, "B");
    assert_eq!(told(&press(&mut desk, place, "ArrowRight")), "Quote would be: “takes two to”");
    assert_eq!(told(&press(&mut desk, place, "Tab")), "Moving the start. Quote would be: “takes two to”");
    assert_eq!(told(&press(&mut desk, place, "Enter")), "Quote is now: “takes two to”");
}

#[test]
fn of_many_new_words_the_first_and_the_last_are_told() {
    let (mut desk, place) = desk(
        "«quote*:One of the many things that can be said about the harbour is that it has been there for longer than»\
         anybody can remember",
    );
    press(&mut desk, place, "B");
    let told = told(&press(&mut desk, place, "Shift+ArrowRight")).to_owned();
    assert!(told.contains("“One of the many") && told.ends_with("longer thana”"), "{told}");
    assert!(told.chars().count() < 100, "{told}");
}

#[test]
fn words_that_are_a_quotation_are_told_with_their_own_marks() {
    let (mut desk, place) = desk("«quote*:“Two”» to tango.");
    press(&mut desk, place, "B");
    assert_eq!(told(&press(&mut desk, place, "ArrowRight")), "Quote would be: “Two” to");
}

#[test]
fn an_end_stops_at_the_other_end() {
    check("It «quote*:takes» two", "B ArrowLeft Enter", "It «quote*:takes» two");
    check("It «quote*:t»akes", "B Shift+ArrowLeft Enter", "It «quote*:t»akes");
    check("It «quote*:takes» two", "B Tab ArrowRight Enter", "It «quote*:takes» two");
    let (mut desk, place) = desk("It «quote*:takes» two");
    press(&mut desk, place, "B");
    let said = press(&mut desk, place, "ArrowLeft");
    assert_eq!(told(&said), "The end can go no further. Quote would be: “takes”");
}

#[test]
fn an_end_stops_at_the_ends_of_the_text() {
    check("«quote*:One»", "B ArrowRight Tab ArrowLeft Enter", "«quote*:One»");
}

#[test]
fn tab_goes_through_the_ends_of_every_segment() {
    let before = "«¹quote*:One»¹ two three «¹quote*:four five»¹ six";
    check(before, "B ArrowRight Enter", "«¹quote*:One»¹ two three «¹quote*:four five six»¹");
    check(before, "B Tab Tab ArrowRight Enter", "«¹quote*:One two»¹ three «¹quote*:four five»¹ six");
    check(before, "B Tab Tab Tab ArrowLeft Enter", "«¹quote*:One»¹ two «¹quote*:three four five»¹ six");
    check(before, "B Shift+Tab ArrowRight Enter", "«¹quote*:One»¹ two three four «¹quote*:five»¹ six");
}

#[test]
fn the_segment_whose_end_is_moved_is_named() {
    let (mut desk, place) = desk("«¹quote*:One»¹ two «¹quote*:three»¹");
    press(&mut desk, place, "B");
    assert!(told(&press(&mut desk, place, "Tab")).starts_with("Moving the start of segment 1."));
}

#[test]
fn an_end_does_not_pass_a_neighbouring_segment() {
    let before = "«¹quote*:One»¹ two th«¹quote*:ree»¹ four";
    check(before, "B Tab Tab ArrowRight ArrowRight ArrowRight ArrowRight Escape", before);
    check(before, "B Tab Tab Tab ArrowLeft ArrowLeft ArrowLeft Enter", "«quote*:One two three» four");
}

#[test]
fn segments_that_were_moved_together_are_one() {
    check("«¹quote*:One»¹ two «¹quote*:three»¹", "B Tab Tab ArrowRight Enter", "«quote*:One two three»");
}

#[test]
fn the_words_of_another_mark_of_the_label_are_refused_and_the_moving_goes_on() {
    let (mut desk, place) = desk("«quote:«quote*:One» two» three");
    let said = press(&mut desk, place, "B ArrowRight Enter");
    assert_eq!(
        refusal(&said.into_iter().filter(|said| matches!(said, Said::Alert(_))).collect::<Vec<_>>()),
        "Another quote stands on just these words already, so nothing was changed. Move on, or press Esc to leave them \
         as they were."
    );
    press(&mut desk, place, "ArrowRight Enter");
    assert_eq!(written(desk.document(), desk.session.focus()), "«quote*:«quote:One two» three»");
}

#[test]
fn to_begin_once_more_loses_nothing() {
    let (mut desk, place) = desk("It «quote*:takes two» to tango.");
    press(&mut desk, place, "B ArrowRight");
    desk.command(Command::Boundaries);
    press(&mut desk, place, "Enter");
    assert_eq!(written(desk.document(), desk.session.focus()), "It «quote*:takes two to» tango.");
}

#[test]
fn an_end_that_the_pointer_lets_go_is_kept_and_the_text_does_not_move() {
    let (mut desk, _) = desk("It «quote*:takes two» to tango.");
    for event in [BoundaryEvent::Grab(1), BoundaryEvent::Drag(Utf8(15), false)] {
        desk.event(Event::Boundaries(event));
    }
    let said = desk.event(Event::Boundaries(BoundaryEvent::Drop));
    assert_eq!(written(desk.document(), desk.session.focus()), "It «quote*:takes two to» tango.");
    assert!(said.contains(&Said::RevealRow(id(1))) && !said.contains(&Said::Reveal(id(1))), "{said:?}");
}

#[test]
fn without_a_focus_no_boundaries_are_moved() {
    let (mut desk, _) = desk("«quote:One» two");
    let alert = "No annotation is in focus. Click a mark, or press J to go to the next one.";
    assert_eq!(refusal(&desk.command(Command::Boundaries)), alert);
    assert_eq!(desk.session.boundary_edit(), None);
}

#[test]
fn without_b_the_keys_of_boundaries_are_refused() {
    let (mut desk, _) = desk("«quote*:One» two");
    for command in [Command::EdgeWordRight, Command::NextEdge, Command::KeepBoundaries, Command::CancelBoundaries] {
        let alert = "No boundaries are being moved. Go to a mark, then press B.";
        assert_eq!(refusal(&desk.command(command)), alert, "{command:?}");
    }
}

#[test]
fn whatever_else_takes_the_focus_ends_the_moving() {
    for (number, event) in [
        Event::Point(Utf8(8)),
        Event::Point(Utf8(1)),
        Event::Choose(id(2)),
        Event::Command(Command::DeleteAnnotation, Place::default()),
        Event::Command(Command::Library, Place::default()),
    ]
    .into_iter()
    .enumerate()
    {
        let (mut desk, place) = desk("«quote*:One» two «claim:three»");
        press(&mut desk, place, "B ArrowRight");
        desk.event(event);
        assert_eq!(desk.session.boundary_edit(), None, "event {number}");
    }
}

#[test]
fn a_note_that_is_written_meanwhile_is_kept_with_the_boundaries() {
    let (mut desk, place) = desk("«quote*:One» two");
    press(&mut desk, place, "B ArrowRight");
    desk.event(Event::Note(id(1), "look".to_owned()));
    press(&mut desk, place, "Enter");
    assert_eq!(written(desk.document(), None), "«quote(look):One two»");
}

/// Drags an end of the mark in focus to before some words and looks at what the mark is then.
#[track_caller]
fn check_drag(before: &str, edge: usize, words: &str, exact: bool, after: &str) {
    let (mut desk, place) = desk(before);
    let to = desk.document().article().text.as_str().find(words).expect("the words stand in the text");
    desk.event(Event::Boundaries(BoundaryEvent::Grab(edge)));
    desk.event(Event::Boundaries(BoundaryEvent::Drag(Utf8::at(to), exact)));
    desk.event(Event::Command(Command::KeepBoundaries, place));
    assert_eq!(written(desk.document(), desk.session.focus()), after);
}

#[test]
fn a_dragged_end_goes_to_the_border_of_the_word_under_it() {
    check_drag("«quote*:One» two three", 1, "wo", false, "«quote*:One two» three");
    check_drag("One two «quote*:three»", 0, "wo", false, "One «quote*:two three»");
    check_drag("«quote*:One two» three", 1, " two", false, "«quote*:One» two three");
}

#[test]
fn an_end_that_is_dragged_exactly_goes_just_there() {
    check_drag("«quote*:One» two three", 1, "wo", true, "«quote*:One t»wo three");
}

#[test]
fn a_dragged_end_stops_at_the_other_end_and_at_the_next_segment() {
    check_drag("One two «quote*:three four»", 1, "One", false, "One two «quote*:three» four");
    check_drag("«quote*:One two» three four", 0, "four", true, "One tw«quote*:o» three four");
    check_drag("«¹quote*:One»¹ two «¹quote*:three»¹ four", 1, "four", false, "«quote*:One two three» four");
}

#[test]
fn the_pointer_takes_hold_of_no_end_that_is_not_there() {
    let (mut desk, _) = desk("«quote*:One» two");
    desk.event(Event::Boundaries(BoundaryEvent::Grab(2)));
    assert_eq!(desk.session.boundary_edit(), None);
}

#[test]
fn what_a_file_said_of_a_segment_goes_with_its_words() {
    let (mut desk, place) = desk("«¹quote*:One»¹ two «¹quote*:three»¹ four");
    let segment = |desk: &Desk, number: usize| {
        let file: serde_json::Value = serde_json::from_str(&desk.exported()).expect("JSON");
        file["articles"][0]["annotations"][0]["segments"][number]["certainty"].clone()
    };
    let mut file: serde_json::Value = serde_json::from_str(&desk.exported()).expect("JSON");
    let annotation = &mut file["articles"][0]["annotations"][0];
    annotation["revision"] = 9.into();
    annotation["segments"][0]["certainty"] = "low".into();
    annotation["segments"][1]["certainty"] = "high".into();
    desk.file("work.json", file.to_string());
    desk.event(Event::Choose(id(1)));
    press(&mut desk, place, "B ArrowRight Enter");
    assert_eq!([segment(&desk, 0), segment(&desk, 1)], ["low".into(), serde_json::Value::Null]);
    press(&mut desk, place, "Ctrl+Z");
    assert_eq!([segment(&desk, 0), segment(&desk, 1)], ["low", "high"]);
    invariant::holds_on(&desk);
}

/// The commands of moving.
const MOVES: [Command; 6] = [
    Command::EdgeWordLeft,
    Command::EdgeWordRight,
    Command::EdgeCharacterLeft,
    Command::EdgeCharacterRight,
    Command::NextEdge,
    Command::PreviousEdge,
];

/// Fails where a draft is not what a mark could be: the spans of the text in order.
fn is_possible(target: &Target, text: &Text) {
    let mut earliest = Utf8(0);
    for segment in target.segments() {
        assert_eq!(Span::exact(text, segment.start(), segment.end()), Ok(segment));
        assert!(earliest <= segment.start(), "segments are in order and disjoint: {target:?}");
        earliest = segment.end();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn however_ends_are_moved_the_words_are_possible_and_undo_brings_the_old_ones_back(
        document in generate::document(),
        chosen in any::<Index>(),
        moves in vec((select(&MOVES[..]), any::<Index>(), any::<bool>(), 0..8_u8), 1..40),
    ) {
        let entries = entries(&document);
        prop_assume!(!entries.is_empty());
        let id = entries[chosen.index(entries.len())].annotation.id;
        let mut desk = Desk::with(&[&document]);
        desk.event(Event::Choose(id));
        desk.command(Command::Boundaries);
        let length = document.article().text.as_str().len();
        for (command, at, exact, kind) in moves {
            match kind {
                0 => desk.event(Event::Boundaries(BoundaryEvent::Drag(Utf8::at(at.index(length + 1)), exact))),
                _ => desk.command(command),
            };
            let moving = desk.session.boundary_edit().expect("it goes on");
            is_possible(moving.target(), &document.article().text);
            let mut ends = moving.target().segments().flat_map(|segment| [segment.start(), segment.end()]);
            prop_assert_eq!(ends.nth(moving.active()), Some(moving.position()));
        }
        let before = facts(desk.document());
        desk.command(Command::KeepBoundaries);
        invariant::holds_on(&desk);
        if desk.session.next_undo().is_some() {
            desk.command(Command::Undo);
            let target = |desk: &Desk| desk.document().annotation(id).map(|one| one.target.clone());
            prop_assert_eq!(target(&desk), document.annotation(id).map(|one| one.target.clone()));
        } else {
            prop_assert_eq!(facts(desk.document()), before);
        }
    }

    #[test]
    fn one_stride_to_the_right_and_one_to_the_left_by_character_is_none(
        document in generate::document(), chosen in any::<Index>(),
    ) {
        let entries = entries(&document);
        prop_assume!(!entries.is_empty());
        let mut desk = Desk::with(&[&document]);
        desk.event(Event::Choose(entries[chosen.index(entries.len())].annotation.id));
        desk.command(Command::Boundaries);
        let before = desk.session.boundary_edit().cloned();
        desk.command(Command::EdgeCharacterRight);
        if desk.session.boundary_edit() != before.as_ref() {
            // The direction of reading may turn at the border of a block, so either way leads back.
            let there = desk.clone();
            desk.command(Command::EdgeCharacterLeft);
            let mut other = there;
            other.command(Command::EdgeCharacterRight);
            prop_assert!([desk.session.boundary_edit(), other.session.boundary_edit()].contains(&before.as_ref()));
        }
    }
}
