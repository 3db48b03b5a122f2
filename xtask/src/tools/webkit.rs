//! WebKitGTK: its small browser with a driver, a screen that nobody sees, and the bus that a program of a desktop expects.

use std::path::PathBuf;

use which::which;

use super::apt;
use super::engines::{Programs, find};
use crate::engine::Engine;

/// Under which variable the tests know the driver, and a person may name another.
const DRIVER: &str = "BLUEPENCIL_WEBKITDRIVER";

/// What the driver is started with: the screen, the key to it, and the bus.
const AROUND: [&str; 4] = ["Xvfb", "xvfb-run", "xauth", "dbus-run-session"];

/// The packages that all of it comes in on Debian.
const PACKAGES: [&str; 4] = ["webkit2gtk-driver", "xvfb", "xauth", "dbus"];

/// What to do where nothing else helps.
const ADVICE: &str = "Install WebKitWebDriver with its MiniBrowser, Xvfb with xvfb-run and xauth, and dbus-run-session so \
                      that they are on the PATH; another WebKitWebDriver can be named in BLUEPENCIL_WEBKITDRIVER.";

/// Makes sure of the driver and what belongs to it.
pub fn programs() -> Result<Programs, String> {
    let driver = match complete() {
        Some(found) => found,
        None => {
            apt::install("WebKitGTK with its driver", &PACKAGES, ADVICE)?;
            complete().ok_or_else(|| format!("WebKitGTK was installed but not all of it is on the PATH. {ADVICE}"))?
        }
    };
    Ok(Programs { engine: Engine::WebKit, driver: None, variables: vec![(DRIVER, driver)] })
}

/// The driver, where everything around it is here too. It knows itself where its browser is.
fn complete() -> Option<PathBuf> {
    let driver = find(DRIVER, &["WebKitWebDriver"])?;
    AROUND.iter().all(|program| which(program).is_ok()).then_some(driver)
}
