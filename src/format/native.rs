//! Bluepencil JSON, our own format. UTF-8 only, checked as a whole before anything is handed on, never repaired.

mod file;
mod read;
mod write;

pub use read::{MOST_TEXT_BYTES, read};
pub use write::{Pieces, write};

/// The version of the format that is written and the newest that is read.
pub const VERSION: u64 = 1;
