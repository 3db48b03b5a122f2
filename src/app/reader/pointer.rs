//! Mouse, pen and finger in the article: a drag becomes a selection of whole words, a click a visit to the marks at that
//! place.

use bluepencil::session::{Command, Event, OnboardingEvent, Place};
use bluepencil::text::{Span, snap_to_words};
use leptos::ev::{self, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos_use_document::use_document as use_page;
use leptos_use_event_listener::use_event_listener;

use crate::app::dispatch::{Dispatch, use_dispatch};
use crate::app::state::article_view::{ArticleView, use_article_view};
use crate::app::state::caret::{Caret, Stretch, use_caret};
use crate::app::state::document::{OpenDocument, use_document};
use crate::app::state::focus::{Focus, use_focus};
use crate::app::state::session::{SessionState, use_session};
use crate::browser::{caret_motion, selection};

/// What the pointer does in the article.
#[derive(Clone, Copy)]
pub struct Pointer {
    dispatch: Dispatch,
    session: SessionState,
    document: OpenDocument,
    view: ArticleView,
    caret: Caret,
    focus: Focus,
    /// `Alt` is held: a drag marks exactly what it runs over.
    exact: StoredValue<bool>,
    /// `Alt` was held when the button was released, and was not let go yet.
    alt_was_used: StoredValue<bool>,
}

/// Follows the pointer for as long as the component is there: the button may be released anywhere on the page.
pub fn use_pointer() -> Pointer {
    let pointer = Pointer {
        dispatch: use_dispatch(),
        session: use_session(),
        document: use_document(),
        view: use_article_view(),
        caret: use_caret(),
        focus: use_focus(),
        exact: StoredValue::new(false),
        alt_was_used: StoredValue::new(false),
    };
    let _ = window_event_listener(ev::pointerup, move |event| pointer.lift(&event));
    // A finger's press comes as one of a mouse after the finger has gone, so only the mouse is lifted afterwards.
    let _ = window_event_listener(ev::mouseup, move |event| pointer.lift(&event));
    let _ = window_event_listener(ev::mousemove, move |event| pointer.exact.set_value(event.alt_key()));
    let _ = window_event_listener(ev::keyup, move |event| pointer.release_alt(&event));
    let _ = use_event_listener(use_page(), ev::selectionchange, move |_| pointer.follow_selection());
    pointer
}

impl Pointer {
    /// Where the browser's selection stands.
    fn place(self) -> Option<Place> {
        let sheet = self.view.sheet_untracked()?;
        self.document.read(|document| selection::place(&sheet, document))
    }

    /// Keeps the place of the user in line with the browser's selection, and previews what a drag would mark.
    fn follow_selection(self) {
        // While a field or a dialog has the selection, the place in the article is remembered.
        let Some(place) = self.place().filter(|place| place.caret.is_some()) else { return };
        let caret = self.caret;
        if caret.labelled.get_untracked().is_some_and(|labelled| place.selection != Some(labelled)) {
            caret.labelled.set(None);
        }
        if caret.place.get_untracked() != place {
            caret.place.set(place);
        }
        let is_first_step = |onboarding: bluepencil::session::Onboarding| onboarding.done() == 0;
        if place.selection.is_some()
            && self.session.read_untracked(|session| session.onboarding().is_some_and(is_first_step))
        {
            self.dispatch.send(Event::Onboarding(OnboardingEvent::TextSelected));
        }
        let dragged = place.selection.filter(|_| caret.dragging.get_untracked());
        let preview = dragged.and_then(|selection| self.snapped(selection, self.exact.get_value()));
        if caret.preview.get_untracked() != preview {
            caret.preview.set(preview);
        }
    }

    /// What a pointer selection marks: widened to whole words, or as it is; without white space at its ends.
    fn snapped(self, (anchor, focus): Stretch, exact: bool) -> Option<Stretch> {
        let span = self.document.read(|document| {
            let text = &document.article().text;
            let (start, end) = if exact { (anchor, focus) } else { snap_to_words(text, anchor, focus) };
            Span::covering(text, start, end)
        });
        span.flatten().map(|span| (span.start(), span.end()))
    }

    /// The button went down in the article, or beside it. What stands over the text has taken its own presses.
    pub fn press(self, event: &MouseEvent) {
        if event.default_prevented() || event.button() != 0 {
            return;
        }
        let Some(sheet) = self.view.sheet_untracked() else { return };
        self.exact.set_value(event.alt_key());
        self.caret.dragging.set(true);
        if self.focus.boundary_edit.with_untracked(Option::is_some) && sheet.is_under(event) {
            self.dispatch.command(Command::CancelBoundaries);
        }
        if !event.shift_key() {
            // A drag that begins inside an old selection would be the browser's own drag of text.
            self.document.read(|document| selection::collapse(&sheet, document));
        }
    }

    /// The button was released.
    fn lift(self, event: &MouseEvent) {
        self.alt_was_used.set_value(event.alt_key());
        if !self.caret.dragging.get_untracked() {
            return;
        }
        self.caret.preview.set(None);
        match self.place().and_then(|place| place.selection) {
            Some(selection) => self.select(selection, event.alt_key()),
            None => {
                let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
                self.put_caret(x, y);
                self.point(x, y);
            }
        }
        self.caret.dragging.set(false);
    }

    fn select(self, (anchor, focus): Stretch, exact: bool) {
        let Some((start, end)) = self.snapped((anchor, focus), exact) else { return };
        let (anchor, focus) = if anchor <= focus { (start, end) } else { (end, start) };
        if let Some(sheet) = self.view.sheet_untracked() {
            self.document.read(|document| selection::select(&sheet, document, anchor, focus));
        }
        self.caret.place.set(Place { selection: Some((anchor, focus)), caret: Some(focus) });
    }

    /// A click has put the caret somewhere.
    fn put_caret(self, x: f64, y: f64) {
        let Some(sheet) = self.view.sheet_untracked() else { return };
        let motion = self.document.read(|document| caret_motion::click(&sheet, document, x, y));
        self.caret.motion.set(motion.unwrap_or_default());
    }

    /// `Alt` alone opens the menu bar of some browsers, which takes the next key: not after a drag in which it was held.
    fn release_alt(self, event: &KeyboardEvent) {
        let was_used = self.alt_was_used.try_update_value(std::mem::take) == Some(true);
        if event.key() == "Alt" && (was_used || self.caret.dragging.get_untracked()) {
            event.prevent_default();
        }
    }

    fn point(self, x: f64, y: f64) {
        let Some(sheet) = self.view.sheet_untracked() else { return };
        let Some(position) = self.document.read(|document| sheet.character_at(document, x, y)).flatten() else {
            return;
        };
        let on_it = |(start, end): &Stretch| *start <= position && position < *end;
        self.caret.doubled.update_value(|word| *word = word.filter(on_it));
        self.dispatch.send(Event::Point(position));
    }

    /// Two clicks took a word; two more on the same word take what holds it, and two more the word again.
    pub fn double_click(self) {
        let Some(word) = self.place().and_then(|place| place.selection) else { return };
        if self.caret.doubled.get_value() == Some(word) {
            self.caret.doubled.set_value(None);
            self.dispatch.send(Event::SelectEnclosing(word.0, word.1));
        } else {
            self.caret.doubled.set_value(Some(word));
        }
    }
}
