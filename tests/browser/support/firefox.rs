//! Scripts that Firefox runs before those of every page: each is an extension that is there until the browser is swept.

use std::fs;

use fantoccini::error::CmdError;
use serde_json::json;

use super::browser::{Browser, Command, done};

impl Browser {
    /// Has Firefox run a script in every document from now on, before the document's own.
    pub(super) async fn run_by_extension(&self, script: &str) {
        let number = self.extensions.borrow().len();
        let folder = self.home().join(format!("extension-{number}"));
        fs::create_dir_all(&folder).expect("a folder for the extension");
        let manifest = json!({
            "manifest_version": 2, "name": "before every page", "version": "1",
            "content_scripts": [{ "matches": ["<all_urls>"], "js": ["script.js"], "run_at": "document_start", "world": "MAIN" }],
            "browser_specific_settings": { "gecko": { "id": format!("script-{number}@tests") } },
        });
        fs::write(folder.join("manifest.json"), manifest.to_string()).expect("the extension");
        fs::write(folder.join("script.js"), script).expect("the extension");
        let install = Command::post("moz/addon/install", json!({ "path": folder, "temporary": true }));
        let id = done("install an extension", self.client().issue_cmd(install).await);
        self.extensions.borrow_mut().push(id);
    }

    /// Takes all these scripts away.
    pub(super) async fn take_extensions_away(&self) -> Result<(), CmdError> {
        for id in self.extensions.take() {
            self.client().issue_cmd(Command::post("moz/addon/uninstall", json!({ "id": id }))).await?;
        }
        Ok(())
    }
}
