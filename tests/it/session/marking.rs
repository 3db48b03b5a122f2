//! Marking: what is selected becomes an annotation, whole characters and no white space, and nothing else changes.

use bluepencil::session::Command;
use bluepencil::text::{Utf8, is_invisible};
use proptest::prelude::*;
use proptest::sample::Index;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::support::build::{facts, harbour, moment, quote};
use crate::support::desk::{Desk, Said, told};
use crate::support::generate;
use crate::support::marked::{check, check_refused, desk, press};

#[test]
fn each_label_key_marks_the_selection() {
    for (key, label) in [("Q", "quote"), ("C", "claim"), ("P", "caption"), ("R", "credit")] {
        check("It takes [two to] tango.", key, &format!("It takes «{label}*:two to» tango."));
    }
}

#[test]
fn a_selection_made_backwards_is_marked_the_same() {
    check("It takes ]two to[ tango.", "Q", "It takes «quote*:two to» tango.");
}

#[test]
fn white_space_at_the_ends_of_a_selection_is_not_marked() {
    check("It takes[ \t two to\u{a0}\u{2028}] tango.", "Q", "It takes \t «quote*:two to»\u{a0}\u{2028} tango.");
}

#[test]
fn blank_lines_at_the_ends_of_a_selection_are_not_marked() {
    check("One.[\n\nTwo.\n\n]Three.", "C", "One.\n\n«claim*:Two.»\n\nThree.");
}

#[test]
fn a_selection_is_taken_as_it_is_and_not_widened_to_words() {
    check("It t[akes tw]o.", "Q", "It t«quote*:akes tw»o.");
}

#[test]
fn a_mark_goes_over_the_end_of_a_block() {
    check("One [two.\n\nThree] four.", "Q", "One «quote*:two.\n\nThree» four.");
}

#[test]
fn a_family_of_four_is_never_cut() {
    let (mut desk, _) = desk("See 👨‍👩‍👧‍👦 go");
    desk.command_on(Command::MarkQuote, Utf8(8), Utf8(9));
    assert_eq!(desk.focused_words(), "👨‍👩‍👧‍👦");
}

#[test]
fn a_flag_is_never_cut() {
    let (mut desk, _) = desk("See 🇳🇱🇧🇪 go");
    desk.command_on(Command::MarkQuote, Utf8(9), Utf8(10));
    assert_eq!(desk.focused_words(), "🇳🇱");
}

#[test]
fn a_letter_keeps_its_accent() {
    check("Zo[e]\u{301} spoke", "Q", "Zo«quote*:e\u{301}» spoke");
}

#[test]
fn the_mark_that_was_just_made_is_in_focus() {
    check("«quote*:One» [two]", "C", "«quote:One» «claim*:two»");
}

#[test]
fn marks_nest() {
    check("«quote:One [two] three»", "C", "«quote:One «claim*:two» three»");
}

#[test]
fn marks_of_one_label_nest() {
    check("«quote:One [two] three»", "Q", "«quote:One «quote*:two» three»");
}

#[test]
fn a_mark_is_laid_around_another() {
    check("[One «quote:two»] three", "Q", "«quote*:One «quote:two»» three");
}

#[test]
fn marks_cross() {
    check("«quote:One [two» three]", "C", "«¹quote:One «²claim*:two»¹ three»²");
}

#[test]
fn two_labels_stand_on_the_same_words() {
    check("«quote:[One two]»", "C", "«claim*:«quote:One two»»");
}

#[test]
fn the_same_label_on_the_same_words_is_refused() {
    let sentence = "These words are already marked as a quote. Nothing was changed.";
    check_refused("«quote:[One two]»", "Q", sentence);
}

#[test]
fn the_same_words_with_white_space_around_them_are_the_same_words() {
    let sentence = "These words are already marked as a claim. Nothing was changed.";
    check_refused("And[ «claim:one two» ]three", "C", sentence);
}

#[test]
fn where_a_mark_is_refused_the_one_that_is_there_gets_the_focus() {
    check(
        "«quote:[One] two» «claim*:three» «quote:four»",
        "Q Q",
        "«quote:«quote*:One» two» «claim:three» «quote:four»",
    );
}

#[test]
fn the_words_of_one_segment_of_a_split_quote_can_be_marked() {
    check("«¹quote:[One]»¹ he said «¹quote:two»¹", "Q", "«¹quote:«quote*:One»»¹ he said «¹quote:two»¹");
}

#[test]
fn without_a_selection_and_a_caret_nothing_is_marked() {
    let sentence = "Nothing is selected. Select some words in the article, then press C.";
    check_refused("One two", "C", sentence);
}

#[test]
fn white_space_alone_is_not_marked() {
    check_refused("One[ \n\n ]two", "R", "Only white space is selected. Select some words, then press R.");
}

#[test]
fn a_selection_of_no_length_is_not_marked() {
    check_refused("One [] two", "Q", "Only white space is selected. Select some words, then press Q.");
}

#[test]
fn without_an_article_nothing_is_marked() {
    let mut desk = Desk::empty();
    let said = desk.command_on(Command::MarkQuote, Utf8(0), Utf8(1));
    let sentence = "No article is open. Open one from the library, or make a new one.";
    assert_eq!(said, [Said::Alert(sentence.to_owned())]);
}

#[test]
fn what_was_marked_is_told_with_its_words() {
    let (mut desk, place) = desk("It takes [two\nto] tango.");
    assert_eq!(told(&press(&mut desk, place, "Q")), "Quote marked: two to");
}

#[test]
fn a_new_mark_says_who_made_it_and_when() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    let preferences =
        bluepencil::store::Preferences { annotator: "Ada".to_owned(), ..desk.session.preferences().clone() };
    desk.event(bluepencil::session::Event::Prefer(preferences));
    desk.command_at(Command::MarkQuote, "close");
    let annotation = desk.document().annotations().next().expect("it is marked");
    assert_eq!((annotation.creator.as_str(), annotation.created == annotation.modified), ("Ada", true));
    assert!(annotation.created.as_str() > moment().as_str(), "the clock of the desk has gone on");
}

#[test]
fn a_new_mark_is_accepted_and_made_by_a_person() {
    let mut desk = Desk::with(&[&harbour(1, &[])]);
    desk.command_at(Command::MarkQuote, "close");
    let made = desk.document().annotations().next().expect("it is marked");
    let by_hand = quote(1, &desk.document().article().text, "close");
    assert_eq!((made.status, &made.origin), (by_hand.status, &by_hand.origin));
}

proptest! {
    #[test]
    fn a_new_mark_never_changes_another(
        document in generate::document(), ends in any::<(Index, Index)>(), label in 0..4_usize
    ) {
        let mut desk = Desk::with(&[&document]);
        let position = |end: Index| Utf8::at(end.index(document.article().text.as_str().len() + 1));
        let commands = [Command::MarkQuote, Command::MarkClaim, Command::MarkCaption, Command::MarkCredit];
        desk.command_on(commands[label], position(ends.0), position(ends.1));
        let mut entries = facts(desk.document()).entries;
        entries.retain(|(annotation, _)| document.annotation(annotation.id).is_some());
        prop_assert_eq!(entries, facts(&document).entries);
        prop_assert!(desk.document().entries().len() <= document.entries().len() + 1);
    }

    #[test]
    fn a_selection_with_any_words_is_marked_unless_it_is_already(document in generate::document(), end in any::<Index>()) {
        let mut desk = Desk::with(&[&document]);
        let end = Utf8::at(end.index(document.article().text.as_str().len() + 1));
        let words = document.article().text.between(Utf8(0), document.article().text.grapheme_boundary_after(end));
        let said = desk.command_on(Command::MarkCredit, Utf8(0), end);
        let refused = said.iter().any(|said| matches!(said, Said::Alert(_)));
        let is_blank = |letter: char| letter.is_whitespace() || is_invisible(letter);
        let blank = words.graphemes(true).all(|character| character.starts_with(is_blank));
        let may_refuse = blank || said.iter().any(|said| matches!(said, Said::Reveal(_)));
        prop_assert_eq!(refused, may_refuse, "{:?}", said);
    }
}
