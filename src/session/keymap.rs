//! The key map: which command a key means where, with the user's own key bindings.

use super::chord::Chord;
use super::command::{Command, Context};
use super::command_table::{COMMANDS, Row};
use super::reserved_keys::Refusal;
use crate::store::OwnKeys;
use crate::text::excerpt;

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
    /// The boundaries of the annotation in focus are being moved.
    pub editing_boundaries: bool,
}

impl Situation {
    /// Every situation there is.
    pub fn every() -> impl Iterator<Item = Self> {
        (0..64_u8).map(|bits| Self {
            in_field: bits & 1 > 0,
            in_article: bits & 2 > 0,
            in_list: bits & 4 > 0,
            mark_in_focus: bits & 8 > 0,
            in_dialog: bits & 16 > 0,
            editing_boundaries: bits & 32 > 0,
        })
    }

    /// Whether the keys of a context act here.
    #[must_use]
    pub fn allows(self, context: Context) -> bool {
        let on_desk = (self.in_article || self.in_list) && !self.in_field && !self.in_dialog;
        match context {
            Context::Everywhere => true,
            Context::Boundaries => on_desk && self.editing_boundaries,
            _ if self.editing_boundaries => false,
            Context::Desk => on_desk,
            Context::Article => on_desk && self.in_article,
            Context::List => on_desk && self.in_list,
            Context::Mark => on_desk && self.mark_in_focus,
        }
    }
}

impl Context {
    /// Whether there is a situation in which the keys of both contexts act.
    fn meets(self, other: Self) -> bool {
        Situation::every().any(|situation| situation.allows(self) && situation.allows(other))
    }
}

/// The key bindings of all commands: the defaults of the table, replaced where the user has given others.
///
/// No two commands that can act in one situation share a key, however it was made: what would break that is refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyMap {
    /// The user's own bindings: commands whose keys differ from the table's.
    own: Vec<(Command, Vec<String>)>,
    /// Letters, digits and signs do nothing without `Ctrl`.
    single_letters_off: bool,
}

impl KeyMap {
    /// The key map with stored bindings; an entry that cannot be used is left out.
    #[must_use]
    pub fn new(own: &OwnKeys, single_letters_off: bool) -> Self {
        let mut map = Self { own: Vec::new(), single_letters_off };
        let known = |name: &str| COMMANDS.iter().find(|row| row.name == name).map(|row| row.command);
        for (name, keys) in own {
            if let Some(command) = known(name).filter(|command| !has_fixed_keys(*command)) {
                map.set(command, keys.clone());
            }
        }
        // Dropping a binding restores its default keys, which may conflict with another binding: repeat until none does.
        while let Some(place) = map.own.iter().position(|(command, keys)| map.first_fault(*command, keys).is_some()) {
            map.own.remove(place);
        }
        map
    }

    /// The key map of a file, in which every binding must be valid.
    ///
    /// # Errors
    /// The first invalid binding: the rest of a sentence.
    pub fn checked(own: &OwnKeys, single_letters_off: bool) -> Result<Self, String> {
        let mut map = Self { own: Vec::new(), single_letters_off };
        for (name, keys) in own {
            let row = COMMANDS.iter().find(|row| row.name == name);
            let row = row.ok_or_else(|| {
                format!("it names a command “{}”, which this version does not have", excerpt(name, 40))
            })?;
            if has_fixed_keys(row.command) {
                return Err(format!("the keys of “{name}” stay as they are"));
            }
            map.set(row.command, keys.clone());
        }
        for (command, keys) in &map.own {
            if let Some(fault) = map.first_fault(*command, keys) {
                return Err(fault);
            }
        }
        Ok(map)
    }

    /// What is wrong with the own keys of a command, if anything.
    fn first_fault(&self, command: Command, keys: &[String]) -> Option<String> {
        keys.iter().enumerate().find_map(|(place, key)| {
            let Some(chord) = Chord::parse(key) else { return Some(format!("“{}” is no key", excerpt(key, 40))) };
            if Refusal::of(&chord).is_some() {
                return Some(format!("“{}” cannot be given to a command", excerpt(key, 40)));
            }
            if keys.iter().take(place).any(|earlier| earlier == key) {
                return Some(format!("“{}” has the key {} twice", command.name(), excerpt(key, 40)));
            }
            let holder = self.holder(command, key)?;
            Some(format!("“{}” and “{}” have the same key, {key}", command.name(), holder.name()))
        })
    }

    /// The user's own bindings, as they are stored.
    #[must_use]
    pub fn own(&self) -> OwnKeys {
        let changed = COMMANDS.iter().filter(|row| self.is_changed(row.command));
        changed.map(|row| (row.name.to_owned(), self.assigned(row).map(str::to_owned).collect())).collect()
    }

    /// Whether a command has other keys than the table gives it.
    #[must_use]
    pub fn is_changed(&self, command: Command) -> bool {
        self.own.iter().any(|(changed, _)| *changed == command)
    }

    /// Whether letters, digits and signs do nothing without `Ctrl`.
    #[must_use]
    pub fn single_letters_off(&self) -> bool {
        self.single_letters_off
    }

    /// The keys of a row, also those that are switched off.
    pub fn assigned(&self, row: &'static Row) -> impl Iterator<Item = &str> {
        let own = self.own.iter().find(|(changed, _)| *changed == row.command).map(|(_, keys)| keys.as_slice());
        let table = if own.is_some() { &[] } else { row.keys };
        own.unwrap_or_default().iter().map(String::as_str).chain(table.iter().copied())
    }

    /// The keys of a row that do something now.
    pub fn keys(&self, row: &'static Row) -> impl Iterator<Item = &str> {
        let is_off = |key: &str| self.single_letters_off && Chord::parse(key).is_some_and(|chord| chord.is_character());
        self.assigned(row).filter(move |key| !is_off(key))
    }

    /// The key of a command that is shown beside its name.
    #[must_use]
    pub fn first(&self, command: Command) -> Option<&str> {
        self.keys(command.row()?).next()
    }

    /// The commands that have a key in a situation in which `command` acts too.
    fn holders(&self, command: Command, key: &str) -> Vec<Command> {
        let Some(own) = command.row() else { return Vec::new() };
        let other = |row: &&Row| row.command != command && row.context.meets(own.context);
        let has = |row: &&'static Row| self.assigned(row).any(|held| held == key);
        COMMANDS.iter().filter(has).filter(other).map(|row| row.command).collect()
    }

    /// The first command that has a key in a situation in which `command` acts too.
    #[must_use]
    pub fn holder(&self, command: Command, key: &str) -> Option<Command> {
        self.holders(command, key).first().copied()
    }

    /// Gives a command one key in place of those it has.
    ///
    /// # Errors
    /// Why it cannot have it; nothing is changed then.
    pub fn give(&mut self, command: Command, chord: &Chord) -> Result<(), Refusal> {
        if has_fixed_keys(command) {
            return Err(Refusal::Fixed(command));
        }
        if let Some(refusal) = Refusal::of(chord) {
            return Err(refusal);
        }
        let key = chord.written();
        match self.holder(command, &key) {
            Some(holder) if has_fixed_keys(holder) => Err(Refusal::Kept(key)),
            Some(holder) => Err(Refusal::Taken(key, holder)),
            None => {
                self.set(command, vec![key]);
                Ok(())
            }
        }
    }

    /// Gives a command the key of another one, which gets the first key of the command instead where it can have it.
    pub fn swap(&mut self, command: Command, key: &str, holder: Command) {
        let Some(row) = command.row() else { return };
        let holders = self.holders(command, key);
        let fixed = [command].iter().chain(&holders).any(|one| has_fixed_keys(*one));
        if fixed || !holders.contains(&holder) {
            return;
        }
        let given = self.assigned(row).next().map(str::to_owned);
        for one in holders {
            let left = one.row().map(|row| self.assigned(row).filter(|held| *held != key).map(str::to_owned).collect());
            self.set(one, left.unwrap_or_default());
        }
        self.set(command, vec![key.to_owned()]);
        if let (Some(given), Some(row)) = (given, holder.row())
            && self.holder(holder, &given).is_none()
        {
            let left = self.assigned(row).filter(|held| *held != given).map(str::to_owned);
            let keys = std::iter::once(given.clone()).chain(left).collect();
            self.set(holder, keys);
        }
    }

    /// Gives a command the keys of the table back, and with it every command that has taken one of them. Gives back all
    /// that were changed.
    pub fn reset(&mut self, command: Command) -> Vec<Command> {
        let mut changed = Vec::new();
        let mut to_do = vec![command];
        while let Some(command) = to_do.pop() {
            if self.is_changed(command) {
                self.own.retain(|(other, _)| *other != command);
                changed.push(command);
                let keys = command.row().map_or(&[][..], |row| row.keys);
                keys.iter().for_each(|key| to_do.extend(self.holders(command, key)));
            }
        }
        changed
    }

    /// Sets the bindings of a command; bindings equal to the table's are not stored.
    fn set(&mut self, command: Command, keys: Vec<String>) {
        self.own.retain(|(other, _)| *other != command);
        if command.row().is_some_and(|row| row.keys != keys.as_slice()) {
            self.own.push((command, keys));
        }
    }

    /// The command that a chord means in a situation. A more particular context wins. In a text field the field's own undo
    /// and redo win, and what is typed is never a command.
    #[must_use]
    pub fn command_for(&self, chord: &Chord, situation: Situation) -> Option<Command> {
        if self.single_letters_off && chord.is_character() {
            return None;
        }
        let written = chord.written();
        // A key without Ctrl is for the article and the list, whatever its command is for.
        let only_desk = !chord.control && chord.key != "Escape";
        let context =
            |row: &Row| if only_desk && row.context == Context::Everywhere { Context::Desk } else { row.context };
        let row = COMMANDS
            .iter()
            .filter(|row| situation.allows(context(row)) && self.assigned(row).any(|key| key == written))
            .max_by_key(|row| row.context)?;
        let undoes = matches!(row.command, Command::Undo | Command::Redo);
        let field_keeps_it = situation.in_field && (undoes || FIELD_KEYS.contains(&written.as_str()));
        let place = self.assigned(row).position(|key| key == written)?;
        // A dialog is left by the browser's own close request, so that the focus returns to where it came from.
        let dialog_keeps_it = situation.in_dialog && row.command == Command::Leave;
        (!field_keeps_it && !dialog_keeps_it).then_some(row.command.by_key(place))
    }
}

/// The keys by which a text field undoes and redoes.
const FIELD_KEYS: [&str; 3] = ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"];

/// Whether the keys of a command stay as they are: those that have keys which cannot be given to any command.
#[must_use]
pub fn has_fixed_keys(command: Command) -> bool {
    let keys = command.row().map_or(&[][..], |row| row.keys);
    keys.iter().filter_map(|key| Chord::parse(key)).any(|chord| Refusal::of(&chord).is_some())
}

/// The command that a chord means in a situation, with the keys of the table.
#[must_use]
pub fn command_for(chord: &Chord, situation: Situation) -> Option<Command> {
    KeyMap::default().command_for(chord, situation)
}
