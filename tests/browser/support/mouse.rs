//! A real mouse over the article's text.

use fantoccini::actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use serde::Deserialize;
use serde_json::{Value, json};

use super::browser::done;
use super::{Desk, Engine};

/// A point of the window in CSS pixels.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

pub(super) const DOWN: PointerAction = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
pub(super) const UP: PointerAction = PointerAction::Up { button: MOUSE_BUTTON_LEFT };

pub(super) fn to(point: Point) -> PointerAction {
    PointerAction::MoveTo { duration: None, x: point.x, y: point.y }
}

impl Desk {
    /// Drags from one code point to another; the page may snap the ends to words.
    pub async fn drag(&self, start: usize, end: usize) {
        self.begin_drag(start, end).await;
        self.end_drag().await;
    }

    /// Drags with `Alt` held, which takes the ends as they are.
    pub async fn drag_exactly(&self, start: usize, end: usize) {
        self.hold("Alt").await;
        self.drag(start, end).await;
        self.let_go("Alt").await;
    }

    /// Drags, and keeps the button down over the end.
    pub async fn begin_drag(&self, start: usize, end: usize) {
        let open = "const [start, end] = arguments;
             await reveal(start, end);
             return [uncovered(point(start, 'start')), uncovered(point(end, 'end'))]";
        let [first, last] = self.open_points(open, &[json!(start), json!(end)]).await;
        let part =
            |share: f64| Point { x: first.x + (last.x - first.x) * share, y: first.y + (last.y - first.y) * share };
        let path = [to(first), DOWN, to(part(0.25)), to(part(0.5)), to(part(0.75)), to(last)];
        self.gesture(path).await;
    }

    /// Lets the button go.
    pub async fn end_drag(&self) {
        self.mouse([UP]).await;
    }

    /// Clicks at the point of the window that a script finds, once it finds one that stands still.
    pub async fn click_where(&self, what: &str, body: &str, arguments: &[Value]) {
        let look = async || self.now::<Option<Point>>(body, arguments).await;
        self.expects_that(what, look, |point| point.is_some()).await;
        let point = self.settled(what, look).await.unwrap_or_else(|| panic!("{what} has gone again"));
        self.gesture([to(point), DOWN, UP]).await;
    }

    /// Clicks just before a code point.
    pub async fn click_at(&self, position: usize) {
        let point = self.point_at(position).await;
        self.gesture([to(point), DOWN, UP]).await;
    }

    /// Clicks just after a code point with `Shift` held.
    pub async fn shift_click_behind(&self, end: usize) {
        let [point] = self.open_points("return [uncovered(point(arguments[0], 'end'))]", &[json!(end)]).await;
        self.hold("Shift").await;
        self.gesture([to(point), DOWN, UP]).await;
        self.let_go("Shift").await;
    }

    /// Clicks twice on the character at a code point.
    pub async fn double_click_at(&self, position: usize) {
        let point = self.point_at(position).await;
        self.gesture([to(point), DOWN, UP, DOWN, UP]).await;
    }

    /// Clicks the row of an annotation in the list with a key held.
    pub async fn click_row_holding(&self, key: &str, id: &str) {
        let what = format!("the row of {id} to stand still");
        let place = async || {
            self.ask::<Option<Point>>(
                "const row = annotationItems().find((item) => item.dataset.annotationId === arguments[0]);
                 row?.scrollIntoView({ block: 'nearest' });
                 const box = row?.querySelector('button').getBoundingClientRect();
                 return box ? { x: box.left + 30, y: box.top + box.height / 2 } : null",
                &[json!(id)],
            )
            .await
        };
        let point = self.settled(&what, place).await.unwrap_or_else(|| panic!("no row of {id} in the list"));
        self.hold(key).await;
        self.gesture([to(point), DOWN, UP]).await;
        self.let_go(key).await;
    }

    /// Waits until the middle of the character at a code point lies open to the pointer, without scrolling to it.
    pub async fn lies_open(&self, position: usize) {
        let [_] = self.open_points("return [uncovered(point(arguments[0], 'start'))]", &[json!(position)]).await;
    }

    pub(super) async fn point_at(&self, position: usize) -> Point {
        let open = "await reveal(arguments[0], arguments[0] + 1);
             return [uncovered(point(arguments[0], 'start'))]";
        let [point] = self.open_points(open, &[json!(position)]).await;
        point
    }

    /// Waits until all points that a script finds lie open, and gives them: something may lie over them for a moment.
    async fn open_points<const COUNT: usize>(&self, script: &str, arguments: &[Value]) -> [Point; COUNT] {
        self.wait("the text to lie open to the pointer", async || {
            let points: Vec<Result<Point, String>> = self.answer(script, arguments).await;
            let points = points.into_iter().collect::<Result<Vec<_>, _>>()?;
            Ok(points.try_into().unwrap_or_else(|points| panic!("{COUNT} points, not {points:?}")))
        })
        .await
    }

    /// Begins something new with the mouse: two clicks on one place are a double-click only when one gesture means them so.
    /// ChromeDriver counts the clicks of each mouse that it knows, so each gesture has a mouse of its own; WebKit counts those
    /// within three pixels, so every second gesture goes higher.
    pub(super) async fn gesture(&self, path: impl IntoIterator<Item = PointerAction>) {
        self.gestures.set(self.gestures.get() + 1);
        self.mouse(path).await;
    }

    async fn mouse(&self, path: impl IntoIterator<Item = PointerAction>) {
        let mouse = MouseActions::new(format!("mouse {}", self.gestures.get()));
        let higher = if self.engine() == Engine::WebKit { f64::from(self.gestures.get() % 2 * 4) } else { 0.0 };
        let placed = |action| match action {
            PointerAction::MoveTo { duration, x, y } => PointerAction::MoveTo { duration, x, y: y - higher },
            other => other,
        };
        let actions = path.into_iter().map(placed).fold(mouse, InputSource::then);
        done("move the mouse", self.browser.client().perform_actions(actions).await);
    }
}
