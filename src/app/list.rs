//! The rail beside the article: every annotation in reading order, the fields of the one in focus opened in place.

use bluepencil::annotation::{AnnotationId, BUILT_IN, FLAG};
use bluepencil::document::{Document, Entry};
use bluepencil::session::{Command, numbered};
use bluepencil::text::{Text, Utf8, shorten};
use leptos::prelude::*;

use super::desk::{Desk, Listing, Shown};
use super::filter::filters;
use super::inspector::inspector;
use super::lesson::lesson;
use super::masthead::command_button;
use super::reactive::{maybe, present, text};
use super::search::search_panel;
use super::selected::selected_bar;
use crate::browser::{dom, list};

/// From this many annotations on, the list holds only the rows near its view.
const VIRTUAL_FROM: usize = 500;
/// The height of a row of such a list, in CSS pixels, as the style sheet sets it.
const ROW_HEIGHT: f64 = 60.0;
/// How many rows beyond the view are kept on each side.
const MARGIN: usize = 10;
/// How many characters of an annotation's words a row shows.
const SHOWN_WORDS: usize = 160;

/// How many characters of them name the row's check box.
const CHECKED_WORDS: usize = 40;

/// One element of the list.
#[derive(Clone, Debug, PartialEq)]
enum Item {
    /// The row of an annotation at a revision and at a place in reading order.
    Row(Box<Row>),
    /// The opened fields of an annotation.
    Fields(AnnotationId),
}

/// What a row shows; a row is written anew when any of it changes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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

/// The key of an item: rows change by being replaced, the fields stay while one types in them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    Row(Box<Row>),
    Fields(AnnotationId),
}

impl Item {
    fn key(&self) -> Key {
        match self {
            Self::Row(row) => Key::Row(row.clone()),
            Self::Fields(id) => Key::Fields(*id),
        }
    }
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

    fn of(count: usize, focused: Option<usize>) -> Self {
        if count < VIRTUAL_FROM {
            return Self { first: 0, end: count, count };
        }
        let (from, view) = list::scroll();
        // The opened fields push down every row that follows theirs.
        let fields =
            focused.filter(|row| (*row as f64 + 1.0) * ROW_HEIGHT < from).map_or(0.0, |_| list::fields_height());
        let first = ((from - fields).max(0.0) / ROW_HEIGHT) as usize;
        let rows = (view.max(600.0) / ROW_HEIGHT) as usize + 1;
        let first = first.min(count).saturating_sub(MARGIN);
        Self { first, end: (first + rows + 2 * MARGIN).min(count), count }
    }
}

/// Brings the row of an annotation into view.
pub fn reveal(desk: Desk, document: &Document, id: AnnotationId) {
    let row = list::row(&id.to_string()).or_else(|| {
        let place = document.position(id)?;
        let row = desk.listing.with_untracked(|listing| listing.row(place))?;
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
pub fn rail(desk: Desk) -> AnyView {
    let window = move || {
        desk.list_view.track();
        desk.document.with(|shown| {
            shown.as_ref().map_or(Window::default(), |Shown(document)| {
                let focused = desk.focus.get().and_then(|id| document.position(id));
                desk.listing.with(|listing| {
                    let focused = focused.and_then(|place| listing.row(place));
                    Window::of(listing.len(document.entries().len()), focused)
                })
            })
        })
    };
    let rows = move || {
        let window = window();
        let (above, below) = if window.is_virtual() { (window.first, window.count - window.end) } else { (0, 0) };
        list::set_space(above as f64 * ROW_HEIGHT, below as f64 * ROW_HEIGHT);
        list::set_virtual(window.is_virtual());
        dom::after_update(move || list::number_rows(window.first, window.count));
        desk.document.with(|shown| {
            let (focus, several) = (desk.focus.get(), desk.several.get());
            shown.as_ref().map_or_else(Vec::new, |Shown(document)| {
                desk.listing.with(|listing| items(document, listing, window, focus, several))
            })
        })
    };
    let nothing_marked =
        move || desk.document.with(|shown| shown.as_ref().is_none_or(|shown| shown.0.entries().is_empty()));
    view! {
        <section id=RAIL class="rail" aria-label="Marks">
            <div class="rail-head">
                <div class="rail-title">
                    <h2>
                    <button id=TOGGLE type="button" class="rail-toggle" aria-expanded="true" data-does="toggle-rail">"Marks"</button>
                    </h2>
                    <span class="group">
                        {command_button(Command::Search, "")}
                        {command_button(Command::Filter, "")}
                    </span>
                </div>
                {filters(desk)}
            </div>
            {lesson(desk)}
            {search_panel(desk)}
            {selected_bar(desk)}
            <p class="hint" hidden=present(move || !nothing_marked() || desk.lesson.with(Option::is_some))>
                "Nothing is marked yet. Select some words in the article, then press "
                <kbd>{text(move || desk.key_of(Command::MarkQuote))}</kbd>" for a quote."
            </p>
            <div id=list::LIST class="list">
                <div id=list::ABOVE aria-hidden="true"></div>
                <ul aria-label="Annotations">
                    <For each=rows key=Item::key children=move |item: Item| match item {
                        Item::Row(row) => list_row(desk, *row),
                        Item::Fields(id) => view! { <li data-fields>{inspector(desk, id)}</li> }.into_any(),
                    } />
                </ul>
                <div id=list::BELOW aria-hidden="true"></div>
            </div>
        </section>
    }
    .into_any()
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
fn list_row(desk: Desk, row: Row) -> AnyView {
    let annotation = row.id;
    let (id, chosen, checked) = (row.id.to_string(), row.id.to_string(), row.id.to_string());
    let (label, own_label) = (row.label.clone(), row.label.clone());
    let letter = letter(&row.label);
    let note = (!row.note.is_empty()).then(|| {
        view! { <span class="row-note"><span class="out-of-sight">"Note: "</span>{row.note}</span> }.into_any()
    });
    let flags = (!row.flags.is_empty()).then(|| {
        view! { <span class="row-note"><span class="out-of-sight">"Flags: "</span>{row.flags}</span> }.into_any()
    });
    let flag = row.flagged.then(|| {
        view! { <span class="row-flag"><span aria-hidden="true">"⚑"</span><span class="out-of-sight">"Flagged. "</span></span> }
            .into_any()
    });
    let is_selected = move || desk.selected.with(|selected| selected.0.contains(&annotation));
    let is_checked: Box<dyn FnMut() -> bool + Send> = Box::new(is_selected);
    let name = format!("Select {}: {}", row.title, shorten(&row.words, CHECKED_WORDS));
    view! {
        <li
            class="row"
            data-selected=maybe(move || is_selected().then(String::new))
            data-annotation-id=id
            data-label=label
            data-start=row.start.to_string()
            data-end=row.end.to_string()
            data-segments=row.segments
            data-status=row.status
            aria-current=row.in_focus.then(|| "true".to_owned())
        >
            <button
                type="button"
                class="row-button"
                tabindex=if row.takes_tab { "0" } else { "-1" }
                data-does="choose"
                data-of=chosen
            >
                <span class="letter" data-label=own_label aria-hidden="true">{letter}</span>
                <span class="row-text">
                    <span class="out-of-sight">{row.title}": "</span>
                    <span class="words" dir="auto">{row.words}</span>
                    {note}
                    {flags}
                </span>
                {flag}
            </button>
            <input type="checkbox" class="row-check" tabindex="-1" aria-label=name prop:checked=is_checked data-field="select" data-of=checked />
        </li>
    }
    .into_any()
}
