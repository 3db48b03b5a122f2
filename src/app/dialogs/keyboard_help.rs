//! The list of keys.

use bluepencil::session::{COMMANDS, Command, Context, KeyMap, Row, shown};
use leptos::prelude::*;

use crate::app::components::CommandButton;
use crate::app::state::keymap::use_keymap;
use crate::browser::dom;

/// More keys than this are shown by their first and last.
const MANY_KEYS: usize = 3;

/// Every key, by where it acts; read from the command table and the person's own keys.
#[component]
pub fn KeyboardHelp() -> impl IntoView {
    let keymap = use_keymap();
    view! {
        <Show when=move || keymap.with(KeyMap::single_letters_off)>
            <p class="notice-quiet">
                "Single letters, digits and signs are switched off: without Ctrl they do nothing. Every command is in the palette, and most have a button. "
                <em>"Keys"</em> " in the settings switches them on."
            </p>
        </Show>
        <p>
            "Select words in the article, then press a letter. With the mouse: drag over words, or double-click one; hold "
            <kbd>"Alt"</kbd> " to mark exactly what you drag over. Everything else is under "
            <kbd>{move || keymap.of(Command::Commands)}</kbd> ": Export, Import, Library."
        </p>
        <div class="keys">{Context::ORDER.map(|context| view! { <Group context /> }).collect_view()}</div>
        <p class="field-actions">
            <CommandButton command=Command::Keys sign="Change keys…" />
        </p>
    }
}

/// The commands of one context that have keys; nothing where there is none.
#[component]
fn Group(
    /// Where the keys act.
    context: Context,
) -> impl IntoView {
    let keymap = use_keymap();
    let keys = move |row| abridged(keymap.with(|keymap| keymap.keys(row).map(str::to_owned).collect()));
    move || {
        let rows = COMMANDS.iter().filter(|row| row.context == context).map(|row| (row, keys(row)));
        let rows: Vec<_> = rows.filter(|(_, keys)| !keys.is_empty()).collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{context.title()}</h3>
                <dl>{rows.into_iter().map(|(row, keys)| view! { <KeyRow row keys /> }).collect_view()}</dl>
            }
        })
    }
}

/// A command with its keys.
#[component]
fn KeyRow(
    /// The command.
    row: &'static Row,
    /// Its keys, as people read them.
    keys: Vec<String>,
) -> impl IntoView {
    view! {
        <div class="key-row">
            <dt>{keys.into_iter().map(|key| view! { <OneKey key /> }).collect_view()}</dt>
            <dd>
                <strong>{row.name}</strong> " " <span class="help">{row.help}</span>
            </dd>
        </div>
    }
}

/// A key as it is shown among others.
#[component]
pub fn OneKey(
    /// The key, as people read it.
    key: String,
    /// Whether it is switched off.
    #[prop(optional)]
    off: bool,
) -> impl IntoView {
    view! {
        <kbd data-off=off.then_some("")>{key}</kbd>
        " "
    }
}

/// Keys as people read them; of many, the first and the last.
pub fn abridged(keys: Vec<String>) -> Vec<String> {
    let mac = dom::is_mac();
    let mut keys: Vec<String> = keys.iter().map(|key| shown(key, mac)).collect();
    if keys.len() > MANY_KEYS {
        keys.splice(1..keys.len() - 1, ["…".to_owned()]);
    }
    keys
}
