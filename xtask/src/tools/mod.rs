//! The programs that a build and a test need: looked up on the PATH in the right version, else installed with progress
//! on the screen, else a plain sentence that says what to do.
//!
//! Installed tools go into the user's cache, one folder for each name and version, and never into the system; only
//! the browsers come from the system's packages.

mod apt;
mod axe;
mod chromium;
mod engines;
mod firefox;
mod from_crates;
mod from_npm;
mod virtual_screen_reader;
mod webkit;

use std::env;
use std::ffi::OsString;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use which::which;

use crate::engine::Engine;
use crate::{process, workspace};

pub use axe::axe;
pub use engines::{Programs, programs};
pub use virtual_screen_reader::virtual_screen_reader;

/// The target that the page's program is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What building the page needs, found or installed.
pub struct BuildTools {
    /// The Trunk to call.
    pub trunk: PathBuf,
    /// The PATH to call it with: the right `wasm-bindgen` and `wasm-opt` stand first, so it downloads nothing.
    pub path: OsString,
}

/// An engine with its programs, or with the sentence that says why it is left out.
pub type Found = (Engine, Result<Programs, String>);

/// Makes sure of everything that building the page and testing it in browsers needs. Nothing is tested without Chromium; another
/// engine that cannot be installed is left out.
pub fn all() -> Result<Vec<Found>, String> {
    // The driver of Firefox is built beside the tools of the build, which leave some of the cores free.
    let (others, here) = side_by_side(
        || [Engine::Firefox, Engine::WebKit].map(|engine| (engine, programs(engine))),
        || {
            build_tools()?;
            axe()?;
            virtual_screen_reader()
        },
    );
    here?;
    let chromium = programs(Engine::Chromium)?;
    Ok(std::iter::once((Engine::Chromium, Ok(chromium))).chain(others).collect())
}

/// Makes sure of everything that building the page needs.
pub fn build_tools() -> Result<BuildTools, String> {
    wasm_target()?;
    // Where they are built, the one uses what the other leaves of the cores.
    let (trunk, wasm_bindgen) = side_by_side(from_crates::trunk, from_crates::wasm_bindgen);
    let (trunk, wasm_bindgen) = (trunk?, wasm_bindgen?);
    let wasm_opt = from_npm::wasm_opt()?;
    let path = path_with(&[&wasm_bindgen, &wasm_opt])?;
    fetch_crates()?;
    Ok(BuildTools { trunk, path })
}

/// Does one thing in a thread of its own while another is done, and waits for both.
pub fn side_by_side<M: Send, H>(meanwhile: impl FnOnce() -> M + Send, here: impl FnOnce() -> H) -> (M, H) {
    thread::scope(|scope| {
        let meanwhile = scope.spawn(meanwhile);
        let here = here();
        (meanwhile.join().unwrap_or_else(|panic| resume_unwind(panic)), here)
    })
}

/// The PATH with the folders of some programs put in front.
fn path_with(programs: &[&Path]) -> Result<OsString, String> {
    let first = programs.iter().filter_map(|program| program.parent()).map(Path::to_path_buf);
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.chain(env::split_paths(&rest)))
        .map_err(|error| format!("The PATH cannot be extended ({error}). Rename the folder that it names."))
}

/// Makes sure that Rust can compile for the browser.
pub fn wasm_target() -> Result<(), String> {
    if has_wasm_target() {
        return Ok(());
    }
    let advice = format!("Install Rust's `{WASM_TARGET}` target by hand and try again.");
    if which("rustup").is_err() {
        return Err(format!("This Rust cannot compile for the browser, and there is no rustup to teach it. {advice}"));
    }
    println!("Rust's target for the browser is missing; installing it (about a minute).");
    process::run(Command::new("rustup").args(["target", "add", WASM_TARGET]), &advice)
}

/// Tells whether the target's standard library is there, with or without rustup.
fn has_wasm_target() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| OsString::from("rustc"));
    process::output_of(rustc, &["--print", "target-libdir", "--target", WASM_TARGET])
        .is_some_and(|folder| Path::new(folder.trim()).is_dir())
}

/// Downloads the crates of the lock file that are not here yet, because Trunk is then called offline.
fn fetch_crates() -> Result<(), String> {
    let mut fetch = Command::new(workspace::cargo());
    fetch.args(["fetch", "--quiet", "--target", WASM_TARGET]).current_dir(workspace::root());
    process::run(&mut fetch, "The crates that the page is built from are needed once; look at the network.")
}

/// Gives a program on the PATH when it is of exactly this version.
fn on_path_in_version(name: &str, version: &str) -> Option<PathBuf> {
    which(name).ok().filter(|program| is_version(program, version))
}

/// Tells whether a program says that it is of exactly this version.
fn is_version(program: &Path, version: &str) -> bool {
    let said = process::output_of(program, &["--version"]);
    said.as_deref().and_then(process::version_number) == Some(version)
}
