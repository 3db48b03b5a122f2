//! The browser: a thin layer over its interfaces. Only this room names `web_sys`, `js_sys` and `wasm_bindgen`; the rest of
//! the app gets plain Rust types from it. UTF-16 positions never leave it.

pub mod article;
mod caret_from_point;
pub mod caret_motion;
pub mod clock;
pub mod dom;
pub mod file_system_access;
pub mod file_worker;
pub mod files;
pub mod floating;
pub mod foreign_changes;
pub mod gutter;
pub mod handles;
pub mod highlight;
pub mod indexed_db;
pub mod js_strings;
pub mod keyboard;
pub mod local_storage;
pub mod scroll;
pub mod selection;
pub mod slices;
pub mod storage_manager;
pub mod storage_watch;
pub mod tab_channel;
pub mod tab_lock;
