//! Dialogs over the page. Each is a native `dialog`, so that the browser keeps the focus inside, closes it with `Esc`, and
//! makes what lies under it inert.

mod details;
mod export;
mod help;
mod keys;
mod new_article;
mod occurrences;
mod palette;
mod settings;
mod storage;
mod versions;

use bluepencil::session::Dialog;
pub use keys::{await_key, awaited_key, lifted_key};
pub use palette::{palette_key, run};
pub use settings::chosen;

use super::desk::Desk;
use super::element::{Content, Element, IntoContent as _, action, element, help};
use super::reactive::{Text, keep, part, text};
use crate::browser::{article, dom, selection};

/// The id of the dialog that is open.
const DIALOG: &str = "dialog";

/// The dialog that is open, if any.
pub fn dialogs(desk: Desk) -> Content {
    let mut focused: Option<dom::Focused> = None;
    keep(move || match (desk.dialog.get(), &focused) {
        (Some(_), None) => {
            focused = Some(dom::Focused::now());
            dom::after_update(|| dom::show_dialog(DIALOG));
        }
        (Some(_), Some(_)) => dom::after_update(|| dom::show_dialog(DIALOG)),
        (None, _) => {
            if let Some(before) = focused.take() {
                dom::after_update(move || give_back(desk, &before));
            }
        }
    });
    let open = move || match desk.dialog.get() {
        None => ().into_content(),
        Some(Dialog::NewArticle) => frame("New article", new_article::new_article(desk)),
        Some(Dialog::Export) => frame("Export", export::export(desk)),
        Some(Dialog::KeyboardHelp) => frame("Keyboard help", help::keyboard_help(desk)),
        Some(Dialog::Commands) => frame("Commands", palette::palette(desk)),
        Some(Dialog::Settings) => frame("Settings", settings::settings(desk)),
        Some(Dialog::Keys) => frame("Keys", keys::keys(desk)),
        Some(Dialog::AnnotateAll) => frame("Annotate all occurrences", occurrences::occurrences(desk)),
        Some(Dialog::Storage) => frame("Storage", storage::storage(desk)),
        Some(Dialog::EarlierVersions) => frame("Restore an earlier version", versions::versions(desk)),
        Some(Dialog::ArticleDetails) => frame("Article details", details::article_details(desk)),
    };
    part(open).into_content()
}

/// A dialog was closed: the focus goes back to where it was, and the selection in the article with it.
fn give_back(desk: Desk, before: &dom::Focused) {
    if dom::nothing_has_focus() && !before.give_back() {
        dom::focus(article::ARTICLE);
    }
    let place = desk.place.get_untracked();
    let ends = place.selection.or(place.caret.map(|caret| (caret, caret)));
    if let Some((anchor, focus)) = ends.filter(|_| dom::has_focus(article::ARTICLE)) {
        desk.with_document(|document| selection::select(document, anchor, focus));
    }
}

/// The frame of a dialog: its title and a button that closes it.
fn frame(title: &'static str, content: Content) -> Content {
    let close = action("close", "✕").with("aria-label", "Close").with("title", "Close (Esc)");
    let head = element("div", &[("class", "dialog-head")])
        .child(element("h2", &[("id", "dialog-title")]).child(title))
        .child(close);
    element("dialog", &[("id", DIALOG), ("aria-labelledby", "dialog-title")]).child(head).child(content).into_content()
}

/// What the page has said since the dialog was opened: its own regions lie under the dialog, out of reach.
fn said_since(desk: Desk) -> Text {
    let before = desk.status.get_untracked();
    text(move || {
        let (alert, status) = (desk.alert.get(), desk.status.get());
        match (alert.is_empty(), status == before) {
            (false, _) => alert,
            (true, false) => status.text,
            (true, true) => String::new(),
        }
    })
}

/// The buttons at the foot of a dialog: what it does, and `Cancel`.
fn actions(name: &'static str, does: &'static str) -> Element {
    element("p", &[("class", "field-actions")]).child(main_action(does).child(name)).child(action("close", "Cancel"))
}

/// The button for what a dialog is there for, without its words.
fn main_action(does: &'static str) -> Element {
    element("button", &[("type", "button"), ("class", "command main")]).with("data-does", does)
}

/// A labelled field: a control, its accessible name, and a line that explains it.
fn field(id: &'static str, name: &'static str, control: Element, explained: &'static str) -> Content {
    let explained = (!explained.is_empty()).then(|| help("span", explained).into_content());
    let label = element("label", &[]).with("for", id).child(name);
    element("p", &[("class", "field")]).child(label).child(control).child(explained).into_content()
}

/// One choice of a select.
fn choice(value: &'static str, title: &'static str, chosen: bool) -> Content {
    element("option", &[]).with("value", value).with_some("selected", chosen.then_some("")).child(title).into_content()
}
