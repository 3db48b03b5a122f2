//! The measurements: what the page weighs, how fast it is in a browser, and how fast the library is without one.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use crate::bundle::{self, Profile};
use crate::check::cargo_command;
use crate::engine::Engine;
use crate::serve::Running;
use crate::stage::Stage;
use crate::steps::Steps;
use crate::{process, sizes, tools, workspace};

/// Where the measurements are taken.
#[derive(Args, Debug)]
pub struct Options {
    /// What the page is measured in; elsewhere than in Chromium only to open, to mark, to delete and to scroll, without a page to
    /// compare with
    #[arg(long, value_enum, default_value_t = Engine::Chromium)]
    engine: Engine,
}

/// Builds the page and takes all measurements.
pub fn run(options: &Options) -> Result<(), String> {
    let advice = "What the benchmark says above names the cause.";
    let mut steps = Steps::default();
    steps.step("the page, built", || bundle::build(Profile::default()))?;
    steps.step("sizes", || sizes::print(&workspace::dist()))?;
    let stage = steps.step("server and driver", || Stage::set(tools::programs(options.engine)?))?;
    let plain = plain_page()?;
    let plain_server = Running::start(&plain, Some(0))?;
    steps.step("benchmarks, in the browser", || {
        let mut command = cargo_command(&["bench", "--package", "bluepencil", "--features", "browser-tests"]);
        command.args(["--bench", "browser"]);
        stage.tell(&mut command);
        command.env("BLUEPENCIL_PLAIN_ADDRESS", plain_server.address()).env("BLUEPENCIL_PLAIN_FOLDER", &plain);
        process::run(&mut command, advice)
    })?;
    if options.engine != Engine::Chromium {
        steps.finish();
        return Ok(());
    }
    steps.step("benchmarks, native", || {
        process::run(&mut cargo_command(&["bench", "--package", "bluepencil", "--bench", "core"]), advice)
    })?;
    steps.finish();
    Ok(())
}

/// Puts the page that the desk is compared with into a folder of its own, with the desk's style sheets; the benchmark adds
/// the article.
fn plain_page() -> Result<PathBuf, String> {
    let folder = workspace::root().join("target").join("plain-page");
    let trouble = |error: std::io::Error| format!("The page to compare with cannot be put together ({error}).");
    fs::create_dir_all(&folder).map_err(trouble)?;
    let files = [
        ("benches/plain.html", "index.html"),
        ("benches/plain.js", "plain.js"),
        ("style/tokens.css", "tokens.css"),
        ("style/page.css", "page.css"),
        ("style/reader.css", "reader.css"),
    ];
    for (from, to) in files {
        fs::copy(workspace::root().join(from), folder.join(to)).map_err(trouble)?;
    }
    Ok(folder)
}
