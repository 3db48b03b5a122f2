//! The reading view: the article with its marks as elements, for those who hear it, and a list of their records.

use bluepencil::annotation::AnnotationId;
use bluepencil::session::{Route, Screen};
use leptos::prelude::*;

use super::desk::Desk;
use super::reactive::{keep, present, text};
use crate::browser::{dom, reading};

/// The reading view. Its elements are made when it is shown, and anew when the document changes under it.
pub fn reading(desk: Desk) -> AnyView {
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
    view! {
        <main id=reading::READING class="reading" tabindex="-1" aria-label="Read with marks" hidden=present(move || !is_shown())>
            <p class="promise">
                "Each mark begins with a link to its record. "
                <a href=text(back)>"Back to the desk"</a>
                ", or "<kbd>"Esc"</kbd>"."
            </p>
            <section id=reading::TEXT aria-label="Article with marks"></section>
            <section aria-labelledby="records-title">
                <h2 id="records-title">"Records"</h2>
                <ol id=reading::RECORDS class="records" aria-labelledby="records-title"></ol>
            </section>
        </main>
    }
    .into_any()
}

/// Gives the mark of an annotation the focus, or the view itself where there is none to be found.
pub fn go_to(id: Option<AnnotationId>) {
    if !id.is_some_and(|id| reading::focus_mark(&id.to_string())) {
        dom::focus(reading::READING);
    }
}
