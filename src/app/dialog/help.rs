//! The list of keys.

use bluepencil::session::{COMMANDS, Context, Row, shown};
use leptos::prelude::*;

use crate::browser::dom;

/// The contexts in the order in which they are read.
const ORDER: [Context; 4] = [Context::Article, Context::Desk, Context::Mark, Context::Everywhere];
/// More keys than this are shown by their first and last.
const MANY_KEYS: usize = 3;

/// Every key, by where it acts; read from the command table.
pub fn keyboard_help() -> AnyView {
    let groups = ORDER.map(|context| {
        let rows = COMMANDS.iter().filter(|row| row.context == context && !row.keys.is_empty());
        let rows: Vec<AnyView> = rows.map(key_row).collect();
        view! { <h3>{context.title()}</h3><dl>{rows}</dl> }.into_any()
    });
    view! {
        <p>
            "Select words in the article, then press a letter. With the mouse: drag over words, or double-click one; hold "
            <kbd>"Alt"</kbd>" to mark exactly what you drag over. Everything else is under "<kbd>"Ctrl+K"</kbd>": Export, Import, Library."
        </p>
        <div class="keys">{Vec::from(groups)}</div>
    }
    .into_any()
}

fn key_row(row: &'static Row) -> AnyView {
    let mac = dom::is_mac();
    let keys: Vec<String> = match row.keys {
        [first, .., last] if row.keys.len() > MANY_KEYS => vec![shown(first, mac), "…".to_owned(), shown(last, mac)],
        keys => keys.iter().map(|key| shown(key, mac)).collect(),
    };
    let keys: Vec<AnyView> = keys.into_iter().map(|key| view! { <kbd>{key}</kbd>" " }.into_any()).collect();
    view! { <div class="key-row"><dt>{keys}</dt><dd><strong>{row.name}</strong>" "<span class="help">{row.help}</span></dd></div> }
        .into_any()
}
