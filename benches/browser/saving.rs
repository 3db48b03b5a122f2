//! How long it takes from a key press to the word "Saved", which stands there when the strict tier has confirmed the change,
//! and to the list of another tab.

use crate::figure::Figure;
use crate::support::Desk;
use crate::targets;

/// Takes the time from the next key to the moment when the page says that all is saved, having said before that it is not.
const ARM: &str = "
    window.__saved = null;
    addEventListener('keydown', (event) => {
      let saving = false;
      const observer = new MutationObserver(() => {
        const state = document.documentElement.dataset.saveState;
        saving ||= state !== 'saved';
        if (saving && state === 'saved') {
          observer.disconnect();
          window.__saved = performance.now() - event.timeStamp;
        }
      });
      observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-save-state'] });
    }, { capture: true, once: true });
    return null";

/// Marks words and deletes the marks again; gives the times to "Saved".
pub async fn save_often(desk: &Desk, words: &[(usize, usize)]) -> Vec<Figure> {
    let mut times = Vec::new();
    for &(start, end) in words {
        desk.select(start, end).await;
        for key in ["C", "Delete"] {
            desk.saved().await;
            desk.settle().await;
            desk.run(ARM, &[]).await;
            desk.press(key).await;
            times.push(desk.wait_for("the word Saved", async || desk.now("return window.__saved", &[]).await).await);
        }
    }
    vec![Figure::new("key to “Saved”", times).with(targets::SAVED)]
}

/// Marks words in one tab; gives the times until they stand in the list of another one, which is in the background.
pub async fn show_in_another_tab(desk: &Desk, words: &[(usize, usize)]) -> Vec<Figure> {
    let other = desk.tab().await;
    desk.run(NOTE_CHANGES, &[]).await;
    let first = desk.open_tab().await;
    let mut times = Vec::new();
    for &(start, end) in words {
        desk.to_tab(&first).await;
        desk.select(start, end).await;
        desk.settle().await;
        let arm =
            "addEventListener('keydown', () => { window.__pressed = Date.now(); }, { capture: true, once: true })";
        desk.run(arm, &[]).await;
        desk.press("C").await;
        desk.annotation("claim", start, end).await;
        let pressed: f64 = desk.now("return window.__pressed", &[]).await;
        desk.to_tab(&other).await;
        let seen = "return window.__seen[`${arguments[0]}-${arguments[1]}`] ?? null";
        let seen: f64 = desk
            .wait_for("the mark in the other tab", async || desk.now(seen, &[start.into(), end.into()]).await)
            .await;
        times.push(seen - pressed);
    }
    vec![Figure::new("key to other tab", times).with(targets::OTHER_TAB)]
}

/// Notes when each mark came into the list, in milliseconds of the clock, which two tabs share.
const NOTE_CHANGES: &str = "
    window.__seen = {};
    new MutationObserver(() => {
      for (const { dataset } of annotationItems()) window.__seen[`${dataset.start}-${dataset.end}`] ??= Date.now();
    }).observe(document.body, { subtree: true, childList: true });
    return null";
