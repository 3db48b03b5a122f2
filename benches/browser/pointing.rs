//! Clicks on marks, and the article scrolled.

use serde_json::json;

use crate::case::Filled;
use crate::figure::Figure;
use crate::places::clickable;
use crate::support::Desk;
use crate::targets;
use crate::timing::{arm, frames, took, watch_frames};

/// How many marks are clicked.
const CLICKS: usize = 30;
/// How far the article is scrolled, in CSS pixels, and how many of them a second.
pub const SCROLL: (u32, u32) = (9_000, 3_000);

/// Takes the time from the moment when the page hears of the release of the button to the one when all who listen, and all
/// that follows from them at once, are done: to find the marks at that place, and to give one of them the focus.
const TIME_HANDLING: &str = "
    window.__handled = null;
    addEventListener('pointerup', () => {
      const began = performance.now();
      addEventListener('pointerup', () => { window.__handled = performance.now() - began; }, { once: true });
    }, { capture: true, once: true });
    return null";

/// Clicks on marks all over the article; gives the times to the focus painted, and those of the page's own work alone.
pub async fn click(desk: &Desk, filled: &Filled) -> Vec<Figure> {
    let mut times = [Vec::new(), Vec::new()];
    for mark in clickable(&filled.extents, CLICKS) {
        // The page is scrolled there before it is timed; with a mark in focus, a click would mean the next one at its place.
        desk.select(mark.0, mark.0).await;
        desk.press("Esc").await;
        desk.settle().await;
        arm(desk, "pointerup", "painted('selected', start, end)", mark).await;
        desk.run(TIME_HANDLING, &[]).await;
        desk.click_at(mark.0).await;
        times[0].push(took(desk, "a click", mark).await);
        times[1].push(desk.now("return window.__handled", &[]).await);
    }
    let [shown, handled] = times;
    vec![
        Figure::new("click, in focus", shown).with(targets::ACTION),
        Figure::new("hit test", handled).with(targets::HIT_TEST),
    ]
}

/// Scrolls the article from its beginning as a wheel does; gives the times of the frames.
pub async fn scroll(desk: &Desk) -> Vec<Figure> {
    desk.select(0, 0).await;
    desk.settle().await;
    watch_frames(desk).await;
    let gesture = json!({ "x": 400, "y": 400, "yDistance": -i64::from(SCROLL.0), "speed": SCROLL.1, "gestureSourceType": "mouse" });
    desk.devtools("Input.synthesizeScrollGesture", gesture).await;
    let frames = frames(desk).await;
    vec![Figure::new("scroll, each frame", frames.clone()).with(targets::SCROLL).among(&frames)]
}
