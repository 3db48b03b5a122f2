//! Long work in slices, between which the browser paints and answers.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use super::{clock, dom};

/// How long a slice lasts, in milliseconds: half a frame, so that what the user does is answered within the next one.
const LONGEST: f64 = 8.0;

/// Work that goes on for longer than a frame.
pub struct Slices {
    /// When this slice began, in milliseconds.
    begun: f64,
}

impl Slices {
    /// The first slice begins now.
    pub fn begin() -> Self {
        Self { begun: clock::milliseconds() }
    }

    /// The first slice begins when the browser has nothing else to do, or soon anyway.
    pub async fn begin_when_idle() -> Self {
        let _ = JsFuture::from(Promise::new(&mut |resolve, _| dom::call_when_idle(&resolve))).await;
        Self::begin()
    }

    /// To be called after every small step: where the slice has lasted long enough, the browser has its turn.
    pub async fn rest(&mut self) {
        if clock::milliseconds() - self.begun >= LONGEST {
            take_turn().await;
            self.begun = clock::milliseconds();
        }
    }
}

/// Lets the browser do what waits. By a message, because browsers hold timers of a page in the background back for a second.
pub async fn take_turn() {
    let Ok(channel) = MessageChannel::new() else { return };
    let heard = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
    if channel.port2().post_message(&JsValue::NULL).is_ok() {
        let _ = JsFuture::from(heard).await;
    }
    channel.port1().close();
}
