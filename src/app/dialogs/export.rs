//! The dialog for taking annotations out.

use bluepencil::format::Format;
use bluepencil::session::{Command, Event};
use leptos::prelude::*;

use super::cancel::Cancel;
use crate::app::dispatch::use_dispatch;
use crate::app::state::document::use_document;

/// Choose a format, see what it leaves out, download.
#[component]
pub fn Export() -> impl IntoView {
    let (dispatch, document) = (use_dispatch(), use_document());
    let contents = move || match document.with(|document| document.entries().len()).unwrap_or_default() {
        0 => "The open article has no annotations yet.".to_owned(),
        1 => "The open article with its 1 annotation.".to_owned(),
        count => format!("The open article with its {count} annotations."),
    };
    let download = move |_| {
        dispatch.command(Command::Download);
        dispatch.send(Event::DialogClosed);
    };
    view! {
        <p>{contents}</p>
        <fieldset class="choices">
            <legend>"Format"</legend>
            {Format::ALL.map(|format| view! { <FormatChoice format /> }).collect_view()}
        </fieldset>
        <p class="field-actions">
            <button type="button" class="command main" on:click=download>
                "Download"
            </button>
            <Cancel />
        </p>
    }
}

/// A format with what is lost in it.
#[component]
fn FormatChoice(
    /// The format.
    format: Format,
) -> impl IntoView {
    let losses = format.loses().unwrap_or("Nothing is lost: text, annotations, notes and ids are all in it.");
    view! {
        <label class="choice">
            <input type="radio" name="format" checked />
            {format.name()}
        </label>
        <p class="help">{losses}</p>
    }
}
