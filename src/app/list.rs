//! The rail beside the article: every annotation in reading order, the fields of the one in focus opened in place.

use bluepencil::annotation::{AnnotationId, BUILT_IN, FLAG};
use bluepencil::document::{Document, Entry};
use bluepencil::session::{Command, numbered};
use bluepencil::text::{Text, Utf8, shorten, visible};

use super::desk::{Desk, Listing, Shown, set};
use super::element::{Content, IntoContent as _, element};
use super::filter::filters;
use super::inspector::inspector;
use super::lesson::lesson;
use super::masthead::command_button;
use super::rail::Rail;
use super::reactive::{flag, keep, present, text};
use super::rows::Rows;
use super::search::search_panel;
use super::selected::selected_bar;
use crate::browser::resize::on_resize;
use crate::browser::{dom, list};

/// From this many annotations on, the list holds only the rows near its view.
const VIRTUAL_FROM: usize = 500;
/// The height of a row of such a list, in CSS pixels, as the style sheet sets it.
const ROW_HEIGHT: f64 = 60.0;
/// The height that its view is taken to have at first, in CSS pixels.
const FIRST_VIEW: f64 = 600.0;
/// How many rows beyond the view are kept on each side.
const MARGIN: usize = 4;
/// How many characters of an annotation's words a row shows.
const SHOWN_WORDS: usize = 160;

/// How many characters of them name the row's check box.
const CHECKED_WORDS: usize = 40;

/// One element of the list: rows change by being replaced, the fields stay while one types in them.
#[derive(PartialEq)]
enum Item {
    /// The row of an annotation at a revision and at a place in reading order.
    Row(Box<Row>),
    /// The opened fields of an annotation.
    Fields(AnnotationId),
}

/// What a row shows; a row is written anew when any of it changes.
#[derive(PartialEq)]
struct Row {
    id: AnnotationId,
    label: String,
    title: String,
    status: &'static str,
    start: u32,
    end: u32,
    segments: String,
    words: String,
    note: String,
    flags: String,
    flagged: bool,
    in_focus: bool,
    takes_tab: bool,
}

impl Row {
    fn of(text: &Text, entry: &Entry) -> Self {
        let annotation = &entry.annotation;
        let count = |position: Utf8| text.code_point(position).unwrap_or_default().0;
        let segments =
            annotation.target.segments().map(|span| format!("{}-{}", count(span.start()), count(span.end())));
        Self {
            id: annotation.id,
            label: annotation.label.name().to_owned(),
            title: annotation.label.title().into_owned(),
            status: annotation.status.name(),
            start: count(annotation.target.start()),
            end: count(annotation.target.end()),
            segments: segments.collect::<Vec<_>>().join(" "),
            words: shorten(&annotation.target.words(text), SHOWN_WORDS),
            note: annotation.note.clone(),
            flags: annotation.flags.iter().filter(|flag| *flag != FLAG).cloned().collect::<Vec<_>>().join(", "),
            flagged: annotation.is_flagged(),
            in_focus: false,
            takes_tab: false,
        }
    }
}

/// The rows that are on the page: all of a short list, those near the view of a long one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Window {
    first: usize,
    end: usize,
    count: usize,
}

impl Window {
    fn is_virtual(self) -> bool {
        self.count >= VIRTUAL_FROM
    }

    /// The rows of so many near a view of the list: how far it is scrolled, and how high it is.
    fn of(count: usize, focused: Option<usize>, (from, view): (f64, f64)) -> Self {
        if count < VIRTUAL_FROM {
            return Self { first: 0, end: count, count };
        }
        // The opened fields push down every row that follows theirs.
        let fields =
            focused.filter(|row| (*row as f64 + 1.0) * ROW_HEIGHT < from).map_or(0.0, |_| list::fields_height());
        let first = (((from - fields).max(0.0) / ROW_HEIGHT) as usize).min(count);
        // Before the browser has laid the list out, its view has no height.
        let view = if view > 0.0 { view } else { FIRST_VIEW };
        let rows = (view / ROW_HEIGHT) as usize + 1;
        Self { first: first.saturating_sub(MARGIN), end: (first + rows + MARGIN).min(count), count }
    }
}

/// Takes note of where the list is scrolled to, and how high it is.
pub fn follow_view(desk: Desk) {
    set(desk.list_view, list::scroll());
}

/// Brings the row of an annotation into view.
pub fn reveal(desk: Desk, document: &Document, id: AnnotationId) {
    let row = list::row(&id.to_string()).or_else(|| {
        let place = document.position(id)?;
        let row = desk.rail.with_untracked(|rail| rail.listing.row(place))?;
        Some((row as f64 * ROW_HEIGHT, ROW_HEIGHT))
    });
    if let Some((top, height)) = row {
        list::reveal(top, height);
    }
}

/// The id of the rail.
const RAIL: &str = "rail";
/// The id of the rail's button, which a narrow screen shows.
const TOGGLE: &str = "rail-toggle";

/// Opens or closes the rail, where it is a sheet at the foot of a narrow screen.
pub fn toggle() {
    let close = dom::attribute_of(RAIL, "data-closed").is_none();
    dom::set_attribute(RAIL, "data-closed", close.then_some(""));
    dom::set_attribute(TOGGLE, "aria-expanded", Some(if close { "false" } else { "true" }));
}

/// Opens the rail, where it is closed.
pub fn open() {
    if dom::attribute_of(RAIL, "data-closed").is_some() {
        toggle();
    }
}

/// The rail.
pub fn rail(desk: Desk) -> Content {
    dom::after_update(move || on_resize(list::LIST, move || follow_view(desk)));
    let window = move || {
        let view = desk.list_view.get();
        desk.rail.with(|Rail { document, focus, listing, .. }| {
            document.as_ref().map_or(Window::default(), |Shown(document)| {
                let focused = focus.and_then(|id| document.position(id));
                let focused = focused.and_then(|place| listing.row(place));
                Window::of(listing.len(document.entries().len()), focused, view)
            })
        })
    };
    let mut rows = Rows::new();
    keep(move || {
        let window = window();
        let (above, below) = if window.is_virtual() { (window.first, window.count - window.end) } else { (0, 0) };
        list::set_space(above as f64 * ROW_HEIGHT, below as f64 * ROW_HEIGHT);
        list::set_virtual(window.is_virtual());
        let items = desk.rail.with(|Rail { document, focus, listing, several, .. }| {
            let items = |Shown(document): &Shown| items(document, listing, window, *focus, *several);
            document.as_ref().map_or_else(Vec::new, items)
        });
        let Some(holder) = list::rows() else { return };
        rows.show(&holder, items, |item| match item {
            Item::Row(row) => list_row(desk, row),
            Item::Fields(id) => element("li", &[("data-fields", "")]).child(inspector(desk, *id)).into_content(),
        });
        list::number_rows(window.first, window.count);
    });
    let nothing_marked =
        move || desk.rail.with(|rail| rail.document.as_ref().is_none_or(|shown| shown.0.entries().is_empty()));
    let toggle = element(
        "button",
        &[
            ("id", TOGGLE),
            ("type", "button"),
            ("class", "rail-toggle"),
            ("aria-expanded", "true"),
            ("data-does", "toggle-rail"),
        ],
    );
    let tools = element("span", &[("class", "group")])
        .child(command_button(desk, Command::Search, ""))
        .child(command_button(desk, Command::Filter, ""));
    let title =
        element("div", &[("class", "rail-title")]).child(element("h2", &[]).child(toggle.child("Marks"))).child(tools);
    let hint = element("p", &[("class", "hint")])
        .live("hidden", present(move || !nothing_marked() || desk.lesson.with(Option::is_some)))
        .child("Nothing is marked yet. Select some words in the article, then press ")
        .child(element("kbd", &[]).child(text(move || desk.key_of(Command::MarkQuote))))
        .child(" for a quote.");
    let list = element("div", &[("id", list::LIST), ("class", "list")])
        .child(element("div", &[("id", list::ABOVE), ("aria-hidden", "true")]))
        .child(element("ul", &[("aria-label", "Annotations")]))
        .child(element("div", &[("id", list::BELOW), ("aria-hidden", "true")]));
    element("section", &[("id", RAIL), ("class", "rail"), ("aria-label", "Marks")])
        .child(element("div", &[("class", "rail-head")]).child(title).child(filters(desk)))
        .child(lesson(desk))
        .child(search_panel(desk))
        .child(selected_bar(desk))
        .child(hint)
        .child(list)
        .into_content()
}

fn items(
    document: &Document,
    listing: &Listing,
    window: Window,
    focus: Option<AnnotationId>,
    several: bool,
) -> Vec<Item> {
    let text = &document.article().text;
    let mut items = Vec::with_capacity(window.end.saturating_sub(window.first) + 1);
    for number in window.first..window.end {
        let entry = listing.place(number).and_then(|place| document.entries().get(place));
        let Some(entry) = entry else { continue };
        let id = entry.annotation.id;
        let mut row = Row::of(text, entry);
        row.in_focus = focus == Some(id);
        if row.in_focus {
            // The other rows do not say their number: a new mark would have to write all that follow it anew.
            row.title = numbered(&entry.annotation.label, number, window.count);
        }
        // One row takes the Tab key: the one in focus, or the first.
        row.takes_tab = row.in_focus || (focus.is_none() && number == 0);
        items.push(Item::Row(Box::new(row)));
        // While several marks are selected the bar over the list holds what can be done to them, and no row its fields.
        if focus == Some(id) && !several {
            items.push(Item::Fields(id));
        }
    }
    items
}

/// The letter that stands for a label.
pub fn letter(label: &str) -> &'static str {
    BUILT_IN.iter().find(|known| known.name == label).map_or("•", |known| known.key)
}

/// One annotation in the list.
fn list_row(desk: Desk, row: &Row) -> Content {
    let (annotation, id) = (row.id, row.id.to_string());
    let note = (!row.note.is_empty()).then(|| row_note("Note: ", &row.note));
    let flags = (!row.flags.is_empty()).then(|| row_note("Flags: ", &row.flags));
    let flagged = row.flagged.then(|| {
        element("span", &[("class", "row-flag")])
            .child(element("span", &[("aria-hidden", "true")]).child("⚑"))
            .child(element("span", &[("class", "out-of-sight")]).child("Flagged. "))
            .into_content()
    });
    let is_selected = move || desk.selected.with(|selected| selected.0.contains(&annotation));
    let check =
        element("input", &[("type", "checkbox"), ("class", "row-check"), ("tabindex", "-1"), ("data-field", "select")]);
    let check = check
        .with("aria-label", format!("Select {}: {}", row.title, shorten(&row.words, CHECKED_WORDS)))
        .with("data-of", id.clone())
        .property("checked", flag(is_selected));
    let letter = element("span", &[("class", "letter"), ("aria-hidden", "true")])
        .child(letter(&row.label))
        .with("data-label", row.label.clone());
    let words = element("span", &[("class", "row-text")])
        .child(element("span", &[("class", "out-of-sight")]).child(row.title.clone()).child(": "))
        .child(element("span", &[("class", "words"), ("dir", "auto")]).child(row.words.clone()))
        .child(note)
        .child(flags);
    let choose = element("button", &[("type", "button"), ("class", "row-button"), ("data-does", "choose")])
        .with("tabindex", if row.takes_tab { "0" } else { "-1" })
        .with("data-of", id.clone())
        .child(letter)
        .child(words)
        .child(flagged);
    element("li", &[("class", "row")])
        .live("data-selected", present(is_selected))
        .with("data-annotation-id", id)
        .with("data-label", row.label.clone())
        .with("data-start", row.start.to_string())
        .with("data-end", row.end.to_string())
        .with("data-segments", row.segments.clone())
        .with("data-status", row.status)
        .with_some("aria-current", row.in_focus.then_some("true"))
        .child(choose)
        .child(check)
        .into_content()
}

/// A note under the words of a row, and before it what it is.
fn row_note(what: &'static str, note: &str) -> Content {
    let what = element("span", &[("class", "out-of-sight")]).child(what);
    let note = element("span", &[("dir", "auto")]).child(visible(note).into_owned());
    element("span", &[("class", "row-note")]).child(what).child(note).into_content()
}
