//! The keys of commands, wherever the focus is on the page.

use bluepencil::session::{Chord, Command, Event, Screen, Situation, is_modifier};
use leptos::ev::{self, KeyboardEvent};
use leptos::prelude::*;

use super::dispatch::{Dispatch, use_dispatch};
use super::state::article_view::{ArticleView, use_article_view};
use super::state::caret::{Caret, use_caret};
use super::state::document::{OpenDocument, use_document};
use super::state::focus::{Focus, use_focus};
use super::state::keymap::{Keys, use_keymap};
use super::state::rail::{Rail, use_rail};
use super::state::screen::{ScreenState, use_screen};
use crate::browser::{caret_motion, keyboard};

/// What a key depends on.
#[derive(Clone, Copy)]
struct Shortcuts {
    dispatch: Dispatch,
    document: OpenDocument,
    view: ArticleView,
    focus: Focus,
    keymap: Keys,
    rail: Rail,
    screen: ScreenState,
    caret: Caret,
    /// The key before puts an accent on this one.
    after_dead_key: StoredValue<bool>,
}

/// Listens to keys for as long as the page is open. A key that a component has answered itself is passed over: its default
/// is prevented then.
pub fn listen_to_keys() {
    let shortcuts = Shortcuts {
        dispatch: use_dispatch(),
        document: use_document(),
        view: use_article_view(),
        focus: use_focus(),
        keymap: use_keymap(),
        rail: use_rail(),
        screen: use_screen(),
        caret: use_caret(),
        after_dead_key: StoredValue::new(false),
    };
    let _ = window_event_listener(ev::keydown, move |event| {
        if !event.default_prevented() {
            shortcuts.press(&event);
        }
    });
}

impl Shortcuts {
    fn press(self, event: &KeyboardEvent) {
        if event.repeat() && keyboard::presses_control(event) {
            // A key that is held down does not press a button again and again.
            event.prevent_default();
            return;
        }
        let situation = self.situation(event);
        let accented = self.is_accented(event);
        let Some(chord) = keyboard::chord(event).filter(|chord| !(accented && chord.is_character())) else { return };
        if keyboard::opens_quick_find(&chord) && !situation.in_field {
            event.prevent_default();
        }
        let Some(command) = self.keymap.read(|keys| keys.command_for(&chord, situation)) else { return };
        // The library has no article on the screen: its letters and arrows are the browser's.
        let needs_reader = command.row().is_some_and(|row| !row.acts_everywhere());
        let in_reader = self.screen.screen.get_untracked() == Screen::Reader;
        if needs_reader && !in_reader && command != Command::KeyboardHelp {
            return;
        }
        if keyboard::presses_control(event) {
            return;
        }
        event.prevent_default();
        if event.repeat() && !command.repeats() {
            return;
        }
        match command {
            Command::MoveCaret | Command::ExtendSelection => {
                let extend = command == Command::ExtendSelection;
                self.move_caret(&chord, extend);
            }
            Command::Leave if situation.in_list && situation.mark_in_focus && !self.selects_several() => {
                self.dispatch.send(Event::BackToText);
            }
            Command::Leave if situation.in_field => {
                // Out of a field, back to the text.
                self.dispatch.send(Event::FieldLeft);
                self.view.focus();
            }
            command => self.dispatch.command(command),
        }
    }

    /// Whether the key before was a dead one, which puts an accent on this one instead of a command.
    fn is_accented(self, event: &KeyboardEvent) -> bool {
        let key = event.key();
        let accented = self.after_dead_key.get_value();
        if !is_modifier(&key) {
            self.after_dead_key.set_value(key == "Dead");
        }
        accented
    }

    /// Moves the caret. What comes into view is laid out with the next frame and may push it out of view again.
    fn move_caret(self, chord: &Chord, extend: bool) {
        let Some(sheet) = self.view.sheet_untracked() else { return };
        let motion = self.caret.motion.get_untracked();
        let moved = self
            .document
            .read(|document| caret_motion::move_by_key(&sheet, document, motion, &chord.key, extend, chord.control));
        let motion = moved.unwrap_or_default();
        self.caret.motion.set(motion);
        request_animation_frame(move || {
            self.document.read(|document| caret_motion::follow(&sheet, document, motion));
        });
    }

    /// Where the user is.
    fn situation(self, event: &KeyboardEvent) -> Situation {
        let list = self.rail.list.get_untracked();
        let in_page = keyboard::situation(event, self.view.sheet_untracked().as_ref(), list.as_deref());
        Situation {
            mark_in_focus: self.focus.annotation.get_untracked().is_some() || self.selects_several(),
            editing_boundaries: self.focus.boundary_edit.with_untracked(Option::is_some),
            in_dialog: self.screen.dialog.get_untracked().is_some(),
            ..in_page
        }
    }

    fn selects_several(self) -> bool {
        untrack(|| self.rail.several())
    }
}
