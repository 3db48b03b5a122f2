//! From a pressed key to a command.

use super::command::{COMMANDS, Command, Context};

/// A pressed key with its modifiers, by the browser's `event.key`, so that it follows the user's layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chord {
    /// `Ctrl`, or Cmd on a Mac.
    pub control: bool,
    /// `Shift`. For a printed character it is part of the character and so ignored, but for letters.
    pub shift: bool,
    /// `Alt`.
    pub alt: bool,
    /// The key's name: `q`, `?`, `ArrowLeft`, `Enter`.
    pub key: String,
}

/// Where the user is when a key is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// A text field, select or the like has the focus.
    pub in_field: bool,
    /// The article has the focus.
    pub in_article: bool,
    /// The list of annotations has the focus.
    pub in_list: bool,
    /// An annotation is in focus.
    pub mark_in_focus: bool,
    /// A dialog is open.
    pub in_dialog: bool,
}

impl Situation {
    fn allows(self, context: Context) -> bool {
        let on_desk = (self.in_article || self.in_list) && !self.in_field && !self.in_dialog;
        match context {
            Context::Everywhere => true,
            Context::Desk => on_desk,
            Context::Article => on_desk && self.in_article,
            Context::Mark => on_desk && self.mark_in_focus,
        }
    }
}

impl Chord {
    /// The chord as it is written in the table: `Ctrl+Shift+Z`, `Q`, `Shift+Q`, `?`, `Escape`.
    #[must_use]
    pub fn written(&self) -> String {
        let mut written = String::new();
        if self.control {
            written.push_str("Ctrl+");
        }
        if self.alt {
            written.push_str("Alt+");
        }
        let mut letters = self.key.chars();
        match (letters.next(), letters.next()) {
            (Some(character), None) if character.is_alphabetic() => {
                if self.shift {
                    written.push_str("Shift+");
                }
                written.push(character.to_ascii_uppercase());
            }
            (Some(character), None) => written.push(character),
            _ => {
                if self.shift {
                    written.push_str("Shift+");
                }
                written.push_str(&self.key);
            }
        }
        written
    }
}

/// The command that a chord means in a situation. In a text field the field's own undo and redo win.
#[must_use]
pub fn command_for(chord: &Chord, situation: Situation) -> Option<Command> {
    let written = chord.written();
    let row = COMMANDS
        .iter()
        .filter(|row| situation.allows(row.context) && row.keys.contains(&written.as_str()))
        .max_by_key(|row| row.context)?;
    let field_keeps_it = situation.in_field && matches!(row.command, Command::Undo | Command::Redo);
    // A dialog is left by the browser's own close request, so that the focus returns to where it came from.
    let dialog_keeps_it = situation.in_dialog && row.command == Command::Leave;
    (!field_keeps_it && !dialog_keeps_it).then_some(row.command)
}

/// A key as people read it: arrows as arrows, `Escape` as `Esc`.
#[must_use]
pub fn shown(keys: &str, mac: bool) -> String {
    let parts = keys.split_inclusive('+').map(|part| match part.trim_end_matches('+') {
        "" => "+".to_owned(),
        "Ctrl" if mac => "⌘".to_owned(),
        "Shift" if mac => "⇧".to_owned(),
        "ArrowLeft" => "←".to_owned(),
        "ArrowRight" => "→".to_owned(),
        "ArrowUp" => "↑".to_owned(),
        "ArrowDown" => "↓".to_owned(),
        "Escape" => "Esc".to_owned(),
        other => other.to_owned(),
    });
    let joined: Vec<String> = parts.collect();
    joined.join(if mac { "" } else { "+" })
}
