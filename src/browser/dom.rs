//! The page as a whole: its state attributes, its address, what has the focus.

use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

/// Sets an attribute of the `html` element: the states that tests and scripts wait for.
pub fn set_page_state(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Whether the program has stopped. The page's rescue script finds that out and says so: a trap of WebAssembly, which a panic
/// ends in too, is nothing that the program itself could see.
pub fn has_stopped() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.get_attribute("data-app-state").as_deref() == Some("failed"))
}

/// The fragment of the address, with its `#`.
pub fn address() -> String {
    window().location().hash().unwrap_or_default()
}

/// Writes the fragment of the address: as a new step of the browser's history, or in place of the present one.
pub fn set_address(fragment: &str, new_step: bool) {
    if address() == fragment {
        return;
    }
    let Ok(history) = window().history() else { return };
    let _ = if new_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
    };
}

/// Loads the page again, at its beginning.
pub fn begin_anew() {
    let location = window().location();
    if let (Ok(history), Ok(path)) = (window().history(), location.pathname()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    let _ = location.reload();
}

/// Whether this is a Mac, where Cmd takes the place of Ctrl.
pub fn is_mac() -> bool {
    window().navigator().platform().is_ok_and(|platform| platform.starts_with("Mac"))
}

/// Gives the element of that id the focus without scrolling to it.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_element(&element);
    }
}

pub(super) fn focus_element(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus_with_options(&options);
    }
}

/// The element that has the focus, but for the page's body.
pub(super) fn focused_element() -> Option<Element> {
    document().active_element().filter(|element| !matches!(element.tag_name().as_str(), "BODY" | "HTML"))
}

/// Whether the focus is inside the element of that id, or on it.
pub fn has_focus(id: &str) -> bool {
    let holder = document().get_element_by_id(id);
    holder.is_some_and(|holder| focused_element().is_some_and(|element| holder.contains(Some(&element))))
}

/// Whether nothing on the page has the focus.
pub fn nothing_has_focus() -> bool {
    focused_element().is_none()
}

/// Opens the browser's file chooser of the element of that id.
pub fn click(id: &str) {
    if let Some(element) = document().get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Opens a `dialog` element over the page; the browser keeps the focus inside it and gives it back afterwards.
pub fn show_dialog(id: &str) {
    let dialog =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog
        && !dialog.open()
    {
        let _ = dialog.show_modal();
    }
}

/// Whether the page is in the background, where no frames are painted.
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Runs something once the page has been brought in line with the newest signals, before the next frame.
pub fn after_update(task: impl FnOnce() + 'static) {
    at_next_frame(Box::new(task), false);
}

/// Runs something once the next frame has been painted.
pub fn after_paint(task: impl FnOnce() + 'static) {
    at_next_frame(Box::new(task), true);
}

/// All tasks are of one type here, so that what hands them to the browser is in the page once, and not once for each.
#[inline(never)]
fn at_next_frame(task: Box<dyn FnOnce()>, behind: bool) {
    leptos::prelude::request_animation_frame(move || match behind {
        true => leptos::prelude::set_timeout(task, std::time::Duration::ZERO),
        false => task(),
    });
}

/// Takes away what the page showed while the program was being fetched.
pub fn clear_start() {
    if let Some(start) = document().get_element_by_id("start") {
        start.remove();
    }
}

/// The element that has the focus, remembered to give it back later.
pub struct Focused(Option<Element>);

impl Focused {
    /// What has the focus now.
    pub fn now() -> Self {
        Self(focused_element())
    }

    /// Gives the focus back; false where the element is gone.
    pub fn give_back(&self) -> bool {
        match &self.0 {
            Some(element) if element.is_connected() => {
                focus_element(element);
                true
            }
            _ => false,
        }
    }
}

/// Scrolls the element of that id into view, if it is not.
pub fn scroll_into_view(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls an element to the middle of its view.
pub(super) fn scroll_to_middle(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The value of an attribute on the element of an event, or on the nearest one around it.
pub fn attribute(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

/// Whether an event happened inside the element of that id.
pub fn is_inside(event: &Event, id: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(&format!("#{id}")).is_ok_and(|found| found.is_some()))
}

/// What a field holds.
pub struct Field {
    /// Its `data-field`.
    pub name: String,
    /// Its `data-of`.
    pub of: String,
    /// What is in it now.
    pub value: String,
    /// Whether it is a check box, or one choice of several, and checked.
    pub checked: bool,
}

/// The field of an event; `None` where it happened elsewhere.
pub fn field(event: &Event) -> Option<Field> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let name = target.get_attribute("data-field")?;
    let checked = target.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked);
    Some(Field { name, of: target.get_attribute("data-of").unwrap_or_default(), value: value_of(&target), checked })
}

/// What is in the field of that id.
pub fn value(id: &str) -> String {
    document().get_element_by_id(id).map(|field| value_of(&field)).unwrap_or_default()
}

/// Checks the check box of that id, or not.
pub fn set_checked(id: &str, checked: bool) {
    if let Some(field) = input(id) {
        field.set_checked(checked);
    }
}

/// Selects all that is in the field of that id, so that typing takes its place.
pub fn select_content(id: &str) {
    if let Some(field) = input(id) {
        field.select();
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Every kind of field has a `value`, so it is read by that name.
fn value_of(field: &Element) -> String {
    js_sys::Reflect::get(field, &JsValue::from_str("value"))
        .ok()
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// Puts a value into the field of that id, unless it holds it already (which would move the caret).
pub fn set_value(id: &str, value: &str) {
    if let Some(field) = document().get_element_by_id(id).filter(|field| value_of(field) != value) {
        let _ = js_sys::Reflect::set(&field, &JsValue::from_str("value"), &JsValue::from_str(value));
    }
}

/// Whether the box of an event is ticked.
pub fn is_checked(event: &Event) -> bool {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| field.checked())
}

/// Sets an attribute of the element of that id, or takes it away.
pub fn set_attribute(id: &str, name: &str, value: Option<&str>) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = match value {
            Some(value) => element.set_attribute(name, value),
            None => element.remove_attribute(name),
        };
    }
}

/// The attribute of the element of that id.
pub fn attribute_of(id: &str, name: &str) -> Option<String> {
    document().get_element_by_id(id)?.get_attribute(name)
}
