//! The figures that every engine gives: to open, to create, to delete and to scroll, without a page to compare with.

use crate::case::{Case, Layout, fill};
use crate::figure::Figure;
use crate::keys::{Step, press_keys, step};
use crate::places::words;
use crate::pointing::SCROLL;
use crate::support::Desk;
use crate::timing::WATCH_FRAMES;

/// The cases.
pub const CASES: [Case; 2] = [
    Case { name: "1x50", layout: Layout::Copies(1), marks: 50 },
    Case { name: "10x500", layout: Layout::Copies(10), marks: 500 },
];
/// How often the page is opened.
const LOADS: usize = 7;
/// How many words are marked and unmarked again.
const WORDS: usize = 60;
/// What is done to each word.
const STEPS: [Step; 2] = [
    step("key C, marked", "C", "painted('claim', start, end)"),
    step("Delete, deleted", "Delete", "!painted('claim', start, end)"),
];

/// Waits until the article is painted with its marks; gives the time since the navigation to the page began. Run as soon as
/// the driver has the page, since not every driver can run a script before the page's own.
const OPENED: &str = "
    return await new Promise((resolve) => {
      const look = () => requestAnimationFrame(() => {
        if (document.documentElement.dataset.appState !== 'ready') return look();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
      look();
    });";

/// Scrolls what the article stands in, a little more with every frame; tells when it is over.
const SCROLL_ON: &str = "
    let pane = article();
    while (!(pane.scrollHeight > pane.clientHeight && /auto|scroll/.test(getComputedStyle(pane).overflowY))) pane = pane.parentElement;
    const [far, speed] = arguments;
    await new Promise((resolve) => {
      let began = null;
      const frame = (now) => {
        began ??= now;
        const where = Math.min(far, (now - began) / 1000 * speed);
        pane.scrollTo({ top: where, behavior: 'instant' });
        if (where < far && pane.scrollTop + pane.clientHeight < pane.scrollHeight - 1) requestAnimationFrame(frame); else resolve();
      };
      requestAnimationFrame(frame);
    });
    cancelAnimationFrame(window.__watching);
    return window.__frames";

/// Takes the figures of a case.
pub async fn measure(desk: &Desk, case: &Case) -> Vec<Figure> {
    desk.open("").await;
    let filled = fill(desk, case).await;
    let article = desk.settled_article().await;
    let words = words(&article, &filled.extents, WORDS);
    let keys = press_keys(desk, &words, &STEPS).await;
    desk.select(0, 0).await;
    desk.settle().await;
    desk.run(WATCH_FRAMES, &[]).await;
    let frames: Vec<f64> = desk.answer(SCROLL_ON, &[SCROLL.0.into(), SCROLL.1.into()]).await;
    desk.saved().await;
    let address = format!("{}#/article/{}", desk.origin(), article.id);
    let mut opened = Vec::new();
    for _ in 0..LOADS {
        desk.run("location.assign(new URL('worker-switch.txt', location).href)", &[]).await;
        desk.holds("a document without the page", "return document.contentType === 'text/plain'", &[]).await;
        desk.go(&address).await;
        opened.push(desk.answer(OPENED, &[]).await);
    }
    let named = STEPS.iter().zip(keys).map(|(step, times)| (step.name, times));
    let all = [("navigation", opened)].into_iter().chain(named).chain([("scroll, each frame", frames)]);
    all.map(|(name, times)| Figure::new(format!("{name}, alike"), times)).collect()
}
