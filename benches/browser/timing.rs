//! How times are taken: inside the page, from the time stamp of an event to the moment after the frame in which something
//! holds.

use serde_json::json;

use crate::support::Desk;

/// What an outcome is told in: `painted(style, start, end)` tells whether a stretch is painted in the style `bp-…`,
/// `count(style)` how many are. Where a position stands in the document is looked up once.
const PAINT: &str = "
    const known = new Map();
    const placed = (position) => known.get(position) ?? known.set(position, place(position)).get(position);
    const painted = (style, start, end) => {
      const first = placed(start), last = placed(end);
      return [`bp-${style}`, `bp-${style}-nested`].some((name) => [...(CSS.highlights.get(name) ?? [])].some((range) =>
        range.startContainer === first.node && range.startOffset === first.offset
        && range.endContainer === last.node && range.endOffset === last.offset));
    };
    const count = (style) => CSS.highlights.get(`bp-${style}`)?.size ?? 0;";

/// Takes the time from the next event to the frame after which something holds; `EVENT` and `DONE` are put in.
const ARM: &str = "
    const [start, end] = arguments;
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

/// Takes the times of frames no longer, and gives them.
const FRAMES: &str = "cancelAnimationFrame(window.__watching); return window.__frames";

/// Makes the page take the time from the next event of that name.
pub async fn arm(desk: &Desk, event: &str, done: &str, (start, end): (usize, usize)) {
    let script = format!("{PAINT}{}", ARM.replace("EVENT", event).replace("DONE", done));
    desk.run(&script, &[json!(start), json!(end)]).await;
}

/// The time that was taken.
pub async fn took(desk: &Desk, what: &str, (start, end): (usize, usize)) -> f64 {
    let what = format!("the paint after {what} on {start} to {end}");
    desk.wait_for(&what, async || desk.now("return window.__took", &[]).await).await
}

/// Waits until this holds of what is painted.
pub async fn comes(desk: &Desk, what: &str, painted: &str, (start, end): (usize, usize)) {
    let look = format!("{PAINT}\nconst [start, end] = arguments;\nreturn {painted}");
    desk.holds(what, &look, &[json!(start), json!(end)]).await;
}

/// Takes the time of every frame from now on.
pub async fn watch_frames(desk: &Desk) {
    desk.run(WATCH_FRAMES, &[]).await;
}

/// The times of the frames since then.
pub async fn frames(desk: &Desk) -> Vec<f64> {
    desk.now(FRAMES, &[]).await
}
