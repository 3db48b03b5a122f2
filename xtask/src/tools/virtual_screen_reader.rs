//! The virtual screen reader, a script that says what a screen reader would say of a page. It is used in tests only and never
//! shipped.

use std::fs;
use std::path::{Path, PathBuf};

use super::from_npm;
use crate::workspace;

/// The package.
const PACKAGE: &str = "@guidepup/virtual-screen-reader";

/// The version that the tests are written against: another one may say the same in other words.
const VERSION: &str = "0.33.0";

/// Makes sure of the virtual screen reader and gives the path of its script, the one that needs no other files.
pub fn virtual_screen_reader() -> Result<PathBuf, String> {
    let folder = workspace::tool_cache()?.join(format!("virtual-screen-reader-{VERSION}"));
    let package = folder.join("node_modules").join("@guidepup").join("virtual-screen-reader");
    let script = package.join("lib").join("esm").join("index.browser.js");
    if !is_version(&package) {
        println!("The virtual screen reader {VERSION} is not here; installing it (a few seconds).");
        from_npm::install(PACKAGE, VERSION, &folder)?;
    }
    if is_version(&package) && script.is_file() {
        return Ok(script);
    }
    Err(format!(
        "The virtual screen reader was installed but is not as expected. Delete {} and try again.",
        folder.display()
    ))
}

/// Tells whether a folder holds the package in this version.
fn is_version(package: &Path) -> bool {
    fs::read_to_string(package.join("package.json"))
        .is_ok_and(|text| text.contains(&format!("\"version\": \"{VERSION}\"")))
}
