//! What a test has left in a browser is taken away before another one gets it.

use fantoccini::error::CmdError;
use serde_json::{Value, json};

use super::browser::Browser;
use super::engine::Engine;

/// Takes away everything that the page's host has kept in this browser. It is run where the page itself does not run.
const CLEAR: &str = "
    const done = arguments[arguments.length - 1];
    (async () => {
      localStorage.clear();
      sessionStorage.clear();
      for (const each of await navigator.serviceWorker?.getRegistrations() ?? []) await each.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
      for (const { name } of await indexedDB.databases()) await new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase(name);
        deleting.onsuccess = resolve;
        deleting.onerror = reject;
      });
    })().then(() => done(null), (error) => done(String(error)));";

impl Browser {
    /// Takes everything away that a test has left in it: its tabs and all that was told to them, the site's data and files that
    /// it handed out; in Chromium permissions, quota and logs too. Whoever gets an error does not use the browser again.
    pub async fn sweep(&self) -> Result<(), CmdError> {
        let old = self.client().windows().await?;
        let new = self.open_tab().await?;
        for window in old {
            self.client().switch_to_window(window).await?;
            self.client().close_window().await?;
        }
        self.client().switch_to_window(new).await?;
        match self.engine() {
            Engine::Chromium => return self.sweep_by_devtools().await,
            Engine::Firefox => self.take_extensions_away().await?,
            Engine::WebKit => {}
        }
        // Of the host's own files this is the one that no script is in.
        self.client().goto(&format!("{}worker-switch.txt", self.address())).await?;
        match self.client().execute_async(CLEAR, Vec::new()).await? {
            Value::Null => self.client().goto("about:blank").await,
            problem => Err(CmdError::NotW3C(json!(problem))),
        }
    }
}
