//! Browsers that tests have one after the other. To start one takes as long as many a test, and a new one compiles the page
//! anew.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{LazyLock, Mutex, PoisonError};

use tokio::runtime::{Builder, Runtime};

use super::{Browser, Desk, Settings};

/// The connections to these browsers outlive the test that has one, and so does what works on them.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime for all tests")
});

/// The browsers that no test has. The driver closes them when it is stopped.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// Runs a test in a browser in which nothing is left of the tests before. After a failure a picture of the page is kept, and
/// nobody gets the browser again.
pub fn run(name: &str, test: impl AsyncFnOnce(&Desk)) {
    let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let desk = RUNTIME.block_on(async {
        let settings = Settings::default();
        let browser = match idle {
            Some(browser) => browser,
            None => Browser::launch(&settings, None).await,
        };
        Desk::with(browser, settings).await
    });
    let outcome = catch_unwind(AssertUnwindSafe(|| RUNTIME.block_on(test(&desk))));
    RUNTIME.block_on(async {
        if outcome.is_err() {
            desk.screenshot(&format!("browser-tests/{name}")).await;
        }
        let Desk { browser, .. } = desk;
        match outcome.is_ok() && browser.sweep().await.is_ok() {
            true => IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(browser),
            false => browser.close().await,
        }
    });
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}
