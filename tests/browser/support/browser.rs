//! One browser with a profile of its own, led by WebDriver.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::{PrintConfiguration, WebDriverCompatibleCommand, WindowHandle};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;

use super::driver::Driver;
use super::engine::Engine;

/// What a browser is started with.
pub struct Settings {
    /// Whether sentences, errors, policy violations and requests are written down for the test.
    pub watched: bool,
    /// Where the page is served; without one by the server that all tests share.
    pub address: Option<String>,
    /// Whether its windows are private.
    pub private: bool,
    /// The port of the proxy that everything goes through, this machine's own addresses too.
    pub proxy: Option<u16>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { watched: true, address: None, private: false, proxy: None }
    }
}

/// The driver's connection to one browser.
pub struct Browser {
    client: Client,
    engine: Engine,
    address: String,
    /// What was installed for the test that has it.
    pub(super) extensions: RefCell<Vec<Value>>,
    /// Its own driver, where the engine wants one: it ends after the connection to it.
    driver: Option<Driver>,
}

impl Browser {
    /// Starts a browser with a profile, which is empty at first; without one with a profile of the driver's.
    pub async fn launch(settings: &Settings, profile: Option<&Path>) -> Self {
        let engine = Engine::chosen();
        let driver = Driver::start(engine);
        let address = settings.address.clone().unwrap_or_else(|| environment("BLUEPENCIL_ADDRESS"));
        let leader = driver.as_ref().map_or_else(|| environment("BLUEPENCIL_WEBDRIVER"), Driver::address);
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(settings, profile, driver.as_ref().map(Driver::home)))
            .connect(&leader)
            .await
            .unwrap_or_else(|error| panic!("no browser could be started: {error}"));
        let browser = Self { client, engine, address, extensions: RefCell::default(), driver };
        done("make the window large", browser.take_its_room().await);
        browser
    }

    /// Gives a window the size that all have at first: WebKit's cannot be told before, and in Firefox a test may have made it
    /// another one. In Chromium a new tab has it.
    async fn take_its_room(&self) -> Result<(), CmdError> {
        match self.engine {
            Engine::Chromium => Ok(()),
            Engine::Firefox | Engine::WebKit => self.client.set_window_rect(0, 0, 1280, 900).await,
        }
    }

    /// Opens an empty tab, to which commands go from now on. With WebKit's driver a tab that is not in front stays there, and
    /// nothing is painted in it: there it is a window.
    pub async fn open_tab(&self) -> Result<WindowHandle, CmdError> {
        let tab = self.client.new_window(self.engine != Engine::WebKit).await?.handle;
        self.client.switch_to_window(tab.clone()).await?;
        self.take_its_room().await?;
        Ok(tab)
    }

    /// What draws the page in it.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Where its files are, where it has a driver of its own.
    pub(super) fn home(&self) -> PathBuf {
        self.driver.as_ref().expect("a browser with a driver of its own").home().to_owned()
    }

    /// Where the page is served.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// The driver itself, for input actions and elements.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens an address.
    pub async fn go(&self, address: &str) {
        done("open an address", self.client.goto(address).await);
    }

    /// Loads the open page again.
    pub async fn reload(&self) {
        done("reload", self.client.refresh().await);
    }

    /// Ends the browser; a browser that is gone already is no matter.
    pub async fn close(&self) {
        let _ = self.client.clone().close().await;
    }

    /// Runs the body of a function in the page.
    pub async fn execute(&self, script: &str, arguments: &[Value]) -> Value {
        done("run a script", self.client.execute(script, arguments.to_vec()).await)
    }

    /// Tries to run the body of a function in the page: it may need what is not there yet, or its page may be left meanwhile.
    pub async fn try_to_execute(&self, script: &str, arguments: &[Value]) -> Result<Value, CmdError> {
        self.client.execute(script, arguments.to_vec()).await
    }

    /// Runs the body of a function that calls back with its last argument.
    pub async fn execute_async(&self, script: &str, arguments: &[Value]) -> Value {
        done("run a script", self.client.execute_async(script, arguments.to_vec()).await)
    }

    /// A picture of what is shown, as PNG.
    pub async fn screenshot(&self) -> Vec<u8> {
        done("take a picture", self.client.screenshot().await)
    }

    /// The page as the browser prints it, with or without the grounds of elements, as PDF.
    pub async fn printed(&self, backgrounds: bool) -> Vec<u8> {
        let settings = PrintConfiguration::builder().background(backgrounds).build().expect("settings for print");
        done("print", self.client.print(settings).await)
    }

    /// The name that the browser gives an element for those who do not see it.
    pub async fn accessible_name(&self, element: &Element) -> Option<String> {
        let path = format!("element/{}/computedlabel", element.element_id());
        // An element that has left the page meanwhile has no name; the caller looks again.
        let name = self.client.issue_cmd(Command::get(path)).await.ok()?;
        name.as_str().map(str::to_owned)
    }
}

/// A command of the driver that fantoccini has no method for.
#[derive(Debug)]
pub(super) struct Command {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl Command {
    pub(super) fn post(path: &str, body: Value) -> Self {
        Self { method: Method::POST, path: path.to_owned(), body: Some(body) }
    }

    pub(super) fn get(path: String) -> Self {
        Self { method: Method::GET, path, body: None }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.as_ref().map(Value::to_string))
    }
}

/// A driver's answer, or the end of the test.
pub fn done<T>(what: &str, answer: Result<T, CmdError>) -> T {
    answer.unwrap_or_else(|error| panic!("the browser could not {what}: {error}"))
}

/// What `cargo xtask` tells about the world.
pub fn environment(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run cargo xtask test browser"))
}
