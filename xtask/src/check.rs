//! Everything that must hold before a change is good: format, lints, native tests, and the built page in a real browser.

use std::process::Command;

use crate::runs::Options;
use crate::stage::Stage;
use crate::steps::Steps;
use crate::tools::side_by_side;
use crate::{bundle, process, runs, tools, workspace};

/// What to do about a lint.
const MEND: &str = "Mend what clippy names above; each lint's own text says how.";

/// Both halves. What only the second one needs is installed during the first, where it is not here yet.
pub fn all() -> Result<(), String> {
    let mut steps = Steps::default();
    tools::wasm_target()?;
    let (installed, native) = side_by_side(tools::all, || native_steps(&mut steps));
    native?;
    steps.step("tools, installed meanwhile", || installed)?;
    browser_steps(&mut steps, &Options::default())?;
    steps.finish();
    Ok(())
}

/// Format, lints and native tests.
pub fn native() -> Result<(), String> {
    let mut steps = Steps::default();
    native_steps(&mut steps)?;
    steps.finish();
    Ok(())
}

/// Prints the command table, which the package's own program writes where there is no browser.
pub fn keys() -> Result<(), String> {
    // The call itself is not shown: what is printed is the page and nothing else.
    match cargo_command(&["run", "--quiet", "--package", "bluepencil"]).status() {
        Ok(status) if status.success() => Ok(()),
        _ => Err("The command table could not be printed. Mend what the compiler names above.".to_owned()),
    }
}

/// The tests in the browser, which of them and as often as the options say.
pub fn browser(options: &Options) -> Result<(), String> {
    let mut steps = Steps::default();
    browser_steps(&mut steps, options)?;
    steps.finish();
    Ok(())
}

/// The steps that need no browser, quickest first.
fn native_steps(steps: &mut Steps) -> Result<(), String> {
    steps.step("format", || cargo(&["fmt", "--all", "--check"], "Run `cargo fmt --all`."))?;
    steps.step("lints, native", || clippy(&["--workspace", "--all-targets"]))?;
    steps.step("lints, with the browser tests", || {
        clippy(&["--package", "bluepencil", "--all-targets", "--features", "browser-tests"])
    })?;
    steps.step("lints, in the browser", || {
        tools::wasm_target()?;
        clippy(&["--package", "bluepencil", "--lib", "--bins", "--target", tools::WASM_TARGET])
    })?;
    steps.step("tests, native", || cargo(&["test", "--workspace"], "Run one again with `cargo test --workspace NAME`."))
}

/// The steps that try the built page.
fn browser_steps(steps: &mut Steps, options: &Options) -> Result<(), String> {
    steps.step("the page, built", || bundle::build(options.profile))?;
    let stage = steps.step("server and driver", Stage::set)?;
    steps.step("tests, in the browser", || runs::run(&stage, options))
}

/// Runs clippy over some targets; every warning counts as an error.
fn clippy(targets: &[&str]) -> Result<(), String> {
    let mut command = cargo_command(&["clippy"]);
    command.args(targets).args(["--", "--deny", "warnings"]);
    process::run(&mut command, MEND)
}

/// Runs Cargo in the project's root.
fn cargo(arguments: &[&str], advice: &str) -> Result<(), String> {
    process::run(&mut cargo_command(arguments), advice)
}

/// A call of the Cargo that started this program, in the project's root.
pub fn cargo_command(arguments: &[&str]) -> Command {
    let mut command = Command::new(workspace::cargo());
    command.args(arguments).current_dir(workspace::root());
    command
}
