//! Which screen and which dialog are shown.

use bluepencil::session::{Dialog, Screen, Session};
use leptos::prelude::*;

use super::session::use_session;

/// What is shown.
#[derive(Clone, Copy)]
pub struct ScreenState {
    /// The screen.
    pub screen: Memo<Screen>,
    /// The dialog over it, if any.
    pub dialog: Memo<Option<Dialog>>,
    /// Storage has been read and the place of the address is shown: from now on the page answers.
    pub started: RwSignal<bool>,
}

/// Provides what is shown.
pub fn provide_screen() {
    let session = use_session();
    provide_context(ScreenState {
        screen: session.slice(Session::screen),
        dialog: session.slice(Session::dialog),
        started: RwSignal::new(false),
    });
}

/// What is shown, in a component.
pub fn use_screen() -> ScreenState {
    expect_context()
}

impl ScreenState {
    /// Whether this screen is shown; whoever asks follows it.
    pub fn is(self, screen: Screen) -> bool {
        self.screen.get() == screen
    }
}
