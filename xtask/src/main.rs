//! The project's own commands, called as `cargo xtask <command>`.
//!
//! Everything a person needs to build, serve, test and measure Bluepencil starts here, so that the same words work on
//! a laptop and in continuous integration. Missing tools are installed on the way; see the `tools` module.

mod bench;
mod bundle;
mod check;
mod compress;
mod driver;
mod engine;
mod process;
mod runs;
mod seal;
mod selection;
mod serve;
mod sizes;
mod stage;
mod steps;
mod tools;
mod workspace;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The project's own commands. Missing tools are installed on the way.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Task {
    /// Build the page, then serve it on this machine and print its address
    Serve(serve::Options),
    /// Format, lints, native tests, and the built page in Chromium, Firefox and WebKitGTK
    Test {
        #[command(subcommand)]
        half: Option<Half>,
    },
    /// Build the finished page into dist/, with compressed copies of its files
    Build(bundle::Profile),
    /// Print the sizes of the built page, then run the benchmarks
    Bench(bench::Options),
    /// Print the sizes of what is in dist/
    Sizes,
    /// Print every command of the page with its keys (docs/keys.md is a copy)
    Keys,
    /// Called by Trunk at the end of a build; not needed by hand
    Seal,
    /// Write the service worker of a built page anew, after a file in it was changed
    Worker { folder: PathBuf },
}

/// A part of the tests.
#[derive(Debug, Subcommand)]
enum Half {
    /// Only format, lints and native tests
    Native,
    /// Only the built page in a browser
    Browser(runs::Options),
}

fn main() -> ExitCode {
    match Task::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\nxtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

impl Task {
    /// Carries out what the command line asks for.
    fn run(self) -> Result<(), String> {
        match self {
            Self::Serve(options) => serve::run(&options),
            Self::Test { half: None } => check::all(),
            Self::Test { half: Some(Half::Native) } => check::native(),
            Self::Test { half: Some(Half::Browser(options)) } => check::browser(&options),
            Self::Build(profile) => bundle::build(profile),
            Self::Bench(options) => bench::run(&options),
            Self::Sizes => sizes::print(&workspace::dist()),
            Self::Keys => check::keys(),
            Self::Seal => seal::run(),
            Self::Worker { folder } => seal::write_worker(&folder),
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// Reads a command line.
    fn read(line: &str) -> Result<Task, String> {
        Task::try_parse_from(["xtask"].into_iter().chain(line.split(' '))).map_err(|problem| problem.to_string())
    }

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Task::command().debug_assert();
    }

    #[test]
    fn what_trunk_and_the_tests_call_is_known() {
        assert!(matches!(read("seal"), Ok(Task::Seal)));
        assert!(matches!(read("worker folder"), Ok(Task::Worker { .. })));
        assert!(matches!(read("serve --no-build --port 0 --dist folder"), Ok(Task::Serve(_))));
    }

    #[test]
    fn lines_that_say_nothing_clear_are_refused_with_the_word_that_is_wrong() {
        for (line, named) in [
            ("fly", "fly"),
            ("build --fast", "--fast"),
            ("serve --port many", "--port"),
            ("serve --dist folder", "--no-build"),
            ("test browser --repeat 0", "--repeat"),
            ("test browser one other", "other"),
            ("test browser --engine steam", "steam"),
            ("test browser --journey NAME", "NAME"),
            ("bench --case 2x2", "2x2"),
            ("bench soak --rounds 0", "--rounds"),
            ("bench --case 1x50 soak", "soak"),
        ] {
            let problem = read(line).unwrap_err();
            assert!(problem.contains(named), "{line}: {problem}");
        }
    }
}
