//! The steps through a block as a tree, as elements nest.

use bluepencil::annotation::AnnotationId;
use bluepencil::document::{EdgeKind, Run};
use bluepencil::text::Utf8;

/// A piece of a block.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(Utf8, Utf8),
    /// A mark or a part of one: its annotation, why it begins and ends, what it holds.
    Mark { id: AnnotationId, begins: EdgeKind, ends: EdgeKind, inside: Vec<Piece> },
}

/// How many marks may stand inside each other. A page of elements is built and taken apart level by level, and a file could
/// hold any number; nobody hears more levels apart than these.
const DEEPEST: usize = 100;

/// The pieces of a block. Begins and ends nest already, so each end closes what was begun last. A mark that lies deeper than
/// a hundred others is no piece of its own; its record is in the list.
pub fn tree(runs: Vec<Run>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    // What stood before each mark that is open, and why that one begins.
    let mut open = Vec::new();
    for run in runs {
        match run {
            Run::Words(start, end) => pieces.push(Piece::Words(start, end)),
            Run::Begin(_, begins) => open.push((begins, std::mem::take(&mut pieces))),
            Run::End(id, ends) => {
                if let Some((begins, before)) = open.pop() {
                    let inside = std::mem::replace(&mut pieces, before);
                    if open.len() < DEEPEST {
                        pieces.push(Piece::Mark { id, begins, ends, inside });
                    } else {
                        pieces.extend(inside);
                    }
                }
            }
        }
    }
    pieces
}
