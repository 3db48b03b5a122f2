//! The reading view: the article with its marks as elements, for those who hear it, and a list of their records.

mod marks;
mod print_copy;
mod records;
mod text;
mod tree;

use bluepencil::annotation::AnnotationId;
use bluepencil::session::{Route, Screen};
use leptos::html;
use leptos::prelude::*;

pub use self::print_copy::keep_print_copy;
use self::records::Records;
use self::text::TextWithMarks;
use super::state::document::use_document;
use super::state::screen::use_screen;
use super::state::session::is_same;

/// The id of the list's title.
const RECORDS_TITLE: &str = "records-title";

/// The reading view. What it shows of an article is made when it is shown, and anew when the document changes under it; of
/// another screen nothing is there but an empty frame.
#[component]
pub fn ReadingView() -> impl IntoView {
    let (document, screen) = (use_document(), use_screen());
    let is_shown = move || screen.is(Screen::Read);
    let shown = Memo::new_with_compare(
        move |_| is_shown().then(|| document.get()).flatten(),
        |before, now| !is_same(before.and_then(Option::as_ref), now.and_then(Option::as_ref)),
    );
    let back = move || document.article_id().map_or(Route::Library, |id| Route::Article(id, None)).to_string();
    let view = NodeRef::<html::Main>::new();
    let left = StoredValue::new(None::<AnnotationId>);
    view! {
        <main
            node_ref=view
            id="reading"
            class="reading"
            tabindex="-1"
            aria-label="Read with marks"
            hidden=move || !is_shown()
        >
            <p class="promise">
                "Each mark begins with a link to its record. " <a href=back>"Back to the desk"</a> ", or " <kbd>"Esc"</kbd>
                "."
            </p>
            <section id="reading-text" aria-label="Article with marks">
                {move || shown.get().map(|document| view! { <TextWithMarks document view left /> })}
            </section>
            <section aria-labelledby=RECORDS_TITLE>
                <h2 id=RECORDS_TITLE>"Records"</h2>
                <ol class="records" aria-labelledby=RECORDS_TITLE>
                    {move || shown.get().map(|document| view! { <Records document /> })}
                </ol>
            </section>
        </main>
    }
}
