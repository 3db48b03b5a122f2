//! Targets: the segments of the text that an annotation is about.

use std::fmt;

use crate::text::{Span, Text, Utf8};

/// One or more disjoint segments in reading order. A quotation that "he said" interrupts is a discontinuous target of two
/// segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    first: Span,
    rest: Vec<Span>,
}

/// Why spans are not a target. The messages complete a sentence such as "This annotation …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetFault {
    /// There are no spans.
    Empty,
    /// Two spans overlap.
    Overlapping,
    /// The spans are not in reading order.
    OutOfOrder,
}

impl fmt::Display for TargetFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "has no segments",
            Self::Overlapping => "has segments that overlap",
            Self::OutOfOrder => "has segments that are not in reading order",
        })
    }
}

impl Target {
    /// A target of one segment.
    #[must_use]
    pub fn one(span: Span) -> Self {
        Self { first: span, rest: Vec::new() }
    }

    /// Validates segments, for data that claims to be valid: files and storage.
    ///
    /// # Errors
    /// The first [`TargetFault`].
    pub fn new(spans: Vec<Span>) -> Result<Self, TargetFault> {
        for pair in spans.windows(2) {
            if let [one, other] = pair {
                if other.start() < one.start() {
                    return Err(TargetFault::OutOfOrder);
                }
                if other.start() < one.end() {
                    return Err(TargetFault::Overlapping);
                }
            }
        }
        let mut spans = spans.into_iter();
        let first = spans.next().ok_or(TargetFault::Empty)?;
        Ok(Self { first, rest: spans.collect() })
    }

    /// The union of spans, which may overlap and be in any order. Spans that overlap or touch become one segment, and so do
    /// neighbours for whose text between `bridged` returns true. `None` without spans.
    #[must_use]
    pub fn union(text: &Text, spans: impl IntoIterator<Item = Span>, bridged: impl Fn(&str) -> bool) -> Option<Self> {
        let mut spans: Vec<Span> = spans.into_iter().collect();
        spans.sort();
        let mut united: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            let joined = united
                .last()
                .filter(|last| span.start() <= last.end() || bridged(text.between(last.end(), span.start())))
                .and_then(|last| Span::covering(text, last.start(), last.end().max(span.end())));
            match (joined, united.last_mut()) {
                (Some(joined), Some(last)) => *last = joined,
                _ => united.push(span),
            }
        }
        Self::new(united).ok()
    }

    /// The segments in reading order; at least one.
    pub fn segments(&self) -> impl Iterator<Item = Span> + '_ {
        std::iter::once(self.first).chain(self.rest.iter().copied())
    }

    /// The start of the first segment.
    #[must_use]
    pub fn start(&self) -> Utf8 {
        self.first.start()
    }

    /// The end of the last segment.
    #[must_use]
    pub fn end(&self) -> Utf8 {
        self.rest.last().unwrap_or(&self.first).end()
    }

    /// The text of the segments, joined with ellipses.
    #[must_use]
    pub fn words(&self, text: &Text) -> String {
        let mut words = String::new();
        for segment in self.segments() {
            if !words.is_empty() {
                words.push_str(" … ");
            }
            words.push_str(text.words(segment));
        }
        words
    }
}
