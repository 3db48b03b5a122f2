//! The scripts that make the page open without the network: the service worker, and the one that registers it.
//!
//! The worker holds the hash of the build and the exact files of the folder, each with its own hash, so it is written last.
//! Its text changes with any of them, which is how a browser notices another build.

use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::compress;

use super::{file_worker, short_hash, without_comments, write};

/// The service worker, with `{build}` and `{files}` in the places of the two values.
const WORKER: &str = include_str!("worker.js");

/// The script of the page.
const PAGE_SCRIPT: &str = include_str!("offline.js");

/// The worker's file. Its name never changes: a browser asks for it by name to see whether there is another build.
const WORKER_NAME: &str = "sw.js";

/// The file that ends the worker where it says "off". No cache may keep it.
pub const SWITCH: &str = "worker-switch.txt";

/// What the worker does not keep.
const NOT_KEPT: [&str; 2] = [WORKER_NAME, SWITCH];

/// Tells whether a file is fetched only when the first screen stands: the worker, its switch, the script of the page, and what
/// reads large files.
pub fn comes_later(name: &str) -> bool {
    NOT_KEPT.contains(&name) || file_worker::is_part(name) || (name.starts_with("offline-") && name.ends_with(".js"))
}

/// The name and text of the script that registers the worker and offers updates.
pub fn page_script() -> (String, String) {
    let text = without_comments(PAGE_SCRIPT);
    (format!("offline-{}.js", short_hash(text.as_bytes())), text)
}

/// Writes the worker for a folder whose other files are all in place.
pub fn write_worker(folder: &Path) -> Result<(), String> {
    let mut names = files(folder)?;
    names.retain(|name| !NOT_KEPT.contains(&name.as_str()));
    let entries = names.iter().map(|name| {
        let path = folder.join(name);
        let content = fs::read(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
        Ok(entry(name, &content))
    });
    write(&folder.join(WORKER_NAME), &worker(&entries.collect::<Result<Vec<_>, String>>()?))
}

/// All files of a built page in order, by their addresses from it; compressed copies of them are none.
pub fn files(folder: &Path) -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    list(folder, "", &mut names)?;
    names.retain(|name| !compress::is_copy(name));
    names.sort();
    Ok(names)
}

/// Adds the files of a folder and of those in it.
fn list(folder: &Path, before: &str, names: &mut Vec<String>) -> Result<(), String> {
    let missing = |error| format!("{} cannot be read ({error}). Run `cargo xtask build` first.", folder.display());
    for entry in fs::read_dir(folder).map_err(missing)? {
        let entry = entry.map_err(missing)?;
        let name = entry.file_name().into_string().map_err(|name| format!("{name:?} is no name for a web address."))?;
        let path = entry.path();
        if path.is_dir() {
            list(&path, &format!("{before}{name}/"), names)?;
        } else {
            names.push(format!("{before}{name}"));
        }
    }
    Ok(())
}

/// One file as the worker knows it: its address and the hash that its content must have.
///
/// The page goes by the address of its folder, because hosts redirect `index.html` to that, and a browser does not take a
/// redirected answer for a page.
fn entry(name: &str, content: &[u8]) -> String {
    let address = if name == "index.html" { "./" } else { name };
    format!("  \"{address}\": \"sha256-{}\",\n", STANDARD.encode(Sha256::digest(content)))
}

/// The worker for these files. The build's hash is that of the whole script without it.
fn worker(entries: &[String]) -> String {
    let text = without_comments(WORKER).replace("{files}", &format!("{{\n{}}}", entries.concat()));
    let build = short_hash(text.as_bytes());
    text.replace("{build}", &build)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// A folder with a page, a program, an icon in a folder of its own and a switch.
    struct Built(TempDir);

    impl Built {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("icons")).unwrap();
            let files = [
                ("index.html", "page"),
                ("app-0123456789abcdef_bg.wasm", "program"),
                ("icons/icon.svg", "<svg/>"),
                ("index.html.br", "compressed page"),
                ("icons/icon.svg.gz", "compressed icon"),
                ("worker-switch.txt", "on"),
            ];
            files.iter().for_each(|(name, text)| fs::write(folder.path().join(name), text).unwrap());
            Self(folder)
        }

        /// Writes the worker and gives its text.
        fn worker(&self) -> String {
            write_worker(self.0.path()).unwrap();
            fs::read_to_string(self.0.path().join(WORKER_NAME)).unwrap()
        }
    }

    /// The line of a worker that begins so.
    fn line<'t>(text: &'t str, start: &str) -> &'t str {
        text.lines().find(|line| line.starts_with(start)).unwrap()
    }

    #[test]
    fn the_worker_names_every_file_but_itself_the_switch_and_compressed_copies() {
        let built = Built::new();
        let text = built.worker();
        let names: Vec<&str> = text
            .lines()
            .filter(|line| line.contains("\": \"sha256-"))
            .map(|line| line.trim().split('"').nth(1).unwrap())
            .collect();
        assert_eq!(names, ["app-0123456789abcdef_bg.wasm", "icons/icon.svg", "./"]);
        // The SHA-256 of "page", by another program.
        assert!(text.contains("\"./\": \"sha256-NmAxWprz3yVdjxmrB35Hl4IrQUiKDioEvGr3EhPCMnQ=\""), "{text}");
    }

    #[test]
    fn the_build_s_hash_follows_every_file_and_nothing_else() {
        let built = Built::new();
        let first = built.worker();
        assert_eq!(built.worker(), first, "the same files make the same worker");
        fs::write(built.0.path().join("worker-switch.txt"), "off").unwrap();
        assert_eq!(built.worker(), first, "the switch is no part of the build");
        for (name, text) in [("icons/icon.svg", "<svg />"), ("new.css", "")] {
            let before = built.worker();
            fs::write(built.0.path().join(name), text).unwrap();
            assert_ne!(line(&built.worker(), "const build"), line(&before, "const build"), "{name}");
        }
    }

    #[test]
    fn nothing_is_left_to_fill_in() {
        let text = Built::new().worker();
        assert!(!text.contains("{build}") && !text.contains("{files}"), "{text}");
        assert!(!text.contains("//"), "comments are for those who build");
        assert_eq!(line(&text, "const build").len(), "const build = \"0123456789abcdef\";".len());
    }

    #[test]
    fn the_page_s_script_bears_its_hash() {
        let (name, text) = page_script();
        assert_eq!(name, format!("offline-{}.js", short_hash(text.as_bytes())));
        assert!(text.contains(WORKER_NAME) && !text.contains("//"));
        assert!(comes_later(&name) && comes_later(WORKER_NAME) && !comes_later("boot-0123456789abcdef.js"));
    }
}
