//! A row of named steps with their times; it stops at the first one that fails.

use std::time::{Duration, Instant};

/// The steps done so far.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Does one step under its name; when it fails, the summary is printed and the problem is handed on.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
        println!("\n=== {name}");
        let start = Instant::now();
        let result = work();
        if result.is_err() {
            self.print();
            println!("  FAILED  {:>7.1} s  {name}", start.elapsed().as_secs_f64());
        } else {
            self.done.push((name.to_owned(), start.elapsed()));
        }
        result
    }

    /// Prints the end of a run in which every step went well.
    pub fn finish(&self) {
        self.print();
        let total: Duration = self.done.iter().map(|(_, time)| *time).sum();
        println!("  all     {:>7.1} s", total.as_secs_f64());
    }

    /// Prints one line for each step done.
    fn print(&self) {
        println!("\n=== Summary");
        for (name, time) in &self.done {
            println!("  ok      {:>7.1} s  {name}", time.as_secs_f64());
        }
    }
}
