//! Building the finished page into `dist/`.

use std::env;
use std::process::Command;

use crate::tools::{self, BuildTools};
use crate::{process, workspace};

/// How much the compiler should optimise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Fast to build, for trying things.
    Dev,
    /// What is shipped and tested.
    Release,
}

impl Profile {
    /// Reads the words behind `build`.
    pub fn from_words(words: &[&str]) -> Result<Self, String> {
        match words {
            [] | ["--release"] => Ok(Self::Release),
            ["--dev"] => Ok(Self::Dev),
            other => Err(format!("`build` does not know `{}`. It takes --dev or nothing.", other.join(" "))),
        }
    }
}

/// Builds the page; the sealing happens inside, as Trunk's last step.
pub fn build(profile: Profile) -> Result<(), String> {
    let tools = tools::build_tools()?;
    let mut trunk = trunk(&tools, profile);
    process::run(&mut trunk, "What the compiler or Trunk says above names the place; mend it and build again.")
}

/// The call of Trunk: offline, because everything it needs is at hand by now.
fn trunk(tools: &BuildTools, profile: Profile) -> Command {
    let mut command = Command::new(&tools.trunk);
    command.args(["build", "--offline", "--skip-version-check"]);
    if profile == Profile::Release {
        command.arg("--release");
    }
    // Trunk takes the common NO_COLOR=1 for a wrong value and stops, so it is told in its own words.
    if env::var_os("NO_COLOR").is_some() {
        command.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    command.env("PATH", &tools.path).current_dir(workspace::root());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_build() {
        assert_eq!(Profile::from_words(&[]), Ok(Profile::Release));
        assert_eq!(Profile::from_words(&["--dev"]), Ok(Profile::Dev));
        assert!(Profile::from_words(&["--fast"]).unwrap_err().contains("--fast"));
    }
}
