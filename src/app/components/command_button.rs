//! A button for a command.

use bluepencil::session::Command;
use leptos::prelude::*;

use crate::app::dispatch::use_dispatch;
use crate::app::state::keymap::use_keymap;

/// A button that gives a command, with its key in the tooltip. Pressing it leaves the focus where it is, so that the keys of
/// the article go on working.
#[component]
pub fn CommandButton(
    /// The command, whose name is the accessible name unless other words are shown.
    command: Command,
    /// What is shown instead of the name: a sign, a part of the name, or other words; nothing for the name itself.
    #[prop(optional)]
    sign: &'static str,
    /// Whether the command has nothing to do now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let (dispatch, keymap) = (use_dispatch(), use_keymap());
    let name = command.name();
    let (class, words) = if sign.is_empty() { ("command", name) } else { ("command sign", sign) };
    // Who speaks to the page says the words that are seen.
    let is_sign = !sign.starts_with(char::is_alphabetic);
    let label = if is_sign || holds(name, sign.trim_end_matches('…')) { name } else { sign };
    let title = move || match keymap.of(command) {
        key if key.is_empty() => name.to_owned(),
        key => format!("{name} ({key})"),
    };
    view! {
        <button
            type="button"
            class=class
            aria-label=label
            data-command=name
            title=title
            aria-disabled=move || disabled.get().then_some("true")
            on:mousedown=|event| event.prevent_default()
            on:click=move |_| dispatch.command(command)
        >
            {words}
        </button>
    }
}

/// Whether a name holds some words, in capitals or not.
fn holds(name: &str, words: &str) -> bool {
    name.to_ascii_lowercase().contains(&words.to_ascii_lowercase())
}
