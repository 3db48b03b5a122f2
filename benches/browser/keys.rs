//! Keys that are timed while a word is selected.
//!
//! A new figure of keys is one line of [`CHANGES`]: the key that is timed, what is painted then, and the keys before and after.
//! Both pages must know the keys.

use serde_json::json;

use crate::figure::{Figure, Target};
use crate::support::Desk;
use crate::targets;
use crate::timing::{arm, took};

/// A key that is timed.
pub struct Step {
    /// What it is called.
    pub name: &'static str,
    /// The keys that are pressed before and after, without being timed.
    around: [&'static [&'static str]; 2],
    key: &'static str,
    /// What holds once the outcome is painted, told by `painted(style, start, end)` and `count(style)`; `start` and `end` are
    /// those of the word that the steps are about.
    done: &'static str,
}

/// A step that is one key.
pub const fn step(name: &'static str, key: &'static str, done: &'static str) -> Step {
    Step { name, around: [&[], &[]], key, done }
}

/// What is done to each word, one after the other, while it is selected.
const CHANGES: [Step; 4] = [
    step("create", "C", "painted('claim', start, end)"),
    step("relabel", "Shift+Q", "painted('quote', start, end)"),
    step("delete", "Delete", "!painted('quote', start, end)"),
    step("undo", "Ctrl+Z", "painted('quote', start, end)"),
];
/// The same for words whose boundaries are moved.
const BOUNDARIES: [Step; 2] = [
    Step {
        name: "boundary, shown",
        around: [&["Q", "B"], &[]],
        key: "ArrowRight",
        done: "count('preview') > 0 && !painted('preview', start, end)",
    },
    step("boundary, kept", "Enter", "count('preview') === 0 && !painted('quote', start, end)"),
];
/// The same with a processor that is slow.
const CREATION: [Step; 1] = [Step {
    name: "create, slow processor",
    around: [&[], &["Delete"]],
    key: "C",
    done: "painted('claim', start, end)",
}];
/// How many times as slow it is.
const SLOWNESS: u32 = 4;

/// Changes marks on words.
pub async fn change(desk: &Desk, words: &[(usize, usize)]) -> Vec<Figure> {
    figures(desk, words, &CHANGES, targets::ACTION).await
}

/// Moves the boundaries of marks on words.
pub async fn move_boundaries(desk: &Desk, words: &[(usize, usize)]) -> Vec<Figure> {
    figures(desk, words, &BOUNDARIES, targets::ACTION).await
}

/// Marks words with a slow processor.
pub async fn create_slowly(desk: &Desk, words: &[(usize, usize)]) -> Vec<Figure> {
    desk.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWNESS })).await;
    figures(desk, words, &CREATION, targets::THROTTLED).await
}

/// Has the processor as fast as it is again; there is no figure of it.
pub async fn be_quick(desk: &Desk) -> Vec<Figure> {
    desk.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await;
    Vec::new()
}

async fn figures(desk: &Desk, words: &[(usize, usize)], steps: &[Step], target: Target) -> Vec<Figure> {
    let times = press_keys(desk, words, steps).await;
    steps.iter().zip(times).map(|(step, times)| Figure::new(step.name, times).with(target)).collect()
}

/// Takes steps on each word; gives the times of each step.
pub async fn press_keys(desk: &Desk, words: &[(usize, usize)], steps: &[Step]) -> Vec<Vec<f64>> {
    let mut times = vec![Vec::new(); steps.len()];
    for &word in words {
        desk.select(word.0, word.1).await;
        for (step, taken) in steps.iter().zip(&mut times) {
            let [before, after] = step.around;
            for key in before {
                desk.press(key).await;
            }
            desk.settle().await;
            arm(desk, "keydown", step.done, word).await;
            desk.press(step.key).await;
            taken.push(took(desk, step.key, word).await);
            for key in after {
                desk.press(key).await;
            }
        }
    }
    times
}
