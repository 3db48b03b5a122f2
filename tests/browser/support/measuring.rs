//! What only the benchmark asks for: long patience, a browser started anew, and what the page and its process take of the
//! machine, told by Chromium and by the system.

use std::fs;
use std::time::Duration;

use fantoccini::wd::TimeoutConfiguration;
use serde::Deserialize;
use serde_json::json;

use super::Desk;
use super::browser::done;
use super::killing::processes;

/// What the page holds once everything that nobody needs is swept away.
#[derive(Clone, Copy, Debug)]
pub struct Held {
    /// Nodes of its documents, also those that only a script still knows.
    pub nodes: f64,
    /// Listeners for events.
    pub listeners: f64,
    /// What its scripts hold, in bytes.
    pub heap: f64,
}

/// A metric that the browser gives of a page.
#[derive(Deserialize)]
struct Metric {
    name: String,
    value: f64,
}

impl Desk {
    /// Has everything wait so long from now on, and lets a script and the loading of a page take as long: for work that keeps the
    /// page busy for more than a moment.
    pub async fn wait_up_to(&self, limit: Duration) {
        self.patience.set(limit);
        let limits = TimeoutConfiguration::new(Some(limit), Some(limit), Some(Duration::ZERO));
        done("be patient", self.browser.client().update_timeouts(limits).await);
    }

    /// Ends the browser as its user does, to start it again with [`Desk::start_again`].
    pub async fn quit(&self) {
        self.browser.close().await;
    }

    /// Sweeps away what nobody needs, and looks at what is left.
    pub async fn now_held(&self) -> Held {
        self.devtools("Performance.enable", json!({})).await;
        self.devtools("HeapProfiler.collectGarbage", json!({})).await;
        let answer = self.devtools("Performance.getMetrics", json!({})).await;
        let metrics: Vec<Metric> = serde_json::from_value(answer["metrics"].clone()).expect("metrics of the page");
        let value = |name: &str| {
            let metric = metrics.iter().find(|metric| metric.name == name);
            metric.unwrap_or_else(|| panic!("the browser tells no {name}")).value
        };
        Held { nodes: value("Nodes"), listeners: value("JSEventListeners"), heap: value("JSHeapUsedSize") }
    }

    /// The memory of the page's process in bytes, with its share of what it has in common with other processes. The browser
    /// must not have shown another page before, for it has a process for each and keeps them for a while: this is the largest.
    pub fn now_process_memory(&self) -> f64 {
        let pages = processes(&self.scratch.profile()).into_iter().filter_map(memory_of_page);
        pages.max_by(f64::total_cmp).expect("a process with a page")
    }
}

/// The memory of a process that draws a page, in bytes; nothing for any other process.
fn memory_of_page(process: u32) -> Option<f64> {
    let command = fs::read(format!("/proc/{process}/cmdline")).ok()?;
    let draws = String::from_utf8_lossy(&command).contains("--type=renderer");
    let sums = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok().filter(|_| draws)?;
    let share = sums.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kilobytes: f64 = share.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024.0)
}
