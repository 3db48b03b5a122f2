//! What the page says: one sentence for each thing done, and one for each thing refused or failed.

use bluepencil::session::Command;
use leptos::prelude::*;

/// One sentence for the user.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Status {
    /// The sentence.
    pub text: String,
    /// A command offered beside it.
    pub offer: Option<Command>,
}

/// The newest sentence of each live region.
#[derive(Clone, Copy)]
pub struct Notices {
    status: RwSignal<Status>,
    alert: RwSignal<String>,
    /// Whether the alert is one beside which the open article can be exported.
    urges_export: RwSignal<bool>,
}

/// Provides the sentences.
pub fn provide_notices() {
    provide_context(Notices {
        status: RwSignal::default(),
        alert: RwSignal::default(),
        urges_export: RwSignal::default(),
    });
}

/// The sentences, in a component.
pub fn use_notices() -> Notices {
    expect_context()
}

impl Notices {
    /// Says a sentence in the status region.
    pub fn tell(self, text: String, offer: Option<Command>) {
        // Said twice in a row, a sentence must still be a change for a screen reader.
        let again = self.status.with_untracked(|status| status.text == text);
        let text = if again { format!("{text}\u{a0}") } else { text };
        self.status.set(Status { text, offer });
    }

    /// Says a sentence in the alert region. What stands there already is not said again: while one types, every letter may
    /// be refused.
    pub fn alert(self, text: String) {
        self.urges_export.set(false);
        if self.alert.with_untracked(|known| *known != text) {
            self.alert.set(text);
        }
    }

    /// Says a sentence in the alert region, and offers beside it to export the open article.
    pub fn urge_export(self, text: String) {
        self.alert(text);
        self.urges_export.set(true);
    }

    /// Whether the open article can be exported beside the sentence of the alert region.
    pub fn urges_export(self) -> RwSignal<bool> {
        self.urges_export
    }

    /// Takes the alert away.
    pub fn dismiss(self) {
        self.alert(String::new());
    }

    /// The sentence of the status region.
    pub fn status(self) -> RwSignal<Status> {
        self.status
    }

    /// The sentence of the alert region; empty where there is none.
    pub fn alerted(self) -> RwSignal<String> {
        self.alert
    }

    /// What is said from now on, in either region; nothing yet. For a dialog, under which the regions lie out of reach.
    pub fn said_since_now(self) -> Signal<String> {
        let before = self.status.get_untracked();
        Signal::derive(move || {
            let (alert, status) = (self.alert.get(), self.status.get());
            match (alert.is_empty(), status == before) {
                (false, _) => alert,
                (true, false) => status.text,
                (true, true) => String::new(),
            }
        })
    }
}
