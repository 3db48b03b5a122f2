//! Keeps the article's elements and their highlights in line with the document.

use bluepencil::annotation::{Annotation, AnnotationId, Status};
use bluepencil::article::ArticleId;
use bluepencil::document::{Document, Revision};
use bluepencil::session::{Screen, Search};
use bluepencil::text::{Span, Utf8, sort};

use super::desk::Desk;
use super::reactive::keep;
use crate::browser::article::ARTICLE;
use crate::browser::gutter::Sign;
use crate::browser::highlight::{Paint, is_supported};
use crate::browser::resize::on_resize;
use crate::browser::{article, dom, selection};

/// What was written and painted last, to know what need not be done again.
#[derive(Clone, Copy, PartialEq)]
struct Written {
    article: ArticleId,
    revision: Revision,
}

/// What decides which words are near the view.
#[derive(Clone, Copy, PartialEq)]
struct View {
    written: Written,
    /// How often other words may have come near it.
    times: u32,
    screen: Screen,
}

/// Writes the article when another one is opened, and paints what is near the view whenever anything has changed.
pub fn keep_painted(desk: Desk) {
    dom::after_update(move || on_resize(ARTICLE, move || desk.laid_out_anew()));
    let can_paint = is_supported();
    let mut written: Option<Written> = None;
    let mut near: Option<(View, Stretch)> = None;
    keep(move || {
        let shown = desk.document.get();
        let (focus, preview) = (desk.focus.get(), previewed(desk));
        let search = desk.search.get();
        // The screen and the view decide what is near enough to be painted.
        let (times, screen) = (desk.near.get(), desk.screen.get());
        if let Some(shown) = shown {
            let document = &*shown.0;
            let now = Written { article: document.article().id, revision: document.article_revision() };
            if written.is_none_or(|before| before.article != now.article) {
                desk.painter.update_value(|painter| painter.clear());
                article::mount(document);
                selection::caret_to_start();
            } else if written != Some(now) {
                article::update_kinds(document);
            }
            // Asking where things stand makes the browser lay out the page at once, so it is asked only where that can have
            // changed: most keys change marks and move no word.
            let view = View { written: now, times, screen };
            if near.is_none_or(|(known, _)| known != view) {
                near = Some((view, article::near_view(document)));
                desk.near_from.set_value(article::scrolled());
            }
            let near = near.and_then(|(_, near)| near);
            if can_paint {
                let mut wanted = wanted(document, near, focus, &preview);
                wanted.extend(search.iter().flat_map(|search| found(near, &search.0)));
                desk.painter.update_value(|painter| painter.paint(document, wanted));
            }
            let signs = signs(document, near, focus);
            // The margin follows the paint: to find out where its letters stand, the browser must have laid out the page.
            dom::after_paint(move || {
                let layout = (now.article, desk.layout.get_untracked());
                let draw = |document: &Document| {
                    desk.gutter.update_value(|gutter| gutter.draw(document, signs, layout));
                };
                desk.with_document(draw);
            });
            written = Some(now);
        }
        if desk.started.get() && !dom::has_stopped() {
            dom::set_page_state("data-app-state", "ready");
        }
    });
}

/// A stretch of the article.
type Stretch = Option<(Utf8, Utf8)>;

/// The words that would be marked: by the drag that is going on, or by the boundaries that are being moved.
fn previewed(desk: Desk) -> Vec<(Utf8, Utf8)> {
    match desk.moving.get() {
        Some(moving) => moving.target().segments().map(|segment| (segment.start(), segment.end())).collect(),
        None => desk.preview.get().into_iter().collect(),
    }
}

/// Everything that is to be painted near the view.
fn wanted(document: &Document, near: Stretch, focus: Option<AnnotationId>, preview: &[(Utf8, Utf8)]) -> Vec<Paint> {
    let Some((from, to)) = near else { return Vec::new() };
    let mut wanted = Vec::new();
    for entry in document.touching(from, to) {
        let annotation = &entry.annotation;
        let style = match annotation.label.built_in() {
            _ if annotation.status == Status::Suggested => "bp-suggested".to_owned(),
            Some(known) => format!("bp-{}", known.name),
            None => "bp-other".to_owned(),
        };
        let nested = document.is_nested_in_own_kind(annotation);
        for segment in annotation.target.segments().filter(|segment| segment.overlaps(from, to)) {
            let (start, end) = (segment.start(), segment.end());
            if nested {
                wanted.push(Paint { style: format!("{style}-nested"), start, end });
            }
            if focus == Some(annotation.id) {
                wanted.push(Paint { style: "bp-selected".to_owned(), start, end });
            }
            wanted.push(Paint { style: style.clone(), start, end });
        }
    }
    wanted.extend(preview.iter().map(|(start, end)| Paint {
        style: "bp-preview".to_owned(),
        start: *start,
        end: *end,
    }));
    wanted
}

/// A sign in the margin for every mark near the view, in reading order.
fn signs(document: &Document, near: Stretch, focus: Option<AnnotationId>) -> Vec<Sign> {
    let Some((from, to)) = near else { return Vec::new() };
    let mut near: Vec<&Annotation> = document.touching(from, to).into_iter().map(|entry| &*entry.annotation).collect();
    sort(&mut near, |one, other| one.target.start().cmp(&other.target.start()));
    let sign = |annotation: &Annotation| Sign {
        id: annotation.id.to_string(),
        label: annotation.label.name().to_owned(),
        letter: annotation.label.letter(),
        start: annotation.target.start(),
        end: annotation.target.end(),
        in_focus: focus == Some(annotation.id),
    };
    near.into_iter().map(sign).collect()
}

/// What was found near the view, the chosen match in a style of its own.
fn found(near: Stretch, search: &Search) -> Vec<Paint> {
    let Some((from, to)) = near else { return Vec::new() };
    let current = search.current_place();
    let places = search.places_near(from, to).iter();
    let paint = |place: &Span| {
        let style = if current == Some(*place) { "bp-found-current" } else { "bp-found" };
        Paint { style: style.to_owned(), start: place.start(), end: place.end() }
    };
    places.map(paint).collect()
}
