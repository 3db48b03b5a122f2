//! Running what waits for the browser.

use std::pin::Pin;

/// Runs something that waits, beside everything else.
pub fn run(task: impl Future<Output = ()> + 'static) {
    spawn(Box::pin(task));
}

/// All tasks are of one type here: what runs them is in the page once, and not once for each.
#[inline(never)]
fn spawn(task: Pin<Box<dyn Future<Output = ()>>>) {
    leptos::task::spawn_local(task);
}
