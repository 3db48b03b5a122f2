//! One Chromium with a profile of its own, led by WebDriver.

use std::path::Path;

use base64::Engine;
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::{Capabilities, WebDriverCompatibleCommand};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// What a browser is started with.
pub struct Settings {
    /// Whether sentences, errors, policy violations and requests are written down for the test.
    pub watched: bool,
    /// Where the page is served; without one by the server that all tests share.
    pub address: Option<String>,
    /// The port of the proxy that everything goes through, this machine's own addresses too.
    pub proxy: Option<u16>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { watched: true, address: None, proxy: None }
    }
}

/// The driver's connection to one browser.
pub struct Browser {
    client: Client,
    address: String,
}

impl Browser {
    /// Starts Chromium with a profile, which is empty at first; without one with a profile of the driver's.
    pub async fn launch(settings: &Settings, profile: Option<&Path>) -> Self {
        let address = settings.address.clone().unwrap_or_else(|| environment("BLUEPENCIL_ADDRESS"));
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(settings, profile))
            .connect(&environment("BLUEPENCIL_WEBDRIVER"))
            .await
            .unwrap_or_else(|error| panic!("no browser could be started: {error}"));
        Self { client, address }
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

    /// Takes everything away that a test has left in it: its tabs and all that was told to them, the site's data, permissions
    /// and quota, and what was logged.
    pub async fn sweep(&self) -> Result<(), CmdError> {
        let old = self.client.windows().await?;
        let new = self.client.new_window(true).await?;
        for window in old {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(new.handle).await?;
        // A tab that nobody has clicked does not have the focus.
        self.try_devtools("Page.bringToFront", json!({})).await?;
        let origin = json!({ "origin": self.address, "storageTypes": "all" });
        self.try_devtools("Storage.clearDataForOrigin", origin).await?;
        self.try_devtools("Storage.overrideQuotaForOrigin", json!({ "origin": self.address })).await?;
        self.try_devtools("Browser.resetPermissions", json!({})).await?;
        for kind in ["browser", "performance"] {
            self.log(kind).await;
        }
        Ok(())
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
        let picture = self.devtools("Page.captureScreenshot", json!({ "format": "png" })).await;
        let encoded = picture["data"].as_str().expect("a picture");
        base64::engine::general_purpose::STANDARD.decode(encoded).expect("a picture in base64")
    }

    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        done(command, self.try_devtools(command, parameters).await)
    }

    async fn try_devtools(&self, command: &str, parameters: Value) -> Result<Value, CmdError> {
        let body = json!({ "cmd": command, "params": parameters });
        self.client.issue_cmd(Command::post("goog/cdp/execute", body)).await
    }

    /// Takes what Chromium has written into one of its logs since the last time.
    pub async fn log(&self, kind: &str) -> Vec<Value> {
        let entries = done("read a log", self.client.issue_cmd(Command::post("se/log", json!({ "type": kind }))).await);
        entries.as_array().cloned().expect("a list of log entries")
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
struct Command {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl Command {
    fn post(path: &str, body: Value) -> Self {
        Self { method: Method::POST, path: path.to_owned(), body: Some(body) }
    }

    fn get(path: String) -> Self {
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

fn capabilities(settings: &Settings, profile: Option<&Path>) -> Capabilities {
    let mut wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": environment("BLUEPENCIL_CHROMIUM"),
            "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-ipc-flooding-protection", "--disable-component-update", "--disable-sync",
                "--window-size=1280,900",
            ],
        },
    });
    if let Some(profile) = profile {
        let arguments = wanted["goog:chromeOptions"]["args"].as_array_mut().expect("a list of arguments");
        arguments.push(format!("--user-data-dir={}", profile.display()).into());
    }
    if let Some(port) = settings.proxy {
        let arguments = wanted["goog:chromeOptions"]["args"].as_array_mut().expect("a list of arguments");
        let proxy = [format!("--proxy-server=http://127.0.0.1:{port}"), "--proxy-bypass-list=<-loopback>".to_owned()];
        arguments.extend(proxy.map(Value::from));
    }
    if settings.watched {
        wanted["goog:loggingPrefs"] = json!({ "browser": "ALL", "performance": "ALL" });
        wanted["goog:chromeOptions"]["perfLoggingPrefs"] = json!({ "enableNetwork": true, "enablePage": false });
    }
    match wanted {
        Value::Object(map) => map,
        _ => unreachable!("capabilities are an object"),
    }
}
