//! The figures as they are printed and written down: one row each, beside the same one of another page.

use serde::Serialize;

use crate::figure::{Figure, STOP, Target, Unit};
use crate::support::{Engine, beside_the_project};

/// Where all rows are written.
const FILE: &str = "target/bench/browser.json";

/// All rows so far.
#[derive(Serialize)]
pub struct Report {
    engine: &'static str,
    figures: Vec<Row>,
}

/// One figure.
#[derive(Serialize)]
struct Row {
    case: &'static str,
    figure: String,
    unit: Unit,
    #[serde(flatten)]
    values: Values,
    /// What it is compared with.
    beside: Option<&'static str>,
    /// Its values there.
    plain: Option<Values>,
    ratio: Option<f64>,
    target: Option<Target>,
    /// Whether all that is wanted was reached; nothing where nothing is wanted, or where a part of it could not be looked at.
    met: Option<bool>,
    /// Why the figure could not be taken.
    problem: Option<String>,
}

/// The values of a figure.
#[derive(Serialize)]
struct Values {
    /// How many were taken.
    times: usize,
    median: Option<f64>,
    p95: Option<f64>,
    longest: Option<f64>,
    /// The frames that took longer than [`STOP`].
    over_50_ms: Option<usize>,
}

/// What figures are compared with.
pub struct Beside<'a> {
    /// What it is called.
    pub name: &'static str,
    /// Its figures.
    pub figures: &'a [Figure],
}

impl Values {
    fn of(figure: &Figure) -> Self {
        let [median, p95, longest] = [50, 95, 100].map(|percent| figure.share(percent));
        Self { times: figure.times.len(), median, p95, longest, over_50_ms: figure.stops }
    }
}

impl Row {
    fn new(case: &'static str, ours: &Figure, other: Option<&Beside>) -> Self {
        let plain = other.and_then(|other| other.figures.iter().find(|figure| figure.name == ours.name));
        let percent = ours.target.map_or(50, |target| target.percent);
        let high = ours.share(percent);
        let ratio = high.zip(plain.and_then(|plain| plain.share(percent))).map(|(ours, plain)| ours / plain);
        Self {
            case,
            figure: ours.name.clone(),
            unit: ours.unit,
            values: Values::of(ours),
            beside: plain.and(other).map(|other| other.name),
            plain: plain.map(Values::of),
            ratio,
            target: ours.target,
            met: ours.target.and_then(|target| target.is_met(high, ratio, ours.stops)),
            problem: ours.problem.clone(),
        }
    }

    /// The row as it is printed.
    fn line(&self) -> String {
        let head = format!("{:<12}{:<24}", self.case, self.figure);
        if let Some(problem) = &self.problem {
            return format!("{head}NOT TAKEN: {}", problem.lines().collect::<Vec<_>>().join(" "));
        }
        let number = |value: Option<f64>| value.map(|value| format!("{value:.1}")).unwrap_or_default();
        let count = |value: Option<usize>| value.map(|value| value.to_string()).unwrap_or_default();
        let ours = &self.values;
        let plain = |value: fn(&Values) -> Option<f64>| number(self.plain.as_ref().and_then(value));
        let ratio = self.ratio.map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let words = self.target.map(|target| target.words(self.unit)).unwrap_or_default();
        let said = match self.met {
            Some(true) => "  met: ",
            Some(false) => "  NOT MET: ",
            None => "  ",
        };
        format!(
            "{head}{:>6}{:>10}{:>10}{:>10}{:>6}{:>12}{:>10}{:>6}{ratio:>8}{said}{words}",
            ours.times,
            number(ours.median),
            number(ours.p95),
            number(ours.longest),
            count(ours.over_50_ms),
            plain(|values| values.median),
            plain(|values| values.p95),
            count(self.plain.as_ref().and_then(|values| values.over_50_ms)),
        )
    }
}

impl Target {
    /// Whether it is met. A ratio where there is nothing to compare with is not asked for; nothing where no value was taken.
    fn is_met(self, high: Option<f64>, ratio: Option<f64>, stops: Option<usize>) -> Option<bool> {
        let high = high?;
        let within =
            |value: Option<f64>, most: Option<f64>| most.is_none_or(|most| value.is_none_or(|value| value <= most));
        let steady = self.stops.is_none_or(|most| stops.is_none_or(|stops| stops <= most));
        let is_asked = self.most.is_some() || ratio.is_some() || stops.is_some();
        is_asked.then(|| within(Some(high), self.most) && within(ratio, self.ratio) && steady)
    }

    /// What it asks for.
    fn words(self, unit: Unit) -> String {
        let name = if self.percent == 50 { "median".to_owned() } else { format!("p{}", self.percent) };
        let unit = if unit == Unit::Milliseconds { "ms" } else { "MB" };
        let most = self.most.map(|most| format!("{most} {unit}"));
        let parts: Vec<String> = most.into_iter().chain(self.ratio.map(|ratio| format!("{ratio} x"))).collect();
        let stops = self.stops.map(|stops| format!(", {stops} frames over {STOP} ms")).unwrap_or_default();
        format!("{name} at most {}{stops}", parts.join(" and "))
    }
}

impl Report {
    /// An empty one, and the head of the table.
    pub fn begin() -> Self {
        let engine = match Engine::chosen() {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::WebKit => "webkit",
        };
        println!(
            "{:<12}{:<24}{:>6}{:>10}{:>10}{:>10}{:>6}{:>12}{:>10}{:>6}{:>8}  target",
            "article",
            "from … to painted",
            "times",
            "median",
            "p95",
            "longest",
            "> 50",
            "beside",
            "p95",
            "> 50",
            "ratio"
        );
        Self { engine, figures: Vec::new() }
    }

    /// Prints the figures of a case and writes all that there are, so that a run that is stopped leaves them.
    pub fn add(&mut self, case: &'static str, ours: &[Figure], beside: Option<&Beside>) {
        for figure in ours {
            let row = Row::new(case, figure, beside);
            println!("{}", row.line());
            self.figures.push(row);
        }
        write(FILE, self);
    }

    /// Prints the end: how one action's save grows, what was not met, and where the rows are.
    pub fn finish(&self) {
        if self.figures.is_empty() {
            return println!("In this engine nothing is measured with this article.");
        }
        let saved = |case: &str| {
            let row = self.figures.iter().find(|row| row.case == case && row.figure == "key to “Saved”");
            row.and_then(|row| row.values.median)
        };
        if let Some((few, many)) = saved("1x50").zip(saved("100x5000")) {
            println!("\nOne action's save with 5,000 marks takes {:.2} times as long as with 50.", many / few);
        }
        let count = |wanted: Option<bool>| self.figures.iter().filter(|row| row.met == wanted).count();
        let failed = self.figures.iter().filter(|row| row.problem.is_some()).count();
        println!("\n{} targets met, {} not met; {failed} figures not taken.", count(Some(true)), count(Some(false)));
        println!("All figures are in {FILE}.");
    }
}

/// Writes something beside the project as JSON.
pub fn write(file: &str, what: &impl Serialize) {
    let path = beside_the_project(file);
    let json = serde_json::to_string_pretty(what).expect("figures that JSON has");
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder for figures");
    std::fs::write(path, json).expect("the file of figures");
}
