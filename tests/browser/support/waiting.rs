//! Waiting for what the page shows: the only place with a clock.
//!
//! The page answers a key, a click or a reload a moment later, and nobody knows how much later on a busy machine. So what it
//! shows is never asked for once: it is expected until it holds or patience ends, and a failure prints what was seen last.

use std::fmt::Debug;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde_json::Value;
use tokio::time::sleep;

use super::{Desk, PAGE};

/// How long a state may take to come before the test fails, unless it is said otherwise.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);
/// After how long the page is looked at once more; each time half as long again, for to be asked is work for it.
const FIRST_PAUSE: Duration = Duration::from_millis(10);
/// The longest time between two looks.
const LONGEST_PAUSE: Duration = Duration::from_millis(250);

impl Desk {
    /// Waits until a look at the page shows just what is wanted; a failure prints what was seen last beside it.
    pub async fn expects<T, W>(&self, what: &str, wanted: W, mut look: impl AsyncFnMut() -> T)
    where
        T: Debug + PartialEq<W>,
        W: Debug,
    {
        self.wait(what, async || {
            let seen = look().await;
            if seen == wanted { Ok(()) } else { Err(format!("wanted:    {wanted:?}\nlast seen: {seen:?}")) }
        })
        .await;
    }

    /// Waits until a look at the page shows something that fits, and gives it; a failure prints what was seen last.
    pub async fn expects_that<T: Debug>(
        &self,
        what: &str,
        mut look: impl AsyncFnMut() -> T,
        fits: impl Fn(&T) -> bool,
    ) -> T {
        self.wait(what, async || {
            let seen = look().await;
            if fits(&seen) { Ok(seen) } else { Err(format!("last seen: {seen:?}")) }
        })
        .await
    }

    /// Waits until the body of a function, run in the page, returns what is wanted. One that fails because something that it
    /// needs is not there yet, or because its page has just been left, is run again.
    pub async fn gives(&self, what: &str, wanted: impl Serialize, body: &str, arguments: &[Value]) {
        let wanted = serde_json::to_value(wanted).expect("a value that JSON has");
        let script = format!("{PAGE}\n{body}");
        self.wait(what, async || match self.browser.try_to_execute(&script, arguments).await {
            Ok(seen) if seen == wanted => Ok(()),
            Ok(seen) => Err(format!("wanted:    {wanted}\nlast seen: {seen}")),
            Err(error) => Err(format!("wanted:    {wanted}\nlast seen: {error}")),
        })
        .await;
    }

    /// Waits until the body of a function, run in the page, returns `true`.
    pub async fn holds(&self, what: &str, body: &str, arguments: &[Value]) {
        self.gives(what, true, body, arguments).await;
    }

    /// Waits until a condition holds; fails with what was awaited and what the page said meanwhile.
    pub async fn wait_until(&self, what: &str, mut condition: impl AsyncFnMut() -> bool) {
        self.wait_for(what, async || condition().await.then_some(())).await;
    }

    /// Waits until something is there and gives it back; fails with what was awaited and what the page said meanwhile.
    pub async fn wait_for<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
        self.wait(what, async || look().await.ok_or_else(String::new)).await
    }

    /// What the page shows when it has come to rest: nothing is on its way into storage, and two looks see the same.
    ///
    /// This is for a value from before, with which a later one is compared.
    pub(super) async fn settled<T: Debug + PartialEq>(&self, what: &str, mut look: impl AsyncFnMut() -> T) -> T {
        self.expects_that(
            "nothing to be on its way into storage",
            async || self.save_state().await,
            |state| state.as_deref() != Some("saving"),
        )
        .await;
        let mut before = None;
        self.wait(&format!("{what} to stay as it is"), async || {
            let seen = look().await;
            if before.as_ref() == Some(&seen) {
                return Ok(seen);
            }
            let changes = format!("last seen: {seen:?}\nand before: {before:?}");
            before = Some(seen);
            Err(changes)
        })
        .await
    }

    /// Looks again and again until the look is what was waited for; it says what it has seen instead. The last look comes after
    /// the last moment of patience.
    pub(super) async fn wait<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Result<T, String>) -> T {
        let started = Instant::now();
        let mut pause = FIRST_PAUSE;
        let seen = loop {
            let is_last = started.elapsed() >= self.patience.get();
            match look().await {
                Ok(found) => return found,
                Err(seen) if is_last => break seen,
                Err(_) => sleep(pause).await,
            }
            pause = LONGEST_PAUSE.min(pause * 3 / 2);
        };
        let said: Value = self
            .answer(
                "const known = await navigator.serviceWorker?.getRegistration();
                 const workers = ['installing', 'waiting', 'active'].map((part) => known?.[part]?.state ?? null);
                 return { status: textOf('[role=status]'), alert: textOf('[role=alert]'), address: location.hash,
                    focus: describe(document.activeElement), dialog: dialogs().map(nameOf), workers,
                    page: { ...document.documentElement.dataset } }",
                &[],
            )
            .await;
        panic!("waited {} s in vain for {what}\n{seen}\nthe page: {said:#}", self.patience.get().as_secs());
    }
}
