//! Building the finished page into `dist/`.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use clap::Args;

use crate::tools::{self, BuildTools};
use crate::{compress, process, workspace};

/// How the page is built: as it is shipped and tested, unless it is said otherwise.
#[derive(Args, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Build faster: do not optimise the page, and write no compressed copies
    #[arg(long)]
    dev: bool,
}

/// Builds the page; the sealing happens inside, as Trunk's last step. What is shipped is compressed too.
pub fn build(profile: Profile) -> Result<(), String> {
    let tools = tools::build_tools()?;
    let mut trunk = trunk(&tools, profile);
    process::run(&mut trunk, "What the compiler or Trunk says above names the place; mend it and build again.")?;
    if profile.dev { Ok(()) } else { compress::write_copies(&workspace::dist()) }
}

/// The call of Trunk: offline, because everything it needs is at hand by now.
fn trunk(tools: &BuildTools, profile: Profile) -> Command {
    let mut command = Command::new(&tools.trunk);
    command.args(["build", "--offline", "--skip-version-check"]);
    if !profile.dev {
        command.arg("--release");
    }
    // Trunk takes the common NO_COLOR=1 for a wrong value and stops, so it is told in its own words.
    if env::var_os("NO_COLOR").is_some() {
        command.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    command.env("PATH", &tools.path).env(PAGE_FLAGS, leave_out(&crate_folders())).current_dir(workspace::root());
    command
}

/// Where Cargo looks for what the compiler of the page is told beside the words of `.cargo/config.toml`.
const PAGE_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// The folders in which Cargo keeps the sources of crates, one for each registry.
fn crate_folders() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let folders = home.and_then(|home| home.join("registry").join("src").read_dir().ok());
    folders.into_iter().flatten().flatten().map(|folder| folder.path()).collect()
}

/// Has the compiler leave these folders out of the names of source files, which a program holds for the messages of its
/// panics. They lie in the home of whoever builds the page, which those who load it need not be told.
fn leave_out(folders: &[PathBuf]) -> String {
    // Cargo divides its words at spaces and knows no quotation marks.
    let folders =
        folders.iter().filter_map(|folder| folder.to_str()).filter(|name| !name.contains(char::is_whitespace));
    folders.map(|name| format!("--remap-path-prefix={name}=crates")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_crates_are_left_out_of_names_where_cargo_can_be_told_so() {
        let folders = ["/a/registry/src/one", "/a b/registry/src/two", "/three"].map(PathBuf::from);
        let told = "--remap-path-prefix=/a/registry/src/one=crates --remap-path-prefix=/three=crates";
        assert_eq!(leave_out(&folders), told);
    }
}
