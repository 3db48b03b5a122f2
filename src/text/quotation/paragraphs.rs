//! Quotations over several paragraphs, each of which begins with the opening mark until one closes it.

use super::candidate::{Candidate, Ending};

/// Joins the last block, whose candidates are those from `first` on, to a quotation that continues over blocks. `chain` has
/// its parts so far; returned are the parts that are still open.
pub(super) fn join(found: &mut [Candidate], first: usize, begin: usize, chain: Vec<usize>) -> Vec<usize> {
    let block = || (first..).zip(found.get(first..).unwrap_or_default());
    let outermost =
        block().filter(|(_, candidate)| candidate.ending == Ending::Open).min_by_key(|(_, each)| each.start);
    let open: Vec<usize> = outermost.map(|(place, _)| place).into_iter().collect();
    let piece = block().find(|(_, candidate)| candidate.start == begin).map(|(place, candidate)| (place, *candidate));
    let mark = chain.first().and_then(|whole| found.get(*whole)).map(|whole| whole.mark);
    let continues = |piece: &(usize, Candidate)| mark.is_some_and(|mark| mark.goes_on_with(piece.1.mark));
    let Some((place, piece)) = piece.filter(continues) else { return open };
    match piece.ending {
        Ending::Cut => return open,
        Ending::Open => return chain.into_iter().chain([place]).collect(),
        Ending::Closed => {}
    }
    for (number, piece_place) in chain.into_iter().chain([place]).enumerate() {
        if let Some(candidate) = found.get_mut(piece_place) {
            // The first part becomes the whole quotation; the others become empty.
            candidate.end = if number == 0 { piece.end } else { candidate.start };
            candidate.ending = Ending::Closed;
        }
    }
    open
}
