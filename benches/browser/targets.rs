//! What the figures are to be, by case. A ratio is to the comparison page, unless it is said otherwise.

use crate::case::{Case, Layout};
use crate::figure::Target;

/// A single action is painted within two frames, at every size and density.
pub const ACTION: Target = Target { percent: 95, most: Some(33.0), ratio: Some(1.5), stops: None };
/// What the page itself does at a click, until the marks there are found and one of them has the focus. Both pages take so
/// little that a ratio says nothing; the library's part, at most 0.1 ms, is measured in `benches/core.rs`.
pub const HIT_TEST: Target = Target { ratio: None, ..ACTION };
/// With a processor that is four times as slow.
pub const THROTTLED: Target = Target { most: Some(66.0), ..ACTION };
/// The time of each frame while the article moves.
pub const SCROLL: Target = Target { percent: 95, most: Some(20.0), ratio: Some(1.5), stops: Some(0) };
/// From `Ctrl+S` until the file is there.
pub const DOWNLOAD: Target = Target { percent: 50, most: Some(300.0), ratio: None, stops: Some(0) };
/// The memory of the page's process.
pub const MEMORY: Target = Target { percent: 50, most: None, ratio: Some(2.5), stops: None };
/// From the key to the word “Saved”.
pub const SAVED: Target = Target { percent: 99, most: Some(250.0), ratio: None, stops: None };
/// From the key to the list of another tab.
pub const OTHER_TAB: Target = Target { percent: 99, most: Some(1_000.0), ratio: None, stops: None };
/// The most that a figure of one long paragraph may be, as a multiple of the same text in paragraphs.
pub const ONE_PARAGRAPH: f64 = 2.0;

/// From the navigation until the page is ready or painted.
pub fn open(case: &Case) -> Target {
    let (most, ratio) = match case.layout {
        Layout::Copies(1) if case.marks <= 50 => (350.0, 1.4),
        Layout::Copies(copies) if copies > 100 => (1_200.0, 1.6),
        _ => (400.0, 1.8),
    };
    Target { percent: 50, most: Some(most), ratio: Some(ratio), stops: None }
}

/// From a chosen file until its marks are listed: three seconds for each ten thousand marks that are begun.
pub fn import(case: &Case) -> Target {
    Target { percent: 50, most: Some(3_000.0 * case.marks.div_ceil(10_000) as f64), ratio: None, stops: Some(0) }
}
