//! The tests in a browser: once, or again and again, on a machine that has nothing else to do or is kept busy. A test that
//! fails now and then waits for something by luck.

use std::hint;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

use clap::{Args, value_parser};

use crate::bundle::Profile;
use crate::check::cargo_command;
use crate::engine::Engine;
use crate::process;
use crate::selection::{self, Table};
use crate::stage::Stage;

/// Which tests are run in the browser, and how.
#[derive(Args, Debug)]
pub struct Options {
    /// Run only the tests whose names hold this
    name: Option<String>,
    /// What the tests are run in; those that cannot be run there are named
    #[arg(long, value_enum, default_value_t = Engine::Chromium)]
    pub engine: Engine,
    /// Run only the tests that are run in every engine whenever everything is tested
    #[arg(long, conflicts_with = "name")]
    journey: bool,
    #[command(flatten)]
    pub profile: Profile,
    /// Run them so often, and say of each time whether it was green
    #[arg(long = "repeat", value_name = "N", default_value_t = 1, value_parser = value_parser!(u32).range(1..))]
    times: u32,
    /// Keep all cores busy meanwhile: a test that relies on luck fails
    #[arg(long)]
    busy: bool,
}

impl Options {
    /// What is run in an engine when everything is tested: all tests in Chromium, the journey in the others.
    pub fn of_all_tests(engine: Engine) -> Self {
        let journey = engine != Engine::Chromium;
        Self { name: None, engine, journey, profile: Profile::default(), times: 1, busy: false }
    }
}

/// Runs the tests as often as asked, whatever comes of each time, and fails where not every time was green. Says how many were
/// run.
pub fn run(stage: &Stage, options: &Options) -> Result<String, String> {
    process::run(tests(stage).arg("--no-run"), "Mend what the compiler names above.")?;
    let chosen = chosen(stage, options)?;
    let busy = options.busy.then(Busy::start);
    let mut outcomes = Vec::new();
    for number in 1..=options.times {
        let outcome = run_once(tests(stage), &chosen)?;
        println!("run {number} of {}: {}", options.times, outcome.said());
        outcomes.push(outcome);
    }
    drop(busy);
    summary(&outcomes)?;
    Ok(format!("{} tests", chosen.len()))
}

/// The names of the tests to run. Those that cannot be run in the engine are left out, each with a line that says why.
fn chosen(stage: &Stage, options: &Options) -> Result<Vec<String>, String> {
    let table = Table::read()?;
    let list = tests(stage).args(["--quiet", "--", "--list", "--format=terse"]).stderr(Stdio::inherit()).output();
    let list = list.map_err(|error| format!("The tests could not be listed ({error})."))?;
    let name = options.name.as_deref().unwrap_or_default();
    let mut chosen = selection::listed(&String::from_utf8_lossy(&list.stdout));
    chosen.retain(|test| test.contains(name) && (!options.journey || table.journey.contains(test)));
    chosen.retain(|test| match table.hindrance(options.engine, test) {
        Some(reason) => {
            println!("left out in {}: {test} ({reason})", options.engine);
            false
        }
        None => true,
    });
    if chosen.is_empty() {
        return Err(format!("No test that can be run in {} has `{name}` in its name.", options.engine));
    }
    Ok(chosen)
}

/// The call of the tests, without what is said to the tests themselves.
fn tests(stage: &Stage) -> Command {
    let mut command = cargo_command(&["test", "--package", "bluepencil", "--features", "browser-tests"]);
    command.args(["--test", "browser"]);
    stage.tell(&mut command);
    command
}

/// What came of running the tests once.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    green: bool,
    /// The tests that failed, by name.
    failed: Vec<String>,
}

impl Outcome {
    /// Puts it into words.
    fn said(&self) -> String {
        match self.failed.as_slice() {
            _ if self.green => "green".to_owned(),
            [] => "not green, and no test is named; see above".to_owned(),
            failed => format!("{} failed: {}", failed.len(), failed.join(", ")),
        }
    }
}

/// Runs the tests once, lets their output through and picks the names of those that failed out of it.
fn run_once(mut command: Command, names: &[String]) -> Result<Outcome, String> {
    command.args(["--", "--test-threads=2", "--exact"]).args(names);
    let cannot = |error| format!("The tests could not be run ({error}). Look at the machine and try again.");
    let mut tests = command.stdout(Stdio::piped()).spawn().map_err(cannot)?;
    let mut failed = Vec::new();
    for line in tests.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()).map_while(Result::ok)
    {
        println!("{line}");
        failed.extend(failed_test(&line).map(str::to_owned));
    }
    let status = tests.wait().map_err(cannot)?;
    Ok(Outcome { green: status.success(), failed })
}

/// The name of the test that a line of the output says has failed.
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

/// Says how many runs were green, and fails where not all were.
fn summary(outcomes: &[Outcome]) -> Result<(), String> {
    let green = outcomes.iter().filter(|outcome| outcome.green).count();
    println!("{green} of {} runs green", outcomes.len());
    if green == outcomes.len() {
        return Ok(());
    }
    let runs = outcomes.iter().enumerate().filter(|(_, outcome)| !outcome.green);
    let runs: Vec<String> = runs.map(|(place, outcome)| format!("run {}: {}", place + 1, outcome.said())).collect();
    Err(format!("Not every run was green. Run one again with `cargo xtask test browser NAME`.\n{}", runs.join("\n")))
}

/// As many threads as the machine has cores, each of which does nothing as fast as it can, at the priority of everything else.
/// They end when this is dropped.
struct Busy {
    over: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Busy {
    fn start() -> Self {
        let over = Arc::new(AtomicBool::new(false));
        let cores = thread::available_parallelism().map_or(1, usize::from);
        println!("{cores} threads keep the machine busy.");
        let spin = |_| {
            let over = Arc::clone(&over);
            thread::spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    hint::spin_loop();
                }
            })
        };
        let threads = (0..cores).map(spin).collect();
        Self { over, threads }
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            // A thread that does nothing does not panic.
            let _ = thread.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_tests_are_read_from_what_the_tests_print() {
        assert_eq!(failed_test("test many::a_note_is_added ... FAILED"), Some("many::a_note_is_added"));
        assert_eq!(failed_test("test many::a_note_is_added ... ok"), None);
        assert_eq!(failed_test("test result: FAILED. 1 passed; 1 failed"), None);
    }

    #[test]
    fn one_run_that_is_not_green_fails_them_all_and_is_named() {
        let green = Outcome { green: true, failed: Vec::new() };
        let red = Outcome { green: false, failed: vec!["many::one".to_owned(), "tabs::other".to_owned()] };
        assert_eq!(summary(&[]), Ok(()));
        let problem = summary(&[green, red]).unwrap_err();
        assert!(problem.ends_with("\nrun 2: 2 failed: many::one, tabs::other"), "{problem}");
    }

    #[test]
    fn busy_threads_end_when_they_are_dropped() {
        let busy = Busy::start();
        let over = Arc::clone(&busy.over);
        assert!(!busy.threads.is_empty());
        drop(busy);
        assert_eq!(Arc::strong_count(&over), 1, "a thread still runs");
    }
}
