//! What is to be painted in the article, and which signs stand in its margin: functions of the document and of what is near
//! the view.

use bluepencil::annotation::{Annotation, AnnotationId, Status};
use bluepencil::document::Document;
use bluepencil::session::Search;
use bluepencil::text::Span;

use crate::app::state::caret::Stretch;
use crate::browser::gutter::Sign;
use crate::browser::highlight::Paint;

/// Everything that is to be painted near the view.
pub fn wanted(
    document: &Document,
    near: Option<Stretch>,
    focus: Option<AnnotationId>,
    preview: &[Stretch],
) -> Vec<Paint> {
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
pub fn signs(document: &Document, near: Option<Stretch>, focus: Option<AnnotationId>) -> Vec<Sign> {
    let Some((from, to)) = near else { return Vec::new() };
    let mut near: Vec<&Annotation> = document.touching(from, to).into_iter().map(|entry| &*entry.annotation).collect();
    near.sort_by_key(|annotation| annotation.target.start());
    let sign = |annotation: &Annotation| Sign {
        id: annotation.id,
        label: annotation.label.name().to_owned(),
        letter: annotation.label.letter(),
        start: annotation.target.start(),
        end: annotation.target.end(),
        in_focus: focus == Some(annotation.id),
    };
    near.into_iter().map(sign).collect()
}

/// What was found near the view, the chosen match in a style of its own.
pub fn found(near: Option<Stretch>, search: &Search) -> Vec<Paint> {
    let Some((from, to)) = near else { return Vec::new() };
    let current = search.current_place();
    let places = search.places_near(from, to).iter();
    let paint = |place: &Span| {
        let style = if current == Some(*place) { "bp-found-current" } else { "bp-found" };
        Paint { style: style.to_owned(), start: place.start(), end: place.end() }
    };
    places.map(paint).collect()
}
