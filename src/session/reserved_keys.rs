//! Which keys a person cannot give to a command, and the sentences that say why.

use super::chord::Chord;
use super::command::Command;
use super::key_names::shown;

/// Why a command cannot have a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The keys of this command stay as they are.
    Fixed(Command),
    /// Only a modifier was pressed.
    Modifier,
    /// The key puts an accent on the next letter.
    Dead,
    /// An input method takes the key.
    InputMethod,
    /// The key moves the caret, leaves, or goes from control to control.
    Kept(String),
    /// The browser or the system keeps the key for itself, or people expect it to.
    Reserved(String),
    /// The key is none that can be written down, such as one for the volume.
    Unknown(String),
    /// Another command has the key.
    Taken(String, Command),
}

/// The letters that browsers and systems use with `Ctrl` or Cmd.
const WITH_CONTROL: &str = "ACDEFGHJLMNOPQRTUVWX0123456789+-=_,`";
/// The letters that they use with `Ctrl` and `Shift`.
const WITH_CONTROL_AND_SHIFT: &str = "ABCDEIJKMNOPQRSTVW";
/// Keys that have a name and can be given to a command.
const NAMED: [&str; 3] = ["Enter", "Delete", "Backspace"];
/// Keys that move the caret.
const CARET: [&str; 6] = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"];
/// Keys that go through the page and leave its parts.
const WAYS: [&str; 5] = ["Tab", "Escape", " ", "PageUp", "PageDown"];

impl Refusal {
    /// Why no command can be given this key; `None` where it can.
    #[must_use]
    pub fn of(chord: &Chord) -> Option<Self> {
        let (key, written) = (chord.key.as_str(), chord.written());
        if is_modifier(key) {
            return Some(Self::Modifier);
        }
        match key {
            "Dead" => return Some(Self::Dead),
            "Process" => return Some(Self::InputMethod),
            _ => {}
        }
        if CARET.contains(&key) || WAYS.contains(&key) {
            return Some(Self::Kept(written));
        }
        if chord.alt || (key.starts_with('F') && key.len() > 1) {
            return Some(Self::Reserved(written));
        }
        if NAMED.contains(&key) {
            return (chord.control && key != "Enter").then_some(Self::Reserved(written));
        }
        let mut characters = key.chars();
        let (Some(character), None) = (characters.next(), characters.next()) else {
            return Some(Self::Unknown(written));
        };
        if character.is_whitespace() || character.is_control() {
            return Some(Self::Unknown(written));
        }
        let letter = character.to_ascii_uppercase();
        let with_shift = chord.shift && letter.is_ascii_uppercase();
        let kept = if with_shift { WITH_CONTROL_AND_SHIFT } else { WITH_CONTROL };
        (chord.control && kept.contains(letter)).then_some(Self::Reserved(written))
    }

    /// The sentence that says why, and what to do.
    #[must_use]
    pub fn sentence(&self) -> String {
        match self {
            Self::Fixed(command) => format!("The keys of “{}” stay as they are.", command.name()),
            Self::Modifier => "Ctrl, Shift or Alt alone is no key. Hold it and press another key.".to_owned(),
            Self::Dead => {
                "This key puts an accent on the next letter, so it cannot be used alone. Choose another key.".to_owned()
            }
            Self::InputMethod => {
                "The input method of your system takes this key. Switch to plain letters, or choose a key with Ctrl."
                    .to_owned()
            }
            Self::Kept(key) => format!(
                "{} stays as it is: arrows, Home, End, Tab, Space and Esc move, press and leave. Choose another key.",
                shown_name(key)
            ),
            Self::Reserved(key) => {
                format!("{} belongs to the browser or the system. Choose another key.", shown_name(key))
            }
            Self::Unknown(_) => {
                "This key cannot be used. Choose a letter, a digit or a sign, with Ctrl or Shift if you like."
                    .to_owned()
            }
            Self::Taken(key, holder) => format!("{key} is “{}” already.", holder.name()),
        }
    }
}

/// Whether a key only changes what others mean.
#[must_use]
pub fn is_modifier(key: &str) -> bool {
    const MODIFIERS: [&str; 10] =
        ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Fn", "NumLock", "ScrollLock", "OS"];
    MODIFIERS.contains(&key)
}

fn shown_name(key: &str) -> String {
    shown(key, false).replace(' ', "Space")
}
