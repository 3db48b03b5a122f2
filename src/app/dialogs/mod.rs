//! Dialogs over the page. Each is a native `dialog`, so that the browser keeps the focus inside, closes it with `Esc`, and
//! makes what lies under it inert.

mod article_details;
mod cancel;
mod export;
mod import;
mod keyboard_help;
mod keys;
mod new_article;
mod occurrences;
mod palette;
mod settings;
mod storage;
mod versions;

use bluepencil::session::Dialog;
use leptos::prelude::*;

use self::article_details::ArticleDetails;
use self::export::Export;
use self::import::Import;
use self::keyboard_help::KeyboardHelp;
use self::keys::Keys;
use self::new_article::NewArticle;
use self::occurrences::AnnotateAll;
use self::palette::Palette;
use self::settings::Settings;
use self::storage::Storage;
use self::versions::EarlierVersions;
use super::components::DialogFrame;
use super::state::article_view::{ArticleView, use_article_view};
use super::state::caret::{Caret, use_caret};
use super::state::document::{OpenDocument, use_document};
use super::state::screen::use_screen;
use crate::browser::{dom, selection};

/// The dialog that is open, if any.
#[component]
pub fn Dialogs() -> impl IntoView {
    let screen = use_screen();
    view! {
        <Show when=move || screen.dialog.get().is_some()>
            <WhileOpen />
        </Show>
    }
}

/// The open dialog and those that take its place. What had the focus before the first of them gets it back after the last.
#[component]
fn WhileOpen() -> impl IntoView {
    let screen = use_screen();
    let (view, caret, document) = (use_article_view(), use_caret(), use_document());
    // Nothing of the dialog is on the page yet, so the focus is still where it was.
    let before = StoredValue::new_local(Some(dom::Focused::now()));
    on_cleanup(move || {
        if let Some(before) = before.try_update_value(Option::take).flatten() {
            request_animation_frame(move || give_back(&before, view, caret, document));
        }
    });
    // Keyed, so that each dialog has elements of its own and is opened as one.
    view! {
        <For each=move || screen.dialog.get() key=|dialog| *dialog as u8 let:dialog>
            {framed(dialog)}
        </For>
    }
}

/// A dialog was closed: the focus goes back to where it was, and the selection in the article with it.
fn give_back(before: &dom::Focused, view: ArticleView, caret: Caret, document: OpenDocument) {
    if dom::nothing_has_focus() && !before.give_back() {
        view.focus();
    }
    let place = caret.place.get_untracked();
    let ends = place.selection.or(place.caret.map(|caret| (caret, caret)));
    if let Some((anchor, focus)) = ends.filter(|_| view.has_focus())
        && let Some(sheet) = view.sheet_untracked()
    {
        document.read(|document| selection::select(&sheet, document, anchor, focus));
    }
}

/// A dialog in its frame.
fn framed(dialog: Dialog) -> AnyView {
    match dialog {
        Dialog::NewArticle => view! { <DialogFrame title="New article"><NewArticle /></DialogFrame> }.into_any(),
        Dialog::Export => view! { <DialogFrame title="Export"><Export /></DialogFrame> }.into_any(),
        Dialog::Import => view! { <DialogFrame title="Import"><Import /></DialogFrame> }.into_any(),
        Dialog::KeyboardHelp => view! { <DialogFrame title="Keyboard help"><KeyboardHelp /></DialogFrame> }.into_any(),
        Dialog::Commands => view! { <Palette /> }.into_any(),
        Dialog::Settings => view! { <DialogFrame title="Settings"><Settings /></DialogFrame> }.into_any(),
        Dialog::Keys => view! { <DialogFrame title="Keys"><Keys /></DialogFrame> }.into_any(),
        Dialog::AnnotateAll => {
            view! { <DialogFrame title="Annotate all occurrences"><AnnotateAll /></DialogFrame> }.into_any()
        }
        Dialog::Storage => view! { <DialogFrame title="Storage"><Storage /></DialogFrame> }.into_any(),
        Dialog::EarlierVersions => {
            view! { <DialogFrame title="Restore an earlier version"><EarlierVersions /></DialogFrame> }.into_any()
        }
        Dialog::ArticleDetails => {
            view! { <DialogFrame title="Article details"><ArticleDetails /></DialogFrame> }.into_any()
        }
    }
}
