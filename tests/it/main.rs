//! The native integration tests: the library through its public items.
mod article;
mod document;
mod format;
mod keys;
mod merge;
mod session;
mod store;
mod support;
mod text;
mod tidy;
