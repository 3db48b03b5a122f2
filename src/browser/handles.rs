//! The handles at the ends of the mark in focus. They stand over the article, and the pointer takes hold of them.

use bluepencil::document::Document;
use bluepencil::text::{Edge, Utf8, is_right_to_left};
use leptos::ev::PointerEvent;
use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::article::Sheet;
use super::dom;
use super::floating::{Area, in_pane, set};

/// The side of the square in which the pointer finds a handle, in CSS pixels.
const SIZE: i32 = 24;
/// How far that square stays away from the middle of the line, where words are clicked.
const CLEARANCE: i32 = 3;

/// The side of its letter on which an end stands in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// Where an end stands: on the border of the letter that is just inside of it, so that an end at the begin or the end of a
/// line stands on the line of its words.
fn place_of(sheet: &Sheet, shown: &Document, position: Utf8, edge: Edge) -> Option<(Area, Side)> {
    let text = &shown.article().text;
    let (start, end) = match edge {
        Edge::Start => (position, text.grapheme_boundary_after(Utf8(position.0 + 1))),
        Edge::End => (text.grapheme_boundary_before(Utf8(position.0.saturating_sub(1))), position),
    };
    let letter = sheet.range(shown, start, end)?.get_client_rects()?.item(0).filter(|letter| letter.height() > 0.0)?;
    let words = text.between(start, end);
    let block = shown.article().block_at(start).and_then(|number| shown.article().blocks.get(number))?;
    let leftward =
        is_right_to_left(if words.contains(char::is_alphabetic) { words } else { shown.article().block_text(block) });
    let side = if (edge == Edge::Start) == leftward { Side::Right } else { Side::Left };
    let left = if side == Side::Left { letter.left() } else { letter.right() };
    Some((Area { left, top: letter.top(), bottom: letter.bottom() }, side))
}

/// The box of a caret that stands at an end.
pub fn edge_box(sheet: &Sheet, shown: &Document, position: Utf8, edge: Edge) -> Option<Area> {
    place_of(sheet, shown, position, edge).map(|(area, _)| area)
}

/// Finds out where these ends are; what is given back shows a handle at each of them, and tells the style sheet which is being
/// moved.
pub fn place(
    holder: HtmlElement,
    sheet: &Sheet,
    shown: &Document,
    ends: &[(Utf8, Edge)],
    active: Option<usize>,
) -> impl FnOnce() + use<> {
    let lengths_of = |(position, edge): &(Utf8, Edge)| {
        let place = place_of(sheet, shown, *position, *edge);
        (*edge, place.map(|(area, side)| lengths(sheet, area, side, *edge)))
    };
    let places: Vec<_> = ends.iter().map(lengths_of).collect();
    move || {
        while let Some(handle) = holder.children().item(places.len() as u32) {
            handle.remove();
        }
        for (number, (edge, lengths)) in places.into_iter().enumerate() {
            let Some(handle) = nth(&holder, number) else { return };
            let _ = handle.set_attribute("data-side", if edge == Edge::Start { "start" } else { "end" });
            let _ = handle.toggle_attribute_with_force("data-active", active == Some(number));
            handle.set_hidden(lengths.is_none());
            lengths.into_iter().flatten().for_each(|(property, pixels)| set(&handle, property, pixels));
        }
    }
}

fn nth(holder: &HtmlElement, number: usize) -> Option<HtmlElement> {
    if let Some(known) = holder.children().item(number as u32) {
        return known.dyn_into().ok();
    }
    let handle: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
    handle.set_class_name("handle");
    let _ = handle.set_attribute("data-edge", &number.to_string());
    holder.append_child(&handle).ok()?;
    Some(handle)
}

/// The lengths that put a handle outside of the mark and between two lines: above the line for a start, below it for an end. So
/// the middle of every word near it can still be clicked.
fn lengths(sheet: &Sheet, area: Area, side: Side, edge: Edge) -> [(&'static str, i32); 5] {
    let ((x, line_top), pane) = (in_pane(sheet, area), sheet.pane());
    let height = (area.bottom - area.top) as i32;
    let middle = line_top + height / 2;
    let top = if edge == Edge::Start { middle - CLEARANCE - SIZE } else { middle + CLEARANCE };
    let left = if side == Side::Left { x - SIZE + 2 } else { x - 2 };
    let left = left.min(pane.client_width() - SIZE).max(0);
    [("left", left), ("top", top), ("--at", x - left), ("--from", line_top - top), ("--stem", height)]
}

/// A handle in the hand of the pointer, which holds it beside the line of its letter.
#[derive(Clone, Copy, Debug)]
pub struct Grip {
    right: Offset,
    down: Offset,
}

/// How far the middle of the end's letter lay from the pointer, in one direction. It is made up for as the pointer moves, so
/// that the end is at first where it was, and soon under the pointer: people aim with the pointer at the word they mean.
#[derive(Clone, Copy, Debug)]
struct Offset {
    pressed_at: f64,
    distance: f64,
}

impl Offset {
    /// What is left of the distance once the pointer has moved to a place.
    fn left_of(self, place: f64) -> f64 {
        let moved = (place - self.pressed_at).abs();
        self.distance.signum() * (self.distance.abs() - moved).max(0.0)
    }
}

/// The number of the end whose handle was pressed.
pub fn pressed(event: &PointerEvent) -> Option<usize> {
    dom::attribute(event, "data-edge").filter(|_| event.button() == 0)?.parse().ok()
}

/// Takes hold of the handle that was pressed: until it is let go, the pointer is for it alone.
pub fn hold(sheet: &Sheet, shown: &Document, event: &PointerEvent, position: Utf8, edge: Edge) -> Option<Grip> {
    event.prevent_default();
    let area = edge_box(sheet, shown, position, edge)?;
    let handle: Element = event.target()?.dyn_into().ok()?;
    let _ = handle.set_pointer_capture(event.pointer_id());
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let middle = (area.top + area.bottom) / 2.0;
    Some(Grip {
        right: Offset { pressed_at: x, distance: area.left - x },
        down: Offset { pressed_at: y, distance: middle - y },
    })
}

/// The place in the article to which the pointer has taken a handle.
pub fn position(sheet: &Sheet, shown: &Document, event: &PointerEvent, grip: Grip) -> Option<Utf8> {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    sheet.position_at(shown, x + grip.right.left_of(x), y + grip.down.left_of(y))
}
