//! The measurements: what the page weighs, how fast it is in a browser, and how fast the library is without one.

use crate::bundle::{self, Profile};
use crate::check::cargo_command;
use crate::stage::Stage;
use crate::steps::Steps;
use crate::{process, sizes, workspace};

/// Builds the page and takes all measurements.
pub fn run() -> Result<(), String> {
    let advice = "What the benchmark says above names the cause.";
    let mut steps = Steps::default();
    steps.step("the page, built", || bundle::build(Profile::Release))?;
    steps.step("sizes", || sizes::print(&workspace::dist()))?;
    let stage = steps.step("server and driver", Stage::set)?;
    steps.step("benchmarks, in the browser", || {
        let mut command = cargo_command(&["bench", "--package", "bluepencil", "--features", "browser-tests"]);
        command.args(["--bench", "browser"]);
        stage.tell(&mut command);
        process::run(&mut command, advice)
    })?;
    steps.step("benchmarks, native", || {
        process::run(&mut cargo_command(&["bench", "--package", "bluepencil", "--bench", "core"]), advice)
    })?;
    steps.finish();
    Ok(())
}
