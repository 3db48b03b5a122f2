//! The reading view: the article with its marks as elements, for those who hear it, and a list of their records.

use bluepencil::annotation::AnnotationId;
use bluepencil::session::{Route, Screen};

use super::desk::Desk;
use super::element::{Content, IntoContent as _, element, plain};
use super::reactive::{keep, maybe, present};
use crate::browser::{dom, reading};

/// The reading view. Its elements are made when it is shown, and anew when the document changes under it.
pub fn reading(desk: Desk) -> Content {
    let is_shown = move || desk.screen.get() == Screen::Read;
    keep(move || {
        let shown = desk.document.get();
        match shown.filter(|_| is_shown()) {
            Some(shown) => reading::mount(&shown.0),
            None => reading::clear(),
        }
    });
    let back = move || {
        let open = desk.document.with(|shown| shown.as_ref().map(|shown| shown.0.article().id));
        open.map_or(Route::Library, |id| Route::Article(id, None)).to_string()
    };
    let promise = element("p", &[("class", "promise")])
        .child("Each mark begins with a link to its record. ")
        .child(element("a", &[]).live("href", maybe(move || Some(back()))).child("Back to the desk"))
        .child(", or ")
        .child(plain("kbd", "Esc"))
        .child(".");
    let records = element("section", &[("aria-labelledby", "records-title")])
        .child(element("h2", &[("id", "records-title")]).child("Records"))
        .child(element("ol", &[("id", reading::RECORDS), ("class", "records"), ("aria-labelledby", "records-title")]));
    let view = element(
        "main",
        &[("id", reading::READING), ("class", "reading"), ("tabindex", "-1"), ("aria-label", "Read with marks")],
    );
    view.live("hidden", present(move || !is_shown()))
        .child(promise)
        .child(element("section", &[("id", reading::TEXT), ("aria-label", "Article with marks")]))
        .child(records)
        .into_content()
}

/// Gives the mark of an annotation the focus, or the view itself where there is none to be found.
pub fn go_to(id: Option<AnnotationId>) {
    if !id.is_some_and(|id| reading::focus_mark(&id.to_string())) {
        dom::focus(reading::READING);
    }
}
