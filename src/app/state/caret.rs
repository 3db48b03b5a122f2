//! Where the user stands in the article. The browser owns its selection; this is what the page last saw of it.

use bluepencil::session::Place;
use bluepencil::text::Utf8;
use leptos::prelude::*;

use crate::browser::caret_motion::Motion;

/// A stretch of the article: where it was begun, and where it now ends.
pub type Stretch = (Utf8, Utf8);

/// Caret, selection, and the drag that is going on.
#[derive(Clone, Copy)]
pub struct Caret {
    /// Where the user last stood in the article; kept while a field or dialog has the focus.
    pub place: RwSignal<Place>,
    /// The selection that a label was just given to: the label bar stays away until it changes.
    pub labelled: RwSignal<Option<Stretch>>,
    /// The words that a drag would mark, while the button is still down.
    pub preview: RwSignal<Option<Stretch>>,
    /// The pointer's button is down in the article.
    pub dragging: RwSignal<bool>,
    /// The word that was taken with a double-click; a second one on it takes what holds it.
    pub doubled: StoredValue<Option<Stretch>>,
    /// What the last move by a key or a click leaves for the next.
    pub motion: RwSignal<Motion>,
}

/// Provides the caret.
pub fn provide_caret() {
    provide_context(Caret {
        place: RwSignal::default(),
        labelled: RwSignal::new(None),
        preview: RwSignal::new(None),
        dragging: RwSignal::new(false),
        doubled: StoredValue::new(None),
        motion: RwSignal::default(),
    });
}

/// The caret, in a component.
pub fn use_caret() -> Caret {
    expect_context()
}
