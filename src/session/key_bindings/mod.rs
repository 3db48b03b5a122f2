//! Keys of one's own: given, swapped, reset, taken out and brought in.

mod update;

use crate::session::chord::Chord;
use crate::session::command::Command;

/// What a person does with the keys of commands.
#[derive(Clone, Debug)]
pub enum KeyBindingEvent {
    /// A chord was pressed that a command is to have.
    Assign(Command, Chord),
    /// The command that was refused a key takes it, and the other one gets its key.
    Swap,
    /// The keys stay as they are.
    Cancel,
    /// A command gets the keys of the table back.
    Reset(Command),
    /// All commands do.
    ResetAll,
    /// Letters, digits and signs act without `Ctrl`, or not.
    SingleLetters(bool),
    /// The changed keys as a file.
    Download,
}

/// A key that two commands cannot both have; the person chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyConflict {
    /// The command that was to get the key.
    pub command: Command,
    /// The key.
    pub key: String,
    /// The command that has it.
    pub holder: Command,
}
