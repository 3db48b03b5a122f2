//! The small things that stand over the article: the caret and the label bar. They are always on the page, and are moved
//! or hidden.

use web_sys::HtmlElement;

use super::article::Sheet;

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
pub fn place_caret(caret: &HtmlElement, sheet: &Sheet, area: Option<Area>) {
    caret.set_hidden(area.is_none());
    if let Some((area, (left, top))) = area.map(|area| (area, in_pane(sheet, area))) {
        set(caret, "height", (area.bottom - area.top) as i32);
        set(caret, "left", left);
        set(caret, "top", top);
    }
}

/// Shows the label bar below the selected words, above them where there is no room, or hides it.
pub fn place_label_bar(bar: &HtmlElement, sheet: &Sheet, words: Option<Area>) {
    bar.set_hidden(words.is_none());
    let Some(area) = words else { return };
    let ((left, top), pane) = (in_pane(sheet, area), sheet.pane());
    let (width, height) = (bar.offset_width(), bar.offset_height());
    let below = top + (area.bottom - area.top) as i32 + GAP;
    let fits_below = below + height < pane.scroll_top() + pane.client_height();
    set(bar, "left", left.min(pane.client_width() - width - GAP).max(GAP));
    set(bar, "top", if fits_below { below } else { (top - height - GAP).max(pane.scroll_top() + GAP) });
}

/// A box in the window as a place inside the scrolled pane: left and top, in CSS pixels.
pub(super) fn in_pane(sheet: &Sheet, area: Area) -> (i32, i32) {
    let (view, pane) = (sheet.view(), sheet.pane());
    ((area.left - view.left()) as i32 + pane.scroll_left(), (area.top - view.top()) as i32 + pane.scroll_top())
}

pub(super) fn set(element: &HtmlElement, property: &str, pixels: i32) {
    let _ = element.style().set_property(property, &format!("{pixels}px"));
}
