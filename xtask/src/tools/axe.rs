//! axe-core, the script with which the browser tests look for barriers. It is used in tests only and never shipped.

use std::fs;
use std::path::{Path, PathBuf};

use super::from_npm;
use crate::workspace;

/// The version of axe-core that the tests are written against.
const AXE_VERSION: &str = "4.14.1";

/// Makes sure of axe-core and gives the path of its script.
pub fn axe() -> Result<PathBuf, String> {
    let folder = workspace::tool_cache()?.join(format!("axe-core-{AXE_VERSION}"));
    let script = folder.join("node_modules").join("axe-core").join("axe.min.js");
    if !is_axe(&script) {
        println!("axe-core {AXE_VERSION} is not here; installing it (a few seconds).");
        from_npm::install("axe-core", AXE_VERSION, &folder)?;
    }
    if is_axe(&script) {
        return Ok(script);
    }
    Err(format!("axe-core was installed but its script is not as expected. Delete {} and try again.", folder.display()))
}

/// Tells whether a file is this axe-core, which names itself in its first line.
fn is_axe(script: &Path) -> bool {
    fs::read_to_string(script).is_ok_and(|text| text.starts_with(&format!("/*! axe v{AXE_VERSION}")))
}
