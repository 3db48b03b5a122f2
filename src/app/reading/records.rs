//! The records of an article's annotations.

use std::sync::Arc;

use bluepencil::annotation::{Annotation, AnnotationId};
use bluepencil::document::Document;
use bluepencil::session::{Route, label_with_position};
use bluepencil::text::{shorten, visible};
use leptos::prelude::*;

use crate::app::state::focus::{Wanted, use_focus};

/// How many characters of an annotation's words its record shows.
const SHOWN_WORDS: usize = 160;

/// The id of the record of an annotation, by which its marks say where more is told of them.
pub fn record_id(annotation: AnnotationId) -> String {
    format!("record-{annotation}")
}

/// The records of all annotations, in reading order.
#[component]
pub fn Records(
    /// The document. Another one is another view.
    document: Arc<Document>,
) -> impl IntoView {
    let annotations = document.annotations().enumerate();
    annotations.map(|(place, annotation)| record(&document, annotation, place)).collect::<Vec<_>>()
}

/// The record of an annotation at its place in reading order: which it is, its words, what was said about it, and the ways to the desk and to the text.
fn record(document: &Document, annotation: &Annotation, place: usize) -> AnyView {
    let focus = use_focus();
    let id = annotation.id;
    let note = (!annotation.note.is_empty()).then(|| titled_paragraph("Note", &annotation.note));
    let flags = (!annotation.flags.is_empty()).then(|| titled_paragraph("Flags", &annotation.flags.join(", ")));
    let view = view! {
        <li id=record_id(id) data-record=id.to_string() data-label=annotation.label.name().to_owned()>
            <a href=Route::Article(document.article().id, Some(id)).to_string() title="Go to record">
                {label_with_position(&annotation.label, place, document.entries().len())}
            </a>
            <span class="words" dir="auto">
                {shorten(&annotation.target.words(&document.article().text), SHOWN_WORDS)}
            </span>
            {note}
            {flags}
            <button type="button" class="command" on:click=move |_| focus.ask(Wanted::Reading(Some(id)))>
                "Go to text"
            </button>
        </li>
    };
    view.into_any()
}

/// What was said about an annotation, after what it is.
fn titled_paragraph(what: &str, words: &str) -> AnyView {
    view! {
        <p class="row-note" dir="auto">
            {format!("{what}: {}", visible(words))}
        </p>
    }
    .into_any()
}
