//! Files into the page and out of it.

use crate::case::{Case, Filled, TOTAL};
use crate::figure::Figure;
use crate::page::Page;
use crate::support::Desk;
use crate::targets;
use crate::timing::{arm, frames, took, watch_frames};

/// How often a file is handed out.
const DOWNLOADS: usize = 5;

/// Notes when the next `Ctrl+S` was pressed, in milliseconds since 1970, which the system's files have too.
const NOTE_KEY: &str = "
    window.__pressed = null;
    const listen = (event) => {
      if (event.key.toLowerCase() !== 's') return;
      removeEventListener('keydown', listen, true);
      window.__pressed = Date.now() - (performance.now() - event.timeStamp);
    };
    addEventListener('keydown', listen, true);
    return null";

/// Brings the marks in by a file; gives the time from the chosen file to the moment when the page has all of them.
pub async fn import(desk: &Desk, case: &Case, filled: &Filled, page: Page) -> Vec<Figure> {
    let plain;
    let (name, file) = match page {
        Page::Desk => ("marks.bluepencil.json", &filled.file),
        Page::Plain => {
            plain = filled.plain.to_string();
            ("marks.json", &plain)
        }
    };
    watch_frames(desk).await;
    arm(desk, "change", &format!("{TOTAL} === {}", case.marks), (0, 0)).await;
    desk.choose_files(&[(name, file.as_bytes())]).await;
    let time = took(desk, "the file", (0, 0)).await;
    let frames = frames(desk).await;
    if page == Page::Desk {
        desk.saved().await;
    }
    vec![Figure::new("import, listed", vec![time]).with(targets::import(case)).among(&frames)]
}

/// Takes the article out as a file by its key; gives the times until the file is there.
pub async fn download(desk: &Desk) -> Vec<Figure> {
    let (mut times, mut all) = (Vec::new(), Vec::new());
    for _ in 0..DOWNLOADS {
        desk.settle().await;
        desk.run(NOTE_KEY, &[]).await;
        watch_frames(desk).await;
        desk.press("Ctrl+S").await;
        let (_, there) = desk.downloaded_when().await;
        all.extend(frames(desk).await);
        let pressed: f64 = desk.now("return window.__pressed", &[]).await;
        times.push(there - pressed);
    }
    vec![Figure::new("download", times).with(targets::DOWNLOAD).among(&all)]
}
