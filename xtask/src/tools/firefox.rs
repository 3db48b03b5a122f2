//! Firefox and geckodriver, which steers every Firefox of these years.

use super::engines::{Programs, find};
use super::{apt, from_crates};
use crate::engine::Engine;

/// Under which variable the tests know the browser, and a person may name another.
const FIREFOX: &str = "BLUEPENCIL_FIREFOX";

/// The names under which systems install Firefox; the one of Debian comes first.
const NAMES: [&str; 2] = ["firefox-esr", "firefox"];

/// What to do where nothing else helps.
const ADVICE: &str = "Install Firefox so that it is on the PATH, or name it in BLUEPENCIL_FIREFOX.";

/// Makes sure of a Firefox and its driver.
pub fn programs() -> Result<Programs, String> {
    let firefox = match find(FIREFOX, &NAMES) {
        Some(found) => found,
        None => {
            apt::install("Firefox", &["firefox-esr"], ADVICE)?;
            find(FIREFOX, &NAMES).ok_or_else(|| format!("Firefox was installed but is not on the PATH. {ADVICE}"))?
        }
    };
    let geckodriver = from_crates::geckodriver()?;
    let variables = vec![(FIREFOX, firefox), ("BLUEPENCIL_GECKODRIVER", geckodriver)];
    Ok(Programs { engine: Engine::Firefox, driver: None, variables })
}
