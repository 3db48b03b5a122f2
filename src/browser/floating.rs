//! The small things that stand over the article: the caret and the label bar. They are always on the page, and are moved
//! or hidden.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::article::PANE;

/// The id of the caret.
pub const CARET: &str = "caret";
/// The id of the label bar.
pub const LABEL_BAR: &str = "label-bar";

/// The distance between the label bar and the words, in CSS pixels.
const GAP: i32 = 8;

/// A box in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its bottom edge.
    pub bottom: f64,
}

/// Shows the caret at a box, or hides it.
pub fn place_caret(area: Option<Area>) {
    let Some(caret) = element(CARET) else { return };
    caret.set_hidden(area.is_none());
    if let Some((area, (left, top))) = area.and_then(|area| Some((area, in_pane(area)?))) {
        set(&caret, "height", (area.bottom - area.top) as i32);
        set(&caret, "left", left);
        set(&caret, "top", top);
    }
}

/// Shows the label bar below the selected words, above them where there is no room, or hides it.
pub fn place_label_bar(words: Option<Area>) {
    let (Some(bar), Some(pane)) = (element(LABEL_BAR), element(PANE)) else { return };
    bar.set_hidden(words.is_none());
    let Some((area, (left, top))) = words.and_then(|area| Some((area, in_pane(area)?))) else { return };
    let (width, height) = (bar.offset_width(), bar.offset_height());
    let below = top + (area.bottom - area.top) as i32 + GAP;
    let fits_below = below + height < pane.scroll_top() + pane.client_height();
    set(&bar, "left", left.min(pane.client_width() - width - GAP).max(GAP));
    set(&bar, "top", if fits_below { below } else { (top - height - GAP).max(pane.scroll_top() + GAP) });
}

pub(super) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// A box in the window as a place inside the scrolled pane: left and top.
pub(super) fn in_pane(area: Area) -> Option<(i32, i32)> {
    let pane = element(PANE)?;
    let view = pane.get_bounding_client_rect();
    Some(((area.left - view.left()) as i32 + pane.scroll_left(), (area.top - view.top()) as i32 + pane.scroll_top()))
}

pub(super) fn set(element: &HtmlElement, property: &str, pixels: i32) {
    let _ = element.style().set_property(property, &format!("{pixels}px"));
}
