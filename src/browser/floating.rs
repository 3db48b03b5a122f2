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

/// Finds out where the caret stands that is at a box; what is given back shows it there, or hides it.
pub fn place_caret(caret: HtmlElement, sheet: &Sheet, area: Option<Area>) -> impl FnOnce() + use<> {
    let place = area.map(|area| (in_pane(sheet, area), (area.bottom - area.top) as i32));
    move || {
        caret.set_hidden(place.is_none());
        if let Some(((left, top), height)) = place {
            set(&caret, "height", height);
            set(&caret, "left", left);
            set(&caret, "top", top);
        }
    }
}

/// Finds out where the selected words are; what is given back shows the label bar below them, above them where there is no
/// room, or hides it.
pub fn place_label_bar(bar: HtmlElement, sheet: &Sheet, words: Option<Area>) -> impl FnOnce() + use<> {
    let place = words.map(|area| {
        let ((left, top), pane) = (in_pane(sheet, area), sheet.pane());
        let below = top + (area.bottom - area.top) as i32 + GAP;
        (left, top, below, pane.client_width(), pane.scroll_top(), pane.client_height())
    });
    move || {
        bar.set_hidden(place.is_none());
        let Some((left, top, below, pane_width, scrolled, pane_height)) = place else { return };
        // How large it is can only be asked of a bar that is shown.
        let (width, height) = (bar.offset_width(), bar.offset_height());
        let fits_below = below + height < scrolled + pane_height;
        set(&bar, "left", left.min(pane_width - width - GAP).max(GAP));
        set(&bar, "top", if fits_below { below } else { (top - height - GAP).max(scrolled + GAP) });
    }
}

/// A box in the window as a place inside the scrolled pane: left and top, in CSS pixels.
pub(super) fn in_pane(sheet: &Sheet, area: Area) -> (i32, i32) {
    let (view, pane) = (sheet.view(), sheet.pane());
    ((area.left - view.left()) as i32 + pane.scroll_left(), (area.top - view.top()) as i32 + pane.scroll_top())
}

pub(super) fn set(element: &HtmlElement, property: &str, pixels: i32) {
    let _ = element.style().set_property(property, &format!("{pixels}px"));
}
