//! The dialog for taking annotations out.

use bluepencil::format::Format;
use leptos::prelude::*;

use super::actions;
use crate::app::desk::Desk;

/// Choose a format, see what it leaves out, download.
pub fn export(desk: Desk) -> AnyView {
    let contents = match desk.with_document(|document| document.entries().len()) {
        0 => "The open article has no annotations yet.".to_owned(),
        1 => "The open article with its 1 annotation.".to_owned(),
        count => format!("The open article with its {count} annotations."),
    };
    let formats = Format::ALL.map(|format| {
        let losses = format.loses().unwrap_or("Nothing is lost: text, annotations, notes and ids are all in it.");
        view! {
            <label class="choice"><input type="radio" name="format" checked />{format.name()}</label>
            <p class="help">{losses}</p>
        }
        .into_any()
    });
    view! {
        <p>{contents}</p>
        <fieldset class="choices">
            <legend>"Format"</legend>
            {Vec::from(formats)}
        </fieldset>
        {actions("Download", "download")}
    }
    .into_any()
}
