//! The page object: one Chromium with the page open, used as a user uses it.
//!
//! It knows the hooks of the UI contract and nothing else of the page. Whatever is awaited is awaited by
//! [`Desk::wait_for`], the only place with a clock; everything else is a command to the browser.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

mod annotations;
mod article;
mod audit;
mod browser;
mod controls;
mod files;
mod handles;
mod host;
mod keys;
mod killing;
mod mouse;
mod offline;
mod proxy;
mod scratch;
mod screen_reader;
mod tiers;
mod touch;
mod watch;

pub use annotations::{Annotation, LABELS, key_of};
pub use article::Article;
pub use audit::{Scheme, VIEWS};
pub use browser::{Browser, Settings};
pub use files::Download;
pub use host::Host;
pub use proxy::Proxy;
pub use scratch::{Scratch, beside_the_project};
pub use tiers::Tiers;

/// How long a state may take to come before the test fails.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often the page is asked whether the state has come.
const PULSE: Duration = Duration::from_millis(15);
/// Stands in front of every script run in the page.
const PAGE: &str = include_str!("page.js");

/// A browser with the page in it.
pub struct Desk {
    browser: Browser,
    settings: Settings,
    scratch: Scratch,
    /// How many gestures the mouse has made.
    gestures: Cell<u32>,
}

/// Runs a test in a browser of its own, with the page open and ready.
pub fn with_desk(test: impl AsyncFnOnce(&Desk)) {
    with_browser(Settings::default(), async |desk: &Desk| {
        desk.open("").await;
        test(desk).await;
    });
}

/// Runs a test in a browser of its own before the page is opened. Closes the browser whatever happens, and keeps
/// a picture of the page when the test fails.
pub fn with_browser<T: AsyncFnOnce(&Desk)>(settings: Settings, test: T) {
    run(&test_name::<T>(), settings, async |desk: &mut Desk| test(desk).await);
}

/// The same for a test that kills its browser and starts it again.
pub fn with_mortal_browser<T: AsyncFnOnce(&mut Desk)>(settings: Settings, test: T) {
    run(&test_name::<T>(), settings, test);
}

fn run(name: &str, settings: Settings, test: impl AsyncFnOnce(&mut Desk)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime for the test");
    let mut desk = runtime.block_on(Desk::start(settings));
    let outcome = catch_unwind(AssertUnwindSafe(|| runtime.block_on(test(&mut desk))));
    if outcome.is_err() {
        runtime.block_on(desk.screenshot(&format!("browser-tests/{name}")));
    }
    runtime.block_on(desk.close());
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}

/// The name of the test that a closure was written in, fit for a file.
fn test_name<T>() -> String {
    let path = std::any::type_name::<T>().replace("::{{closure}}", "");
    let inner = path.rsplit(['<', '>']).find(|part| !part.is_empty()).unwrap_or_default();
    let mut parts: Vec<&str> = inner.split("::").collect();
    let last = parts.split_off(parts.len().saturating_sub(2));
    last.join("-")
}

impl Desk {
    /// Starts a browser with an empty profile. No page is open yet.
    pub async fn start(settings: Settings) -> Self {
        let scratch = Scratch::new();
        let browser = Browser::launch(&settings, &scratch).await;
        let desk = Self { browser, settings, scratch, gestures: Cell::new(0) };
        desk.prepare().await;
        desk
    }

    /// What every browser is told before its first page.
    async fn prepare(&self) {
        if self.settings.watched {
            self.before_every_page(include_str!("watch.js")).await;
        }
        self.receive_downloads().await;
    }

    /// Ends the browser.
    pub async fn close(self) {
        self.browser.close().await;
    }

    /// Opens the page at an address behind its `#`, as one who types it, or another page that has the same hooks at its
    /// whole address, and waits until it is ready.
    pub async fn open(&self, address: &str) {
        let elsewhere = address.starts_with("http");
        let whole = if elsewhere { address.to_owned() } else { format!("{}{address}", self.browser.address()) };
        self.browser.go(&whole).await;
        self.ready().await;
    }

    /// Loads the page anew and waits until it is ready.
    pub async fn reload(&self) {
        self.browser.reload().await;
        self.ready().await;
    }

    /// Waits until the page is ready to be used.
    pub async fn ready(&self) {
        self.wait_until("the page to be ready (html[data-app-state=ready])", async || {
            let state: Option<String> =
                self.ask("return document.documentElement?.dataset.appState ?? null", &[]).await;
            assert_ne!(state.as_deref(), Some("failed"), "the page says that it cannot start");
            state.as_deref() == Some("ready")
        })
        .await;
    }

    /// Waits until everything is kept.
    pub async fn saved(&self) {
        self.wait_until("html[data-save-state=saved]", async || {
            self.ask::<Option<String>>("return document.documentElement.dataset.saveState ?? null", &[])
                .await
                .as_deref()
                == Some("saved")
        })
        .await;
    }

    /// What stands behind the `#` of the address, with it.
    pub async fn hash(&self) -> String {
        self.ask("return location.hash", &[]).await
    }

    /// The screen that is shown.
    pub async fn screen(&self) -> String {
        self.ask("return document.documentElement.dataset.screen ?? ''", &[]).await
    }

    /// Everything in local storage, in the order of the keys.
    pub async fn storage(&self) -> Vec<(String, String)> {
        self.ask("return Object.entries(localStorage).sort(([a], [b]) => (a < b ? -1 : 1))", &[]).await
    }

    /// All words that can be seen on the page.
    pub async fn visible_text(&self) -> String {
        self.ask("return squeeze(document.body.innerText)", &[]).await
    }

    /// Runs a function body in the page and gives back what it returns.
    pub async fn ask<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        let value = self.browser.execute(&format!("{PAGE}\n{body}"), arguments).await;
        serde_json::from_value(value).unwrap_or_else(|error| panic!("an answer of another shape ({error}) to: {body}"))
    }

    /// Runs the body of an `async` function in the page and gives back what it returns.
    pub async fn ask_later<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        let script = format!(
            "const done = arguments[arguments.length - 1];\n(async function () {{\n{PAGE}\n{body}\n}})\
             .apply(null, arguments).then((value) => done({{ value: value ?? null }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.browser.execute_async(&script, arguments).await;
        assert_eq!(answer["error"], Value::Null, "the page could not do: {body}");
        serde_json::from_value(answer["value"].clone())
            .unwrap_or_else(|error| panic!("an answer of another shape ({error}) to: {body}"))
    }

    /// Waits until a condition holds; fails with what was awaited and what the page said meanwhile.
    pub async fn wait_until(&self, what: &str, mut condition: impl AsyncFnMut() -> bool) {
        self.wait_for(what, async || condition().await.then_some(())).await;
    }

    /// Waits until something is there and gives it back; fails with what was awaited and what the page said meanwhile.
    pub async fn wait_for<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
        let started = Instant::now();
        let mut pulse = tokio::time::interval(PULSE);
        while started.elapsed() < PATIENCE {
            if let Some(found) = look().await {
                return found;
            }
            pulse.tick().await;
        }
        let said: Value = self
            .ask_later(
                "const known = await navigator.serviceWorker?.getRegistration();
                 const workers = ['installing', 'waiting', 'active'].map((part) => known?.[part]?.state ?? null);
                 return { status: textOf('[role=status]'), alert: textOf('[role=alert]'), address: location.hash,
                    focus: describe(document.activeElement), dialog: dialogs().map(nameOf), workers,
                    page: { ...document.documentElement.dataset } }",
                &[],
            )
            .await;
        panic!("waited {} s in vain for {what}; the page: {said:#}", PATIENCE.as_secs());
    }

    /// Saves a picture of what the browser shows as `target/<name>.png`.
    pub async fn screenshot(&self, name: &str) {
        let file = beside_the_project(&format!("target/{name}.png"));
        let png = self.browser.screenshot().await;
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("the folder for pictures");
        std::fs::write(&file, png).expect("a picture of the page");
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.browser.devtools(command, parameters).await
    }

    /// Has a script run in every document from now on, before the document's own.
    pub async fn before_every_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }
}
