//! What was done can be undone after a reload, and after another article was open.

use bluepencil::annotation::Label;
use bluepencil::article::{BlockKind, Extra};
use bluepencil::document::Document;
use bluepencil::session::{Command, Detail, DetailsEvent, Event, Route};

use crate::support::build::{article_id, entry, facts, harbour, id, quote};
use crate::support::desk::{Desk, refusal, told};

/// A desk on which one of every kind of change was made, and what the article was before the first.
fn worked() -> (Desk, Vec<crate::support::build::Facts>) {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    let mut states = vec![facts(desk.document())];
    let actions: [&dyn Fn(&mut Desk); 6] = [
        &|desk| drop(desk.command_at(Command::MarkClaim, "Harbour talks")),
        &|desk| drop(desk.event(Event::Relabel(id(1), Label::parse("credit").expect("a label")))),
        &|desk| drop(desk.event(Event::Note(id(1), "looked up ‘close’".to_owned()))),
        &|desk| drop(desk.event(Event::Details(DetailsEvent::Edit(Detail::Byline, "Zoe\u{301}".to_owned())))),
        &|desk| drop(desk.event(Event::Details(DetailsEvent::SetBlockKind(1, BlockKind::Caption)))),
        &|desk| {
            desk.event(Event::Choose(id(1)));
            desk.command(Command::DeleteAnnotation);
        },
    ];
    for action in actions {
        action(&mut desk);
        states.push(facts(desk.document()));
    }
    (desk, states)
}

/// Content without revisions, which only grow.
fn content(state: &crate::support::build::Facts) -> String {
    let annotations: Vec<_> = state.entries.iter().map(|(annotation, _)| annotation).collect();
    format!("{:?} {annotations:?}", state.article)
}

#[test]
fn everything_is_undone_after_a_reload_and_done_again_after_another() {
    let (desk, states) = worked();
    let mut desk = desk.reloaded();
    for state in states.iter().rev().skip(1) {
        desk.command(Command::Undo);
        assert_eq!(content(&facts(desk.document())), content(state));
    }
    assert_eq!(refusal(&desk.command(Command::Undo)), "There is nothing to undo.");
    let mut desk = desk.reloaded();
    for state in &states[1..] {
        desk.command(Command::Redo);
        assert_eq!(content(&facts(desk.document())), content(state));
    }
    assert_eq!(refusal(&desk.command(Command::Redo)), "There is nothing to redo.");
}

#[test]
fn a_change_of_a_mark_with_unknown_fields_is_undone_after_a_reload() {
    let document = harbour(1, &[]);
    let mut annotation = quote(1, &document.article().text, "close");
    annotation.extra =
        Extra::new(r#"{"segments":[{"sure":0.10}],"x":{"b":12345678901234567890123,"a":-0}}"#.to_owned());
    let document = Document::restored(document.article().clone(), 1, vec![entry(annotation.clone(), 1)], []);
    let mut desk = Desk::with(&[&document]);
    desk.event(Event::Note(id(1), "looked up".to_owned()));
    let mut desk = desk.reloaded();
    desk.command(Command::Undo);
    assert_eq!(desk.document().annotation(id(1)).map(|found| &**found), Some(&annotation));
}

#[test]
fn the_names_of_the_steps_come_back_too() {
    let (desk, _) = worked();
    let named = desk.session.next_undo().map(str::to_owned);
    assert_eq!(desk.reloaded().session.next_undo(), named.as_deref());
}

#[test]
fn a_new_action_after_a_reload_forgets_what_was_undone_before_it() {
    let (mut desk, _) = worked();
    desk.command(Command::Undo);
    let mut desk = desk.reloaded();
    assert!(desk.session.next_redo().is_some());
    desk.command_at(Command::MarkQuote, "flag");
    let mut desk = desk.reloaded();
    assert_eq!(desk.session.next_redo(), None);
    assert_eq!(told(&desk.command(Command::Undo)), "Undone: quote marked.");
}

#[test]
fn typing_in_one_field_is_one_step_after_a_reload_too() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    for typed in ["l", "lo", "look"] {
        desk.event(Event::Note(id(1), typed.to_owned()));
    }
    let mut desk = desk.reloaded();
    desk.command(Command::Undo);
    assert_eq!(desk.document().annotation(id(1)).expect("it is there").note, "");
}

#[test]
fn history_waits_while_another_article_is_open() {
    let mut other = harbour(1, &[]).article().clone();
    other.id = article_id(2);
    let mut desk = Desk::with(&[&harbour(1, &[]), &bluepencil::document::Document::new(other)]);
    desk.command_at(Command::MarkQuote, "close");
    desk.command(Command::NextArticle);
    assert_eq!(desk.session.next_undo(), None);
    desk.command(Command::PreviousArticle);
    desk.command(Command::Undo);
    assert_eq!(desk.document().entries().len(), 0);
}

#[test]
fn what_is_done_before_the_kept_history_is_read_comes_after_it() {
    let (desk, states) = worked();
    let records: Vec<_> = desk.strict.clone().into_iter().collect();
    let prefix = format!("{}0/", bluepencil::store::key::history_prefix(article_id(1)));
    let mut late = desk.reloaded_without_history();
    late.command_at(Command::MarkQuote, "flag");
    late.event(Event::HistoryRead(article_id(1), prefix, records));
    late.command(Command::Undo);
    late.command(Command::Undo);
    assert_eq!(content(&facts(late.document())), content(&states[states.len() - 2]));
}

#[test]
fn the_history_of_a_deleted_article_waits_until_it_is_brought_back() {
    let (mut desk, states) = worked();
    desk.event(Event::DeleteArticle(article_id(1)));
    let mut desk = desk.reloaded();
    desk.command(Command::Undo);
    desk.event(Event::Address(Route::Article(article_id(1), None)));
    for state in states.iter().rev().skip(1) {
        desk.command(Command::Undo);
        assert_eq!(content(&facts(desk.document())), content(state));
    }
    for state in &states[1..] {
        desk.command(Command::Redo);
        assert_eq!(content(&facts(desk.document())), content(state));
    }
}

#[test]
fn a_step_that_is_damaged_is_left_out() {
    let (mut desk, _) = worked();
    for value in desk.strict.values_mut() {
        value.truncate(value.len() / 2);
    }
    let mut desk = desk.reloaded();
    assert_eq!(refusal(&desk.command(Command::Undo)), "There is nothing to undo.");
}
