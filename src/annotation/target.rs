//! Targets: the words that an annotation is about.

use std::fmt;

use crate::text::{Span, Text, Utf8};

/// One or more segments of the text, in reading order and disjoint. A quote that "he said" splits is one target of two
/// segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    first: Span,
    rest: Vec<Span>,
}

/// Why some spans cannot be a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetFault {
    /// There is none.
    Empty,
    /// Two of them overlap.
    Overlapping,
    /// A later one stands before an earlier one.
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

    /// A target of segments that are already in reading order.
    ///
    /// # Errors
    /// One [`TargetFault`] where there is no segment, or where they overlap or are out of order.
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

    /// The target that covers some stretches, which may come in any order and overlap. Those that overlap or touch become one
    /// segment, and so do neighbours where `bridged` says so of the text between them. `None` where there is no stretch.
    #[must_use]
    pub fn uniting(text: &Text, spans: impl IntoIterator<Item = Span>, bridged: impl Fn(&str) -> bool) -> Option<Self> {
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

    /// Where the first segment begins.
    #[must_use]
    pub fn start(&self) -> Utf8 {
        self.first.start()
    }

    /// Where the last segment ends.
    #[must_use]
    pub fn end(&self) -> Utf8 {
        self.rest.last().unwrap_or(&self.first).end()
    }

    /// The words of the segments, with an ellipsis between one and the next.
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
