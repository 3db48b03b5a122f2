//! The moment and random names: what the core must be handed.

use uuid::Uuid;

use bluepencil::article::Timestamp;

/// Now, in UTC.
pub fn now() -> Timestamp {
    // The browser counts milliseconds as a float; whole milliseconds of our age fit an integer exactly.
    Timestamp::from_unix_milliseconds(js_sys::Date::now() as i64)
}

/// How long the page has been open, in milliseconds: only differences say something.
pub fn milliseconds() -> f64 {
    leptos::prelude::window().performance().map_or_else(js_sys::Date::now, |performance| performance.now())
}

/// A random UUID from the browser's cryptographic source.
pub fn random_uuid() -> Uuid {
    let mut bytes = [0; 16];
    if let Ok(crypto) = leptos::prelude::window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// A moment as people here write it, with day and time.
pub fn local(moment: &Timestamp) -> String {
    let date = js_sys::Date::new(&wasm_bindgen::JsValue::from_str(moment.as_str()));
    String::from(date.to_locale_string("default", &wasm_bindgen::JsValue::UNDEFINED))
}
