//! The page object: one browser with the page open, used as a user uses it.
//!
//! It knows the hooks of the UI contract and nothing else of the page. What the page shows is expected, by methods such as
//! [`Desk::shows`] that wait until it holds; `waiting` is the only place with a clock. Everything else is a command to the
//! browser. What is looked at only once says so by its name: `settled_…` waits until the page has come to rest and is a value
//! to compare later ones with, `now…` and `…_so_far` are for what cannot change by itself, or for a log.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};

mod annotations;
mod article;
mod audit;
mod browser;
mod caret;
mod chromium;
mod controls;
mod driver;
mod engine;
mod files;
mod firefox;
mod focus;
mod handles;
mod host;
mod keys;
mod killing;
mod long_article;
#[allow(dead_code, reason = "only the benchmark has a use for it")]
mod measuring;
mod mouse;
mod offline;
mod picture;
mod plain_host;
mod proxy;
mod scratch;
mod screen_reader;
mod shared;
mod sweeping;
mod tiers;
mod touch;
mod waiting;
mod watch;

pub use annotations::{Annotation, LABELS, key_of};
pub use article::Article;
pub use audit::{Scheme, VIEWS};
pub use browser::{Browser, Settings, environment};
pub use engine::Engine;
pub use files::Download;
pub use host::Host;
pub use long_article::LongArticle;
pub use picture::{Area, Picture};
pub use plain_host::plain_host;
pub use proxy::Proxy;
pub use scratch::{Scratch, beside_the_project};
pub use tiers::Tiers;

use waiting::PATIENCE;

/// Stands in front of every script run in the page.
const PAGE: &str = include_str!("page.js");

/// Writes down what happens in a page; it does so once in each.
const WATCH: &str = include_str!("watch.js");

/// A browser with the page in it.
pub struct Desk {
    browser: Browser,
    settings: Settings,
    scratch: Scratch,
    /// How many gestures the mouse has made.
    gestures: Cell<u32>,
    /// How long a state may take to come.
    patience: Cell<Duration>,
}

/// Runs a test with the page open and ready, in a browser that other tests have had, and in which nothing of theirs is left.
pub fn with_desk<T: AsyncFnOnce(&Desk)>(test: T) {
    shared::run(&test_name::<T>(), async |desk| {
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
        let browser = Browser::launch(&settings, Some(&scratch.profile())).await;
        Self { browser, settings, scratch, gestures: Cell::new(0), patience: Cell::new(PATIENCE) }.prepared().await
    }

    /// Has a browser that is started already. No page is open in it.
    async fn with(browser: Browser, settings: Settings) -> Self {
        let scratch = Scratch::new();
        Self { browser, settings, scratch, gestures: Cell::new(0), patience: Cell::new(PATIENCE) }.prepared().await
    }

    async fn prepared(self) -> Self {
        self.prepare().await;
        self
    }

    /// What every browser is told before its first page.
    async fn prepare(&self) {
        // WebKit can be told nothing before a page; it is told when the page is there, in `ready`.
        if self.settings.watched && self.engine() != Engine::WebKit {
            self.before_every_page(WATCH).await;
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
        self.go(address).await;
        self.ready().await;
    }

    /// Opens such an address, whatever the page there becomes.
    pub async fn go(&self, address: &str) {
        if address.starts_with('#') && self.engine() == Engine::Firefox && self.is_open().await {
            // Its driver waits for a load that never comes where the page itself goes to the same place at this moment.
            return self.run("location.hash = arguments[0]", &[address.into()]).await;
        }
        let elsewhere = address.contains("://");
        let whole = if elsewhere { address.to_owned() } else { format!("{}{address}", self.browser.address()) };
        self.browser.go(&whole).await;
    }

    /// Whether the page is open, at any of its addresses.
    async fn is_open(&self) -> bool {
        self.ask("return 'appState' in document.documentElement.dataset", &[]).await
    }

    /// Loads the page anew and waits until it is ready.
    pub async fn reload(&self) {
        if self.engine() == Engine::Firefox {
            // Its driver reloads past the service worker, which no user does.
            self.run("window.__left = true; location.reload()", &[]).await;
            let loaded = "return window.__left !== true && document.readyState === 'complete'";
            self.holds("the page to be loaded again", loaded, &[]).await;
        } else {
            self.browser.reload().await;
        }
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
        if self.settings.watched && self.engine() == Engine::WebKit {
            self.browser.execute(WATCH, &[]).await;
        }
    }

    /// Waits until the page says this of itself: `ready`, `failed`.
    pub async fn app_state_is(&self, state: &str) {
        self.gives("html[data-app-state]", state, "return document.documentElement?.dataset.appState ?? null", &[])
            .await;
    }

    /// Waits until everything is kept.
    pub async fn saved(&self) {
        self.save_state_is("saved").await;
    }

    /// Waits until the page says this of what is kept: `saved`, `saving`, `failed`.
    pub async fn save_state_is(&self, state: &str) {
        self.expects("html[data-save-state]", Some(state.to_owned()), async || self.save_state().await).await;
    }

    async fn save_state(&self) -> Option<String> {
        self.ask("return document.documentElement.dataset.saveState ?? null", &[]).await
    }

    /// Waits until this stands behind the `#` of the address, with it.
    pub async fn hash_is(&self, address: &str) {
        self.gives("the address", address, "return location.hash", &[]).await;
    }

    /// Waits until a screen is shown: `reader`, `library`, `read`.
    pub async fn screen_is(&self, screen: &str) {
        self.gives("the screen", screen, "return document.documentElement.dataset.screen ?? ''", &[]).await;
    }

    /// Opens the library by its address.
    pub async fn open_library(&self) {
        self.open("#/library").await;
        self.screen_is("library").await;
    }

    /// Everything in local storage once all is saved, in the order of the keys.
    pub async fn settled_storage(&self) -> Vec<(String, String)> {
        self.saved().await;
        self.settled("local storage", async || self.storage().await).await
    }

    /// Waits until local storage has a record whose key ends so.
    pub async fn storage_has(&self, ending: &str) {
        let what = format!("a record in local storage whose key ends in {ending}");
        let look = async || self.storage().await.into_iter().map(|(key, _)| key).collect();
        self.expects_that(&what, look, |keys: &Vec<String>| keys.iter().any(|key| key.ends_with(ending))).await;
    }

    async fn storage(&self) -> Vec<(String, String)> {
        self.ask("return Object.entries(localStorage).sort(([a], [b]) => (a < b ? -1 : 1))", &[]).await
    }

    /// Waits until this is what the page says of what is kept.
    pub async fn save_line_is(&self, words: &str) {
        self.gives("the line on saving", words, "return textOf('.kept')", &[]).await;
    }

    /// Waits until these words can be seen somewhere on the page.
    pub async fn shows(&self, words: &str) {
        let what = format!("the page to show {words:?}");
        self.expects_that(&what, async || self.visible_text().await, |text| text.contains(words)).await;
    }

    /// Waits until these words can be seen nowhere on the page.
    pub async fn shows_no_more(&self, words: &str) {
        let what = format!("the page to show {words:?} no more");
        self.expects_that(&what, async || self.visible_text().await, |text| !text.contains(words)).await;
    }

    async fn visible_text(&self) -> String {
        self.ask("return squeeze(document.body.innerText)", &[]).await
    }

    /// Does something in the page by the body of a function.
    pub async fn run(&self, body: &str, arguments: &[Value]) {
        self.ask::<Value>(body, arguments).await;
    }

    /// What the body of a function returns at this moment: for what cannot change by itself, and for a walk that looks at each
    /// of its steps. What the page shows is for [`Desk::gives`].
    pub async fn now<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        self.ask(body, arguments).await
    }

    /// Runs the body of a function in the page and gives back what it returns.
    async fn ask<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        let value = self.browser.execute(&format!("{PAGE}\n{body}"), arguments).await;
        serde_json::from_value(value).unwrap_or_else(|error| panic!("an answer of another shape ({error}) to: {body}"))
    }

    /// Runs the body of an `async` function in the page to its end, and gives back what it returns: for what has to be done in
    /// several steps, or is answered by the browser and not by the page.
    pub async fn answer<T: DeserializeOwned>(&self, body: &str, arguments: &[Value]) -> T {
        let script = format!(
            "const done = arguments[arguments.length - 1];\n(async function () {{\n{PAGE}\n{body}\n}})\
             .apply(null, arguments).then((value) => done({{ value: value ?? null }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.browser.execute_async(&script, arguments).await;
        assert_eq!(answer["error"], Value::Null, "the page could not do: {body}");
        serde_json::from_value(answer["value"].clone())
            .unwrap_or_else(|error| panic!("an answer of another shape ({error}) to: {body}"))
    }

    /// Saves a picture of what the browser shows as `target/<name>.png`.
    pub async fn screenshot(&self, name: &str) {
        let file = beside_the_project(&format!("target/{name}.png"));
        let png = self.browser.screenshot().await;
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("the folder for pictures");
        std::fs::write(&file, png).expect("a picture of the page");
    }

    /// The page as the browser prints it, with or without the grounds of elements, as PDF.
    pub async fn printed(&self, backgrounds: bool) -> Vec<u8> {
        self.browser.printed(backgrounds).await
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.browser.devtools(command, parameters).await
    }

    /// Has a script run in every document from now on, before the document's own.
    pub async fn before_every_page(&self, script: &str) {
        match self.engine() {
            Engine::Chromium => {
                let source = json!({ "source": script });
                self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await;
            }
            Engine::Firefox => self.browser.run_by_extension(script).await,
            Engine::WebKit => {
                panic!("WebKit runs no script before a page's own: name the test in tests/browser/engines.txt")
            }
        }
    }

    /// What draws the page.
    pub fn engine(&self) -> Engine {
        self.browser.engine()
    }
}
