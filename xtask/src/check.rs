//! Everything that must hold before a change is good: format, lints, native tests, and the built page in real browsers.

use std::process::Command;

use crate::bundle::Profile;
use crate::runs::Options;
use crate::stage::Stage;
use crate::steps::Steps;
use crate::tools::{Programs, side_by_side};
use crate::{bundle, process, runs, tools, workspace};

/// What to do about a lint.
const MEND: &str = "Mend what clippy names above; each lint's own text says how.";

/// Both halves. What only the second one needs is installed during the first, where it is not here yet.
pub fn all() -> Result<(), String> {
    let mut steps = Steps::default();
    tools::wasm_target()?;
    let (installed, native) = side_by_side(tools::all, || native_steps(&mut steps));
    native?;
    let engines = steps.step("tools, installed meanwhile", || installed)?;
    steps.step("the page, built", || bundle::build(Profile::default()))?;
    let (mut said, mut failed) = (Vec::new(), None);
    for (engine, programs) in engines {
        let tried = programs.map(|programs| in_engine(&mut steps, programs, &Options::of_all_tests(engine)));
        said.push(match tried {
            Ok(Ok(ran)) => format!("  {engine}: {ran}"),
            // What fails in one engine says nothing of the next one.
            Ok(Err(problem)) => {
                failed.get_or_insert(problem);
                format!("  {engine}: FAILED")
            }
            Err(problem) => format!("  {engine}: left out. {problem}"),
        });
    }
    if failed.is_none() {
        steps.finish();
    }
    println!("\n=== Engines\n{}", said.join("\n"));
    failed.map_or(Ok(()), Err)
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
    steps.step("the page, built", || bundle::build(options.profile))?;
    let programs = tools::programs(options.engine)?;
    in_engine(&mut steps, programs, options)?;
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

/// Tries the built page in an engine, and says how many tests were run there.
fn in_engine(steps: &mut Steps, programs: Programs, options: &Options) -> Result<String, String> {
    let name = format!("tests, in {}", programs.engine);
    steps.step(&name, || runs::run(&Stage::set(programs)?, options))
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
