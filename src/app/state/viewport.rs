//! What is in view of the article: counts of what has moved, for those who must look again where things stand.

use leptos::prelude::*;

use crate::browser::article::Sheet;

/// Three counts. Where things stand is asked of the browser, which lays out the page to answer; the counts say when an
/// answer has become old.
#[derive(Clone, Copy)]
pub struct Viewport {
    /// Scrolls of the article and changes of size, after which other words are in view.
    pub moved: RwSignal<u32>,
    /// How often other words may have come near the view: far fewer times than it is scrolled.
    pub near: RwSignal<u32>,
    /// Changes of size alone, after which the words stand elsewhere on the sheet.
    pub layout: RwSignal<u32>,
    /// How far the article was scrolled when it was found out last which words are near the view, in CSS pixels.
    near_from: StoredValue<i32>,
}

/// Provides the counts.
pub fn provide_viewport() {
    provide_context(Viewport {
        moved: RwSignal::new(0),
        near: RwSignal::new(0),
        layout: RwSignal::new(0),
        near_from: StoredValue::new(0),
    });
}

/// The counts, in a component.
pub fn use_viewport() -> Viewport {
    expect_context()
}

impl Viewport {
    /// The words may stand elsewhere on the sheet now, and others may be in view.
    pub fn laid_out_anew(self) {
        for count in [self.layout, self.moved, self.near] {
            count.update(|count| *count = count.wrapping_add(1));
        }
    }

    /// The article was scrolled. What is painted reaches far enough that it need not follow every step.
    pub fn scrolled(self, sheet: &Sheet) {
        self.moved.update(|count| *count = count.wrapping_add(1));
        if sheet.has_gone_on(self.near_from.get_value()) {
            self.near.update(|count| *count = count.wrapping_add(1));
        }
    }

    /// It was found out just now which words are near the view.
    pub fn found_near(self, sheet: &Sheet) {
        self.near_from.set_value(sheet.scrolled());
    }
}
