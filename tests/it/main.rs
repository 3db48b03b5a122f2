//! The native integration tests: the library through its public items.
mod article;
mod browsers;
mod contrast;
mod document;
mod format;
mod hostile;
mod key_bindings;
mod key_pages;
mod keys;
mod list_window;
mod manifest;
mod merge;
mod session;
mod store;
mod support;
mod text;
mod tidy;
