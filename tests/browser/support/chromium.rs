//! What only Chromium can be told and asked: by its DevTools and by the logs of its driver. A test that needs them is named in
//! `tests/browser/engines.txt`.

use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::browser::{Browser, Command, done};
use super::engine::Engine;

impl Browser {
    /// Sends a command of the Chrome DevTools Protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        let engine = self.engine();
        assert_eq!(
            engine,
            Engine::Chromium,
            "only Chromium knows {command}: name the test in tests/browser/engines.txt"
        );
        done(command, self.try_devtools(command, parameters).await)
    }

    pub(super) async fn try_devtools(&self, command: &str, parameters: Value) -> Result<Value, CmdError> {
        let body = json!({ "cmd": command, "params": parameters });
        self.client().issue_cmd(Command::post("goog/cdp/execute", body)).await
    }

    /// Takes what Chromium has written into one of its logs since the last time.
    pub async fn log(&self, kind: &str) -> Vec<Value> {
        let log = Command::post("se/log", json!({ "type": kind }));
        let entries = done("read a log", self.client().issue_cmd(log).await);
        entries.as_array().cloned().expect("a list of log entries")
    }

    /// Takes away the data of the page's host, and its permissions and quota, and what was logged.
    pub(super) async fn sweep_by_devtools(&self) -> Result<(), CmdError> {
        // A tab that nobody has clicked does not have the focus.
        self.try_devtools("Page.bringToFront", json!({})).await?;
        let origin = json!({ "origin": self.address(), "storageTypes": "all" });
        self.try_devtools("Storage.clearDataForOrigin", origin).await?;
        self.try_devtools("Storage.overrideQuotaForOrigin", json!({ "origin": self.address() })).await?;
        self.try_devtools("Browser.resetPermissions", json!({})).await?;
        for kind in ["browser", "performance"] {
            self.log(kind).await;
        }
        Ok(())
    }
}
