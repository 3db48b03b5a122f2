//! The list of keys.

use bluepencil::session::{COMMANDS, Command, Context, Row, shown};
use leptos::prelude::*;

use crate::app::desk::Desk;
use crate::app::masthead::command_button;
use crate::browser::dom;

/// More keys than this are shown by their first and last.
const MANY_KEYS: usize = 3;

/// Every key, by where it acts; read from the command table and the person's own keys.
pub fn keyboard_help(desk: Desk) -> AnyView {
    let groups = Context::ORDER.map(|context| {
        let rows = COMMANDS.iter().filter(|row| row.context == context);
        let rows: Vec<AnyView> = rows.filter_map(|row| key_row(desk, row)).collect();
        let rows = (!rows.is_empty()).then(|| view! { <h3>{context.title()}</h3><dl>{rows}</dl> }.into_any());
        rows.into_any()
    });
    let (commands, off) =
        (desk.key_of(Command::Commands), desk.keys.with_untracked(bluepencil::session::KeyMap::single_letters_off));
    let off = off.then(|| {
        view! {
            <p class="notice-quiet">
                "Single letters, digits and signs are switched off: without Ctrl they do nothing. Every command is in the palette, and most have a button. "
                <em>"Keys"</em>" in the settings switches them on."
            </p>
        }
        .into_any()
    });
    view! {
        {off}
        <p>
            "Select words in the article, then press a letter. With the mouse: drag over words, or double-click one; hold "
            <kbd>"Alt"</kbd>" to mark exactly what you drag over. Everything else is under "<kbd>{commands}</kbd>": Export, Import, Library."
        </p>
        <div class="keys">{Vec::from(groups)}</div>
        <p class="field-actions">{command_button(Command::Keys, "Change keys…")}</p>
    }
    .into_any()
}

/// A command with its keys; nothing where it has none.
fn key_row(desk: Desk, row: &'static Row) -> Option<AnyView> {
    let keys = desk.keys.with_untracked(|keys| keys.keys(row).map(str::to_owned).collect());
    let keys: Vec<AnyView> = abridged(keys).into_iter().map(|key| view! { <kbd>{key}</kbd>" " }.into_any()).collect();
    let has_keys = !keys.is_empty();
    let row = view! { <div class="key-row"><dt>{keys}</dt><dd><strong>{row.name}</strong>" "<span class="help">{row.help}</span></dd></div> };
    has_keys.then(|| row.into_any())
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
