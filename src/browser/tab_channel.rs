//! The broadcast channel between the tabs of this browser: each posts the records that it has written.

use bluepencil::store::Writes;
use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// The name under which tabs find each other. A layout of records that this version cannot read has another.
const CHANNEL: &str = "bluepencil/1";

/// This tab's end of what all tabs share.
pub struct TabChannel(BroadcastChannel);

impl TabChannel {
    /// Joins the other tabs: `hear` is given the records that one of them has written, and none at all where one has deleted
    /// everything. `None` where the browser keeps tabs
    /// apart.
    pub fn join(hear: impl Fn(Writes) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(flat) = event.data().dyn_into::<Array>() else { return };
            let records = (0..flat.length() / 2)
                .filter_map(|record| Some((flat.get(record * 2).as_string()?, flat.get(record * 2 + 1).as_string())));
            hear(records.collect());
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
        Some(Self(channel))
    }

    /// Tells the other tabs what was written, or, with no records, that everything was deleted: keys and records in
    /// turn, an empty place for what was deleted.
    pub fn tell(&self, records: &[(String, Option<String>)]) {
        let flat = Array::new();
        for (key, value) in records {
            flat.push(&JsValue::from_str(key));
            flat.push(&value.as_deref().map_or(JsValue::NULL, JsValue::from_str));
        }
        let _ = self.0.post_message(&flat);
    }
}
