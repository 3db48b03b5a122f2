//! One page used for hours: whether anything grows with every round that ends where it has begun.

use serde::Serialize;

use crate::memory::now_program_memory;
use crate::places::words;
use crate::report::write;
use crate::support::{Desk, Settings, with_browser};
use crate::taking::begin;

/// Where all samples are written.
const FILE: &str = "target/bench/soak.json";
/// After how many rounds the page is looked at.
const EVERY: usize = 100;
/// From which round on nothing is to grow: everything has been used by then.
const WARM: usize = 200;
/// How far nodes, listeners and scripts may drift from there on, as a share of what they were.
const FLAT: f64 = 0.05;
/// How much more local storage may hold after all rounds and a reload, as a share of what it held before.
const STORED: f64 = 0.10;

/// What the page holds after some rounds.
#[derive(Clone, Copy, Debug, Serialize)]
struct Sample {
    rounds: usize,
    nodes: f64,
    listeners: f64,
    /// What scripts hold, in bytes.
    heap: f64,
    /// The memory of the program, in bytes.
    program: f64,
    /// Keys and values of local storage, in UTF-16 code units.
    stored: f64,
}

/// All that was seen.
#[derive(Serialize)]
struct Soak {
    samples: Vec<Sample>,
    /// Local storage before the first round, and after the last one and a reload.
    stored_before: f64,
    stored_after_reload: f64,
}

/// Takes so many rounds on an article with two marks.
pub fn run(rounds: usize) {
    with_browser(Settings { watched: false, ..Settings::default() }, async |desk: &Desk| soak(desk, rounds).await);
}

async fn soak(desk: &Desk, rounds: usize) {
    begin(desk).await;
    desk.open("").await;
    let article = desk.settled_article().await;
    let [first, second, word] = words(&article, &[].into(), 3)[..] else { panic!("an article with three words") };
    for (start, end) in [first, second] {
        desk.mark("quote", start, end).await;
    }
    desk.saved().await;
    desk.reload().await;
    let stored_before = stored(desk).await;
    let mut samples: Vec<Sample> = Vec::new();
    println!(
        "{:>7}{:>9}{:>11}{:>13}{:>13}{:>13}",
        "rounds", "nodes", "listeners", "heap, kB", "Wasm, kB", "stored, kB"
    );
    for number in 1..=rounds {
        round(desk, word).await;
        if number % EVERY == 0 || number == rounds {
            let sample = look(desk, number).await;
            println!("{}", sample.line());
            samples.push(sample);
        }
    }
    desk.reload().await;
    let soak = Soak { samples, stored_before, stored_after_reload: stored(desk).await };
    soak.print();
    write(FILE, &soak);
    println!("All samples are in {FILE}.");
}

/// Marks a word, and leaves everything but what can be undone as it was.
async fn round(desk: &Desk, (start, end): (usize, usize)) {
    let marked = format!(
        "return annotationItems().some(({{ dataset }}) => dataset.start === '{start}' && dataset.end === '{end}')"
    );
    let is_marked = async |wanted: bool, after: &str| {
        desk.gives(&format!("the word to be marked or not, after {after}"), wanted, &marked, &[]).await;
    };
    desk.select(start, end).await;
    desk.press("C").await;
    is_marked(true, "C").await;
    for (key, is_there) in [("F", true), ("Delete", false), ("Ctrl+Z", true), ("Ctrl+Y", false)] {
        desk.press(key).await;
        is_marked(is_there, key).await;
    }
    desk.press("Ctrl+K").await;
    desk.dialog("Commands").await;
    desk.close_dialog().await;
    desk.click_what_says("Library").await;
    desk.screen_is("library").await;
    desk.run("history.back()", &[]).await;
    desk.screen_is("reader").await;
}

/// Looks at what the page holds once everything is saved and swept.
async fn look(desk: &Desk, rounds: usize) -> Sample {
    let stored = stored(desk).await;
    desk.settle().await;
    let held = desk.now_held().await;
    let program = now_program_memory(desk).await.expect("a program in the page");
    Sample { rounds, nodes: held.nodes, listeners: held.listeners, heap: held.heap, program, stored }
}

/// The size of local storage.
async fn stored(desk: &Desk) -> f64 {
    let sizes = desk
        .settled_storage()
        .await
        .into_iter()
        .map(|(key, value)| key.encode_utf16().count() + value.encode_utf16().count());
    sizes.sum::<usize>() as f64
}

impl Sample {
    /// The row as it is printed.
    fn line(&self) -> String {
        let [heap, program, stored] = [self.heap, self.program, self.stored].map(|bytes| bytes / 1e3);
        format!("{:>7}{:>9}{:>11}{heap:>13.1}{program:>13.1}{stored:>13.1}", self.rounds, self.nodes, self.listeners)
    }
}

impl Soak {
    /// Prints how far everything has gone since it was warm.
    fn print(&self) {
        let warm = self.samples.iter().find(|sample| sample.rounds >= WARM).or(self.samples.first());
        let Some((warm, last)) = warm.zip(self.samples.last()) else { return };
        println!("\nFrom round {} to round {}:", warm.rounds, last.rounds);
        let drift = |value: fn(&Sample) -> f64| value(last) / value(warm) - 1.0;
        for (name, drift) in [
            ("nodes", drift(|sample| sample.nodes)),
            ("listeners", drift(|sample| sample.listeners)),
            ("heap", drift(|sample| sample.heap)),
        ] {
            say(name, drift, FLAT);
        }
        let rounds = (last.rounds - warm.rounds).max(1) as f64;
        let each = (last.program - warm.program) / rounds;
        println!("  {:<36}{:>+9.1} bytes a round; target: the undo list alone", "WebAssembly memory", each);
        say("local storage, after a reload", self.stored_after_reload / self.stored_before - 1.0, STORED);
    }
}

/// Prints a drift beside what it may be.
fn say(name: &str, drift: f64, most: f64) {
    let met = if drift <= most { "met" } else { "NOT MET" };
    println!("  {name:<36}{:>+9.1} %; {met}: at most {} %", drift * 100.0, most * 100.0);
}
