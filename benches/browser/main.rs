//! How long the page takes, in a real browser: to open, to scroll, and from a key press or a click to the paint of what it
//! was for. Each figure is taken on the desk and, in the same run, on a plain page with the same article and marks
//! (`benches/plain.js`), which shows what the browser itself needs.
//!
//! All times are taken inside the page: from the time stamp of the event (or the start of the navigation) to the moment after
//! the frame in which the CSS Custom Highlight registry holds what the event was for. Milliseconds shift from machine to
//! machine and with whatever else runs there; the ratio of the two pages does not.

mod case;
mod engines;
mod figures;
mod many;
mod saving;

use case::{Case, fill};
use figures::{Figure, OPENED, Page, measure, read};
use support::{Desk, Engine, Settings, with_browser};

#[path = "../../tests/browser/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use the whole page object, the benchmark a part of it")]
mod support;

/// The cases, each with its targets for opening: the median in milliseconds, and the ratio to the plain page.
const CASES: [(Case, f64, f64); 2] = [
    (Case { name: "sample, 50 marks", copies: 1, marks: 50 }, 350.0, 1.4),
    (Case { name: "100 x sample, 5,000 marks", copies: 100, marks: 5_000 }, 400.0, 1.8),
];
/// The article on which "Saved" is to appear in time.
const SAVED: Case = Case { name: "sample, 200 marks", copies: 1, marks: 200 };
/// The target for the ratio of every other figure.
const RATIO: f64 = 1.5;
/// A frame that is seen as a stop, in milliseconds.
const STOP: f64 = 50.0;

fn main() {
    measure_alike();
    if Engine::chosen() == Engine::Chromium {
        println!();
        compare_all();
    }
}

/// Takes the figures that every engine gives.
fn measure_alike() {
    engines::head();
    for case in engines::CASES {
        with_browser(Settings { watched: false, ..Settings::default() }, async |desk: &Desk| {
            engines::measure(desk, &case).await;
        });
    }
}

/// Takes every figure, each beside the same one of the plain page.
fn compare_all() {
    println!(
        "{:<27}{:<23}{:>5}{:>10}{:>9}{:>9}{:>13}{:>9}{:>8}   target",
        "article", "from … to painted", "times", "median", "p95", "longest", "plain median", "p95", "ratio"
    );
    for (case, open, ratio) in CASES {
        with_browser(Settings { watched: false, ..Settings::default() }, async |desk: &Desk| {
            compare(desk, &case, open, ratio).await
        });
    }
    println!();
    let [few, many] = CASES.map(|(case, ..)| case);
    let medians = [SAVED, few, many].map(|case| {
        let mut times = Vec::new();
        with_browser(Settings { watched: false, ..Settings::default() }, async |desk: &Desk| {
            desk.open("").await;
            let filled = fill(desk, &case).await;
            times = saving::save_often(desk, &filled).await;
            if case.marks == SAVED.marks {
                let shown = saving::show_in_another_tab(desk, &filled).await;
                saving::row(&case, "key → list of other tab", saving::SHOWN, &shown);
            }
        });
        saving::row(&case, "key → “Saved”", saving::SAVED, &times);
        share(&times, 50)
    });
    println!("One action's save with 5,000 marks takes {:.2} times as long as with 50.", medians[2] / medians[1]);
}

/// Takes every figure on both pages and prints the two beside each other.
async fn compare(desk: &Desk, case: &Case, open: f64, open_ratio: f64) {
    desk.before_every_page(OPENED).await;
    desk.open("").await;
    let filled = fill(desk, case).await;
    let ours = measure(desk, case, &filled, Page::Desk).await;
    let reading = read(desk).await;
    let file = std::path::Path::new(&environment("BLUEPENCIL_PLAIN_FOLDER")).join("case.json");
    std::fs::write(file, filled.plain.to_string()).expect("the article for the plain page");
    desk.open(&environment("BLUEPENCIL_PLAIN_ADDRESS")).await;
    let plain = measure(desk, case, &filled, Page::Plain).await;
    for (one, other) in ours.iter().zip(&plain) {
        let (most, ratio) = one.most.map_or((open, open_ratio), |most| (most, RATIO));
        row(case, one, other, most, ratio);
    }
    let (median, high, longest) = (share(&reading, 50), share(&reading, 95), share(&reading, 100));
    println!("{:<27}{:<23}{:>5}{median:>10.1}{high:>9.1}{longest:>9.1}", case.name, "read with marks", reading.len());
}

/// Prints one row of the table, in milliseconds.
fn row(case: &Case, ours: &Figure, plain: &Figure, most: f64, most_ratio: f64) {
    let ratio = share(&ours.times, ours.share) / share(&plain.times, plain.share);
    let figures = [share(&ours.times, 50), share(&ours.times, 95), share(&ours.times, 100)];
    let [median, high, longest] = figures;
    let (plain_median, plain_high) = (share(&plain.times, 50), share(&plain.times, 95));
    let what = if ours.share == 50 { "median" } else { "p95" };
    let stops = |figure: &Figure| figure.times.iter().filter(|time| **time > STOP).count();
    let stopped = if ours.of_frames {
        format!("; over {STOP} ms: {} (plain {})", stops(ours), stops(plain))
    } else {
        String::new()
    };
    println!(
        "{:<27}{:<23}{:>5}{median:>10.1}{high:>9.1}{longest:>9.1}{plain_median:>13.1}{plain_high:>9.1}{ratio:>8.2}   \
         {what} at most {most} ms and {most_ratio} x{stopped}",
        case.name,
        ours.name,
        ours.times.len()
    );
}

/// The smallest time that at least this share of all times, in percent, does not exceed.
fn share(times: &[f64], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times[(times.len() * percent).div_ceil(100) - 1]
}

/// What `cargo xtask bench` tells about the world.
fn environment(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run cargo xtask bench"))
}
