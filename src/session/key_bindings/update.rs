//! Key bindings: changed, stored and announced.

use std::sync::Arc;

use super::{KeyBindingEvent, KeyConflict};
use crate::session::chord::Chord;
use crate::session::command::Command;
use crate::session::effect::{Content, Effect, alone, refuse};
use crate::session::import::refusal;
use crate::session::key_file;
use crate::session::keymap::KeyMap;
use crate::session::reserved_keys::Refusal;
use crate::session::state::{Session, Stamp};
use crate::store::Preferences;

impl Session {
    /// The key bindings.
    #[must_use]
    pub fn keys(&self) -> &Arc<KeyMap> {
        &self.keys
    }

    /// The unresolved conflict.
    #[must_use]
    pub fn key_conflict(&self) -> Option<&KeyConflict> {
        self.key_conflict.as_ref()
    }

    pub(in crate::session) fn on_key_bindings(&mut self, event: KeyBindingEvent, stamp: &Stamp<'_>) -> Vec<Effect> {
        let conflict = self.key_conflict.take();
        let mut keys = (*self.keys).clone();
        match event {
            KeyBindingEvent::Assign(command, chord) => self.assign(command, &chord, stamp),
            KeyBindingEvent::Swap => {
                let Some(KeyConflict { command, key, holder }) = conflict else { return Vec::new() };
                keys.swap(command, &key, holder);
                let message = format!("{} {}", binding_sentence(&keys, command), binding_sentence(&keys, holder));
                self.store_key_bindings(keys, message, stamp)
            }
            KeyBindingEvent::Cancel => alone(Effect::Tell("The keys stay as they are.".to_owned(), None)),
            KeyBindingEvent::Reset(command) => {
                let changed = keys.reset(command);
                let message: Vec<String> =
                    changed.into_iter().map(|command| binding_sentence(&keys, command)).collect();
                self.store_key_bindings(keys, message.join(" "), stamp)
            }
            KeyBindingEvent::ResetAll => {
                let message = "All commands have the keys they came with.".to_owned();
                self.store_key_bindings(KeyMap::new(&Vec::new(), keys.single_letters_off()), message, stamp)
            }
            KeyBindingEvent::SingleLetters(on) => {
                let message = if on {
                    "Single letters are keys again."
                } else {
                    "Single letters are off. Every command is in the palette, and most have a button."
                };
                self.store_key_bindings(KeyMap::new(&keys.own(), !on), message.to_owned(), stamp)
            }
            KeyBindingEvent::Download => {
                let download = Effect::Download {
                    name: key_file::NAME.to_owned(),
                    media_type: "application/json",
                    content: Content::Whole(key_file::write(&keys)),
                };
                vec![download, Effect::Tell(format!("Exported the keys as {}.", key_file::NAME), None)]
            }
        }
    }

    fn assign(&mut self, command: Command, chord: &Chord, stamp: &Stamp<'_>) -> Vec<Effect> {
        let mut keys = (*self.keys).clone();
        match keys.give(command, chord) {
            Ok(()) => {
                let message = binding_sentence(&keys, command);
                self.store_key_bindings(keys, message, stamp)
            }
            Err(refusal) => {
                let sentence = refusal.sentence();
                if let Refusal::Taken(key, holder) = refusal {
                    self.key_conflict = Some(KeyConflict { command, key, holder });
                }
                refuse(sentence)
            }
        }
    }

    /// Imports a file of key bindings, as a whole or not at all.
    pub(in crate::session) fn import_key_bindings(&mut self, name: &str, text: &str, stamp: &Stamp<'_>) -> Vec<Effect> {
        match key_file::read(text) {
            Err(reason) => vec![refusal(name, &reason)],
            Ok(keys) => {
                self.key_conflict = None;
                let message = match keys.own().len() {
                    0 => format!("Imported {name}: all commands have the keys they came with."),
                    1 => format!("Imported {name}: 1 command has keys of your own."),
                    count => format!("Imported {name}: {count} commands have keys of your own."),
                };
                self.store_key_bindings(keys, message, stamp)
            }
        }
    }

    /// Stores the bindings and announces them.
    fn store_key_bindings(&mut self, keys: KeyMap, message: String, stamp: &Stamp<'_>) -> Vec<Effect> {
        let preferences = Preferences {
            keys: keys.own(),
            single_letters_off: keys.single_letters_off(),
            ..self.preferences().clone()
        };
        let mut effects = self.prefer(preferences, stamp);
        effects.push(Effect::Tell(message, None));
        effects
    }
}

/// The announcement of the key of a command.
fn binding_sentence(keys: &KeyMap, command: Command) -> String {
    let name = command.name();
    let Some(key) = command.row().and_then(|row| keys.assigned(row).next()) else {
        return format!("“{name}” has no key now.");
    };
    let is_off = keys.first(command).is_none();
    let off = if is_off { " It acts once single letters are on again." } else { "" };
    format!("“{name}” is {key} now.{off}")
}
