//! What an action asks of the browser in a frame: where things stand is asked before anything is moved, since an answer after
//! that is a layout of the page.

use crate::support::{Desk, with_desk};
use crate::texts::{BRIDGE, BRIDGE_MARKS};

/// Notes for each frame how often the page asks where something stands after it has changed something: each such question has the
/// browser lay out the page.
const NOTE_LAYOUTS: &str = "
    window.__layouts = [];
    let changed = false, here = 0;
    const around = (prototype, name, before) => {
      const real = prototype[name];
      prototype[name] = function (...given) { before(); return real.apply(this, given); };
    };
    const change = () => { changed = true; };
    const ask = () => { if (changed) here += 1; changed = false; };
    for (const name of ['setAttribute', 'toggleAttribute', 'removeAttribute', 'remove']) around(Element.prototype, name, change);
    for (const name of ['insertBefore', 'appendChild']) around(Node.prototype, name, change);
    around(CSSStyleDeclaration.prototype, 'setProperty', change);
    around(Element.prototype, 'getBoundingClientRect', ask);
    for (const name of ['getBoundingClientRect', 'getClientRects']) around(Range.prototype, name, ask);
    const channel = new MessageChannel();
    const nextFrame = () => requestAnimationFrame(() => channel.port2.postMessage(0));
    channel.port1.onmessage = () => {
      window.__layouts.push(here);
      [changed, here] = [false, 0];
      nextFrame();
    };
    nextFrame();";

/// The most layouts that were asked for in one frame so far, and how many frames there were.
async fn most_so_far(desk: &Desk) -> (usize, usize) {
    desk.now("return [Math.max(0, ...window.__layouts), window.__layouts.length]", &[]).await
}

#[test]
fn an_action_asks_for_one_layout_a_frame() {
    with_desk(async |desk| {
        let article = desk.open_marked(BRIDGE, &BRIDGE_MARKS).await;
        let (start, end) = article.find("two years");
        desk.saved().await;
        desk.run(NOTE_LAYOUTS, &[]).await;
        desk.select(start, end).await;
        for key in ["C", "Shift+Q", "Delete", "Ctrl+Z", "B", "ArrowRight", "Enter", "Ctrl+Z"] {
            desk.saved().await;
            desk.settle().await;
            desk.run("window.__layouts = []", &[]).await;
            desk.press(key).await;
            desk.saved().await;
            desk.settle().await;
            let (most, frames) = most_so_far(desk).await;
            assert!(frames > 0, "no frame after {key}");
            assert!(most <= 1, "{key} has the page laid out {most} times in a frame");
        }
    });
}
