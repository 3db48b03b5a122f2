//! An index of spans, by difference.

use std::ops::RangeInclusive;

use imbl::OrdSet;

use crate::annotation::AnnotationId;
use crate::text::Utf8;

/// Each class holds spans up to four times as long as the one before. Coarser classes are fewer to look through, finer ones
/// have fewer spans that are looked at and do not reach the range.
const BITS_OF_CLASS: u32 = 2;

/// A span in the index. The order is that of the fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stretch {
    class: u32,
    start: u32,
    end: u32,
    id: AnnotationId,
}

/// Spans with the ids of their annotations, kept in classes by their length and sorted by start in each: an immutable value,
/// cheap to clone.
///
/// A span of a class that reaches a position begins at most the greatest length of that class before it, so each class is
/// read from there on. This is the idea of hierarchical bins (W. J. Kent et al., The Human Genome Browser at UCSC, 2002,
/// <https://doi.org/10.1101/gr.229102>), in which a span lies in a bin of its size; but it is kept once, by its start, and one
/// that lies across a border of bins is no special case. A query costs O(log n) for each class, of which there are sixteen at
/// most, and one step for each span that begins in the range or at most four lengths of its own before it. An insertion or
/// removal costs O(log n), for a span over the whole text too.
#[derive(Clone, Debug, Default)]
pub(super) struct SpanIndex {
    stretches: OrdSet<Stretch>,
}

impl SpanIndex {
    /// The index of spans in any order. O(n log n).
    #[must_use]
    pub(super) fn new(spans: impl IntoIterator<Item = (Utf8, Utf8, AnnotationId)>) -> Self {
        Self { stretches: spans.into_iter().map(|(start, end, id)| Stretch::of(start, end, id)).collect() }
    }

    /// Adds a span.
    pub(super) fn insert(&mut self, start: Utf8, end: Utf8, id: AnnotationId) {
        self.stretches.insert(Stretch::of(start, end, id));
    }

    /// Removes a span.
    pub(super) fn remove(&mut self, start: Utf8, end: Utf8, id: AnnotationId) {
        self.stretches.remove(&Stretch::of(start, end, id));
    }

    /// The ids of the spans that overlap a range, once for each of them.
    pub(super) fn touching(&self, start: Utf8, end: Utf8) -> impl Iterator<Item = AnnotationId> {
        let reaching = self.classes(0).flat_map(move |class| {
            let from = start.0.saturating_sub(greatest_length(class));
            self.beginning_in(class, from..=end.0.saturating_sub(1))
        });
        reaching.filter(move |stretch| stretch.start < end.0 && start.0 < stretch.end).map(|stretch| stretch.id)
    }

    /// The ids of the spans that reach from the start of a range or before it to its end or beyond.
    pub(super) fn enclosing(&self, start: Utf8, end: Utf8) -> impl Iterator<Item = AnnotationId> {
        let long_enough = self.classes(class_of(end.0.saturating_sub(start.0))).flat_map(move |class| {
            let from = end.0.saturating_sub(greatest_length(class));
            self.beginning_in(class, from..=start.0)
        });
        long_enough.filter(move |stretch| end.0 <= stretch.end).map(|stretch| stretch.id)
    }

    /// The ids of the annotations with just this span, in ascending order.
    pub(super) fn equal_to(&self, start: Utf8, end: Utf8) -> impl Iterator<Item = AnnotationId> {
        let (first, last) = (Stretch::of(start, end, AnnotationId::MIN), Stretch::of(start, end, AnnotationId::MAX));
        self.stretches.range(first..=last).map(|stretch| stretch.id)
    }

    /// The classes from one on that hold a span.
    fn classes(&self, from: u32) -> impl Iterator<Item = u32> {
        let next = move |from: u32| {
            let first = Stretch { class: from, start: 0, end: 0, id: AnnotationId::MIN };
            self.stretches.get_next(&first).map(|stretch| stretch.class)
        };
        std::iter::successors(next(from), move |class| next(class + 1))
    }

    /// The spans of a class that begin in a range.
    fn beginning_in(&self, class: u32, starts: RangeInclusive<u32>) -> impl Iterator<Item = &Stretch> {
        let first = Stretch { class, start: *starts.start(), end: 0, id: AnnotationId::MIN };
        let last = Stretch { class, start: *starts.end(), end: u32::MAX, id: AnnotationId::MAX };
        // A range that ends before it begins is none of the map.
        (first <= last).then(|| self.stretches.range(first..=last)).into_iter().flatten()
    }
}

impl Stretch {
    fn of(start: Utf8, end: Utf8, id: AnnotationId) -> Self {
        Self { class: class_of(end.0.saturating_sub(start.0)), start: start.0, end: end.0, id }
    }
}

/// The class of a length: 0 up to 3 bytes, 1 up to 15, 2 up to 63 and so on.
fn class_of(length: u32) -> u32 {
    (u32::BITS - length.leading_zeros()).saturating_sub(1) / BITS_OF_CLASS
}

/// The greatest length of a class.
fn greatest_length(class: u32) -> u32 {
    1u32.checked_shl((class + 1) * BITS_OF_CLASS).map_or(u32::MAX, |beyond| beyond - 1)
}
