//! Which annotations cover a position or a range.

use super::entry::Entry;
use crate::text::Utf8;

/// How many segments share one remembered maximum.
const CHUNK: usize = 64;

#[derive(Clone, Copy, Debug)]
struct Segment {
    start: u32,
    end: u32,
    place: u32,
}

/// The segments of all annotations by start, with the furthest end of every 64: a query looks at one number a chunk and
/// opens only the chunks that can hold an answer. Building it is one pass over segments that are nearly in order already.
#[derive(Clone, Debug, Default)]
pub struct SpanIndex {
    segments: Vec<Segment>,
    furthest: Vec<u32>,
}

impl SpanIndex {
    /// Indexes entries by their places in the given order.
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

    /// The places of the entries that share at least one byte with the range. A place comes once for each segment that
    /// does.
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
