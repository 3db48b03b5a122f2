//! The program that reads large files beside the page, in a worker, so that the page is never held by one. It is the library and
//! what is here; on any other target than Wasm it does nothing.
//!
//! It says once that it is there. Then it is sent a file, which it reads, and answers with the first part of what is in it; and
//! to every other message with the next part, or with nothing after the last. Where it cannot, it stops with an error: the page
//! hears of that and reads the file itself.

#[cfg(target_arch = "wasm32")]
mod answers;

#[cfg(target_arch = "wasm32")]
fn main() {
    answers::begin();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
