//! Where things are: the project's root, the built page, the cache of tools, and the versions in the lock file.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The project's root folder: the parent of this crate's folder.
pub fn root() -> PathBuf {
    let crate_folder =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    crate_folder.parent().map_or_else(|| crate_folder.clone(), Path::to_path_buf)
}

/// The folder that holds the finished page after a build.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The Cargo that started this program, so that every step uses the same toolchain.
pub fn cargo() -> OsString {
    env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"))
}

/// The folder that installed tools are kept in, one folder for each name and version.
///
/// It lies in the user's cache and not in `target/`, so that `cargo clean` and a second clone do not cost those minutes again.
pub fn tool_cache() -> Result<PathBuf, String> {
    let cache = env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
        .or_else(|| env::home_dir().filter(|home| !home.as_os_str().is_empty()).map(|home| home.join(".cache")))
        .ok_or("There is no home folder to keep tools in. Set XDG_CACHE_HOME to a folder and try again.")?;
    Ok(cache.join("bluepencil").join("tools"))
}

/// The version of a package as the project's lock file has it.
pub fn locked_version(package: &str) -> Result<String, String> {
    let path = root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path)
        .map_err(|error| format!("{} cannot be read ({error}). Restore it with git.", path.display()))?;
    version_in_lock(&text, package)
        .ok_or_else(|| format!("Cargo.lock has no package `{package}`. Run `cargo update --workspace` and try again."))
}

/// Finds a package's version in the text of a lock file.
fn version_in_lock(text: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = text.lines().skip_while(|line| line.trim() != name);
    lines.next()?;
    let version = lines.next()?.trim().strip_prefix("version = \"")?;
    version.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_gives_the_version_of_the_exact_name() {
        let text = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(text, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(version_in_lock(text, "wasm"), None);
    }
}
