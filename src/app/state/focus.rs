//! The annotation in focus, and requests for the browser's focus.
//!
//! Whoever wants a field or a row to have the focus asks for it; the component that holds the element gives it, also one
//! that is only being put on the page. A request is for one time, and the next one takes its place.

use bluepencil::annotation::AnnotationId;
use bluepencil::session::{BoundaryEdit, Field, Session};
use leptos::html::ElementType;
use leptos::prelude::*;

use super::session::use_session;
use crate::browser::dom::{self, Focusable};

/// What can be asked to have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// The article.
    Article,
    /// A field of the rail.
    Field(Field),
    /// The row of an annotation in the list, or the list's first.
    Row(Option<AnnotationId>),
    /// The row of an annotation is to be in view, wherever the focus is.
    RowInView(AnnotationId),
    /// In the reading view, the mark of an annotation, or the view itself.
    Reading(Option<AnnotationId>),
}

/// The annotation in focus and the boundaries that are being moved; and what the browser's focus is wanted for.
#[derive(Clone, Copy)]
pub struct Focus {
    /// The annotation in focus.
    pub annotation: Memo<Option<AnnotationId>>,
    /// Its boundaries, while they are being moved.
    pub boundary_edit: Memo<Option<BoundaryEdit>>,
    asked: Trigger,
    wanted: StoredValue<Option<Wanted>>,
    /// How often the user has gone on.
    turn: StoredValue<u64>,
}

/// Provides the focus.
pub fn provide_focus() {
    let session = use_session();
    provide_context(Focus {
        annotation: session.slice(Session::focus),
        boundary_edit: session.slice(|session: &Session| session.boundary_edit().cloned()),
        asked: Trigger::new(),
        wanted: StoredValue::new(None),
        turn: StoredValue::new(0),
    });
}

/// The focus, in a component.
pub fn use_focus() -> Focus {
    expect_context()
}

impl Focus {
    /// Asks for the focus.
    pub fn ask(self, wanted: Wanted) {
        self.wanted.set_value(Some(wanted));
        self.asked.notify();
    }

    /// Takes a request that fits, so that nobody else gives it; whoever asks is told of the next ones.
    pub fn take<T>(self, fits: impl FnOnce(Wanted) -> Option<T>) -> Option<T> {
        self.asked.track();
        let taken = fits(self.wanted.get_value()?)?;
        self.wanted.set_value(None);
        Some(taken)
    }

    /// Forgets what was asked for and not given: the user has gone on.
    pub fn forget(self) {
        self.wanted.set_value(None);
        self.turn.update_value(|turn| *turn += 1);
    }

    /// A task that gives the focus later on and is left undone once the user has gone on: what a key asks for must not be
    /// taken away by what the key before it had asked for.
    pub fn while_user_waits(self, task: impl FnOnce() + 'static) -> impl FnOnce() + 'static {
        let turn = self.turn.get_value();
        move || {
            if self.turn.try_get_value() == Some(turn) {
                task();
            }
        }
    }

    /// Gives a field's element the focus whenever that is asked for, and then does something more with it.
    pub fn give_to_field<E>(self, field: Field, element: NodeRef<E>, then: impl Fn(&E::Output) + 'static)
    where
        E: ElementType + 'static,
        E::Output: Focusable + Clone + 'static,
    {
        Effect::new(move |_| {
            self.asked.track();
            let Some(element) = element.get() else { return };
            if self.take(|wanted| (wanted == Wanted::Field(field)).then_some(())).is_some() {
                dom::focus(&element);
                then(&element);
            }
        });
    }
}
