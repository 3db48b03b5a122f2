//! The built page in a real browser, used through the UI contract only.
//!
//! `cargo xtask test browser` serves the page, starts the driver and says where both are. Each test opens a browser
//! with an empty profile and closes it; nothing waits by the clock.

mod accessible;
mod actions;
mod anywhere;
mod boundaries;
mod cannot_start;
mod caret;
mod claimed_keys;
mod confidential;
mod damaged;
mod deletions;
mod drafts;
mod emptied;
mod exchanging;
mod first_visit;
mod foreign_changes;
mod frames;
mod full;
mod hostile;
mod keeping;
mod key_bindings;
mod keyboard_only;
mod keyboards;
mod killed;
mod large;
mod large_files;
mod looks;
mod many;
mod margin;
mod marking;
mod messages;
mod objects;
mod offline;
mod opening;
mod painted;
mod pointing;
mod printing;
mod reading;
mod real_article;
mod rescue;
mod searching;
mod settings;
mod spoken;
mod storage;
mod support;
mod tabs;
mod texts;
mod touching;
mod transfers;
mod walking;
mod working;
