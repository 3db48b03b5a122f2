//! Programs that come as packages for Node.js: they carry ready-made files and install in seconds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use which::which;

use super::{is_version, on_path_in_version};
use crate::{process, workspace};

/// The version of Binaryen, whose `wasm-opt` makes the program small. One version for all gives all the same bytes.
const BINARYEN_VERSION: &str = "132";

/// Makes sure of `wasm-opt`.
pub fn wasm_opt() -> Result<PathBuf, String> {
    if let Some(found) = on_path_in_version("wasm-opt", BINARYEN_VERSION) {
        return Ok(found);
    }
    let folder = workspace::tool_cache()?.join(format!("binaryen-{BINARYEN_VERSION}"));
    let name = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
    let program = folder.join("node_modules").join(".bin").join(name);
    if !is_version(&program, BINARYEN_VERSION) {
        println!("wasm-opt {BINARYEN_VERSION} is not here; installing it (about half a minute).");
        install("binaryen", BINARYEN_VERSION, &folder)?;
    }
    if is_version(&program, BINARYEN_VERSION) {
        return Ok(program);
    }
    Err(format!(
        "wasm-opt was installed but does not say it is version {BINARYEN_VERSION}. Delete {} and try again.",
        folder.display()
    ))
}

/// Installs one package into a folder of its own.
pub fn install(package: &str, version: &str, folder: &Path) -> Result<(), String> {
    let advice =
        format!("Install Node.js 20 or later with npm, look at the network, and try again ({package} {version}).");
    let npm = which("npm")
        .map_err(|_| format!("{package} is needed and comes through npm, which is not on the PATH. {advice}"))?;
    fs::create_dir_all(folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    let mut command = Command::new(npm);
    command.args(["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--prefix"]);
    command.arg(folder).arg(format!("{package}@{version}")).current_dir(folder);
    process::run(&mut command, &advice)
}
