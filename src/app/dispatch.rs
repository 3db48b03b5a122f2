//! The one way in: components say what happened, and the runtime, which they do not know, hands it to the session.

use bluepencil::session::{Command, Event};
use leptos::prelude::*;

/// Says what happened.
#[derive(Clone, Copy)]
pub struct Dispatch {
    event: Callback<Event>,
    command: Callback<Command>,
}

/// Provides the way in.
pub fn provide_dispatch(event: Callback<Event>, command: Callback<Command>) {
    provide_context(Dispatch { event, command });
}

/// The way in, in a component.
pub fn use_dispatch() -> Dispatch {
    expect_context()
}

impl Dispatch {
    /// Hands an event to the session, shows the outcome and carries out what it asks for.
    pub fn send(self, event: Event) {
        self.event.run(event);
    }

    /// Gives a command, at the place where the user stands in the article.
    pub fn command(self, command: Command) {
        self.command.run(command);
    }
}
