//! An interval index of segments.

use super::entry::Entry;
use crate::text::Utf8;

/// The number of segments with one stored maximum.
const CHUNK: usize = 64;

#[derive(Clone, Copy, Debug)]
struct Segment {
    start: u32,
    end: u32,
    place: u32,
}

/// The segments of all annotations, sorted by start, with the maximum end of each chunk of 64: a query skips the chunks
/// that end before the range.
#[derive(Clone, Debug, Default)]
pub struct SpanIndex {
    segments: Vec<Segment>,
    furthest: Vec<u32>,
}

impl SpanIndex {
    /// The index of entries, by their places in the slice.
    #[must_use]
    pub fn new(entries: &[Entry]) -> Self {
        let mut segments = Vec::with_capacity(entries.len());
        for (place, entry) in entries.iter().enumerate() {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            for span in entry.annotation.target.segments() {
                segments.push(Segment { start: span.start().0, end: span.end().0, place });
            }
        }
        segments.sort_by_key(|segment| segment.start);
        let furthest =
            segments.chunks(CHUNK).map(|chunk| chunk.iter().map(|segment| segment.end).max().unwrap_or(0)).collect();
        Self { segments, furthest }
    }

    /// The places of the entries that overlap a range, once for each segment that does.
    #[must_use]
    pub fn touching(&self, start: Utf8, end: Utf8) -> Vec<usize> {
        let mut found = Vec::new();
        for (chunk, furthest) in self.segments.chunks(CHUNK).zip(&self.furthest) {
            if chunk.first().is_none_or(|first| first.start >= end.0) {
                break;
            }
            if *furthest <= start.0 {
                continue;
            }
            let touching = chunk.iter().filter(|segment| segment.start < end.0 && start.0 < segment.end);
            found.extend(touching.map(|segment| segment.place as usize));
        }
        found
    }
}
