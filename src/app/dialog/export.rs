//! The dialog for taking annotations out.

use bluepencil::format::Format;

use super::super::element::{Content, IntoContent as _};
use super::actions;
use crate::app::desk::Desk;
use crate::app::element::{element, help, plain};

/// Choose a format, see what it leaves out, download.
pub fn export(desk: Desk) -> Content {
    let contents = match desk.with_document(|document| document.entries().len()) {
        0 => "The open article has no annotations yet.".to_owned(),
        1 => "The open article with its 1 annotation.".to_owned(),
        count => format!("The open article with its {count} annotations."),
    };
    let formats = Format::ALL.map(|format| {
        let losses = format.loses().unwrap_or("Nothing is lost: text, annotations, notes and ids are all in it.");
        let radio = element("input", &[("type", "radio"), ("name", "format"), ("checked", "")]);
        let choice = element("label", &[("class", "choice")]).child(radio).child(format.name());
        vec![choice.into_content(), help("p", losses).into_content()].into_content()
    });
    let choices =
        element("fieldset", &[("class", "choices")]).child(plain("legend", "Format")).child(Vec::from(formats));
    vec![
        element("p", &[]).child(contents).into_content(),
        choices.into_content(),
        actions("Download", "download").into_content(),
    ]
    .into_content()
}
