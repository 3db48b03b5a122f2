//! The settings: the look of the page and the article, how much is said, and the annotator's name.

use bluepencil::session::Command;
use bluepencil::store::{Announcements, Measure, Preferences, ReaderFont, TextSize, Theme};

use super::super::element::{Content, IntoContent as _};
use super::{choice, field, said_since};
use crate::app::desk::Desk;
use crate::app::element::{action, element};
use crate::app::masthead::command_button;
use crate::app::reactive::keep;
use crate::browser::dom;

/// The choices: id, name, `data-field` and help of each field.
const THEME: (&str, &str, &str) = ("settings-theme", "Theme", "theme");
const TEXT_SIZE: (&str, &str, &str) = ("settings-text-size", "Size of the article’s text", "text-size");
const MEASURE: (&str, &str, &str) = ("settings-measure", "Width of the article", "measure");
const FONT: (&str, &str, &str) = ("settings-font", "Letters of the article", "font");
const SAID: (&str, &str, &str) = ("settings-announcements", "Announcements", "announcements");

/// Preferences of this browser; they are kept with the articles but are no part of them.
pub fn settings(desk: Desk) -> Content {
    let name = element(
        "input",
        &[
            ("id", "settings-name"),
            ("type", "text"),
            ("dir", "auto"),
            ("autocomplete", "off"),
            ("data-field", "annotator"),
        ],
    );
    // The fields follow the preferences, so that a reset is seen at once.
    keep(move || {
        let set = desk.view.with(|view| view.library.preferences.clone());
        dom::after_update(move || show(&set));
    });
    let themes = Theme::ALL.iter().map(|one| choice(one.name(), one.title(), false)).collect();
    let sizes = TextSize::ALL.iter().map(|one| choice(one.name(), one.title(), false)).collect();
    let measures = Measure::ALL.iter().map(|one| choice(one.name(), one.title(), false)).collect();
    let fonts = ReaderFont::ALL.iter().map(|one| choice(one.name(), one.title(), false)).collect();
    let said = Announcements::ALL.iter().map(|one| choice(one.name(), one.title(), false)).collect();
    let look = element("div", &[("class", "settings")])
        .child(select(THEME, themes, ""))
        .child(select(TEXT_SIZE, sizes, ""))
        .child(select(MEASURE, measures, ""))
        .child(select(FONT, fonts, ""));
    let buttons = element("p", &[("class", "field-actions")])
        .child(command_button(desk, Command::Keys, "Keys…"))
        .child(command_button(desk, Command::Storage, "Storage…"))
        .child(action("reset-settings", "Reset settings"));
    let promise =
        "Articles, annotations and settings are kept in this browser. Nothing leaves it unless you export it.";
    vec![
        look.into_content(),
        select(
            SAID,
            said,
            "What a screen reader hears, and what stands at the foot of the page. What is refused or goes wrong is always said.",
        ),
        field(
            "settings-name",
            "Your name",
            name,
            "Written into the annotations you make from now on. It stays in this browser until you export.",
        ),
        buttons.into_content(),
        element("p", &[("class", "help"), ("aria-live", "polite")]).child(said_since(desk)).into_content(),
        element("p", &[("class", "promise")]).child(promise).into_content(),
    ]
    .into_content()
}

fn select(
    (id, name, data_field): (&'static str, &'static str, &'static str),
    choices: Vec<Content>,
    help: &'static str,
) -> Content {
    let control = element("select", &[]).with("id", id).with("data-field", data_field).child(choices);
    field(id, name, control, help)
}

/// Shows what is set in the fields.
fn show(set: &Preferences) {
    dom::set_value(THEME.0, set.theme.name());
    dom::set_value(TEXT_SIZE.0, set.text_size.name());
    dom::set_value(MEASURE.0, set.measure.name());
    dom::set_value(FONT.0, set.reader_font.name());
    dom::set_value(SAID.0, set.announcements.name());
    dom::set_value("settings-name", &set.annotator);
}

/// The preferences with another choice in one of the fields above; `None` where it is none of them.
pub fn chosen(data_field: &str, value: &str, set: Preferences) -> Option<Preferences> {
    Some(match data_field {
        "theme" => Preferences { theme: Theme::named(value)?, ..set },
        "text-size" => Preferences { text_size: TextSize::named(value)?, ..set },
        "measure" => Preferences { measure: Measure::named(value)?, ..set },
        "font" => Preferences { reader_font: ReaderFont::named(value)?, ..set },
        "announcements" => Preferences { announcements: Announcements::named(value)?, ..set },
        "annotator" => Preferences { annotator: value.to_owned(), ..set },
        _ => return None,
    })
}
