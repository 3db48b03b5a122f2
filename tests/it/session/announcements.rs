//! How much is said: everything, short, or nothing for moves. A refusal is always said.

use bluepencil::session::{AnnouncementKind, Command, announcement};
use bluepencil::store::{Announcements, Preferences};
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::build::harbour;
use crate::support::desk::{Desk, Said, told};

fn desk(announcements: Announcements) -> Desk {
    let mut desk = Desk::with(&[&harbour(1, &["close", "talks"])]);
    let preferences = Preferences { announcements, ..desk.session.preferences().clone() };
    desk.event(bluepencil::session::Event::Prefer(preferences));
    desk
}

fn sentences(said: &[Said]) -> Vec<&Said> {
    said.iter().filter(|said| matches!(said, Said::Told(..) | Said::Alert(_))).collect()
}

#[test]
fn everything_is_said_with_the_words_unless_one_wants_less() {
    let mut desk = desk(Announcements::Full);
    assert_eq!(told(&desk.command(Command::NextAnnotation)), "Quote 1 of 2: talks");
}

#[test]
fn short_sentences_leave_the_words_out() {
    let mut desk = desk(Announcements::Short);
    assert_eq!(told(&desk.command(Command::NextAnnotation)), "Quote 1 of 2.");
    assert_eq!(told(&desk.command(Command::DeleteAnnotation)), "Quote removed.");
    assert_eq!(told(&desk.command_at(Command::MarkClaim, "talks")), "Claim marked.");
}

#[test]
fn short_sentences_still_say_what_was_undone_and_downloaded() {
    let mut desk = desk(Announcements::Short);
    desk.command_at(Command::MarkClaim, "talks");
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: claim marked.");
    assert!(told(&desk.command(Command::Download)).starts_with("Exported 2 annotations as "));
}

#[test]
fn moves_are_silent_where_one_wants_that() {
    let mut desk = desk(Announcements::OffForMoves);
    assert_eq!(sentences(&desk.command(Command::NextAnnotation)), Vec::<&Said>::new());
    assert_eq!(desk.focused_words(), "talks");
    assert_eq!(told(&desk.command_at(Command::MarkClaim, "talks")), "Claim marked: talks");
}

#[test]
fn a_refusal_is_said_however_little_one_wants_to_hear() {
    let spoken = |announcements| {
        let mut desk = desk(announcements);
        let said = desk.command(Command::OtherMark);
        sentences(&said).into_iter().cloned().collect::<Vec<_>>()
    };
    let full = spoken(Announcements::Full);
    assert!(matches!(full.as_slice(), [Said::Alert(_)]), "{full:?}");
    for announcements in Announcements::ALL {
        assert_eq!(spoken(*announcements), full, "{announcements:?}");
    }
}

proptest! {
    #[test]
    fn only_moves_are_ever_silent(sentence in "[A-Z][a-z:, ]{0,40}[.]", wanted in select(Announcements::ALL)) {
        for kind in [AnnouncementKind::Words, AnnouncementKind::Other] {
            prop_assert!(announcement(&sentence, kind, wanted).is_some_and(|said| !said.is_empty()));
        }
        prop_assert_eq!(announcement(&sentence, AnnouncementKind::Other, wanted), Some(sentence));
    }

    #[test]
    fn nothing_is_left_out_of_a_full_sentence(sentence in "\\PC{0,40}") {
        for kind in [AnnouncementKind::Move, AnnouncementKind::Words, AnnouncementKind::Other] {
            prop_assert_eq!(announcement(&sentence, kind, Announcements::Full), Some(sentence.clone()));
        }
    }
}
