//! The top of the page: where one is, whether the work is kept, and what can be done from everywhere.

use bluepencil::session::{Command, Saving};
use leptos::prelude::*;

use super::FILE_FIELD;
use super::desk::Desk;
use super::reactive::{Maybe, maybe, text};

/// The value of the page's save state.
pub fn save_state(saving: &Saving) -> &'static str {
    match saving {
        Saving::Saved => "saved",
        Saving::Saving => "saving",
        Saving::Failed(_) => "failed",
    }
}

/// A button for a command, with its key in the tooltip; `sign` is shown instead of the name where it is not empty.
pub fn command_button(command: Command, sign: &'static str) -> AnyView {
    button(command, sign, None)
}

fn button(command: Command, sign: &'static str, disabled: Option<Maybe>) -> AnyView {
    let name = command.name();
    // A tooltip is read by few, so the button works without a desk around it.
    let desk = use_context::<Desk>();
    let title = text(move || match desk.map(|desk| desk.key_of(command)).unwrap_or_default() {
        key if key.is_empty() => name.to_owned(),
        key => format!("{name} ({key})"),
    });
    let (class, words) = if sign.is_empty() { ("command", name) } else { ("command sign", sign) };
    view! {
        <button type="button" class=class aria-label=name title=title data-command=name aria-disabled=disabled>
            {words}
        </button>
    }
    .into_any()
}

/// The masthead.
pub fn masthead(desk: Desk) -> AnyView {
    let title = move || {
        desk.document
            .with(|shown| shown.as_ref().map(|shown| shown.0.article().details.title.clone()).unwrap_or_default())
    };
    let kept = move || {
        desk.view.with(|view| match view.saving {
            Saving::Saved => "Kept in this browser".to_owned(),
            Saving::Saving => "Keeping…".to_owned(),
            Saving::Failed(_) => "Not saved".to_owned(),
        })
    };
    let no_undo = move || desk.view.with(|view| view.next_undo.is_none()).then(|| "true".to_owned());
    let no_redo = move || desk.view.with(|view| view.next_redo.is_none()).then(|| "true".to_owned());
    view! {
        <header class="masthead">
            // Seen only while it has the focus: a screen reader finds it first of all.
            <button type="button" class="command skip" data-command=Command::ReadWithMarks.name()>
                {Command::ReadWithMarks.name()}
            </button>
            <h1 class="brand"><span class="brand-mark" aria-hidden="true"></span>"Bluepencil"</h1>
            <nav class="group" aria-label="Articles">
                {command_button(Command::Library, "")}
                {command_button(Command::NewArticle, "")}
                {command_button(Command::Import, "")}
            </nav>
            <p class="open-title">
                <button
                    type="button"
                    class="command"
                    data-command=Command::ArticleDetails.name()
                    title="Article details: title, byline, date, source, blocks"
                >
                    <span class="out-of-sight">"Article details: "</span>
                    {text(title)}
                </button>
            </p>
            <p class="kept" title="Nothing leaves this browser">{text(kept)}</p>
            <div class="group" role="group" aria-label="Changes">
                {button(Command::Undo, "↶", Some(maybe(no_undo)))}
                {button(Command::Redo, "↷", Some(maybe(no_redo)))}
            </div>
            <div class="group" role="group" aria-label="Tools">
                {command_button(Command::Export, "")}
                {command_button(Command::Commands, "⌘")}
                {command_button(Command::KeyboardHelp, "?")}
                {command_button(Command::Settings, "⚙")}
            </div>
            <input
                id=FILE_FIELD
                class="out-of-sight"
                type="file"
                multiple
                data-import
                accept=".txt,.text,.json,.md,text/plain,application/json"
                aria-label="Files to import"
                tabindex="-1"
            />
        </header>
    }
    .into_any()
}
