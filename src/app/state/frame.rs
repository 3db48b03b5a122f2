//! The next frame: what stands over the article is measured before any of it is moved.
//!
//! A browser that is asked where something stands lays out the page at once if anything was moved before. Were each thing
//! measured and moved on its own, the page would be laid out as often as there are things.

use leptos::prelude::*;

use crate::browser::dom;

/// Moves what was measured.
type Move = Box<dyn FnOnce()>;
/// Measures something; gives what moves it, where there is anything to move.
type Measure = Box<dyn FnOnce() -> Option<Move>>;

/// What is measured and moved together: before the next frame is painted, and right after it.
#[derive(Clone, Copy)]
pub struct Frame {
    before_paint: StoredValue<Vec<Measure>, LocalStorage>,
    after_paint: StoredValue<Vec<Measure>, LocalStorage>,
}

/// Provides the next frame.
pub fn provide_frame() {
    provide_context(Frame {
        before_paint: StoredValue::new_local(Vec::new()),
        after_paint: StoredValue::new_local(Vec::new()),
    });
}

/// The next frame, in a component.
pub fn use_frame() -> Frame {
    expect_context()
}

impl Frame {
    /// Measures something before the next frame is painted, and then does what comes of it: for what the eye waits for.
    pub fn before_paint<M: FnOnce() + 'static>(self, measure: impl FnOnce() -> Option<M> + 'static) {
        if is_first(self.before_paint, measure) {
            request_animation_frame(move || run(self.before_paint));
        }
    }

    /// Measures something once the next frame is painted, and then does what comes of it: for what may come a frame later.
    pub fn after_paint<M: FnOnce() + 'static>(self, measure: impl FnOnce() -> Option<M> + 'static) {
        if is_first(self.after_paint, measure) {
            dom::after_paint(move || run(self.after_paint));
        }
    }
}

/// Has something wait; whether nothing did before.
fn is_first<M: FnOnce() + 'static>(
    waiting: StoredValue<Vec<Measure>, LocalStorage>,
    measure: impl FnOnce() -> Option<M> + 'static,
) -> bool {
    let measure: Measure = Box::new(|| measure().map(|put| Box::new(put) as Move));
    let before = waiting.try_update_value(|waiting| {
        waiting.push(measure);
        waiting.len() - 1
    });
    before == Some(0)
}

/// Measures all that waits, and then moves it.
fn run(waiting: StoredValue<Vec<Measure>, LocalStorage>) {
    let waiting = waiting.try_update_value(std::mem::take).unwrap_or_default();
    let measured: Vec<Move> = waiting.into_iter().filter_map(|measure| measure()).collect();
    measured.into_iter().for_each(|put| put());
}
