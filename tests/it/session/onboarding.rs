//! The first steps: offered on the sample, ticked by what is done, and over for good.

use bluepencil::session::{Command, Event, OnboardingEvent};

use crate::support::build::harbour;
use crate::support::desk::{Desk, told};

/// A first visit, with the sample open.
fn first_visit() -> Desk {
    Desk::started(std::collections::BTreeMap::new(), bluepencil::session::Route::Start).0
}

fn done(desk: &Desk) -> Option<usize> {
    desk.session.onboarding().map(|lesson| lesson.done())
}

/// Words of the sample that stand in it for certain: its first ones.
fn first_word(desk: &Desk) -> String {
    desk.document().article().text.as_str().split(' ').next().expect("a word").to_owned()
}

#[test]
fn the_first_visit_is_offered_three_steps() {
    assert_eq!(done(&first_visit()), Some(0));
}

#[test]
fn another_article_has_none() {
    assert_eq!(done(&Desk::with(&[&harbour(1, &[])])), None);
}

#[test]
fn each_step_is_ticked_when_it_is_done_and_the_last_one_ends_the_lesson() {
    let mut desk = first_visit();
    let word = first_word(&desk);
    desk.event(Event::Onboarding(OnboardingEvent::TextSelected));
    assert_eq!(done(&desk), Some(1));
    desk.command_at(Command::MarkQuote, &word);
    assert_eq!(done(&desk), Some(2));
    let said = desk.command(Command::Undo);
    assert_eq!(told(&said), "Undone: quote marked. That is the whole round. ? shows all keys.");
    assert_eq!(done(&desk), None);
}

#[test]
fn marking_at_once_ticks_the_selection_too() {
    let mut desk = first_visit();
    let word = first_word(&desk);
    desk.command_at(Command::MarkQuote, &word);
    assert_eq!(done(&desk), Some(2));
}

#[test]
fn what_is_refused_ticks_nothing() {
    let mut desk = first_visit();
    desk.command(Command::MarkQuote);
    desk.command(Command::Undo);
    assert_eq!(done(&desk), Some(0));
}

#[test]
fn an_undo_before_the_quote_ticks_nothing() {
    let mut desk = first_visit();
    let word = first_word(&desk);
    desk.event(Event::Onboarding(OnboardingEvent::TextSelected));
    desk.command_at(Command::MarkClaim, &word);
    desk.command(Command::Undo);
    assert_eq!(done(&desk), Some(1));
}

#[test]
fn what_was_not_finished_is_offered_again_after_a_reload() {
    let mut desk = first_visit();
    desk.event(Event::Onboarding(OnboardingEvent::TextSelected));
    assert_eq!(done(&desk.reloaded()), Some(0));
}

#[test]
fn skipped_it_is_over_for_good() {
    let mut desk = first_visit();
    desk.event(Event::Onboarding(OnboardingEvent::Skipped));
    assert_eq!((done(&desk), done(&desk.reloaded())), (None, None));
}

#[test]
fn finished_it_is_over_for_good() {
    let mut desk = first_visit();
    let word = first_word(&desk);
    desk.command_at(Command::MarkQuote, &word);
    desk.command(Command::Undo);
    assert_eq!(done(&desk.reloaded()), None);
}
