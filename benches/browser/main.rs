//! How long the page takes, in a real browser: to open, to scroll, and from a key press or a click to the paint of what it
//! was for. Each figure is taken on the desk and, in the same run, on a plain page with the same article and marks
//! (`benches/plain.js`), which shows what the browser itself needs.
//!
//! All times are taken inside the page: from the time stamp of the event (or the start of the navigation) to the moment after
//! the frame in which the CSS Custom Highlight registry holds what the event was for. Milliseconds shift from machine to
//! machine and with whatever else runs there; the ratio of the two pages does not.
//!
//! A figure that misses its target, or cannot be taken, is said to be so; the rest goes on, and the benchmark does not fail.

mod case;
mod comparing;
mod engines;
mod figure;
mod keys;
mod many;
mod marks;
mod memory;
mod opening;
mod page;
mod places;
mod pointing;
mod report;
mod saving;
mod searching;
mod soak;
mod taking;
mod targets;
mod timing;
mod transfers;

use case::{Case, ONE_PARAGRAPH, PARAGRAPHS, SIZES};
use comparing::{in_browser, of_desk, of_plain_page};
use figure::Figure;
use report::{Beside, Report};
use support::{Desk, Engine};

#[path = "../../tests/browser/support/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use the whole page object, the benchmark a part of it")]
mod support;

fn main() {
    if let Some(rounds) = told("BLUEPENCIL_SOAK_ROUNDS") {
        return soak::run(rounds.parse().expect("a number of rounds"));
    }
    let chosen = told("BLUEPENCIL_CASE");
    let is_chosen = |name: &str| chosen.as_deref().is_none_or(|chosen| chosen == name);
    let mut report = Report::begin();
    for case in engines::CASES.iter().filter(|case| is_chosen(case.name)) {
        let mut figures = Vec::new();
        in_browser(&mut figures, async |desk: &mut Desk, figures| figures.extend(engines::measure(desk, case).await));
        report.add(case.name, &figures, None);
    }
    if Engine::chosen() == Engine::Chromium {
        for case in SIZES.iter().filter(|case| is_chosen(case.name)) {
            compare(&mut report, case);
        }
        if is_chosen(ONE_PARAGRAPH.name) {
            let paragraphs = compare(&mut report, &PARAGRAPHS);
            let mut one = of_desk(&ONE_PARAGRAPH).0;
            for target in one.iter_mut().filter_map(|figure| figure.target.as_mut()) {
                target.ratio = Some(targets::ONE_PARAGRAPH);
            }
            report.add(
                ONE_PARAGRAPH.name,
                &one,
                Some(&Beside { name: "the same in paragraphs", figures: &paragraphs }),
            );
        }
    }
    report.finish();
}

/// Takes and prints the figures of a case beside those of the comparison page; gives the desk's.
fn compare(report: &mut Report, case: &Case) -> Vec<Figure> {
    let (ours, filled) = of_desk(case);
    let plain = filled.map(|filled| of_plain_page(case, &filled)).unwrap_or_default();
    report.add(case.name, &ours, Some(&Beside { name: "the plain page", figures: &plain }));
    let failed = plain.iter().filter(|figure| figure.problem.is_some());
    let failed: Vec<Figure> =
        failed.map(|figure| Figure { name: format!("plain page: {}", figure.name), ..figure.clone() }).collect();
    report.add(case.name, &failed, None);
    ours
}

/// What `cargo xtask bench` tells beside what every browser needs.
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}
