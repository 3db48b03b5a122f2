//! Trunk, wasm-bindgen's command line and geckodriver, which are Rust programs and come from the crates registry.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use which::which;

use super::{is_version, on_path_in_version};
use crate::{process, workspace};

/// The last Trunk that Rust 1.95 builds.
const TRUNK_VERSION: &str = "0.21.14";

/// The geckodriver that is steered by the tests.
const GECKODRIVER_VERSION: &str = "0.37.0";

/// A Rust program to install.
struct Crate<'a> {
    /// The package's name in the registry.
    package: &'a str,
    /// The program's name, which is also its name in the cache.
    program: &'a str,
    version: &'a str,
    /// What `cargo install` needs besides the name and version.
    options: &'a [&'a str],
    /// The crates that it spends its time in.
    busy: &'a [&'a str],
    /// How long it takes to build, said before it begins.
    takes: &'a str,
}

/// Makes sure of Trunk, without TLS: it is neither to download nor to serve anything.
pub fn trunk() -> Result<PathBuf, String> {
    ensure(&Crate {
        package: "trunk",
        program: "trunk",
        version: TRUNK_VERSION,
        options: &["--locked", "--no-default-features"],
        busy: &["seahash", "sha2"],
        takes: "2 to 3 minutes on two cores",
    })
}

/// Makes sure of the wasm-bindgen that fits the library of the same name: the two must be of one version. TLS is for its
/// runner of tests, which is not used.
///
/// It is installed without `--locked`: the lock file it is published with holds crates that no longer build.
pub fn wasm_bindgen() -> Result<PathBuf, String> {
    let version = workspace::locked_version("wasm-bindgen")?;
    ensure(&Crate {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &version,
        options: &["--no-default-features", "--bin", "wasm-bindgen"],
        busy: &["walrus"],
        takes: "about a minute on two cores",
    })
}

/// Makes sure of geckodriver, which leads a Firefox.
pub fn geckodriver() -> Result<PathBuf, String> {
    ensure(&Crate {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER_VERSION,
        options: &["--locked"],
        busy: &[],
        takes: "1 to 2 minutes on two cores",
    })
}

/// Finds a program on the PATH or in the cache, else installs it.
fn ensure(wanted: &Crate) -> Result<PathBuf, String> {
    let Crate { package, program, version, .. } = wanted;
    if let Some(found) = on_path_in_version(program, version) {
        return Ok(found);
    }
    let folder = workspace::tool_cache()?.join(format!("{program}-{version}"));
    let installed = folder.join("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    if is_version(&installed, version) {
        return Ok(installed);
    }
    fs::create_dir_all(&folder).map_err(|error| format!("{} cannot be made: {error}.", folder.display()))?;
    if from_binstall(wanted, &folder) && is_version(&installed, version) {
        return Ok(installed);
    }
    println!("{program} {version} is not here; building it once ({}).", wanted.takes);
    from_source(wanted, &folder)?;
    if is_version(&installed, version) {
        return Ok(installed);
    }
    Err(format!(
        "{program} was installed but does not say it is version {version}. \
         Delete {} and try again, or install {package} {version} so that it is on the PATH.",
        folder.display()
    ))
}

/// Tries to install a ready-made program, where `cargo binstall` is present; tells whether that went well.
fn from_binstall(wanted: &Crate, folder: &Path) -> bool {
    if which("cargo-binstall").is_err() {
        return false;
    }
    println!("{} {} is not here; fetching it with cargo binstall.", wanted.program, wanted.version);
    let mut install = Command::new(workspace::cargo());
    install.args(["binstall", "--no-confirm", "--force", "--disable-strategies", "compile", "--root"]).arg(folder);
    install.arg(format!("{}@{}", wanted.package, wanted.version)).current_dir(folder);
    process::run(&mut install, "It is built from its source instead.")
        .inspect_err(|problem| println!("{problem}"))
        .is_ok()
}

/// Builds and installs a program without optimising it, but for where it spends its time: it is used a few times, and its
/// build is what one waits for.
fn from_source(wanted: &Crate, folder: &Path) -> Result<(), String> {
    let mut install = Command::new(workspace::cargo());
    install.args(["install", wanted.package, "--version", wanted.version, "--force", "--root"]).arg(folder);
    install.args(wanted.options).current_dir(folder);
    for package in wanted.busy {
        install.args(["--config", &format!("profile.release.package.{package}.opt-level=1")]);
    }
    install.env("CARGO_PROFILE_RELEASE_LTO", "off");
    install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    // Two are built at a time, and two bars would write over each other.
    install.env("CARGO_TERM_PROGRESS_WHEN", "never");
    let advice = format!(
        "A C compiler and the network are needed for it; else install {} {} by hand so that it is on the PATH.",
        wanted.package, wanted.version
    );
    process::run(&mut install, &advice)
}
