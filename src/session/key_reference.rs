//! The command table as a page for people: what `docs/keys.md` is a copy of.

use super::command::Context;
use super::command_table::{COMMANDS, Row};
use super::key_names::shown;

/// The text above the tables.
const HEAD: &str = "\
# Keys

Every command of Bluepencil with the keys it has before anybody changes them. `Ctrl` means `Cmd` on a Mac, but for
the caret: there `Option` goes by word and paragraph, and `Cmd` to the ends of the line and the article. Keys follow the layout of
the keyboard. Keys with `Ctrl` and `Esc` act everywhere; all others act while the article or the list has the focus.
A command without a key is in the palette (`Ctrl+K`), where every command is.

*Keys* (in *Settings*, or in the palette) gives commands other keys and switches single letters off. This page is printed from
the command table: `cargo xtask keys > docs/keys.md`.
";

/// All commands with the keys of the table, in Markdown.
#[must_use]
pub fn key_reference() -> String {
    let mut page = HEAD.to_owned();
    for context in Context::ORDER {
        page.push_str(&format!("\n## {}\n\n| key | command | does |\n| --- | --- | --- |\n", context.title()));
        for row in COMMANDS.iter().filter(|row| row.context == context) {
            page.push_str(&line(row));
        }
    }
    page
}

fn line(row: &Row) -> String {
    let keys: Vec<String> = row.keys.iter().map(|key| format!("`{}`", shown(key, false))).collect();
    format!("| {} | {} | {} |\n", keys.join(" "), row.name, row.help)
}
