//! The measurements: what the page weighs, how fast it is in a browser, how fast the library is without one, and whether the
//! page grows while it is used for hours.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use clap::{Args, Subcommand, value_parser};

use crate::bundle::{self, Profile};
use crate::check::cargo_command;
use crate::engine::Engine;
use crate::serve::Running;
use crate::stage::Stage;
use crate::steps::Steps;
use crate::{process, sizes, tools, workspace};

/// The articles that the page is measured with, by their names in `benches/browser/case.rs`.
const CASES: [&str; 6] = ["1x50", "1x1000", "10x500", "100x5000", "1000x50000", "paragraph"];

/// What is measured, and where.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Options {
    #[command(subcommand)]
    other: Option<Other>,
    /// Measure only with one article and nothing else: so many times the sample with so many marks, or one long paragraph
    #[arg(long, value_name = "NAME", value_parser = CASES)]
    case: Option<String>,
    /// What the page is measured in; elsewhere than in Chromium only to open, to mark, to delete and to scroll, without a page to
    /// compare with
    #[arg(long, value_enum, default_value_t = Engine::Chromium)]
    engine: Engine,
}

/// Another measurement than how long things take.
#[derive(Debug, Subcommand)]
enum Other {
    /// Use one page for hours, in Chromium: whether anything grows with every round that ends where it has begun
    Soak {
        /// How many rounds
        #[arg(long, value_name = "N", default_value_t = 2_000, value_parser = value_parser!(u32).range(1..))]
        rounds: u32,
    },
}

/// What to look at where the benchmark stops.
const ADVICE: &str = "What the benchmark says above names the cause.";

/// Builds the page and takes all measurements, or those that are asked for.
pub fn run(options: &Options) -> Result<(), String> {
    let mut steps = Steps::default();
    match options.other {
        Some(Other::Soak { rounds }) => soak(&mut steps, rounds)?,
        None => measure(&mut steps, options)?,
    }
    steps.finish();
    Ok(())
}

/// Uses one page for hours.
fn soak(steps: &mut Steps, rounds: u32) -> Result<(), String> {
    steps.step("the page, built", || bundle::build(Profile::default()))?;
    let stage = steps.step("server and driver", || Stage::set(tools::programs(Engine::Chromium)?))?;
    steps.step("soak, in the browser", || {
        process::run(in_browser(&stage).env("BLUEPENCIL_SOAK_ROUNDS", rounds.to_string()), ADVICE)
    })
}

/// Takes the times.
fn measure(steps: &mut Steps, options: &Options) -> Result<(), String> {
    steps.step("the page, built", || bundle::build(Profile::default()))?;
    steps.step("sizes", || sizes::print(&workspace::dist()))?;
    let stage = steps.step("server and driver", || Stage::set(tools::programs(options.engine)?))?;
    let plain = plain_page()?;
    let plain_server = Running::start(&plain, Some(0))?;
    steps.step("benchmarks, in the browser", || {
        let mut command = in_browser(&stage);
        command.env("BLUEPENCIL_PLAIN_ADDRESS", plain_server.address()).env("BLUEPENCIL_PLAIN_FOLDER", &plain);
        command.envs(options.case.iter().map(|case| ("BLUEPENCIL_CASE", case)));
        process::run(&mut command, ADVICE)
    })?;
    if options.engine != Engine::Chromium || options.case.is_some() {
        return Ok(());
    }
    steps.step("benchmarks, native", || {
        let benches = ["--bench", "core", "--bench", "growth"];
        process::run(cargo_command(&["bench", "--package", "bluepencil"]).args(benches), ADVICE)
    })
}

/// A call of the benchmark that steers a browser.
fn in_browser(stage: &Stage) -> Command {
    let mut command = cargo_command(&["bench", "--package", "bluepencil", "--features", "browser-tests"]);
    command.args(["--bench", "browser"]);
    stage.tell(&mut command);
    command
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
