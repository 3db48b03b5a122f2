//! The keys of a Mac. Its caret goes by other modifiers than elsewhere: `Option` by word and paragraph, `Cmd` to the ends of
//! line and article, and `Ctrl+A` and `Ctrl+E` to the ends of the line as everywhere on a Mac. The command table knows the
//! keys of other systems; here they are translated, both ways.

use super::chord::Chord;

/// A key press on a Mac with the modifiers as they are there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MacPress<'a> {
    /// `Cmd`.
    pub command: bool,
    /// `Ctrl`, which belongs to the system.
    pub control: bool,
    /// `Option`.
    pub option: bool,
    /// `Shift`.
    pub shift: bool,
    /// The key's name: `q`, `?`, `ArrowLeft`, `Enter`.
    pub key: &'a str,
}

impl MacPress<'_> {
    /// The chord of the command table that this press means; `None` where it belongs to the system.
    #[must_use]
    pub fn chord(self) -> Option<Chord> {
        let chord =
            |control: bool, alt: bool, key: &str| Chord { control, shift: self.shift, alt, key: key.to_owned() };
        match (self.command, self.control, self.option, self.key) {
            (false, true, false, "a" | "A") => Some(chord(false, false, "Home")),
            (false, true, false, "e" | "E") => Some(chord(false, false, "End")),
            (_, true, _, _) => None,
            (false, _, true, "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown") => {
                Some(chord(true, false, self.key))
            }
            (true, _, false, "ArrowLeft") => Some(chord(false, false, "Home")),
            (true, _, false, "ArrowRight") => Some(chord(false, false, "End")),
            (true, _, false, "ArrowUp") => Some(chord(true, false, "Home")),
            (true, _, false, "ArrowDown") => Some(chord(true, false, "End")),
            (control, _, alt, key) => Some(chord(control, alt, key)),
        }
    }
}
