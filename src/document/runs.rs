//! A block as it is read with its marks: words, and where marks begin and end between them.

use std::cmp::Reverse;

use super::document::Document;
use crate::text::{Span, Utf8};

/// Why a mark begins or ends at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The annotation itself begins or ends here.
    Mark,
    /// One of its segments does; another one stands elsewhere.
    Segment,
    /// The block does, and the segment goes on in another.
    Block,
    /// Another mark ends here, which crosses this one: it is closed and opened again, and nothing of it ends.
    Crossing,
}

/// One step through a block. Begins and ends are properly nested, as elements are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// A mark begins: the place of its annotation in reading order, and why.
    Begin(usize, Edge),
    /// Words, never none of them.
    Words(Utf8, Utf8),
    /// The mark that was begun last and has not ended yet ends.
    End(usize, Edge),
}

/// A segment, or what is left of it, as far as it lies in the block.
#[derive(Clone, Copy)]
struct Piece {
    place: usize,
    segment: Span,
    start: Utf8,
    end: Utf8,
    /// Why it begins where it does.
    edge: Edge,
}

/// Sorts pieces as they begin; of those that begin together, the one that ends last is the outermost.
fn in_order(pieces: &mut [Piece]) {
    pieces.sort_by_key(|piece| (piece.start, Reverse(piece.end), piece.place));
}

impl Document {
    /// The steps through a block, in one pass over the places where marks begin and end. Marks that nest stay whole, the
    /// longer one outside; of two that cross, the later one is divided where the earlier one ends.
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

    /// What lies in a block, in the order in which it begins.
    fn pieces(&self, from: Utf8, to: Utf8) -> Vec<Piece> {
        let mut places = self.index.touching(from, to);
        places.sort_unstable();
        places.dedup();
        let mut pieces = Vec::with_capacity(places.len());
        for place in places {
            let Some(target) = self.entries.get(place).map(|entry| &entry.annotation.target) else { continue };
            for segment in target.segments().filter(|segment| segment.overlaps(from, to)) {
                let edge = match segment.start() {
                    start if start < from => Edge::Block,
                    start if start == target.start() => Edge::Mark,
                    _ => Edge::Segment,
                };
                let (start, end) = (segment.start().max(from), segment.end().min(to));
                pieces.push(Piece { place, segment, start, end, edge });
            }
        }
        in_order(&mut pieces);
        pieces
    }
}

/// A walk through one block.
struct Walk<'a> {
    document: &'a Document,
    /// The marks that are open, the outermost first.
    open: Vec<Piece>,
    runs: Vec<Run>,
}

impl Walk<'_> {
    /// Opens marks that begin together, the outermost first.
    fn begin(&mut self, begun: Vec<Piece>) {
        for piece in begun {
            self.runs.push(Run::Begin(piece.place, piece.edge));
            self.open.push(piece);
        }
    }

    /// Ends every mark that ends at a place, and gives those inside one of them that go on: they must be opened again.
    fn end(&mut self, at: Utf8) -> Vec<Piece> {
        let Some(outermost) = self.open.iter().position(|piece| piece.end == at) else { return Vec::new() };
        let closed = self.open.split_off(outermost);
        let mut crossing = Vec::new();
        for piece in closed.into_iter().rev() {
            let ends = piece.end == at;
            self.runs.push(Run::End(piece.place, if ends { self.end_edge(piece) } else { Edge::Crossing }));
            if !ends {
                crossing.push(Piece { start: at, edge: Edge::Crossing, ..piece });
            }
        }
        crossing
    }

    /// Why a piece ends where it does.
    fn end_edge(&self, piece: Piece) -> Edge {
        let target = self.document.entries.get(piece.place).map(|entry| &entry.annotation.target);
        match piece.segment.end() {
            end if end > piece.end => Edge::Block,
            end if target.is_some_and(|target| target.end() == end) => Edge::Mark,
            _ => Edge::Segment,
        }
    }
}
