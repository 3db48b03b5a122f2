//! Every command, searchable.

use bluepencil::session::{COMMANDS, Command, Context, Dialog, Event, Row};
use leptos::ev::KeyboardEvent;

use super::super::element::{Content, IntoContent as _};
use super::field;
use crate::app::desk::Desk;
use crate::app::element::element;
use crate::app::reactive::{keep, part, text};
use crate::browser::dom;

/// The id of the field that one types in.
const QUERY: &str = "palette-query";

/// The commands whose name or help holds every word that was typed.
fn matching(query: &str) -> Vec<&'static Row> {
    let query = query.to_ascii_lowercase();
    let fits = |row: &&Row| {
        let words = format!("{} {}", row.name, row.help).to_ascii_lowercase();
        query.split_ascii_whitespace().all(|word| words.contains(word))
    };
    // These move a caret or a boundary that the palette has taken away, or say by their key which label; they are keys and
    // nothing else.
    let only_keys =
        [Command::MoveCaret, Command::ExtendSelection, Command::MarkNumbered(1), Command::Commands, Command::Leave];
    let runs = |row: &&Row| !only_keys.contains(&row.command) && row.context != Context::Moving;
    COMMANDS.iter().filter(runs).filter(fits).collect()
}

/// The palette: type some letters, choose with the arrows, `Enter` runs.
pub fn palette(desk: Desk) -> Content {
    let query = element(
        "input",
        &[
            ("id", QUERY),
            ("type", "text"),
            ("role", "combobox"),
            ("aria-expanded", "true"),
            ("aria-controls", "palette-list"),
            ("autocomplete", "off"),
            ("autofocus", ""),
            ("data-field", "palette"),
        ],
    );
    keep(move || {
        let (_, chosen) = desk.palette.get();
        dom::after_update(move || {
            dom::set_attribute(QUERY, "aria-activedescendant", Some(&option_id(chosen)));
            dom::scroll_into_view(&option_id(chosen));
        });
    });
    let options = move || {
        let (query, chosen) = desk.palette.get();
        let options = matching(&query).into_iter().enumerate();
        let options: Vec<Content> = options.map(|(place, row)| option(desk, place, row, place == chosen)).collect();
        element(
            "ul",
            &[
                ("id", "palette-list"),
                ("class", "palette"),
                ("role", "listbox"),
                ("aria-label", "Commands"),
                ("tabindex", "-1"),
            ],
        )
        .child(options)
        .into_content()
    };
    let count = move || match desk.palette.with(|(query, _)| matching(query).len()) {
        0 => "No command fits. Try fewer letters.".to_owned(),
        1 => "1 command".to_owned(),
        count => format!("{count} commands"),
    };
    let count = element("p", &[("class", "help"), ("aria-live", "polite")]).child(text(count));
    vec![field(QUERY, "Search commands", query, ""), part(options).into_content(), count.into_content()].into_content()
}

fn option(desk: Desk, place: usize, row: &'static Row, chosen: bool) -> Content {
    let key = Some(desk.key_of(row.command)).filter(|key| !key.is_empty());
    let key = key.map(|key| element("kbd", &[]).child(key).into_content());
    element("li", &[("role", "option"), ("data-in-palette", "")])
        .with("id", option_id(place))
        .with("aria-selected", chosen.to_string())
        .with("data-command", row.name)
        .child(element("span", &[("class", "palette-name")]).child(row.name))
        .child(element("span", &[("class", "palette-help")]).child(row.help))
        .child(key)
        .into_content()
}

fn option_id(place: usize) -> String {
    format!("palette-option-{place}")
}

/// A key pressed while the palette is open: arrows choose, `Enter` runs. True where it was one of them.
pub fn palette_key(desk: Desk, event: &KeyboardEvent) -> bool {
    if desk.dialog.get_untracked() != Some(Dialog::Commands) {
        return false;
    }
    let (query, chosen) = desk.palette.get_untracked();
    let rows = matching(&query);
    let count = rows.len().max(1);
    match event.key().as_str() {
        "ArrowDown" => desk.palette.set((query, (chosen + 1) % count)),
        "ArrowUp" => desk.palette.set((query, (chosen + count - 1) % count)),
        "Enter" => rows.get(chosen).into_iter().for_each(|row| run(desk, row.command)),
        _ => return false,
    }
    event.prevent_default();
    true
}

/// Closes the palette and runs a command where the user stood before.
pub fn run(desk: Desk, command: Command) {
    desk.dispatch(Event::DialogClosed);
    // The dialog closes with the next frame and gives the focus back; only then is the command at its place.
    dom::after_update(move || dom::after_update(move || desk.command(command)));
}
