//! The reading view: the article, the caret, the label bar, and the rail beside it.

use bluepencil::session::{Command, Event, Place, Screen};
use bluepencil::text::{Span, Utf8, snap_to_words};
use leptos::ev;

use super::desk::Desk;
use super::element::{Content, IntoContent as _, element};
use super::handles::handles;
use super::label_bar::label_bar;
use super::list::rail;
use super::reactive::{keep, maybe, present};
use crate::browser::{article, dom, floating, gutter, handles as ends, selection};

/// The reading view. Where another screen covers it, it is hidden, not taken away.
pub fn reader(desk: Desk) -> Content {
    selection::on_change(move || follow_selection(desk));
    keep(move || {
        desk.document.track();
        desk.near.track();
        let (place, moving) = (desk.place.get(), desk.moving.get());
        dom::after_update(move || {
            if let Some(moving) = moving {
                let end = desk.read(|document| ends::edge_box(document, moving.position(), moving.edge()));
                return floating::place_caret(end);
            }
            let shown = place.caret.filter(|_| place.selection.is_none() && !dom::nothing_has_focus());
            floating::place_caret(shown.and_then(|_| desk.read(selection::caret_box)));
        });
    });
    let article_id = move || {
        desk.document.with(|shown| shown.as_ref().map(|shown| shown.0.article().id.to_string()).unwrap_or_default())
    };
    let article = element("article", &[("id", article::ARTICLE), ("tabindex", "0"), ("aria-label", "Article text")]);
    let caret =
        element("span", &[("id", floating::CARET), ("class", "caret"), ("aria-hidden", "true"), ("hidden", "")]);
    let sheet = element("div", &[("class", "sheet")])
        .child(article.live("data-article-id", maybe(move || Some(article_id()))))
        .child(caret);
    let pane = element("div", &[("id", article::PANE), ("class", "pane")])
        .child(sheet)
        .child(element("div", &[("id", gutter::GUTTER), ("class", "gutter"), ("aria-hidden", "true")]))
        .child(handles(desk))
        .child(label_bar(desk));
    element("main", &[("class", "reader")])
        .live("hidden", present(move || desk.screen.get() != Screen::Reader))
        .child(pane)
        .child(rail(desk))
        .into_content()
}

/// Keeps the place of the user in line with the browser's selection, and previews what a drag would mark.
fn follow_selection(desk: Desk) {
    let place = desk.with_document(selection::place);
    // While a field or a dialog has the selection, the place in the article is remembered.
    if place.caret.is_none() {
        return;
    }
    if desk.labelled.get_untracked().is_some_and(|labelled| place.selection != Some(labelled)) {
        desk.labelled.set(None);
    }
    if desk.place.get_untracked() != place {
        desk.place.set(place);
    }
    if place.selection.is_some() && desk.lesson.get_untracked().is_some_and(|lesson| lesson.done() == 0) {
        desk.dispatch(Event::Selected);
    }
    let dragged = place.selection.filter(|_| desk.dragging.get_untracked());
    let preview = dragged.and_then(|selection| snapped(desk, selection, desk.exact.get_value()));
    if desk.preview.get_untracked() != preview {
        desk.preview.set(preview);
    }
}

/// What a pointer selection marks: widened to whole words, or as it is; without white space at its ends.
fn snapped(desk: Desk, (anchor, focus): (Utf8, Utf8), exact: bool) -> Option<(Utf8, Utf8)> {
    desk.read(|document| {
        let text = &document.article().text;
        let (start, end) = if exact { (anchor, focus) } else { snap_to_words(text, anchor, focus) };
        Span::covering(text, start, end).map(|span| (span.start(), span.end()))
    })
}

/// The button went down in the article.
pub fn press(desk: Desk, event: &ev::MouseEvent) {
    desk.exact.set_value(event.alt_key());
    desk.dragging.set(true);
    if desk.moving.with_untracked(Option::is_some) && dom::is_inside(event, article::ARTICLE) {
        desk.command(Command::CancelBoundaries);
    }
    if !event.shift_key() {
        // A drag that begins inside an old selection would be the browser's own drag of text.
        desk.with_document(selection::collapse);
    }
}

/// The button was released: a drag becomes a selection of whole words, a click a visit to the marks at that place.
pub fn lift(desk: Desk, event: &ev::MouseEvent) {
    if !desk.dragging.get_untracked() {
        return;
    }
    desk.preview.set(None);
    let place: Place = desk.with_document(selection::place);
    match place.selection {
        Some((anchor, focus)) => {
            if let Some((start, end)) = snapped(desk, (anchor, focus), event.alt_key()) {
                let (anchor, focus) = if anchor <= focus { (start, end) } else { (end, start) };
                desk.with_document(|document| selection::select(document, anchor, focus));
                desk.place.set(Place { selection: Some((anchor, focus)), caret: Some(focus) });
            }
        }
        None => {
            let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
            if let Some(position) = desk.read(|document| article::character_at(document, x, y)) {
                let on_it = |(start, end): &(Utf8, Utf8)| *start <= position && position < *end;
                desk.doubled.update_value(|word| *word = word.filter(on_it));
                desk.dispatch(Event::Point(position));
            }
        }
    }
    desk.dragging.set(false);
}

/// Two clicks took a word; two more on the same word take what holds it, and two more the word again.
pub fn double_click(desk: Desk) {
    let Some((anchor, focus)) = desk.with_document(selection::place).selection else { return };
    if desk.doubled.get_value() == Some((anchor, focus)) {
        desk.doubled.set_value(None);
        desk.dispatch(Event::SelectAround(anchor, focus));
    } else {
        desk.doubled.set_value(Some((anchor, focus)));
    }
}
