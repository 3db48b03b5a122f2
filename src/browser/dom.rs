//! The page as a whole: its state attributes, its address, what has the focus.

use js_sys::Function;
use leptos::prelude::{document, window};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement};

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

/// Whether this is a Mac, where Cmd takes the place of Ctrl, or an iPad or iPhone with the same keyboard.
pub fn is_mac() -> bool {
    let apple = |platform: String| ["Mac", "iPad", "iPhone"].iter().any(|name| platform.starts_with(name));
    window().navigator().platform().is_ok_and(apple)
}

/// An element that can be given the focus.
pub trait Focusable: JsCast {
    /// The element.
    fn html(&self) -> &HtmlElement;
}

impl<T: AsRef<HtmlElement> + JsCast> Focusable for T {
    fn html(&self) -> &HtmlElement {
        self.as_ref()
    }
}

/// Gives an element the focus without scrolling to it.
pub fn focus(element: &impl Focusable) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.html().focus_with_options(&options);
}

/// The element that has the focus, but for the page's body.
pub(super) fn focused_element() -> Option<Element> {
    document().active_element().filter(|element| !matches!(element.tag_name().as_str(), "BODY" | "HTML"))
}

/// Whether the focus is inside an element, or on it.
pub fn has_focus(element: &impl Focusable) -> bool {
    focused_element().is_some_and(|focused| element.html().contains(Some(&focused)))
}

/// Whether nothing on the page has the focus.
pub fn nothing_has_focus() -> bool {
    focused_element().is_none()
}

/// Opens a `dialog` over the page; the browser keeps the focus inside it.
pub fn show_modal(dialog: &HtmlDialogElement) {
    if dialog.is_connected() && !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Whether the page is in the background, where no frames are painted.
pub fn is_hidden() -> bool {
    document().hidden()
}

/// Runs something once the next frame has been painted.
pub fn after_paint(task: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(|| leptos::prelude::set_timeout(task, std::time::Duration::ZERO));
}

/// The longest wait for an idle moment, and the wait where a browser does not tell of such moments.
const IDLE: std::time::Duration = std::time::Duration::from_millis(200);

/// Runs something when the browser has nothing else to do, or soon anyway: for what no eye waits for.
pub fn when_idle(task: impl FnOnce() + 'static) {
    call_when_idle(Closure::once_into_js(task).unchecked_ref());
}

/// The same for a function of the browser's.
pub(super) fn call_when_idle(task: &Function) {
    let options = web_sys::IdleRequestOptions::new();
    options.set_timeout(IDLE.as_millis() as u32);
    if window().request_idle_callback_with_options(task, &options).is_err() {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(task, IDLE.as_millis() as i32);
    }
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
                element.dyn_ref::<HtmlElement>().into_iter().for_each(focus);
                true
            }
            _ => false,
        }
    }
}

/// Scrolls an element into view, if it is not.
pub fn scroll_into_view(element: &impl Focusable) {
    scroll_to(element.html(), web_sys::ScrollLogicalPosition::Nearest);
}

/// Scrolls an element to the middle of its view.
pub fn scroll_to_middle(element: &impl Focusable) {
    scroll_to(element.html(), web_sys::ScrollLogicalPosition::Center);
}

fn scroll_to(element: &HtmlElement, position: web_sys::ScrollLogicalPosition) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(position);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The value of an attribute on the element of an event, or on the nearest one around it.
pub fn attribute(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(&format!("[{name}]")).ok()??.get_attribute(name)
}

/// Whether an event happened inside an element.
pub fn is_inside(event: &Event, element: &impl Focusable) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| element.html().contains(Some(&target)))
}

/// Selects all that is in a field, so that typing takes its place.
pub fn select_content(field: &HtmlInputElement) {
    field.select();
}

/// Puts a value into a field, unless it holds it already (which would move the caret).
pub fn set_value(field: &HtmlInputElement, value: &str) {
    if field.value() != value {
        field.set_value(value);
    }
}
