//! Inline runs of a block: a flat sequence of text and of properly nested starts and ends of marks, as HTML needs it for
//! overlapping annotations.

use std::cmp::Reverse;

use super::document::Document;
use super::entry::reading_order;
use crate::annotation::AnnotationId;
use crate::text::{Span, Utf8};

/// The reason why a mark begins or ends at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EdgeKind {
    /// The annotation begins or ends.
    Mark,
    /// One of several segments begins or ends.
    Segment,
    /// The block begins or ends within the segment.
    Block,
    /// An overlapping mark ends, so that this one is closed and reopened.
    Crossing,
}

/// An inline run. Begins and ends are properly nested, as HTML elements are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// A mark begins: its annotation, and the reason.
    Begin(AnnotationId, EdgeKind),
    /// Text, never empty.
    Words(Utf8, Utf8),
    /// The innermost open mark ends.
    End(AnnotationId, EdgeKind),
}

/// The part of a segment in the block, or what is left of it.
#[derive(Clone, Copy)]
struct Piece {
    id: AnnotationId,
    /// How many of the marks in the block come before it in reading order.
    place: usize,
    segment: Span,
    start: Utf8,
    end: Utf8,
    /// Why it begins at `start`.
    edge: EdgeKind,
}

/// Sorts by start; of pieces with one start, the one that ends last is the outermost.
fn in_order(pieces: &mut [Piece]) {
    pieces.sort_by_key(|piece| (piece.start, Reverse(piece.end), piece.place));
}

impl Document {
    /// The inline runs of a block. Nested marks stay whole, the longer one outside; of two that overlap, the later one is
    /// split where the earlier one ends.
    #[must_use]
    pub fn runs(&self, block: usize) -> Vec<Run> {
        let Some(block) = self.article.blocks.get(block) else { return Vec::new() };
        let mut pieces = self.pieces(block.start, block.end).into_iter().peekable();
        let mut walk = Walk { document: self, open: Vec::new(), runs: Vec::new() };
        let (mut at, mut crossing) = (block.start, Vec::new());
        while at < block.end {
            let mut begun = std::mem::take(&mut crossing);
            while let Some(piece) = pieces.next_if(|piece| piece.start == at) {
                begun.push(piece);
            }
            in_order(&mut begun);
            walk.begin(begun);
            let next_end = walk.open.iter().map(|piece| piece.end).min();
            let next_start = pieces.peek().map(|piece| piece.start);
            let next = next_end.into_iter().chain(next_start).min().unwrap_or(block.end);
            walk.runs.push(Run::Words(at, next));
            crossing = walk.end(next);
            at = next;
        }
        walk.runs
    }

    /// The parts of segments in a block, by start.
    fn pieces(&self, from: Utf8, to: Utf8) -> Vec<Piece> {
        let mut entries = self.touching(from, to);
        entries.sort_by(|one, other| reading_order(&one.annotation, &other.annotation));
        let mut pieces = Vec::with_capacity(entries.len());
        for (place, entry) in entries.into_iter().enumerate() {
            let (id, target) = (entry.annotation.id, &entry.annotation.target);
            for segment in target.segments().filter(|segment| segment.overlaps(from, to)) {
                let edge = match segment.start() {
                    start if start < from => EdgeKind::Block,
                    start if start == target.start() => EdgeKind::Mark,
                    _ => EdgeKind::Segment,
                };
                let (start, end) = (segment.start().max(from), segment.end().min(to));
                pieces.push(Piece { id, place, segment, start, end, edge });
            }
        }
        in_order(&mut pieces);
        pieces
    }
}

/// The state of a pass through one block.
struct Walk<'a> {
    document: &'a Document,
    /// The open marks, the outermost first.
    open: Vec<Piece>,
    runs: Vec<Run>,
}

impl Walk<'_> {
    /// Opens marks with one start, the outermost first.
    fn begin(&mut self, begun: Vec<Piece>) {
        for piece in begun {
            self.runs.push(Run::Begin(piece.id, piece.edge));
            self.open.push(piece);
        }
    }

    /// Closes the marks that end at a position and those inside them, and returns the latter, which must be reopened.
    fn end(&mut self, at: Utf8) -> Vec<Piece> {
        let Some(outermost) = self.open.iter().position(|piece| piece.end == at) else { return Vec::new() };
        let closed = self.open.split_off(outermost);
        let mut crossing = Vec::new();
        for piece in closed.into_iter().rev() {
            let ends = piece.end == at;
            self.runs.push(Run::End(piece.id, if ends { self.end_edge(piece) } else { EdgeKind::Crossing }));
            if !ends {
                crossing.push(Piece { start: at, edge: EdgeKind::Crossing, ..piece });
            }
        }
        crossing
    }

    /// Why a piece ends at its end.
    fn end_edge(&self, piece: Piece) -> EdgeKind {
        let target = self.document.annotation(piece.id).map(|annotation| &annotation.target);
        match piece.segment.end() {
            end if end > piece.end => EdgeKind::Block,
            end if target.is_some_and(|target| target.end() == end) => EdgeKind::Mark,
            _ => EdgeKind::Segment,
        }
    }
}
