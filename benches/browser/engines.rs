//! The figures that every engine gives: to open, to create, to delete and to scroll, without a page to compare with.

use crate::case::{Case, fill, words};
use crate::figures::{Figure, SCROLL, Step, WATCH_FRAMES, press_keys, step};
use crate::share;
use crate::support::Desk;

/// The cases.
pub const CASES: [Case; 2] = [
    Case { name: "sample, 50 marks", copies: 1, marks: 50 },
    Case { name: "10 x sample, 500 marks", copies: 10, marks: 500 },
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

/// Takes the figures of a case and prints them.
pub async fn measure(desk: &Desk, case: &Case) {
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
    for (name, times) in [("navigation", opened)].into_iter().chain(named).chain([("scroll, each frame", frames)]) {
        row(case, &Figure::action(name, times));
    }
}

/// Prints the head of the table.
pub fn head() {
    println!("{:<27}{:<23}{:>5}{:>10}{:>9}{:>9}", "article", "from … to painted", "times", "median", "p95", "longest");
}

/// Prints one row of the table, in milliseconds.
fn row(case: &Case, figure: &Figure) {
    let [median, high, longest] = [50, 95, 100].map(|percent| share(&figure.times, percent));
    let (name, times) = (&figure.name, figure.times.len());
    println!("{:<27}{name:<23}{times:>5}{median:>10.1}{high:>9.1}{longest:>9.1}", case.name);
}
