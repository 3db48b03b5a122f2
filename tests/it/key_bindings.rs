//! Keys of one's own: whatever is given, swapped, reset or brought in by a file, no key ever means two things in one place.

mod file;
mod law;

use bluepencil::session::{Command, Event, KeyBindingEvent, KeyMap, Refusal, command_for};
use bluepencil::store::OwnKeys;

use crate::keys::{ARTICLE, DIALOG, FIELD, LIST, MARK};
use crate::support::build::harbour;
use crate::support::desk::{Desk, Said, refusal, told};
use crate::support::marked::chord;

fn desk() -> Desk {
    Desk::with(&[&harbour(1, &["close"])])
}

fn press(desk: &mut Desk, command: Command, key: &str) -> Vec<Said> {
    desk.event(Event::KeyBindings(KeyBindingEvent::Assign(command, chord(key))))
}

fn change(desk: &mut Desk, change: KeyBindingEvent) -> Vec<Said> {
    desk.event(Event::KeyBindings(change))
}

/// What a key means in the article, with the keys of a desk.
fn means(desk: &Desk, key: &str) -> Option<Command> {
    desk.session.keys().command_for(&chord(key), MARK)
}

#[test]
fn a_command_gets_the_key_that_is_pressed_and_loses_its_old_one() {
    let mut desk = desk();
    assert_eq!(told(&press(&mut desk, Command::MarkQuote, "X")), "“Mark quote” is X now.");
    assert_eq!((means(&desk, "X"), means(&desk, "Q")), (Some(Command::MarkQuote), None));
}

#[test]
fn keys_of_ones_own_are_there_after_a_reload() {
    let mut desk = desk();
    press(&mut desk, Command::MarkQuote, "X");
    change(&mut desk, KeyBindingEvent::SingleLetters(false));
    let reloaded = desk.reloaded();
    assert_eq!(reloaded.session.keys(), desk.session.keys());
    assert_eq!(reloaded.session.keys().own(), [("Mark quote".to_owned(), vec!["X".to_owned()])]);
    assert!(reloaded.session.keys().single_letters_off());
}

#[test]
fn a_key_that_another_command_has_is_refused_by_name_and_nothing_is_changed() {
    let mut desk = desk();
    let before = desk.session.keys().clone();
    assert_eq!(refusal(&press(&mut desk, Command::MarkQuote, "J")), "J is “Next annotation” already.");
    assert_eq!(desk.session.keys(), &before);
}

#[test]
fn two_commands_swap_their_keys() {
    let mut desk = desk();
    press(&mut desk, Command::MarkQuote, "J");
    let said = change(&mut desk, KeyBindingEvent::Swap);
    assert_eq!(told(&said), "“Mark quote” is J now. “Next annotation” is Q now.");
    assert_eq!((means(&desk, "J"), means(&desk, "Q")), (Some(Command::MarkQuote), Some(Command::NextAnnotation)));
}

#[test]
fn a_command_without_a_key_takes_that_of_another() {
    let mut desk = desk();
    press(&mut desk, Command::Export, "J");
    let said = change(&mut desk, KeyBindingEvent::Swap);
    assert_eq!(told(&said), "“Export” is J now. “Next annotation” has no key now.");
}

#[test]
fn a_conflict_that_is_left_leaves_both_keys() {
    let mut desk = desk();
    let before = desk.session.keys().clone();
    press(&mut desk, Command::MarkQuote, "J");
    change(&mut desk, KeyBindingEvent::Cancel);
    change(&mut desk, KeyBindingEvent::Swap);
    assert_eq!((desk.session.keys(), desk.session.key_conflict()), (&before, None));
}

#[test]
fn a_reset_gives_back_also_what_was_swapped_for_it() {
    let mut desk = desk();
    press(&mut desk, Command::MarkQuote, "J");
    change(&mut desk, KeyBindingEvent::Swap);
    change(&mut desk, KeyBindingEvent::Reset(Command::MarkQuote));
    assert_eq!(**desk.session.keys(), KeyMap::default());
}

#[test]
fn a_reset_of_one_leaves_the_others() {
    let mut desk = desk();
    press(&mut desk, Command::MarkQuote, "X");
    press(&mut desk, Command::MarkClaim, "Y");
    change(&mut desk, KeyBindingEvent::Reset(Command::MarkQuote));
    assert_eq!(desk.session.keys().own(), [("Mark claim".to_owned(), vec!["Y".to_owned()])]);
}

#[test]
fn a_reset_of_all_leaves_none_and_keeps_single_letters_off() {
    let mut desk = desk();
    press(&mut desk, Command::MarkQuote, "X");
    change(&mut desk, KeyBindingEvent::SingleLetters(false));
    change(&mut desk, KeyBindingEvent::ResetAll);
    assert_eq!(desk.session.keys().own(), OwnKeys::new());
    assert!(desk.session.keys().single_letters_off());
}

#[test]
fn a_key_that_is_given_back_by_hand_is_no_change() {
    let mut desk = desk();
    press(&mut desk, Command::MarkQuote, "X");
    press(&mut desk, Command::MarkQuote, "Q");
    assert_eq!(**desk.session.keys(), KeyMap::default());
}

#[test]
fn keys_of_the_browser_and_the_system_are_refused_in_words() {
    let belongs = |key: &str| format!("{key} belongs to the browser or the system. Choose another key.");
    for key in ["Ctrl+W", "Ctrl+T", "Ctrl+N", "Ctrl+C", "Ctrl+1", "Ctrl+Shift+T", "Alt+Q", "F5", "Ctrl+Delete"] {
        let mut desk = desk();
        assert_eq!(refusal(&press(&mut desk, Command::MarkQuote, key)), belongs(key));
        assert_eq!(**desk.session.keys(), KeyMap::default());
    }
}

#[test]
fn keys_that_move_and_leave_stay_as_they_are() {
    for key in ["Tab", "ArrowLeft", "Ctrl+ArrowLeft", "Shift+Home", "Escape", " ", "PageDown"] {
        let said = press(&mut desk(), Command::MarkQuote, key);
        assert!(refusal(&said).contains(" stays as it is: arrows, Home, End, Tab, Space and Esc"), "{said:?}");
    }
}

#[test]
fn a_modifier_alone_is_no_key() {
    for key in ["Control", "Shift", "Alt", "Meta"] {
        let said = press(&mut desk(), Command::MarkQuote, key);
        assert_eq!(refusal(&said), "Ctrl, Shift or Alt alone is no key. Hold it and press another key.");
    }
}

#[test]
fn the_keys_of_the_caret_and_of_leaving_cannot_be_changed() {
    for command in [Command::MoveCaret, Command::ExtendSelection, Command::Leave] {
        let said = press(&mut desk(), command, "X");
        assert_eq!(refusal(&said), format!("The keys of “{}” stay as they are.", command.name()));
    }
}

#[test]
fn with_single_letters_off_no_character_is_a_key_without_ctrl() {
    let keys = KeyMap::new(&OwnKeys::new(), true);
    for key in ["Q", "Shift+Q", "J", "?", "/", "'", "+"] {
        assert!(command_for(&chord(key), MARK).is_some(), "{key} means something otherwise");
        assert_eq!(keys.command_for(&chord(key), MARK), None, "{key}");
    }
}

#[test]
fn with_single_letters_off_all_other_keys_go_on_working() {
    let keys = KeyMap::new(&OwnKeys::new(), true);
    for key in ["Ctrl+Z", "Ctrl+K", "Enter", "Delete", "Escape", "ArrowLeft", "Shift+End"] {
        let chord = chord(key);
        assert!(keys.command_for(&chord, MARK).is_some(), "{key}");
        assert_eq!(keys.command_for(&chord, MARK), command_for(&chord, MARK), "{key}");
    }
}

#[test]
fn keys_that_are_off_are_not_shown() {
    let keys = KeyMap::new(&OwnKeys::new(), true);
    let shown = [Command::MarkQuote, Command::KeyboardHelp, Command::Undo].map(|command| keys.first(command));
    assert_eq!(shown, [None, None, Some("Ctrl+Z")]);
}

#[test]
fn a_letter_given_to_a_command_for_everywhere_acts_on_the_desk_alone() {
    let mut desk = desk();
    press(&mut desk, Command::Export, "E");
    let places = [ARTICLE, LIST, FIELD, DIALOG];
    let found = places.map(|place| desk.session.keys().command_for(&chord("E"), place));
    assert_eq!(found, [Some(Command::Export), Some(Command::Export), None, None]);
}

#[test]
fn a_text_field_keeps_its_undo_whatever_command_has_its_keys() {
    let mut desk = desk();
    press(&mut desk, Command::Download, "Ctrl+Z");
    change(&mut desk, KeyBindingEvent::Swap);
    assert_eq!(means(&desk, "Ctrl+Z"), Some(Command::Download));
    assert_eq!(desk.session.keys().command_for(&chord("Ctrl+Z"), FIELD), None);
}

#[test]
fn letters_of_other_alphabets_can_be_keys() {
    let mut desk = desk();
    press(&mut desk, Command::MarkQuote, "Й");
    assert_eq!(means(&desk, "Й"), Some(Command::MarkQuote));
}

#[test]
fn sentences_name_the_keys_as_they_are_now() {
    let mut desk = Desk::with(&[&harbour(1, &["close"])]);
    press(&mut desk, Command::NextAnnotation, "X");
    let sentence = "No annotation is in focus. Click a mark, or press X to go to the next one.";
    assert_eq!(refusal(&desk.command(Command::DeleteAnnotation)), sentence);
    change(&mut desk, KeyBindingEvent::SingleLetters(false));
    let sentence = "No annotation is in focus. Click a mark, or choose one in the list.";
    assert_eq!(refusal(&desk.command(Command::DeleteAnnotation)), sentence);
}

#[test]
fn what_is_stored_and_cannot_be_used_has_no_effect() {
    let own = |entries: &[(&str, &[&str])]| -> OwnKeys {
        let entry =
            |(name, keys): &(&str, &[&str])| ((*name).to_owned(), keys.iter().map(|key| (*key).to_owned()).collect());
        entries.iter().map(entry).collect()
    };
    let broken: [&[(&str, &[&str])]; 5] = [
        &[("A command of tomorrow", &["X"])],
        &[("Mark quote", &["J"])],
        &[("Mark quote", &["Ctrl+W"])],
        &[("Move the caret", &["X"])],
        &[("Mark quote", &["no key at all"])],
    ];
    for entries in broken {
        assert_eq!(KeyMap::new(&own(entries), false), KeyMap::default(), "{entries:?}");
    }
}

#[test]
fn each_refusal_has_a_sentence_of_its_own() {
    let refusals = [
        Refusal::Fixed(Command::Leave),
        Refusal::Modifier,
        Refusal::Kept("Tab".to_owned()),
        Refusal::Reserved("Ctrl+W".to_owned()),
        Refusal::Unknown("AudioVolumeUp".to_owned()),
        Refusal::Taken("J".to_owned(), Command::NextAnnotation),
    ];
    let sentences: std::collections::BTreeSet<String> = refusals.iter().map(Refusal::sentence).collect();
    assert_eq!(sentences.len(), refusals.len());
    assert!(sentences.iter().all(|sentence| sentence.ends_with('.')));
}
