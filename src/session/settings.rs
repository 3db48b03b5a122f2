//! The preferences: appearance, name and key bindings.

use std::sync::Arc;

use super::effect::Effect;
use super::keymap::KeyMap;
use super::state::{Session, Stamp};
use crate::store::{Preferences, batch};

impl Session {
    pub(super) fn prefer(&mut self, preferences: Preferences, stamp: &Stamp<'_>) -> Vec<Effect> {
        if *self.preferences() == preferences {
            return Vec::new();
        }
        self.keys = Arc::new(KeyMap::new(&preferences.keys, preferences.single_letters_off));
        let library = Arc::make_mut(&mut self.library);
        library.preferences = preferences;
        library.preferences_revision += 1;
        let batch = batch::preferences(&library.preferences, library.preferences_revision, stamp.writer);
        vec![self.save(batch)]
    }

    /// Resets appearance and announcements; name and key bindings stay.
    pub(super) fn reset_settings(&mut self, stamp: &Stamp<'_>) -> Vec<Effect> {
        let fresh = Preferences::default();
        let preferences = Preferences {
            theme: fresh.theme,
            text_size: fresh.text_size,
            measure: fresh.measure,
            reader_font: fresh.reader_font,
            announcements: fresh.announcements,
            ..self.preferences().clone()
        };
        let mut effects = self.prefer(preferences, stamp);
        effects.push(Effect::Tell("The settings are as they came. Your name and your keys stay.".to_owned(), None));
        effects
    }
}
