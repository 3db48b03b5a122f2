//! The browser: a thin layer over its interfaces. Only this room names `web_sys`, `js_sys` and `wasm_bindgen`; the rest of
//! the app gets plain Rust types from it. UTF-16 positions never leave it.

pub mod alone;
pub mod article;
pub mod backup;
pub mod clock;
pub mod dom;
pub mod files;
pub mod floating;
pub mod gutter;
pub mod handles;
pub mod highlight;
pub mod indexed_db;
pub mod keys;
pub mod list;
pub mod local_storage;
pub mod promise;
pub mod selection;
pub mod strings;
pub mod tabs;
