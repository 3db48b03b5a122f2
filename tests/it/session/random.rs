//! A thousand random commands: nothing that a user can do breaks a promise, and all of it can be taken back.

use bluepencil::annotation::{Annotation, Label};
use bluepencil::article::{Article, BlockKind};
use bluepencil::document::Document;
use bluepencil::session::{Command, Detail, Event, Place};
use bluepencil::text::Utf8;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::build::facts;
use crate::support::desk::{Desk, Said};
use crate::support::{generate, invariant};

/// How many commands are given in a row.
const COMMANDS: usize = 1_000;

/// What a user does next, as something that can be done to any document.
#[derive(Clone, Debug)]
enum Action {
    /// Marks whatever lies between two places. The second is a short way from the first more often than not.
    Mark(Command, Index, Index),
    /// Gives a command at a place.
    Give(Command, Index),
    Click(Index),
    Choose(Index),
    Relabel(Index, &'static str),
    Note(Index, String),
    Detail(Detail, String),
    BlockKind(Index, BlockKind),
    LeaveField,
}

fn action() -> impl Strategy<Value = Action> {
    const MARKS: [Command; 4] = [Command::MarkQuote, Command::MarkClaim, Command::MarkCaption, Command::MarkCredit];
    const MOVES: [Command; 4] =
        [Command::NextAnnotation, Command::PreviousAnnotation, Command::OtherMark, Command::Leave];
    const RELABELS: [Command; 4] =
        [Command::RelabelQuote, Command::RelabelClaim, Command::RelabelCaption, Command::RelabelCredit];
    let at = any::<Index>;
    prop_oneof![
        6 => (select(&MARKS[..]), at(), at()).prop_map(|(mark, one, other)| Action::Mark(mark, one, other)),
        4 => at().prop_map(|at| Action::Give(Command::DeleteAnnotation, at)),
        3 => at().prop_map(|at| Action::Give(Command::Undo, at)),
        2 => at().prop_map(|at| Action::Give(Command::Redo, at)),
        2 => (select(&RELABELS[..]), at()).prop_map(|(relabel, at)| Action::Give(relabel, at)),
        2 => (select(&MOVES[..]), at()).prop_map(|(step, at)| Action::Give(step, at)),
        2 => at().prop_map(Action::Click),
        1 => at().prop_map(Action::Choose),
        1 => (at(), select(&["quote", "claim", "on-record"][..])).prop_map(|(at, label)| Action::Relabel(at, label)),
        2 => (at(), generate::words()).prop_map(|(at, note)| Action::Note(at, note)),
        1 => (select(&Detail::ALL[..]), generate::words()).prop_map(|(detail, value)| Action::Detail(detail, value)),
        1 => (at(), select(&BlockKind::ALL[..])).prop_map(|(at, kind)| Action::BlockKind(at, kind)),
        1 => Just(Action::LeaveField),
    ]
}

/// The event of an action on the open document; `None` where there is nothing it could be done to.
fn event(action: Action, document: &Document) -> Option<Event> {
    let length = document.article().text.as_str().len();
    let at = |place: Index| Utf8::at(place.index(length + 1));
    let chosen = |place: Index| {
        let entries = document.entries();
        (!entries.is_empty()).then(|| entries[place.index(entries.len())].annotation.id)
    };
    Some(match action {
        Action::Mark(mark, one, other) => {
            let reach = if other.index(4) == 0 { length } else { 12 };
            let end = Utf8::at((at(one).index() + other.index(reach + 1)).min(length));
            Event::Command(mark, Place { selection: Some((end, at(one))), caret: Some(at(one)) })
        }
        Action::Give(command, place) => Event::Command(command, Place { selection: None, caret: Some(at(place)) }),
        Action::Click(place) => Event::Point(at(place)),
        Action::Choose(place) => Event::Choose(chosen(place)?),
        Action::Relabel(place, label) => Event::Relabel(chosen(place)?, Label::parse(label)?),
        Action::Note(place, note) => Event::Note(chosen(place)?, note),
        // A title that was emptied is given back by the import, so it is not the same there.
        Action::Detail(Detail::Title, value) => Event::Detail(Detail::Title, format!("Ferry {value}")),
        Action::Detail(detail, value) => Event::Detail(detail, value),
        Action::BlockKind(place, kind) => {
            let blocks = document.article().blocks.len();
            Event::BlockKind((blocks > 0).then(|| place.index(blocks))?, kind)
        }
        Action::LeaveField => Event::FieldLeft,
    })
}

/// What a document says, without how often it has changed.
fn content(desk: &Desk) -> (Article, Vec<Annotation>) {
    (desk.document().article().clone(), desk.document().annotations().cloned().collect())
}

/// Gives one command until it is refused.
fn all_the_way(desk: &mut Desk, command: Command) {
    while !desk.command(command).iter().any(|said| matches!(said, Said::Alert(_))) {}
}

/// Compares the index with the slow way, around one place.
fn index_agrees(document: &Document, place: usize) {
    let length = document.article().text.as_str().len();
    let (start, end) = (Utf8::at(place % (length + 1)), Utf8::at((place % (length + 1) + place % 17).min(length)));
    let found: Vec<_> = document.touching(start, end).iter().map(|entry| entry.annotation.id).collect();
    assert_eq!(found, invariant::touching_slowly(document, start, end));
    let found: Vec<_> = document.covering(start).iter().map(|entry| entry.annotation.id).collect();
    assert_eq!(found, invariant::touching_slowly(document, start, Utf8(start.0 + 1)));
    for annotation in document.annotations() {
        assert_eq!(document.is_nested_in_own_kind(annotation), invariant::is_nested_slowly(document, annotation));
    }
}

/// How often a label stands on words that it stands on already; a file may bring such doubles, a user cannot make them.
fn doubles(document: &Document) -> usize {
    let annotations: Vec<&Annotation> = document.annotations().collect();
    let same = |one: &Annotation, other: &Annotation| one.label == other.label && one.target == other.target;
    let pairs = annotations.iter().enumerate();
    pairs.map(|(place, one)| annotations[..place].iter().filter(|other| same(one, other)).count()).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn after_each_of_a_thousand_random_commands_every_promise_holds(
        document in generate::document(), actions in vec(action(), COMMANDS)
    ) {
        let mut desk = Desk::with(&[&document]);
        let doubles_before = doubles(&document);
        for (place, action) in actions.into_iter().enumerate() {
            let Some(event) = event(action, desk.document()) else { continue };
            desk.event(event);
            invariant::holds_on(&desk);
            index_agrees(desk.document(), place * 7);
            prop_assert!(doubles(desk.document()) <= doubles_before);
        }
    }

    #[test]
    fn a_thousand_random_commands_are_all_undone_and_all_redone(
        document in generate::document(), actions in vec(action(), COMMANDS)
    ) {
        let mut desk = Desk::with(&[&document]);
        let first = content(&desk);
        for action in actions {
            let Some(event) = event(action, desk.document()) else { continue };
            desk.event(event);
        }
        all_the_way(&mut desk, Command::Redo);
        let last = content(&desk);
        all_the_way(&mut desk, Command::Undo);
        prop_assert_eq!(content(&desk), first);
        invariant::holds_on(&desk);
        all_the_way(&mut desk, Command::Redo);
        prop_assert_eq!(content(&desk), last);
        invariant::holds_on(&desk);
    }

    #[test]
    fn what_a_thousand_random_commands_have_made_goes_out_and_comes_in_as_it_is(
        document in generate::document(), actions in vec(action(), COMMANDS)
    ) {
        let mut desk = Desk::with(&[&document]);
        for action in actions {
            let Some(event) = event(action, desk.document()) else { continue };
            desk.event(event);
        }
        let mut elsewhere = Desk::empty();
        elsewhere.file("work.json", desk.exported());
        let mut expected = facts(desk.document());
        expected.removed.clear();
        prop_assert_eq!(facts(elsewhere.document()), expected);
        let before = desk.storage.clone();
        desk.file("work.json", desk.exported());
        prop_assert_eq!(&desk.storage, &before);
    }
}
