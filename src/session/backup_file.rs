//! The backup file: a desk file on the disk that is written again after every change.

use super::desk_file::whole;
use super::effect::{Collecting, Effect, alone, refuse};
use super::state::{Session, Stamp};

/// An event of the backup file.
#[derive(Clone, Debug)]
pub enum BackupFileEvent {
    /// It is to be written.
    Due,
    /// It was written.
    Written {
        /// The file's name.
        name: String,
        /// When, as local date and time for display.
        at: String,
    },
    /// The file of this name could not be written and is given up.
    Failed(String),
}

impl Session {
    /// Handles an event of the backup file.
    pub(super) fn on_backup_file(&mut self, event: BackupFileEvent) -> Vec<Effect> {
        match event {
            BackupFileEvent::Due => alone(Effect::Collect(Collecting::BackUp)),
            BackupFileEvent::Written { name, at } => {
                self.backup = Some(format!(
                    "“{name}”, written {at}. It is written again 30 seconds after a change, while this page is open."
                ));
                Vec::new()
            }
            BackupFileEvent::Failed(name) => {
                self.backup = None;
                refuse(format!(
                    "The backup file “{name}” could not be written. Everything is still kept in this browser. Choose the file again under Storage."
                ))
            }
        }
    }

    /// Everything that is stored goes into the backup file. Once there is one, nobody needs to be reminded; that is noted at
    /// the first time only, because the note is a change too, after which the file is written again.
    pub(super) fn write_backup_file(&mut self, records: &[(String, String)], stamp: &Stamp<'_>) -> Vec<Effect> {
        // It may hold what is gone here, and is not written over before that is known.
        if self.before_loss.is_some() {
            return Vec::new();
        }
        let mut effects = alone(Effect::BackUp(whole(records).write(&stamp.now)));
        if !std::mem::replace(&mut self.reminded, true) {
            effects.extend(self.mark_all_exported(stamp));
        }
        effects
    }
}
