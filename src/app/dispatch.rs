//! The one way in: components say what happened, and the runtime, which they do not know, hands it to the session.

use bluepencil::annotation::AnnotationId;
use bluepencil::session::{BulkEvent, Command, Event, SelectionMode};
use leptos::ev::MouseEvent;
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

    /// Goes to an annotation that is clicked in a list; with `Ctrl` held it is selected, with `Shift` all up to it.
    pub fn choose(self, id: AnnotationId, click: &MouseEvent) {
        self.send(match (click.shift_key(), click.ctrl_key() || click.meta_key()) {
            (true, _) => Event::Bulk(BulkEvent::Select(id, SelectionMode::Range)),
            (false, true) => Event::Bulk(BulkEvent::Select(id, SelectionMode::Toggle)),
            (false, false) => Event::Choose(id),
        });
    }

    /// Gives a command, at the place where the user stands in the article.
    pub fn command(self, command: Command) {
        self.command.run(command);
    }
}
