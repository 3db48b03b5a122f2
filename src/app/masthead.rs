//! The top of the page: where one is, whether the work is kept, and what can be done from everywhere.

use bluepencil::session::{Command, Saving};
use bluepencil::text::visible;

use super::FILE_FIELD;
use super::desk::Desk;
use super::element::{Content, IntoContent as _, element};
use super::reactive::{Maybe, maybe, text};

/// The value of the page's save state.
pub fn save_state(saving: &Saving) -> &'static str {
    match saving {
        Saving::Saved | Saving::Lightly => "saved",
        Saving::Saving => "saving",
        Saving::Failed(_) => "failed",
    }
}

/// A button for a command, with its key in the tooltip; `sign` is shown instead of the name where it is not empty.
pub fn command_button(desk: Desk, command: Command, sign: &'static str) -> Content {
    button(desk, command, sign, None)
}

fn button(desk: Desk, command: Command, sign: &'static str, disabled: Option<Maybe>) -> Content {
    let name = command.name();
    let title = move || match desk.key_of(command) {
        key if key.is_empty() => name.to_owned(),
        key => format!("{name} ({key})"),
    };
    let (class, words) = if sign.is_empty() { ("command", name) } else { ("command sign", sign) };
    let button = element("button", &[("type", "button")])
        .with("class", class)
        .with("aria-label", name)
        .with("data-command", name)
        .live("title", maybe(move || Some(title())))
        .child(words);
    match disabled {
        Some(disabled) => button.live("aria-disabled", disabled).into_content(),
        None => button.into_content(),
    }
}

/// The masthead.
pub fn masthead(desk: Desk) -> Content {
    let title = move || {
        desk.document
            .with(|shown| shown.as_ref().map(|shown| visible(&shown.0.article().details.title).into_owned()))
            .unwrap_or_default()
    };
    let kept = move || {
        desk.view.with(|view| match view.saving {
            Saving::Saved => "Saved".to_owned(),
            Saving::Lightly => "Kept in this browser; a crash may lose the last minute".to_owned(),
            Saving::Saving => "Saving…".to_owned(),
            Saving::Failed(_) => "Not saved".to_owned(),
        })
    };
    let no_undo = move || desk.view.with(|view| view.next_undo.is_none()).then(|| "true".to_owned());
    let no_redo = move || desk.view.with(|view| view.next_redo.is_none()).then(|| "true".to_owned());
    // Seen only while it has the focus: a screen reader finds it first of all.
    let skip = element("button", &[("type", "button"), ("class", "command skip")])
        .with("data-command", Command::ReadWithMarks.name())
        .child(Command::ReadWithMarks.name());
    let brand = element("h1", &[("class", "brand")])
        .child(element("span", &[("class", "brand-mark"), ("aria-hidden", "true")]))
        .child("Bluepencil");
    let articles = element("nav", &[("class", "group"), ("aria-label", "Articles")])
        .child(command_button(desk, Command::Library, ""))
        .child(command_button(desk, Command::NewArticle, ""))
        .child(command_button(desk, Command::Import, ""));
    let details = element(
        "button",
        &[("type", "button"), ("class", "command"), ("title", "Article details: title, byline, date, source, blocks")],
    );
    let details = details
        .with("data-command", Command::ArticleDetails.name())
        .child(element("span", &[("class", "out-of-sight")]).child("Article details: "))
        .child(element("span", &[("dir", "auto")]).child(text(title)));
    let kept = element("p", &[("class", "kept"), ("title", "Nothing leaves this browser")]).child(text(kept));
    let changes = element("div", &[("class", "group"), ("role", "group"), ("aria-label", "Changes")])
        .child(button(desk, Command::Undo, "↶", Some(maybe(no_undo))))
        .child(button(desk, Command::Redo, "↷", Some(maybe(no_redo))));
    let tools = element("div", &[("class", "group"), ("role", "group"), ("aria-label", "Tools")])
        .child(command_button(desk, Command::Export, ""))
        .child(command_button(desk, Command::Commands, "⌘"))
        .child(command_button(desk, Command::KeyboardHelp, "?"))
        .child(command_button(desk, Command::Settings, "⚙"));
    let files = element(
        "input",
        &[
            ("id", FILE_FIELD),
            ("class", "out-of-sight"),
            ("type", "file"),
            ("multiple", ""),
            ("data-import", ""),
            ("accept", ".txt,.text,.json,.md,text/plain,application/json"),
            ("aria-label", "Files to import"),
            ("tabindex", "-1"),
        ],
    );
    element("header", &[("class", "masthead")])
        .child(skip)
        .child(brand)
        .child(articles)
        .child(element("p", &[("class", "open-title")]).child(details))
        .child(kept)
        .child(changes)
        .child(tools)
        .child(files)
        .into_content()
}
