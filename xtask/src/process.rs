//! Running other programs: what is run is shown, output goes straight through, and failures become sentences.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};

/// Shows a command on the screen and runs it with its output let through.
///
/// `advice` is the sentence that tells a person what to do when it fails.
pub fn run(command: &mut Command, advice: &str) -> Result<(), String> {
    let line = written(command);
    println!("$ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{line}` failed ({status}). {advice}")),
        Err(error) => Err(format!("`{line}` could not be started ({error}). {advice}")),
    }
}

/// Runs a command quietly and gives what it printed, or nothing when it is missing or fails.
pub fn output_of(program: impl AsRef<OsStr>, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The program and its arguments as a person would type them, with only the program's own name.
fn written(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().into_owned());
    std::iter::once(name).chain(arguments).collect::<Vec<_>>().join(" ")
}

/// The first run of digits and dots in a `--version` line, such as `0.21.14` in `trunk 0.21.14`.
pub fn version_number(line: &str) -> Option<&str> {
    line.split(|letter: char| !letter.is_ascii_digit() && letter != '.')
        .map(|word| word.trim_matches('.'))
        .find(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_the_tools_print_them() {
        assert_eq!(version_number("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_number("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_number("Chromium 156.0.8078.79 built on Debian GNU/Linux 12"), Some("156.0.8078.79"));
        assert_eq!(version_number("no number"), None);
    }

    #[test]
    fn a_failed_command_says_what_to_do() {
        let problem = run(Command::new("no-such-program-here").arg("--now"), "Do this.").unwrap_err();
        assert!(problem.starts_with("`no-such-program-here --now` could not be started"), "{problem}");
        assert!(problem.ends_with("Do this."), "{problem}");
    }
}
