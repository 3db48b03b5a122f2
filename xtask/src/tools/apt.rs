//! Packages of the system, where it is Debian or one of its kin.

use std::path::Path;
use std::process::Command;

use which::which;

use crate::process;

/// Installs packages, or says what to do instead: `advice` is the last sentence of every problem.
pub fn install(what: &str, packages: &[&str], advice: &str) -> Result<(), String> {
    if !can_install() {
        return Err(format!("{what} is needed and not here. {advice}"));
    }
    println!("{what} is not here; installing it from the system's packages (1 to 3 minutes).");
    apt_get(&["update"], advice)?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat(), advice)
}

/// Tells whether packages can be installed here: on Debian or one of its kin, as root.
fn can_install() -> bool {
    let root = process::output_of("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && which("apt-get").is_ok()
}

/// Calls the package manager without questions.
fn apt_get(arguments: &[&str], advice: &str) -> Result<(), String> {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&mut command, advice)
}
