//! Typing into fields that are read only now and then.

use std::time::Duration;

use leptos::prelude::*;

/// Typing has paused after so long.
const PAUSE: Duration = Duration::from_millis(300);

/// What is typed into the fields of a component.
#[derive(Clone, Copy)]
pub struct Typing {
    /// Something was typed that was not handed on yet.
    has_changed: StoredValue<bool>,
    later: StoredValue<Box<dyn FnMut(())>, LocalStorage>,
    hand_on: Callback<()>,
}

/// Calls `hand_on` with what was typed: when typing pauses, when the component is taken off the page, and when the page goes
/// or is hidden. So a long text is read once for many keys, and nothing is lost however the field is left.
pub fn use_typing(hand_on: impl Fn() + Send + Sync + 'static) -> Typing {
    let typing = Typing {
        has_changed: StoredValue::new(false),
        later: StoredValue::new_local(Box::new(|()| ())),
        hand_on: Callback::new(move |()| hand_on()),
    };
    typing.later.set_value(Box::new(debounce(PAUSE, move |()| typing.finish())));
    on_cleanup(move || typing.finish());
    for going in ["pagehide", "visibilitychange"] {
        let listening = window_event_listener_untyped(going, move |_| typing.finish());
        on_cleanup(move || listening.remove());
    }
    typing
}

impl Typing {
    /// A key was pressed, or something else has changed a field.
    pub fn go_on(self) {
        self.has_changed.set_value(true);
        self.later.update_value(|later| later(()));
    }

    /// Something is pasted or dropped into a field: that is no typing, and it is handed on as soon as it is there.
    pub fn insert(self) {
        set_timeout(move || self.finish(), Duration::ZERO);
    }

    /// What was typed is handed on by another way.
    pub fn forget(self) {
        self.has_changed.set_value(false);
    }

    /// Hands on what was typed, if anything; does nothing once the component is gone.
    fn finish(self) {
        if self.has_changed.try_update_value(std::mem::take) == Some(true) {
            self.hand_on.run(());
        }
    }
}
