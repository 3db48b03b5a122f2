//! The built page in a real Chromium, used through the UI contract only.
//!
//! `cargo xtask test browser` serves the page, starts the driver and says where both are. Each test opens a browser
//! with an empty profile and closes it; nothing waits by the clock.

mod accessible;
mod exchanging;
mod first_visit;
mod keeping;
mod keyboard_only;
mod looks;
mod margin;
mod marking;
mod opening;
mod real_article;
mod support;
mod texts;
mod touching;
mod working;
