//! What the page says: one sentence for each thing done, and one for each thing refused or failed.

use bluepencil::session::{Command, Saving};

use super::desk::Desk;
use super::element::{Content, IntoContent as _, action, element};
use super::masthead::command_button;
use super::reactive::{part, text};

/// The status region and the alert region. Both are always on the page, because a live region that appears together with
/// its words is not read out.
pub fn messages(desk: Desk) -> Content {
    let offer = move || match desk.status.with(|status| status.offer) {
        Some(command) => command_button(desk, command, ""),
        None => ().into_content(),
    };
    let dismiss = move || match desk.alert.with(String::is_empty) {
        true => ().into_content(),
        false => action("dismiss", "Dismiss").into_content(),
    };
    // While something is not saved, the ways to keep it stand beside the sentence that says so.
    let rescue = move || {
        let failed = desk.view.with(|view| matches!(view.saving, Saving::Failed(_)));
        if !failed || desk.alert.with(String::is_empty) {
            return ().into_content();
        }
        let export = command_button(desk, Command::Download, "Export now");
        vec![export, command_button(desk, Command::Storage, "Free space…")].into_content()
    };
    let status = element("p", &[("role", "status"), ("class", "status")])
        .child(text(move || desk.status.with(|status| status.text.clone())));
    let alert = element("p", &[("role", "alert"), ("class", "alert")]).child(text(move || desk.alert.get()));
    element("div", &[("class", "messages")])
        .child(element("div", &[("class", "status-line")]).child(status).child(part(offer)))
        .child(element("div", &[("class", "alert-line")]).child(alert).child(part(rescue)).child(part(dismiss)))
        .into_content()
}
