//! The figures, each taken in the same way on the desk and on the comparison page, which has the desk's hooks and keys.
//!
//! A new figure of keys is one line of [`STEPS`]: the key that is timed, what is painted then, and the keys before and after.
//! Both pages must know the keys.

use serde_json::json;

use crate::case::{Case, Filled, clickable, words};
use crate::many::{annotate_all, filter};
use crate::support::Desk;

/// How often each key is pressed.
const PRESSES: usize = 60;
/// How many marks are clicked.
const CLICKS: usize = 30;
/// How often the page is opened.
const LOADS: usize = 7;
/// Two frames at 60 a second, in milliseconds.
const TWO_FRAMES: f64 = 33.0;
/// How far the article is scrolled, in CSS pixels, and how many of them a second.
pub const SCROLL: (u32, u32) = (9_000, 3_000);

/// The page that is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// The desk.
    Desk,
    /// The page that it is compared with, which has one key for what takes several on the desk.
    Plain,
}

/// The times of one figure.
pub struct Figure {
    /// From what to what.
    pub name: String,
    /// In milliseconds.
    pub times: Vec<f64>,
    /// The share of the times, in percent, that the target is about.
    pub share: usize,
    /// The target for them, in milliseconds; `None` where the case has one of its own.
    pub most: Option<f64>,
    /// Whether each time is one frame of a movement.
    pub of_frames: bool,
}

impl Figure {
    /// A single action, which is to be painted within two frames.
    pub fn action(name: impl Into<String>, times: Vec<f64>) -> Self {
        Self { name: name.into(), times, share: 95, most: Some(TWO_FRAMES), of_frames: false }
    }
}

/// A key that is timed.
pub struct Step {
    /// What it is called.
    pub name: &'static str,
    /// The keys that are pressed before and after, without being timed.
    around: [&'static [&'static str]; 2],
    key: &'static str,
    /// What holds once the outcome is painted: `painted(style, start, end)` tells whether a stretch is painted in the style
    /// `bp-…`, `count(style)` how many are; `start` and `end` are those of the word that the steps are about.
    done: &'static str,
}

/// A step that is one key.
pub const fn step(name: &'static str, key: &'static str, done: &'static str) -> Step {
    Step { name, around: [&[], &[]], key, done }
}

/// What is done to each word, one after the other, while it is selected.
const STEPS: [Step; 6] = [
    step("key C, marked", "C", "painted('claim', start, end)"),
    step("Shift+Q, relabelled", "Shift+Q", "painted('quote', start, end)"),
    step("Delete, deleted", "Delete", "!painted('quote', start, end)"),
    step("Ctrl+Z, undone", "Ctrl+Z", "painted('quote', start, end)"),
    Step {
        name: "B → previewed",
        around: [&["B"], &[]],
        key: "ArrowRight",
        done: "count('preview') > 0 && !painted('preview', start, end)",
    },
    step("Enter, boundary kept", "Enter", "count('preview') === 0 && !painted('quote', start, end)"),
];

/// Notes when the page is ready and painted, in milliseconds since the navigation began.
pub const OPENED: &str = "
    window.__opened = null;
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset.appState !== 'ready') return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { window.__opened = performance.now(); };
        channel.port2.postMessage(0);
      });
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-app-state'] });";

/// Takes the time from the next event to the frame after which something holds; `EVENT` and `DONE` are put in.
const ARM: &str = "
    const [start, end] = arguments;
    const painted = (style, start, end) => {
      const first = place(start), last = place(end);
      return [`bp-${style}`, `bp-${style}-nested`].some((name) => [...(CSS.highlights.get(name) ?? [])].some((range) =>
        range.startContainer === first.node && range.startOffset === first.offset
        && range.endContainer === last.node && range.endOffset === last.offset));
    };
    const count = (style) => CSS.highlights.get(`bp-${style}`)?.size ?? 0;
    const done = () => DONE;
    window.__took = null;
    if (done()) throw new Error(`nothing to wait for from ${start} to ${end}`);
    const listen = (event) => {
      if (['Shift', 'Control'].includes(event.key)) return;
      removeEventListener('EVENT', listen, true);
      const look = () => requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          const now = performance.now();
          if (done()) window.__took = now - event.timeStamp; else look();
        };
        channel.port2.postMessage(0);
      });
      look();
    };
    addEventListener('EVENT', listen, true);
    return null";

/// Takes the time from the moment when the page hears of the release of the button to the one when all who listen, and all
/// that follows from them at once, are done: to find the marks at that place, and to give one of them the focus.
const TIME_HANDLING: &str = "
    window.__handled = null;
    addEventListener('pointerup', () => {
      const began = performance.now();
      addEventListener('pointerup', () => { window.__handled = performance.now() - began; }, { once: true });
    }, { capture: true, once: true });
    return null";

/// Takes the time of every frame from now on.
pub const WATCH_FRAMES: &str = "
    window.__frames = [];
    let before = null;
    const frame = (now) => {
      if (before !== null) window.__frames.push(now - before);
      before = now;
      window.__watching = requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return null";

/// Takes every figure on the page that is open.
pub async fn measure(desk: &Desk, case: &Case, filled: &Filled, page: Page) -> Vec<Figure> {
    let open = open_often(desk).await;
    let open = Figure { name: "navigation".to_owned(), times: open, share: 50, most: None, of_frames: false };
    let [shown, handled] = click(desk, filled).await;
    let click = Figure::action("click, in focus", shown);
    let hit = Figure::action("click → marks found", handled);
    let frames =
        Figure { most: Some(20.0), of_frames: true, ..Figure::action("scroll, each frame", scroll(desk).await) };
    let mut figures = vec![open, click, hit, frames];
    let article = desk.settled_article().await;
    let words = words(&article, &filled.extents, PRESSES);
    for (step, times) in STEPS.iter().zip(press_keys(desk, &words, &STEPS).await) {
        figures.push(Figure::action(step.name, times));
    }
    figures.push(filter(desk, page).await);
    figures.push(annotate_all(desk, &article, case, page).await);
    figures
}

/// Shows the reading view again and again, by the palette; gives the times to its marks. The plain page has none.
pub async fn read(desk: &Desk) -> Vec<f64> {
    let mut times = Vec::new();
    for _ in 0..LOADS {
        desk.press("Ctrl+K").await;
        desk.dialog("Commands").await;
        desk.type_words("read with").await;
        desk.settle().await;
        arm(desk, "keydown", "document.querySelector('mark') !== null", (0, 0)).await;
        desk.press("Enter").await;
        times.push(took(desk, "Enter", (0, 0)).await);
        desk.press("Esc").await;
        desk.screen_is("reader").await;
    }
    times
}

/// Loads the page from the server again and again; gives the times to the first paint of the article with its marks.
async fn open_often(desk: &Desk) -> Vec<f64> {
    desk.devtools("Network.enable", json!({})).await;
    desk.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    let mut times = Vec::new();
    for _ in 0..LOADS {
        desk.reload().await;
        times.push(desk.wait_for("the time of opening", async || desk.now("return window.__opened", &[]).await).await);
    }
    times
}

/// Clicks on marks all over the article; gives the times to the focus painted, and those of the page's own work alone.
async fn click(desk: &Desk, filled: &Filled) -> [Vec<f64>; 2] {
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
    times
}

/// Scrolls the article from its beginning as a wheel does; gives the times of the frames.
async fn scroll(desk: &Desk) -> Vec<f64> {
    desk.select(0, 0).await;
    desk.settle().await;
    desk.run(WATCH_FRAMES, &[]).await;
    let gesture = json!({ "x": 400, "y": 400, "yDistance": -i64::from(SCROLL.0), "speed": SCROLL.1, "gestureSourceType": "mouse" });
    desk.devtools("Input.synthesizeScrollGesture", gesture).await;
    desk.now("cancelAnimationFrame(window.__watching); return window.__frames", &[]).await
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

/// Makes the page take the time from the next event of that name.
pub async fn arm(desk: &Desk, event: &str, done: &str, (start, end): (usize, usize)) {
    let script = ARM.replace("EVENT", event).replace("DONE", done);
    desk.run(&script, &[json!(start), json!(end)]).await;
}

/// The time that was taken.
pub async fn took(desk: &Desk, what: &str, (start, end): (usize, usize)) -> f64 {
    let what = format!("the paint after {what} on {start} to {end}");
    desk.wait_for(&what, async || desk.now("return window.__took", &[]).await).await
}
