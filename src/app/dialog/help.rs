//! The list of keys.

use super::super::element::{Content, IntoContent as _};
use bluepencil::session::{COMMANDS, Command, Context, Row, shown};

use crate::app::desk::Desk;
use crate::app::element::{element, help, plain};
use crate::app::masthead::command_button;
use crate::browser::dom;

/// More keys than this are shown by their first and last.
const MANY_KEYS: usize = 3;

/// Every key, by where it acts; read from the command table and the person's own keys.
pub fn keyboard_help(desk: Desk) -> Content {
    let groups = Context::ORDER.map(|context| {
        let rows = COMMANDS.iter().filter(|row| row.context == context);
        let rows: Vec<Content> = rows.filter_map(|row| key_row(desk, row)).collect();
        if rows.is_empty() {
            return ().into_content();
        }
        vec![plain("h3", context.title()).into_content(), element("dl", &[]).child(rows).into_content()].into_content()
    });
    let (commands, off) =
        (desk.key_of(Command::Commands), desk.keys.with_untracked(bluepencil::session::KeyMap::single_letters_off));
    let off = off.then(|| {
        element("p", &[("class", "notice-quiet")])
            .child("Single letters, digits and signs are switched off: without Ctrl they do nothing. Every command is in the palette, and most have a button. ")
            .child(plain("em", "Keys"))
            .child(" in the settings switches them on.")
            .into_content()
    });
    let how = element("p", &[])
        .child("Select words in the article, then press a letter. With the mouse: drag over words, or double-click one; hold ")
        .child(plain("kbd", "Alt"))
        .child(" to mark exactly what you drag over. Everything else is under ")
        .child(element("kbd", &[]).child(commands))
        .child(": Export, Import, Library.");
    let change = element("p", &[("class", "field-actions")]).child(command_button(desk, Command::Keys, "Change keys…"));
    vec![
        off.into_content(),
        how.into_content(),
        element("div", &[("class", "keys")]).child(Vec::from(groups)).into_content(),
        change.into_content(),
    ]
    .into_content()
}

/// A command with its keys; nothing where it has none.
fn key_row(desk: Desk, row: &'static Row) -> Option<Content> {
    let keys = abridged(desk.keys.with_untracked(|keys| keys.keys(row).map(str::to_owned).collect()));
    if keys.is_empty() {
        return None;
    }
    let keys: Vec<Content> = keys.into_iter().map(|key| one_key(key, false)).collect();
    let name = element("dd", &[]).child(plain("strong", row.name)).child(" ").child(help("span", row.help));
    Some(element("div", &[("class", "key-row")]).child(element("dt", &[]).child(keys)).child(name).into_content())
}

/// A key as it is shown among others, and whether it is switched off.
pub fn one_key(key: String, off: bool) -> Content {
    let key = element("kbd", &[]).with_some("data-off", off.then_some("")).child(key);
    vec![key.into_content(), " ".into_content()].into_content()
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
