//! The list of annotations: its scroll position and the focus inside it.

use leptos::prelude::document;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::dom::focus_element;

/// The id of the list's element, which scrolls.
pub const LIST: &str = "annotations";

fn list() -> Option<Element> {
    document().get_element_by_id(LIST)
}

/// How far the list is scrolled, and how high its view is, in CSS pixels.
pub fn scroll() -> (f64, f64) {
    list().map_or((0.0, 0.0), |list| (f64::from(list.scroll_top()), f64::from(list.client_height())))
}

/// Scrolls the list to a distance from its top, unless the row from there on is in view already.
pub fn reveal(top: f64, height: f64) {
    let Some(list) = list() else { return };
    let (from, view) = scroll();
    if top < from || top + height > from + view {
        list.set_scroll_top((top - view / 3.0) as i32);
    }
}

/// Where the row of an annotation stands in the list: its distance from the top and its height; `None` where it is not
/// on the page.
pub fn row(id: &str) -> Option<(f64, f64)> {
    let list = list()?;
    let row = list.query_selector(&format!("[data-annotation-id='{id}']")).ok()??;
    let row = row.dyn_into::<HtmlElement>().ok()?;
    let top =
        row.get_bounding_client_rect().top() - list.get_bounding_client_rect().top() + f64::from(list.scroll_top());
    Some((top, f64::from(row.offset_height())))
}

/// The element that holds the rows.
pub fn rows() -> Option<Element> {
    list()?.query_selector("ul").ok().flatten()
}

/// Writes on each row which place it has in reading order and how many there are. A screen reader would count for itself
/// only the rows that are on the page, and the opened fields with them.
pub fn number_rows(first: usize, count: usize) {
    let Some(rows) = rows().map(|rows| rows.children()) else { return };
    let mut place = first;
    for row in (0..rows.length()).filter_map(|number| rows.item(number)) {
        place += usize::from(!row.has_attribute("data-fields"));
        for (name, number) in [("aria-posinset", place), ("aria-setsize", count)] {
            let number = number.to_string();
            if row.get_attribute(name).as_ref() != Some(&number) {
                let _ = row.set_attribute(name, &number);
            }
        }
    }
}

/// Gives the row of an annotation the focus, or else the first row.
pub fn focus_row(id: Option<&str>) {
    let row = id.map_or_else(|| "[data-annotation-id]".to_owned(), |id| format!("[data-annotation-id='{id}']"));
    let row = list().and_then(|list| list.query_selector(&format!("{row} button")).ok().flatten());
    if let Some(row) = row {
        focus_element(&row);
    }
}

/// The height of the opened fields, which stand between two rows; zero where none are open.
pub fn fields_height() -> f64 {
    let fields = list().and_then(|list| list.query_selector("[data-fields]").ok().flatten());
    fields
        .and_then(|fields| fields.dyn_into::<HtmlElement>().ok())
        .map_or(0.0, |fields| f64::from(fields.offset_height()))
}

/// The ids of the empty space above and below the rows that are on the page.
pub const ABOVE: &str = "list-above";
/// See [`ABOVE`].
pub const BELOW: &str = "list-below";

/// Sets how high the space above and below the rows is, in CSS pixels.
pub fn set_space(above: f64, below: f64) {
    for (id, height) in [(ABOVE, above), (BELOW, below)] {
        let space = document().get_element_by_id(id).and_then(|space| space.dyn_into::<HtmlElement>().ok());
        if let Some(space) = space {
            let _ = space.style().set_property("height", &format!("{}px", height as i64));
        }
    }
}

/// Tells the style sheet whether every row has the same height.
pub fn set_virtual(same_height: bool) {
    if let Some(list) = list() {
        let _ = list.toggle_attribute_with_force("data-virtual", same_height);
    }
}
