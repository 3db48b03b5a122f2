//! The search panel: words to look for, what was found, and labels for the chosen match.

use bluepencil::annotation::BUILT_IN;
use bluepencil::document::Document;
use bluepencil::session::{Event, Finding, Search};
use bluepencil::text::{Matching, around, shorten};
use leptos::ev::KeyboardEvent;

use super::desk::Desk;
use super::element::{Content, IntoContent as _, element};
use super::inspector::field_id;
use super::reactive::{keep, part, present, text};
use crate::browser::dom;

/// The id of the panel.
const PANEL: &str = "search-panel";
/// The id of the list of matches.
const MATCHES: &str = "matches";
/// How many matches are listed at once, from a few before the chosen one on.
const LISTED: usize = 40;
/// How many of those stand before the chosen one.
const BEFORE: usize = 10;
/// How many characters stand on each side of a match.
const AROUND: usize = 28;
/// How many characters of a match, or of an annotation that holds one, are shown.
const WORDS: usize = 80;

/// The panel. It is always on the page and hidden while nothing is searched, so that its field stays while one types.
pub fn search_panel(desk: Desk) -> Content {
    let field = field_id("Search");
    keep(move || {
        desk.search.track();
        dom::after_update(move || show_state(desk));
    });
    let told = move || desk.search.with(|search| search.as_ref().map(|search| search.0.told()).unwrap_or_default());
    let matches = move || {
        let options = desk.search.with(|search| {
            let search = search.as_ref()?;
            desk.read(|document| Some(options(&search.0, document)))
        });
        element(
            "ul",
            &[
                ("id", MATCHES),
                ("class", "matches"),
                ("role", "listbox"),
                ("aria-label", "Matches"),
                ("tabindex", "-1"),
            ],
        )
        .child(options.unwrap_or_default())
        .into_content()
    };
    let labels = BUILT_IN.map(|known| {
        element(
            "button",
            &[("type", "button"), ("class", "label-button"), ("data-does", "mark-found"), ("data-keeps-focus", "")],
        )
        .with("aria-label", format!("Mark {}", known.name))
        .with("data-of", known.name)
        .child(element("span", &[("class", "swatch")]).with("data-label", known.name).child(known.name))
        .into_content()
    });
    let input = element(
        "input",
        &[
            ("type", "text"),
            ("role", "combobox"),
            ("aria-expanded", "true"),
            ("aria-controls", MATCHES),
            ("autocomplete", "off"),
            ("dir", "auto"),
            ("placeholder", "Search text and annotations"),
            ("data-field", "search"),
        ],
    );
    let field = element("div", &[("class", "panel-line")])
        .child(element("label", &[("class", "out-of-sight")]).with("for", field.clone()).child("Search"))
        .child(input.with("id", field))
        .child(sign("Previous match", "↑", "previous-match"))
        .child(sign("Next match", "↓", "next-match"))
        .child(sign("Close search", "✕", "close-search"));
    let checks = element("div", &[("class", "panel-line")])
        .child(check("search-case", "Match case"))
        .child(check("search-whole-words", "Whole words"));
    let labels = element("div", &[("class", "panel-line"), ("role", "group"), ("aria-label", "Mark the match")])
        .child(Vec::from(labels));
    element("section", &[("id", PANEL), ("class", "panel search"), ("aria-label", "Search")])
        .live("hidden", present(move || desk.search.with(Option::is_none)))
        .child(field)
        .child(checks)
        .child(element("p", &[("class", "help"), ("aria-live", "polite")]).child(text(told)))
        .child(part(matches))
        .child(labels)
        .into_content()
}

fn sign(name: &'static str, sign: &'static str, does: &'static str) -> Content {
    element("button", &[("type", "button"), ("class", "command sign"), ("data-keeps-focus", "")])
        .with("aria-label", name)
        .with("title", name)
        .with("data-does", does)
        .child(sign)
        .into_content()
}

/// A labelled check box; its id is what it holds.
pub fn check(field: &'static str, name: &'static str) -> Content {
    let input = element("input", &[("type", "checkbox")]).with("id", field).with("data-field", field);
    element("label", &[("class", "check")]).child(input).child(name).into_content()
}

/// Brings the fields in line with the search, and the chosen match into view in the list.
pub fn show_state(desk: Desk) {
    let Some((words, matching, current)) = desk.search.with_untracked(|search| {
        let search = &search.as_ref()?.0;
        Some((search.words.clone(), search.matching, search.current))
    }) else {
        return;
    };
    let field = field_id("Search");
    dom::set_value(&field, &words);
    dom::set_checked("search-case", matching.case);
    dom::set_checked("search-whole-words", matching.whole_words);
    dom::set_attribute(&field, "aria-activedescendant", current.map(option_id).as_deref());
    current.into_iter().for_each(|current| dom::scroll_into_view(&option_id(current)));
}

fn option_id(number: usize) -> String {
    format!("match-{number}")
}

/// The matches near the chosen one.
fn options(search: &Search, document: &Document) -> Vec<Content> {
    let count = search.count();
    let first = search.current.unwrap_or(0).saturating_sub(BEFORE);
    let numbers = first..(first + LISTED).min(count);
    numbers.filter_map(|number| option(search, document, number, count)).collect()
}

fn option(search: &Search, document: &Document, number: usize, count: usize) -> Option<Content> {
    let text = &document.article().text;
    let words = match search.places.get(number) {
        Some(place) => {
            let (before, after) = around(text, *place, AROUND);
            let words = element("strong", &[]).child(shorten(text.words(*place), WORDS));
            vec![before.into_content(), words.into_content(), after.into_content()].into_content()
        }
        None => {
            let annotation = document.annotation(*search.marks.get(number - search.places.len())?)?;
            let words = shorten(&annotation.target.words(text), WORDS);
            let note = (!annotation.note.is_empty()).then(|| format!(" — {}", shorten(&annotation.note, WORDS)));
            let title = element("em", &[]).child(annotation.label.title().into_owned()).child(": ");
            vec![title.into_content(), words.into_content(), note.unwrap_or_default().into_content()].into_content()
        }
    };
    let option = element(
        "li",
        &[
            ("class", "match"),
            ("role", "option"),
            ("dir", "auto"),
            ("data-does", "choose-match"),
            ("data-keeps-focus", ""),
        ],
    );
    let option = option
        .with("id", option_id(number))
        .with("aria-selected", (search.current == Some(number)).to_string())
        .with("aria-setsize", count.to_string())
        .with("aria-posinset", (number + 1).to_string())
        .with("data-of", number.to_string())
        .child(words);
    Some(option.into_content())
}

/// A key pressed in the panel: `Esc` closes it; in its field `Enter` and the arrows go from match to match. True where it
/// was one of them.
pub fn search_key(desk: Desk, event: &KeyboardEvent) -> bool {
    if !dom::is_inside(event, PANEL) {
        return false;
    }
    let in_field = dom::field(event).is_some_and(|field| field.name == "search");
    let finding = match event.key().as_str() {
        "Escape" => Finding::Close,
        "Enter" if in_field && event.shift_key() => Finding::Previous,
        "Enter" | "ArrowDown" if in_field => Finding::Next,
        "ArrowUp" if in_field => Finding::Previous,
        _ => return false,
    };
    event.prevent_default();
    desk.dispatch(Event::Search(finding));
    true
}

/// What the check boxes of the panel say.
pub fn matching(desk: Desk) -> Matching {
    desk.search.with_untracked(|search| search.as_ref().map(|search| search.0.matching).unwrap_or_default())
}
