//! What a figure is: values, and what they are to be.

use serde::Serialize;

/// A frame that is seen as a stop is longer, in milliseconds.
pub const STOP: f64 = 50.0;

/// What values are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Unit {
    /// Milliseconds.
    #[serde(rename = "ms")]
    Milliseconds,
    /// Millions of bytes.
    #[serde(rename = "MB")]
    Megabytes,
}

/// What a figure is to be.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Target {
    /// The value that must not be greater is the one that so many in a hundred do not exceed: 50 is the median.
    pub percent: usize,
    /// The most that it may be.
    pub most: Option<f64>,
    /// The same as a multiple of what it is compared with.
    pub ratio: Option<f64>,
    /// How many frames may be longer than [`STOP`].
    pub stops: Option<usize>,
}

/// One figure of a page.
#[derive(Clone, Debug)]
pub struct Figure {
    /// From what to what.
    pub name: String,
    /// What the values are counted in.
    pub unit: Unit,
    /// Each value that was taken.
    pub times: Vec<f64>,
    /// How many frames were longer than [`STOP`] meanwhile, where that was looked at.
    pub stops: Option<usize>,
    /// What is wanted; nothing where there is no target.
    pub target: Option<Target>,
    /// Why it could not be taken.
    pub problem: Option<String>,
}

impl Figure {
    /// Times, without a target.
    pub fn new(name: impl Into<String>, times: Vec<f64>) -> Self {
        let (stops, target, problem) = (None, None, None);
        Self { name: name.into(), unit: Unit::Milliseconds, times, stops, target, problem }
    }

    /// A figure that could not be taken.
    pub fn failed(name: impl Into<String>, problem: String) -> Self {
        Self { problem: Some(problem), ..Self::new(name, Vec::new()) }
    }

    /// The same with a target.
    pub fn with(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }

    /// The same with the number of long ones among these frames.
    pub fn among(self, frames: &[f64]) -> Self {
        Self { stops: Some(frames.iter().filter(|frame| **frame > STOP).count()), ..self }
    }

    /// The value that so many in a hundred do not exceed; nothing where none was taken.
    pub fn share(&self, percent: usize) -> Option<f64> {
        (!self.times.is_empty()).then(|| share(&self.times, percent))
    }
}

/// The smallest of some values that at least this share of all, in percent, does not exceed.
fn share(times: &[f64], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times[(times.len() * percent).div_ceil(100) - 1]
}
