//! Segments: `+` adds a stretch to the mark in focus, and each can be taken out again.

use bluepencil::session::{Command, Event};
use bluepencil::text::{Span, Utf8};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::build::{entries, id};
use crate::support::desk::{Desk, refusal, told};
use crate::support::marked::{check, check_command, check_command_refused, check_refused, desk, press, written};
use crate::support::{generate, invariant};

#[test]
fn plus_adds_the_selection_to_the_mark_in_focus() {
    check("«quote*:One» he said [two]", "+", "«¹quote*:One»¹ he said «¹quote*:two»¹");
}

#[test]
fn a_segment_may_come_before_the_others() {
    check("[One] he said «quote*:two»", "+", "«¹quote*:One»¹ he said «¹quote*:two»¹");
    check(
        "«¹quote*:One»¹ he said [two] and «¹quote*:three»¹",
        "+",
        "«¹quote*:One»¹ he said «¹quote*:two»¹ and «¹quote*:three»¹",
    );
}

#[test]
fn stretches_that_overlap_or_adjoin_are_one() {
    check("«quote*:One tw[o» three]", "+", "«quote*:One two three»");
    check("«quote*:One»[ two] three", "+", "«quote*:One two» three");
    check("«¹quote*:One»¹[ and ]«¹quote*:two»¹", "+", "«quote*:One and two»");
    check("«¹quote*:One»¹ a[nd «¹quote*:two»¹ three]", "+", "«¹quote*:One»¹ a«¹quote*:nd two three»¹");
}

#[test]
fn what_was_added_is_told_with_the_number_of_segments() {
    let (mut desk, place) = desk("«quote*:One» he said [two]");
    assert_eq!(told(&press(&mut desk, place, "+")), "Added to quote: two. 2 segments.");
    assert_eq!(desk.session.next_undo(), Some("words added to quote"));
    press(&mut desk, place, "Ctrl+Z");
    assert_eq!(written(desk.document(), desk.session.focus()), "«quote*:One» he said two");
}

#[test]
fn words_that_belong_to_the_mark_already_are_refused() {
    check_refused("«quote*:One [two]»", "+", "These words belong to this quote already. Nothing was changed.");
}

#[test]
fn nothing_is_added_without_a_selection_or_without_a_focus() {
    let nothing = "Nothing is selected. Select the words that belong to this quote too, then press +.";
    check_refused("«quote*:One» two", "+", nothing);
    check_refused("«quote*:One»[ \n] two", "+", nothing);
    let no_focus = "No annotation is in focus. Click a mark, or press J to go to the next one.";
    check_refused("«quote:One» [two]", "+", no_focus);
}

#[test]
fn words_that_would_make_the_same_mark_twice_are_not_added() {
    check_refused(
        "«quote:«quote*:One» [two]»",
        "+",
        "Another quote stands on just these words already, so nothing was changed.",
    );
}

#[test]
fn the_segment_at_the_caret_is_taken_out() {
    check_command("«¹quote*:One»¹ he said «¹quote*:t|wo»¹", Command::RemoveSegment, "«quote*:One» he said two");
    check_command("«¹quote*:On|e»¹ he said «¹quote*:two»¹", Command::RemoveSegment, "One he said «quote*:two»");
}

#[test]
fn a_segment_is_taken_out_by_its_number() {
    let (mut desk, _) = desk("«¹quote:One»¹ he «¹quote:said»¹ it «¹quote:two»¹");
    assert_eq!(told(&desk.event(Event::TakeOut(id(1), 1))), "Taken out of quote: said. 2 segments.");
    assert_eq!(written(desk.document(), desk.session.focus()), "«¹quote*:One»¹ he said it «¹quote*:two»¹");
    assert_eq!(desk.session.next_undo(), Some("words taken out of quote"));
}

#[test]
fn the_last_segment_is_not_taken_out() {
    check_command_refused(
        "«quote*:O|ne» two",
        Command::RemoveSegment,
        "This quote has no other words. To be rid of it, delete the annotation (Delete).",
    );
}

#[test]
fn beside_every_segment_nothing_is_taken_out() {
    check_command_refused(
        "«¹quote*:One»¹ he s|aid «¹quote*:two»¹",
        Command::RemoveSegment,
        "The caret stands in no segment of this quote. Click the one to take out first.",
    );
}

#[test]
fn what_is_left_is_not_made_the_same_as_another_mark() {
    let (mut desk, _) = desk("«quote:«¹quote*:One»¹» two «¹quote*:three»¹");
    let said = desk.event(Event::TakeOut(id(2), 1));
    assert_eq!(refusal(&said), "Another quote stands on just these words already, so nothing was changed.");
}

#[test]
fn a_segment_that_is_not_there_is_not_taken_out() {
    let (mut desk, _) = desk("«¹quote*:One»¹ two «¹quote*:three»¹");
    let before = desk.state();
    desk.event(Event::TakeOut(id(1), 2));
    assert_eq!(desk.state(), before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_is_added_is_covered_and_nothing_is_lost(
        document in generate::document(),
        chosen in any::<Index>(),
        added in vec((any::<Index>(), any::<Index>()), 1..8),
    ) {
        let entries = entries(&document);
        prop_assume!(!entries.is_empty());
        let id = entries[chosen.index(entries.len())].annotation.id;
        let mut desk = Desk::with(&[&document]);
        desk.event(Event::Choose(id));
        let text = &document.article().text;
        let covered = |desk: &Desk| -> Vec<bool> {
            let mut bytes = vec![false; text.as_str().len()];
            for segment in desk.document().annotation(id).expect("it is there").target.segments() {
                bytes[segment.start().index()..segment.end().index()].fill(true);
            }
            bytes
        };
        for (one, other) in added {
            let place = |index: Index| Utf8::at(index.index(text.as_str().len() + 1));
            let (before, undo) = (covered(&desk), desk.session.next_undo().map(str::to_owned));
            desk.command_on(Command::AddSegment, place(one), place(other));
            let after = covered(&desk);
            invariant::holds_on(&desk);
            prop_assert!(before.iter().zip(&after).all(|(before, after)| *after || !before), "no word is lost");
            let span = Span::covering(text, place(one), place(other));
            if let Some(span) = span && desk.session.next_undo() != undo.as_deref() {
                prop_assert!(after[span.start().index()..span.end().index()].iter().all(|covered| *covered));
            }
        }
    }
}
