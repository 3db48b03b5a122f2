//! Scrolling of the list of annotations: its scroll position, and the positions of rows in it.

use web_sys::{Element, HtmlElement};

/// How far the list is scrolled, and how high its view is, in CSS pixels.
pub fn scroll(list: &Element) -> (f64, f64) {
    (f64::from(list.scroll_top()), f64::from(list.client_height()))
}

/// Scrolls the list to a distance from its top, unless the row from there on is in view already. In CSS pixels.
pub fn reveal(list: &Element, top: f64, height: f64) {
    let (from, view) = scroll(list);
    if top < from || top + height > from + view {
        list.set_scroll_top((top - view / 3.0) as i32);
    }
}

/// Where a row stands in the list: its distance from the top and its height, in CSS pixels.
pub fn place_of(row: &HtmlElement, list: &Element) -> (f64, f64) {
    let top =
        row.get_bounding_client_rect().top() - list.get_bounding_client_rect().top() + f64::from(list.scroll_top());
    (top, f64::from(row.offset_height()))
}

/// The height of an element, in CSS pixels.
pub fn height(element: &HtmlElement) -> f64 {
    f64::from(element.offset_height())
}
