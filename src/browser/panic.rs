//! What happens when the program stops: the page says so in words.

use leptos::prelude::document;

use super::dom::set_page_state;

/// Makes a stop of the program visible: the page state becomes `failed`, and a sentence says what is safe and what to do.
/// The article and its annotations are in storage, so a reload brings them back.
pub fn tell_when_it_stops() {
    std::panic::set_hook(Box::new(|_| {
        set_page_state("data-app-state", "failed");
        let Ok(notice) = document().create_element("p") else { return };
        let _ = notice.set_attribute("role", "alert");
        let _ = notice.set_attribute("class", "stopped");
        notice.set_text_content(Some(
            "The editor stopped. Your work up to the last change is kept in this browser. Reload the page to go on.",
        ));
        if let Some(body) = document().body() {
            let _ = body.append_child(&notice);
        }
    }));
}
