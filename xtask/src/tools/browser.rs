//! Chromium and the driver that steers it, which must be of the same major version.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use which::which;

use crate::process;

/// The names under which systems install Chromium or Chrome.
const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// What to do where nothing else helps.
const ADVICE: &str = "Install Chromium (or Chrome) and the ChromeDriver of the same major version so that both are on the \
                      PATH, or name them in BLUEPENCIL_CHROMIUM and BLUEPENCIL_CHROMEDRIVER.";

/// A Chromium and its driver.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Makes sure of a Chromium with the driver that fits.
pub fn browser() -> Result<Browser, String> {
    if let Some(found) = find() {
        return fitting(found);
    }
    if !can_install() {
        return Err(format!("The browser tests need Chromium and ChromeDriver, which are not here. {ADVICE}"));
    }
    println!("Chromium or its driver is not here; installing both from the system's packages (1 to 3 minutes).");
    apt_get(&["update"])?;
    apt_get(&["install", "--yes", "chromium", "chromium-driver"])?;
    find().map_or_else(|| Err(format!("Chromium was installed but is not on the PATH. {ADVICE}")), fitting)
}

/// Finds both programs, in the environment's words first, then on the PATH.
fn find() -> Option<Browser> {
    let named = |variable: &str| env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file());
    let chromium = named("BLUEPENCIL_CHROMIUM").or_else(|| NAMES.iter().find_map(|name| which(name).ok()))?;
    let driver = named("BLUEPENCIL_CHROMEDRIVER").or_else(|| which("chromedriver").ok())?;
    Some(Browser { chromium, driver })
}

/// Hands a pair on when its versions fit.
fn fitting(pair: Browser) -> Result<Browser, String> {
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

/// Tells whether packages can be installed here: on Debian or one of its kin, as root.
fn can_install() -> bool {
    let root = process::output_of("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && which("apt-get").is_ok()
}

/// Calls the package manager without questions.
fn apt_get(arguments: &[&str]) -> Result<(), String> {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&mut command, ADVICE)
}
