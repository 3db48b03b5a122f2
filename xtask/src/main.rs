//! The project's own commands, called as `cargo xtask <command>`.
//!
//! Everything a person needs to build, serve, test and measure Bluepencil starts here, so that the same words work on
//! a laptop and in continuous integration. Missing tools are installed on the way; see the `tools` module.

mod bench;
mod bundle;
mod check;
mod compress;
mod driver;
mod process;
mod runs;
mod seal;
mod serve;
mod sizes;
mod stage;
mod steps;
mod tools;
mod workspace;

use std::path::Path;
use std::process::ExitCode;

/// What is printed for `help`, for no command and for an unknown one.
const HELP: &str = "\
Usage: cargo xtask <command>

  serve                  build the page, then serve it on this machine and print its address
      --port N           take exactly this port (else 8080 or the next free one; 0: any free one)
      --dev              build faster, without optimising
      --no-build         serve what is already built
      --dist FOLDER      serve this folder instead of dist/ (with --no-build)
  test                   format, lints, native tests, and the built page in a real Chromium
  test native            the first half: format, lints, native tests
  test browser [NAME]    the second half; with a name, only the tests that hold it
      --dev              with a page that was built faster, without optimising
      --repeat N         run them N times, and say of each time whether it was green
      --busy             keep all cores busy meanwhile: a test that relies on luck fails
  build                  build the finished page into dist/, with compressed copies of its files
      --dev              build faster, without optimising and without the copies
  bench                  sizes of the built page, then the benchmarks
  sizes                  sizes of what is in dist/
  keys                   print every command with its keys (docs/keys.md is a copy)
  seal                   called by Trunk at the end of a build; not needed by hand
  worker FOLDER          write the service worker of a built page anew, after a file in it was changed
  help                   this text
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("\nxtask: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out one command line.
fn run(arguments: &[String]) -> Result<ExitCode, String> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build", rest @ ..] => bundle::build(bundle::Profile::from_words(rest)?)?,
        ["seal"] => seal::run()?,
        ["worker", folder] => seal::write_worker(Path::new(folder))?,
        ["serve", rest @ ..] => serve::run(&serve::Options::from_words(rest)?)?,
        ["test"] => check::all()?,
        ["test", "native"] => check::native()?,
        ["test", "browser", rest @ ..] => check::browser(&runs::Options::from_words(rest)?)?,
        ["bench"] => bench::run()?,
        ["keys"] => check::keys()?,
        ["sizes"] => sizes::print(&workspace::dist())?,
        ["help" | "--help" | "-h"] => print!("{HELP}"),
        [] => {
            print!("{HELP}");
            return Ok(ExitCode::FAILURE);
        }
        other => {
            eprintln!("There is no command `{}`.\n", other.join(" "));
            print!("{HELP}");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
