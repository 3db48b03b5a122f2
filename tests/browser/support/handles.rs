//! The handles of the mark in focus, under the mouse and under a finger.

use serde::Deserialize;
use serde_json::json;

use super::Desk;
use super::mouse::{DOWN, Point, to};

/// A handle as it lies on the screen, in CSS pixels.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub struct Handle {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// How wide it is for the pointer.
    pub width: f64,
    /// How high it is for the pointer.
    pub height: f64,
}

impl Desk {
    /// The handle at an end of the mark in focus, once it is where the pointer finds it and stands still: 0 is the start of the
    /// first segment.
    pub async fn settled_handle(&self, edge: usize) -> Handle {
        let is_there = |handle: &Option<Handle>| handle.is_some();
        self.expects_that(&format!("the handle of end {edge}"), async || self.handle_if_any(edge).await, is_there)
            .await;
        let handle = self.settled(&format!("the handle of end {edge}"), async || self.handle_if_any(edge).await).await;
        handle.unwrap_or_else(|| panic!("the handle of end {edge} has gone again"))
    }

    /// Waits until the handle at an end is where it was before.
    pub async fn handle_is(&self, edge: usize, wanted: &Handle) {
        self.expects(&format!("the handle of end {edge}"), Some(*wanted), async || self.handle_if_any(edge).await)
            .await;
    }

    async fn handle_if_any(&self, edge: usize) -> Option<Handle> {
        self.ask(
            "const handle = document.querySelector(`[data-edge='${arguments[0]}']`);
             if (!handle || !visible(handle)) return null;
             const { left, top, width, height } = handle.getBoundingClientRect();
             return document.elementFromPoint(left + width / 2, top + height / 2) === handle
               ? { left, top, width, height } : null",
            &[json!(edge)],
        )
        .await
    }

    /// The points between which the pointer leads the handle of an end to just behind a code point, in the middle of its line.
    async fn way(&self, edge: usize, end: usize) -> (Point, Point) {
        let handle = self.settled_handle(edge).await;
        let begin = Point { x: handle.left + handle.width / 2.0, y: handle.top + handle.height / 2.0 };
        let last: Point = self.ask("return point(arguments[0], 'end')", &[json!(end)]).await;
        (begin, Point { x: last.x.round(), y: last.y.round() })
    }

    /// Drags the handle of an end to behind `end`, and keeps the button down there.
    pub async fn begin_handle_drag(&self, edge: usize, end: usize) {
        let (begin, last) = self.way(edge, end).await;
        let middle = Point { x: (begin.x + last.x) / 2.0, y: (begin.y + last.y) / 2.0 };
        self.gesture([to(begin), DOWN, to(middle), to(last)]).await;
    }

    /// Leads the handle of an end to the middle of a character, as one does who looks at the pointer.
    pub async fn drag_handle_onto(&self, edge: usize, position: usize) {
        let handle = self.settled_handle(edge).await;
        let begin = Point { x: handle.left + handle.width / 2.0, y: handle.top + handle.height / 2.0 };
        let last = self.settled_middle_of(position).await;
        let middle = Point { x: ((begin.x + last.x) / 2.0).round(), y: ((begin.y + last.y) / 2.0).round() };
        self.gesture([to(begin), DOWN, to(middle), to(Point { x: last.x.round(), y: last.y.round() })]).await;
        self.end_drag().await;
    }

    /// Drags a handle with a finger.
    pub async fn drag_handle_by_touch(&self, edge: usize, end: usize) {
        let (begin, last) = self.way(edge, end).await;
        let middle = Point { x: (begin.x + last.x) / 2.0, y: (begin.y + last.y) / 2.0 };
        let touch = async |kind: &str, points: &[Point]| {
            let points: Vec<_> = points.iter().map(|point| json!({ "x": point.x, "y": point.y })).collect();
            self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points })).await;
        };
        touch("touchStart", &[begin]).await;
        touch("touchMove", &[middle]).await;
        touch("touchMove", &[last]).await;
        touch("touchEnd", &[]).await;
    }
}
