//! Key bindings: assigned, swapped, reset, exported and imported.

mod update;

use crate::session::chord::Chord;
use crate::session::command::Command;

/// An event of the key bindings.
#[derive(Clone, Debug)]
pub enum KeyBindingEvent {
    /// Binds a command to a chord.
    Assign(Command, Chord),
    /// Resolves the conflict: the two commands swap their keys.
    Swap,
    /// Leaves the conflict without a change.
    Cancel,
    /// Gives a command its default keys.
    Reset(Command),
    /// Gives all commands their default keys.
    ResetAll,
    /// Turns single character keys on or off (WCAG 2.1.4).
    SingleLetters(bool),
    /// Downloads the changed bindings as a file.
    Download,
}

/// A key that two commands cannot both have; the user decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyConflict {
    /// The command to bind.
    pub command: Command,
    /// The key.
    pub key: String,
    /// The command that has it.
    pub holder: Command,
}
