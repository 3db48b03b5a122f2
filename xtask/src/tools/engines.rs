//! The programs of each engine: a browser and the driver that steers it.

use std::env;
use std::path::PathBuf;

use which::which;

use super::{chromium, firefox, webkit};
use crate::engine::Engine;

/// The programs of an engine, found or installed.
pub struct Programs {
    pub engine: Engine,
    /// The driver that is started once for all tests; without one the tests start a driver for each browser.
    pub driver: Option<PathBuf>,
    /// What else the tests are told, by the names of variables.
    pub variables: Vec<(&'static str, PathBuf)>,
}

/// Makes sure of the programs of an engine.
pub fn programs(engine: Engine) -> Result<Programs, String> {
    match engine {
        Engine::Chromium => chromium::programs(),
        Engine::Firefox => firefox::programs(),
        Engine::WebKit => webkit::programs(),
    }
}

/// The program that a variable names, else the first of some names that is on the PATH.
pub fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    named.or_else(|| names.iter().find_map(|name| which(name).ok()))
}
