//! The keys of all commands.

use std::sync::Arc;

use bluepencil::session::{Command, KeyMap, Session, shown};
use leptos::prelude::*;

use super::session::use_session;
use crate::browser::dom;

/// The keys as they are set now.
#[derive(Clone, Copy)]
pub struct Keys(Memo<Option<Arc<KeyMap>>>);

/// Provides the keys.
pub fn provide_keymap() {
    provide_context(Keys(use_session().shared(|session: &Session| Some(session.keys()))));
}

/// The keys, in a component.
pub fn use_keymap() -> Keys {
    expect_context()
}

impl Keys {
    /// Looks at the keys and follows them.
    pub fn with<T>(self, read: impl FnOnce(&KeyMap) -> T) -> T {
        self.0.with(|keys| read(keys.as_deref().unwrap_or(&KeyMap::default())))
    }

    /// Looks at the keys without following them.
    pub fn read<T>(self, read: impl FnOnce(&KeyMap) -> T) -> T {
        self.0.with_untracked(|keys| read(keys.as_deref().unwrap_or(&KeyMap::default())))
    }

    /// The key that is shown beside a command's name, as people read it; empty where it has none. Whoever asks follows it.
    pub fn of(self, command: Command) -> String {
        self.with(|keys| keys.first(command).map(|key| shown(key, dom::is_mac())).unwrap_or_default())
    }
}
