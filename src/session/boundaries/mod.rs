//! Boundary edit: the edges of an annotation are moved by keys or pointer, and the new words are announced.
//!
//! The edit is a draft in the session. The document is unchanged until the edit is committed, as one transaction.

mod update;

use crate::annotation::{Annotation, AnnotationId, Target};
use crate::document::Document;
use crate::text::{Edge, Granularity, Span, Text, Utf8, is_blank, shorten_middle, snap_to_words};

/// A pointer event on the edges of the annotation in focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundaryEvent {
    /// Takes hold of an edge: 0 is the start of the first segment, 1 the end of that, and so on.
    Grab(usize),
    /// Moves the edge that it holds to a position: to the word boundary there, or exactly there.
    Drag(Utf8, bool),
    /// Lets it go: the new boundaries are kept.
    Drop,
}

/// The uncommitted edges of an annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoundaryEdit {
    id: AnnotationId,
    /// The target when the edit began.
    before: Target,
    target: Target,
    active: usize,
}

impl BoundaryEdit {
    fn new(annotation: &Annotation, active: usize) -> Self {
        let target = annotation.target.clone();
        Self { id: annotation.id, before: target.clone(), target, active }
    }

    /// The annotation.
    #[must_use]
    pub fn id(&self) -> AnnotationId {
        self.id
    }

    /// The edited target.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// The active edge: 0 is the start of the first segment, 1 the end of that, and so on.
    #[must_use]
    pub fn active(&self) -> usize {
        self.active
    }

    /// Whether the active edge is a start or an end.
    #[must_use]
    pub fn edge(&self) -> Edge {
        if self.active.is_multiple_of(2) { Edge::Start } else { Edge::End }
    }

    /// Whether any edge has been moved.
    #[must_use]
    pub fn has_changed(&self) -> bool {
        self.target != self.before
    }

    /// The position of the active edge.
    #[must_use]
    pub fn position(&self) -> Utf8 {
        match (self.target.segments().nth(self.active / 2), self.edge()) {
            (Some(segment), Edge::Start) => segment.start(),
            (Some(segment), Edge::End) => segment.end(),
            (None, _) => self.target.end(),
        }
    }

    /// The announcement of the new words, which are shortened to `limit` characters.
    #[must_use]
    pub fn summary(&self, document: &Document, limit: usize) -> String {
        let text = &document.article().text;
        let title = document.annotation(self.id).map(|annotation| annotation.label.title()).unwrap_or_default();
        let words = shorten_middle(&united(text, &self.target).words(text), limit);
        // Words that are a quotation have their own marks.
        match words.starts_with(['“', '„', '"', '«']) {
            true => format!("{title} would be: {words}"),
            false => format!("{title} would be: “{words}”"),
        }
    }

    fn ends(&self) -> usize {
        2 * self.target.segments().count()
    }

    /// The name of the active edge in messages.
    fn name(&self) -> String {
        let end = if self.edge() == Edge::Start { "start" } else { "end" };
        if self.ends() > 2 { format!("{end} of segment {}", self.active / 2 + 1) } else { end.to_owned() }
    }

    /// The first and last position of the active edge: it passes neither the opposite edge nor a neighbouring segment.
    fn bounds(&self, text: &Text) -> Option<(Utf8, Utf8)> {
        let number = self.active / 2;
        let segment = self.target.segments().nth(number)?;
        Some(match self.edge() {
            Edge::Start => {
                let before = number.checked_sub(1).and_then(|number| self.target.segments().nth(number));
                let last = text.grapheme_boundary_before(Utf8(segment.end().0.saturating_sub(1)));
                (before.map_or(Utf8(0), Span::end), last)
            }
            Edge::End => {
                let after = self.target.segments().nth(number + 1);
                let first = text.grapheme_boundary_after(Utf8(segment.start().0 + 1));
                (first, after.map_or(text.end(), Span::start))
            }
        })
    }

    /// The edit with the active edge at another position within its bounds, without the white space there.
    fn with_edge_at(&self, text: &Text, position: Utf8) -> Option<Self> {
        let mut segments: Vec<Span> = self.target.segments().collect();
        let segment = segments.get_mut(self.active / 2)?;
        *segment = match self.edge() {
            Edge::Start => Span::covering(text, position, segment.end())?,
            Edge::End => Span::covering(text, segment.start(), position)?,
        };
        Some(Self { target: Target::new(segments).ok()?, ..self.clone() })
    }

    /// The edit with the active edge moved by one unit; `None` at its bound.
    fn stepped(&self, text: &Text, granularity: Granularity, forward: bool) -> Option<Self> {
        let (first, last) = self.bounds(text)?;
        let mut at = self.position();
        loop {
            at = self.edge().step(text, at, granularity, forward)?;
            let (within, passes) = match self.edge() {
                Edge::Start => (at.max(first), at > last),
                Edge::End => (at.min(last), at < first),
            };
            if passes {
                return None;
            }
            let moved = self.with_edge_at(text, within)?;
            if moved.target != self.target {
                return Some(moved);
            }
            if within != at {
                return None;
            }
        }
    }

    /// The edit with the active edge at the pointer: at the word boundary there, or exactly there.
    fn dragged(&self, text: &Text, position: Utf8, exact: bool) -> Option<Self> {
        let (first, last) = self.bounds(text)?;
        let wanted = position.clamp(first, last.max(first));
        let (start, end) = match self.edge() {
            _ if exact => (wanted, wanted),
            Edge::Start => snap_to_words(text, wanted, text.end()),
            Edge::End => snap_to_words(text, Utf8(0), wanted),
        };
        let snapped = if self.edge() == Edge::Start { start } else { end };
        self.with_edge_at(text, snapped.clamp(first, last.max(first)))
    }
}

/// Whether there is nothing to be seen between two segments, which are one then.
pub(super) fn is_white(between: &str) -> bool {
    between.chars().all(is_blank)
}

fn united(text: &Text, target: &Target) -> Target {
    Target::union(text, target.segments(), is_white).unwrap_or_else(|| target.clone())
}
