//! Chromium and the driver that steers it, which must be of the same major version.

use std::path::{Path, PathBuf};

use super::apt;
use super::engines::{Programs, find};
use crate::engine::Engine;
use crate::process;

/// The names under which systems install Chromium or Chrome.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// What to do where nothing else helps.
const ADVICE: &str = "Install Chromium (or Chrome) and the ChromeDriver of the same major version so that both are on the \
                      PATH, or name them in BLUEPENCIL_CHROMIUM and BLUEPENCIL_CHROMEDRIVER.";

/// A Chromium and its driver.
struct Pair {
    chromium: PathBuf,
    driver: PathBuf,
}

/// Makes sure of a Chromium with the driver that fits.
pub fn programs() -> Result<Programs, String> {
    let found = match pair() {
        Some(found) => found,
        None => {
            apt::install("Chromium or its driver", &["chromium", "chromium-driver"], ADVICE)?;
            pair().ok_or_else(|| format!("Chromium was installed but is not on the PATH. {ADVICE}"))?
        }
    };
    let Pair { chromium, driver } = fitting(found)?;
    Ok(Programs { engine: Engine::Chromium, driver: Some(driver), variables: vec![("BLUEPENCIL_CHROMIUM", chromium)] })
}

/// Finds both programs, in the environment's words first, then on the PATH.
fn pair() -> Option<Pair> {
    let chromium = find("BLUEPENCIL_CHROMIUM", &NAMES)?;
    let driver = find("BLUEPENCIL_CHROMEDRIVER", &["chromedriver"])?;
    Some(Pair { chromium, driver })
}

/// Hands a pair on when its versions fit.
fn fitting(pair: Pair) -> Result<Pair, String> {
    let chromium = major(&pair.chromium)?;
    let driver = major(&pair.driver)?;
    if chromium == driver {
        return Ok(pair);
    }
    Err(format!(
        "{} is version {chromium} and {} is version {driver}; a driver steers only its own version. {ADVICE}",
        pair.chromium.display(),
        pair.driver.display()
    ))
}

/// The major version of a program.
fn major(program: &Path) -> Result<String, String> {
    let said = process::output_of(program, &["--version"]).unwrap_or_default();
    process::version_number(&said)
        .and_then(|version| version.split('.').next())
        .map(str::to_owned)
        .ok_or_else(|| format!("{} does not tell its version. {ADVICE}", program.display()))
}
