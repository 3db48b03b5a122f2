//! The law of conflicts: after any row of changes, no two commands share a key in a situation in which both act.

use bluepencil::session::{COMMANDS, Chord, Command, Event, KeyBindingEvent, KeyMap, Row, Situation, key_reference};
use bluepencil::store::OwnKeys;
use proptest::prelude::*;
use proptest::sample::select;

use super::{change, desk};
use crate::support::marked::chord;

/// Keys that people could press: some are refused, many are taken.
const PRESSED: [&str; 22] = [
    "Q",
    "C",
    "J",
    "K",
    "X",
    "Y",
    "Shift+Q",
    "Shift+X",
    "?",
    "/",
    "1",
    "+",
    "Enter",
    "Delete",
    "Ctrl+Z",
    "Ctrl+Y",
    "Ctrl+Shift+Z",
    "Ctrl+K",
    "Ctrl+I",
    "Ctrl+Enter",
    "Ctrl+W",
    "ArrowLeft",
];

fn change_of_keys() -> impl Strategy<Value = KeyBindingEvent> {
    let command = || select(COMMANDS).prop_map(|row: Row| row.command);
    prop_oneof![
        6 => (command(), select(&PRESSED[..])).prop_map(|(command, key)| KeyBindingEvent::Assign(command, chord(key))),
        4 => Just(KeyBindingEvent::Swap),
        1 => command().prop_map(KeyBindingEvent::Reset),
        1 => any::<bool>().prop_map(KeyBindingEvent::SingleLetters),
    ]
}

/// Two commands that share a key in some situation, unless both have the keys of the table (which has its own test).
fn shared(keys: &KeyMap) -> Option<(Command, Command, String)> {
    let changed = |row: &Row| keys.is_changed(row.command);
    for (place, one) in COMMANDS.iter().enumerate() {
        for other in COMMANDS.iter().skip(place + 1).filter(|other| changed(one) || changed(other)) {
            let both_act = Situation::every().any(|here| here.allows(one.context) && here.allows(other.context));
            let key = keys.assigned(one).find(|key| keys.assigned(other).any(|held| held == *key));
            if let Some(key) = key.filter(|_| both_act) {
                return Some((one.command, other.command, key.to_owned()));
            }
        }
    }
    None
}

proptest! {
    #[test]
    fn no_two_commands_share_a_key_in_one_place_after_any_changes(
        changes in prop::collection::vec(change_of_keys(), 0..30)
    ) {
        let mut desk = desk();
        for each in changes {
            change(&mut desk, each);
            prop_assert_eq!(shared(desk.session.keys()), None);
        }
    }

    #[test]
    fn whatever_was_changed_can_be_reset_one_by_one(changes in prop::collection::vec(change_of_keys(), 0..30)) {
        let mut desk = desk();
        for each in changes {
            change(&mut desk, each);
        }
        for row in COMMANDS {
            change(&mut desk, KeyBindingEvent::Reset(row.command));
            prop_assert!(!desk.session.keys().is_changed(row.command));
            prop_assert_eq!(shared(desk.session.keys()), None);
        }
        prop_assert_eq!(desk.session.keys().own(), OwnKeys::new());
    }

    #[test]
    fn whatever_was_changed_is_the_same_after_a_reload(changes in prop::collection::vec(change_of_keys(), 0..30)) {
        let mut desk = desk();
        for each in changes {
            change(&mut desk, each);
        }
        let (own, off) = (desk.session.keys().own(), desk.session.keys().single_letters_off());
        let reloaded = desk.reloaded();
        prop_assert_eq!((reloaded.session.keys().own(), reloaded.session.keys().single_letters_off()), (own, off));
    }

    #[test]
    fn whatever_is_stored_no_two_commands_share_a_key(
        own in prop::collection::vec(
            (select(COMMANDS), prop::collection::vec(select(&PRESSED[..]), 0..3)), 0..8
        )
    ) {
        let own = own.into_iter().map(|(row, keys)| (row.name.to_owned(), keys.into_iter().map(str::to_owned).collect()));
        prop_assert_eq!(shared(&KeyMap::new(&own.collect(), false)), None);
    }

    #[test]
    fn a_chord_is_read_as_it_is_written(control in any::<bool>(), shift in any::<bool>(), key in "[a-zé?+'1-9]|Enter|Tab") {
        let written = Chord { control, shift, alt: false, key }.written();
        let read = Chord::parse(&written).map(|chord| chord.written());
        prop_assert_eq!(read, Some(written));
    }
}

#[test]
fn the_printed_table_has_every_command_once() {
    let table = key_reference();
    for row in COMMANDS {
        assert_eq!(table.matches(&format!("| {} | {} |", row.name, row.help)).count(), 1, "{}", row.name);
    }
}

#[test]
fn a_press_outside_the_dialog_changes_no_key() {
    let mut desk = desk();
    let before = desk.session.keys().clone();
    desk.event(Event::DialogClosed);
    change(&mut desk, KeyBindingEvent::Swap);
    assert_eq!(desk.session.keys(), &before);
}
