//! What is to be painted in the article, and which signs stand in its margin: functions of the document and of what is near
//! the view.

use bluepencil::annotation::{Annotation, AnnotationId, Status};
use bluepencil::document::{Document, Entry};
use bluepencil::session::Search;
use bluepencil::text::Span;

use crate::app::state::caret::Stretch;
use crate::browser::gutter::Sign;
use crate::browser::highlight::{Paint, Style};

/// The marks near the view, the shortest first.
pub fn marks(document: &Document, near: Option<Stretch>) -> Vec<&Entry> {
    near.map(|(from, to)| document.touching(from, to)).unwrap_or_default()
}

/// What is to be painted for these marks.
pub fn wanted(document: &Document, marks: &[&Entry], near: Option<Stretch>, focus: Option<AnnotationId>) -> Vec<Paint> {
    let Some((from, to)) = near else { return Vec::new() };
    let mut wanted = Vec::with_capacity(2 * marks.len());
    for entry in marks {
        let annotation = &entry.annotation;
        let place = Style::place_of(&annotation.label);
        let is_suggested = annotation.status == Status::Suggested;
        let style = if is_suggested { Style::Suggested } else { Style::Label(place) };
        let nested = (!is_suggested && document.is_nested_in_own_kind(annotation)).then_some(Style::Nested(place));
        let selected = (focus == Some(annotation.id)).then_some(Style::Selected);
        for segment in annotation.target.segments().filter(|segment| segment.overlaps(from, to)) {
            let paint = |style| Paint { style, start: segment.start(), end: segment.end() };
            wanted.extend([Some(style), nested, selected].into_iter().flatten().map(paint));
        }
    }
    wanted
}

/// What would be marked.
pub fn previewed(preview: &[Stretch]) -> impl Iterator<Item = Paint> {
    preview.iter().map(|&(start, end)| Paint { style: Style::Preview, start, end })
}

/// A sign in the margin for each of these marks, in reading order.
pub fn signs(marks: &[&Entry], focus: Option<AnnotationId>) -> Vec<Sign> {
    let mut marks: Vec<&Annotation> = marks.iter().map(|entry| &*entry.annotation).collect();
    marks.sort_by_key(|annotation| annotation.target.start());
    let sign = |annotation: &Annotation| Sign {
        id: annotation.id,
        label: annotation.label.name().to_owned(),
        letter: annotation.label.letter(),
        start: annotation.target.start(),
        end: annotation.target.end(),
        in_focus: focus == Some(annotation.id),
    };
    marks.into_iter().map(sign).collect()
}

/// What was found near the view, the chosen match in a style of its own.
pub fn found(near: Option<Stretch>, search: &Search) -> Vec<Paint> {
    let Some((from, to)) = near else { return Vec::new() };
    let current = search.current_place();
    let places = search.places_near(from, to).iter();
    let paint = |place: &Span| {
        let style = if current == Some(*place) { Style::FoundCurrent } else { Style::Found };
        Paint { style, start: place.start(), end: place.end() }
    };
    places.map(paint).collect()
}
