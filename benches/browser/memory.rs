//! What an open article takes of the machine's memory, in a browser that has just been started.

use crate::figure::{Figure, Unit};
use crate::support::Desk;
use crate::targets;

/// Keeps the page's WebAssembly memory where a script finds it, which the page itself does not.
pub const KEEP_MEMORY: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
      const original = WebAssembly[name].bind(WebAssembly);
      WebAssembly[name] = async (...all) => {
        const made = await original(...all);
        window.__memory = (made.instance ?? made).exports.memory;
        return made;
      };
    }";

/// The bytes of that memory; none where the page has no such program.
pub async fn now_program_memory(desk: &Desk) -> Option<f64> {
    desk.now("return window.__memory?.buffer.byteLength ?? null", &[]).await
}

/// Looks at the memory of the page that is open.
pub async fn measure(desk: &Desk) -> Vec<Figure> {
    desk.settle().await;
    let held = desk.now_held().await;
    let megabytes = |name: &str, bytes: f64| Figure { unit: Unit::Megabytes, ..Figure::new(name, vec![bytes / 1e6]) };
    let mut figures = vec![megabytes("memory, process", desk.now_process_memory()).with(targets::MEMORY)];
    figures.push(megabytes("memory, scripts", held.heap));
    figures.extend(now_program_memory(desk).await.map(|bytes| megabytes("memory, WebAssembly", bytes)));
    figures
}
