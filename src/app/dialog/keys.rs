//! The keys of all commands, to be changed: press `Change`, then the new key.

use bluepencil::session::{
    COMMANDS, Command, Context, Event, KeyChange, KeyConflict, Row, has_fixed_keys, is_modifier, shown,
};
use leptos::ev::KeyboardEvent;

use super::super::element::{Content, IntoContent as _};
use super::help::{abridged, one_key};
use super::{main_action, said_since};
use crate::app::desk::Desk;
use crate::app::element::{action, element, help, plain};
use crate::app::reactive::{keep, part, present, text};
use crate::browser::{dom, keys as pressed};

/// The id of the button that swaps two keys.
const SWAP: &str = "keys-swap";
/// The id of the switch for single letters.
const SINGLE_LETTERS: &str = "keys-single-letters";

/// Every command by where it acts, with its keys and a button that changes them.
pub fn keys(desk: Desk) -> Content {
    let groups = Context::ORDER.map(|context| {
        let rows = COMMANDS.iter().filter(|row| row.context == context);
        let rows: Vec<Content> = rows.map(|row| key_row(desk, row)).collect();
        let list = element("ul", &[("class", "own-keys")]).child(rows);
        vec![plain("h3", context.title()).into_content(), list.into_content()].into_content()
    });
    let mut asked: Option<KeyConflict> = None;
    keep(move || {
        let on = desk.keys.with(|keys| !keys.single_letters_off());
        dom::after_update(move || dom::set_checked(SINGLE_LETTERS, on));
    });
    // The question takes the focus, and gives it back to the command it was about.
    keep(move || {
        let conflict = desk.key_conflict.get();
        let command = asked.as_ref().map(|asked| asked.command);
        match (&conflict, command) {
            (Some(_), _) => dom::after_update(|| dom::focus(SWAP)),
            (None, Some(command)) => dom::after_update(move || dom::focus(&change_id(command))),
            (None, None) => {}
        }
        asked = conflict;
    });
    let mut told = said_since(desk);
    let said = move || match desk.awaits_key.get() {
        Some(command) => format!("Press the new key of “{}”. Esc cancels.", command.name()),
        None => told(),
    };
    let how = element("p", &[])
        .child("Press ")
        .child(plain("em", "Change"))
        .child(", then the key you want, with ")
        .child(plain("kbd", "Ctrl"))
        .child(" or ")
        .child(plain("kbd", "Shift"))
        .child(" if you like. ")
        .child(plain("kbd", "Esc"))
        .child(" cancels. Keys with ")
        .child(plain("kbd", "Ctrl"))
        .child(" act everywhere, all others while the article or the list has the focus. The arrows, Home, End and Esc stay as they are.");
    let single = element("input", &[("id", SINGLE_LETTERS), ("type", "checkbox"), ("data-field", "single-letters")]);
    let single = element("label", &[("class", "choice"), ("for", SINGLE_LETTERS)])
        .child(single)
        .child("Letters, digits and signs are keys without Ctrl");
    let buttons = element("p", &[("class", "field-actions")])
        .child(action("export-keys", "Export keys"))
        .child(action("import-keys", "Import keys"))
        .child(action("reset-keys", "Reset all keys"));
    let answer = element("div", &[("class", "key-answer")])
        .child(element("p", &[("class", "key-said"), ("aria-live", "polite")]).child(text(said)))
        .child(part(move || question(desk)));
    vec![
        how.into_content(),
        single.into_content(),
        buttons.into_content(),
        element("div", &[("class", "own-keys-list")]).child(Vec::from(groups)).into_content(),
        answer.into_content(),
    ]
    .into_content()
}

/// What can be done about a key that two commands cannot both have.
fn question(desk: Desk) -> Content {
    let Some(KeyConflict { command, key, holder }) = desk.key_conflict.get() else { return ().into_content() };
    let given = desk.keys.with_untracked(|keys| keys.first(command).map(|key| shown(key, dom::is_mac())));
    let outcome = match given {
        Some(given) => format!("Swap: “{}” gets {given}", holder.name()),
        None => format!("Take {key}: “{}” has no key then", holder.name()),
    };
    let swap = main_action("swap-keys").with("id", SWAP).child(outcome);
    vec![swap.into_content(), action("keep-keys", "Leave both").into_content()].into_content()
}

fn key_row(desk: Desk, row: &'static Row) -> Content {
    let command = row.command;
    let fixed = has_fixed_keys(command);
    let keys = move || {
        let assigned: Vec<(String, bool)> = desk.keys.with(|keys| {
            let acts = |key: &str| keys.keys(row).any(|acting| acting == key);
            keys.assigned(row).map(|key| (key.to_owned(), acts(key))).collect()
        });
        if assigned.is_empty() {
            return help("span", "no key").into_content();
        }
        let off = assigned.iter().all(|(_, acts)| !acts);
        let keys = abridged(assigned.into_iter().map(|(key, _)| key).collect());
        let keys: Vec<Content> = keys.into_iter().map(|key| one_key(key, off)).collect();
        let note = off.then(|| help("span", "off").into_content());
        vec![keys.into_content(), note.into_content()].into_content()
    };
    let buttons = if fixed {
        help("span", "stays as it is").into_content()
    } else {
        let waits = move || desk.awaits_key.get() == Some(command);
        let name = row.name;
        let reset = action("reset-key", "Reset")
            .with("aria-label", format!("Reset {name}"))
            .with("data-of", name)
            .live("hidden", present(move || !desk.keys.with(|keys| keys.is_changed(command))));
        let change = element("button", &[("type", "button"), ("class", "command"), ("data-does", "change-key")])
            .with("id", change_id(command))
            .with("aria-label", format!("Change {name}"))
            .with("data-of", name)
            .live("data-waits", present(waits))
            .child(text(move || if waits() { "Press a key…" } else { "Change" }.to_owned()));
        vec![reset.into_content(), change.into_content()].into_content()
    };
    let name = element("span", &[]).child(plain("strong", row.name)).child(" ").child(help("span", row.help));
    element("li", &[("class", "own-key")])
        .child(name)
        .child(element("span", &[("class", "own-key-keys")]).child(part(keys)))
        .child(element("span", &[("class", "own-key-actions")]).child(buttons))
        .into_content()
}

/// The id of the button that changes the key of a command.
fn change_id(command: Command) -> String {
    format!("change-{}", command.name().replace(' ', "-"))
}

/// A button of the dialog was pressed: what it does with the keys, if it is one of those.
pub fn await_key(desk: Desk, does: &str, of: &str) {
    let command = COMMANDS.iter().find(|row| row.name == of).map(|row| row.command);
    let again = desk.awaits_key.get_untracked() == command && does == "change-key";
    desk.awaits_key.set(command.filter(|_| does == "change-key" && !again));
    let change = match does {
        "change-key" => {
            desk.alert.set(String::new());
            return;
        }
        "reset-key" => {
            // The button is about to go away.
            command.into_iter().for_each(|command| dom::focus(&change_id(command)));
            command.map(KeyChange::Reset)
        }
        "reset-keys" => Some(KeyChange::ResetAll),
        "swap-keys" => Some(KeyChange::Swap),
        "keep-keys" => Some(KeyChange::Cancel),
        "export-keys" => Some(KeyChange::Download),
        _ => None,
    };
    change.into_iter().for_each(|change| desk.dispatch(Event::Keys(change)));
}

/// A key was pressed while one is awaited: it is the new key, or `Esc`. True where it was taken.
pub fn awaited_key(desk: Desk, event: &KeyboardEvent) -> bool {
    let Some(command) = desk.awaits_key.get_untracked() else { return false };
    event.prevent_default();
    let Some(chord) = pressed::chord(event).filter(|chord| !event.repeat() && !is_modifier(&chord.key)) else {
        return true;
    };
    desk.awaits_key.set(None);
    desk.dispatch(Event::Keys(if chord.key == "Escape" {
        KeyChange::Cancel
    } else {
        KeyChange::Press(command, chord)
    }));
    true
}

/// A modifier was let go without another key while one is awaited: says that this is none.
pub fn lifted_key(desk: Desk, event: &KeyboardEvent) {
    let Some(command) = desk.awaits_key.get_untracked() else { return };
    if let Some(chord) = pressed::chord(event).filter(|chord| is_modifier(&chord.key)) {
        desk.awaits_key.set(None);
        desk.dispatch(Event::Keys(KeyChange::Press(command, chord)));
    }
}
