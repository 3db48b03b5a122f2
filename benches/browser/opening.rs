//! The page opened again and again, and the reading view in it.

use serde::Deserialize;
use serde_json::json;

use crate::case::Case;
use crate::figure::Figure;
use crate::support::Desk;
use crate::targets;
use crate::timing::{arm, took};

/// How often the page is opened.
const LOADS: usize = 7;

/// Notes when the page says that it is ready, and when a frame with text and marks has been painted, in milliseconds since the
/// navigation began.
pub const OPENED: &str = "
    window.__opened = { ready: null, painted: null };
    new MutationObserver((_, observer) => {
      if (document.documentElement?.dataset.appState !== 'ready') return;
      observer.disconnect();
      window.__opened.ready = performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-app-state'] });
    const look = () => requestAnimationFrame(() => {
      const isMarked = [...CSS.highlights.values()].some((highlight) => highlight.size > 0);
      if (!isMarked || !document.querySelector('article [data-block]')) return look();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { window.__opened.painted = performance.now(); };
      channel.port2.postMessage(0);
    });
    look();";

/// When a page was there.
#[derive(Deserialize)]
struct Opened {
    ready: Option<f64>,
    painted: Option<f64>,
}

/// Loads the page from the server again and again; gives the times until it is ready, and until the first screen is painted
/// with its marks.
pub async fn open_often(desk: &Desk, case: &Case) -> Vec<Figure> {
    desk.devtools("Network.enable", json!({})).await;
    desk.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..LOADS {
        desk.reload().await;
        let opened = desk
            .wait_for("the time of opening", async || {
                let opened: Opened = desk.now("return window.__opened", &[]).await;
                opened.ready.zip(opened.painted)
            })
            .await;
        times[0].push(opened.0);
        times[1].push(opened.1);
    }
    let [ready, painted] = times;
    [("open, ready", ready), ("open, first screen", painted)]
        .map(|(name, times)| Figure::new(name, times).with(targets::open(case)))
        .into()
}

/// Shows the reading view again and again, by the palette; gives the times to its marks. The plain page has none.
pub async fn read(desk: &Desk) -> Vec<Figure> {
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
    vec![Figure::new("read with marks", times)]
}
