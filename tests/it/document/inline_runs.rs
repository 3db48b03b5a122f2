//! A block with its marks: what is read is the text, each mark covers its words, and what nests stays whole.

use std::collections::BTreeMap;

use bluepencil::annotation::AnnotationId;
use bluepencil::document::{Document, EdgeKind, Run};
use bluepencil::text::Utf8;
use proptest::prelude::*;

use crate::support::marked::Marked;
use crate::support::{generate, invariant};

/// Every block of a document in steps.
fn blocks(document: &Document) -> impl Iterator<Item = Vec<Run>> {
    (0..document.article().blocks.len()).map(|block| document.runs(block))
}

/// The words of a block with the marks that are open over them.
fn covered(runs: &[Run]) -> Vec<(Utf8, Utf8, Vec<AnnotationId>)> {
    let (mut open, mut covered) = (Vec::new(), Vec::new());
    for run in runs {
        match *run {
            Run::Begin(id, _) => open.push(id),
            Run::Words(start, end) => covered.push((start, end, open.clone())),
            Run::End(id, _) => assert_eq!(open.pop(), Some(id), "the mark that was begun last ends: {runs:?}"),
        }
    }
    assert!(open.is_empty(), "every mark ends in its block: {runs:?}");
    covered
}

proptest! {
    #[test]
    fn the_words_of_a_block_are_its_text_in_order(document in generate::document()) {
        for (runs, block) in blocks(&document).zip(&*document.article().blocks) {
            let mut at = block.start;
            for (start, end, _) in covered(&runs) {
                prop_assert!(at == start && start < end, "{:?}", runs);
                at = end;
            }
            prop_assert_eq!(at, block.end);
        }
    }

    #[test]
    fn over_each_character_stand_the_marks_that_looking_at_all_of_them_finds(document in generate::document()) {
        for runs in blocks(&document) {
            for (start, end, open) in covered(&runs) {
                let mut found = open;
                found.sort();
                for at in start.0..end.0 {
                    let mut expected = invariant::touching_slowly(&document, Utf8(at), Utf8(at + 1));
                    expected.sort();
                    prop_assert_eq!(&found, &expected);
                }
            }
        }
    }

    #[test]
    fn a_mark_that_no_other_crosses_is_never_divided(document in generate::document()) {
        let spans: BTreeMap<_, Vec<_>> =
            document.annotations().map(|one| (one.id, one.target.segments().collect())).collect();
        for (runs, block) in blocks(&document).zip(&*document.article().blocks) {
            // Two marks cross in a block where what lies of them in it does.
            let in_block = |id: AnnotationId| {
                let inside = spans[&id].iter().filter(move |span| span.overlaps(block.start, block.end));
                inside.map(|span| (span.start().max(block.start), span.end().min(block.end))).collect::<Vec<_>>()
            };
            let crosses = |one: &(Utf8, Utf8), other: &(Utf8, Utf8)| {
                (one.0 < other.0 && other.0 < one.1 && one.1 < other.1)
                    || (other.0 < one.0 && one.0 < other.1 && other.1 < one.1)
            };
            for run in &runs {
                if let Run::Begin(id, EdgeKind::Crossing) | Run::End(id, EdgeKind::Crossing) = *run {
                    let all: Vec<_> = spans.keys().copied().flat_map(in_block).collect();
                    let crossed = in_block(id).iter().any(|one| all.iter().any(|other| crosses(one, other)));
                    prop_assert!(crossed, "{:?}", runs);
                }
            }
        }
    }

    #[test]
    fn a_mark_begins_where_its_words_do_and_ends_where_they_do(document in generate::document()) {
        let target = |id| &document.annotation(id).expect("a run is of a mark that is there").target;
        for runs in blocks(&document) {
            let words = |run: &Run| if let Run::Words(start, end) = *run { Some((start, end)) } else { None };
            for (number, run) in runs.iter().enumerate() {
                let before = runs[..number].iter().rev().find_map(words).map(|(_, end)| end);
                let after = runs[number..].iter().find_map(words).map(|(start, _)| start);
                let (edge, here) = match *run {
                    Run::Begin(id, edge) => (edge, after == Some(target(id).start())),
                    Run::End(id, edge) => (edge, before == Some(target(id).end())),
                    Run::Words(..) => continue,
                };
                prop_assert_eq!(edge == EdgeKind::Mark, here, "{:?}", runs);
            }
        }
    }
}

/// The first block of a marked text as one reads it: each mark in brackets with its label, and a sign for why it begins or
/// ends where it does: nothing for the mark itself, `,` for a segment, `~` for a mark that crosses.
fn read(written: &str) -> String {
    let document = Marked::read(written).document();
    let label = |id| &document.annotation(id).expect("a run is of a mark that is there").label;
    let sign = |edge| match edge {
        EdgeKind::Mark => "",
        EdgeKind::Segment => ",",
        EdgeKind::Block => "/",
        EdgeKind::Crossing => "~",
    };
    let text = &document.article().text;
    let step = |run: &Run| match *run {
        Run::Begin(id, edge) => format!("[{}{} ", sign(edge), label(id)),
        Run::Words(start, end) => text.as_str()[start.index()..end.index()].to_owned(),
        Run::End(_, edge) => format!("{}]", sign(edge)),
    };
    blocks(&document).map(|runs| runs.iter().map(step).collect::<String>()).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_text_without_marks_is_its_words() {
    assert_eq!(read("One two"), "One two");
}

#[test]
fn a_mark_within_another_stands_inside_it() {
    assert_eq!(read("«quote:One «claim:two» three» four"), "[quote One [claim two] three] four");
}

#[test]
fn of_two_marks_that_begin_together_the_longer_stands_outside() {
    assert_eq!(read("«claim:«quote:One» two»"), "[claim [quote One] two]");
}

#[test]
fn of_two_marks_that_cross_the_later_one_is_divided() {
    assert_eq!(read("«¹quote:One «²claim:two»¹ three»²"), "[quote One [claim two~]][~claim  three]");
}

#[test]
fn a_mark_that_begins_where_another_is_divided_and_reaches_further_stands_around_it() {
    let written = "«¹quote:One «²claim:two»¹«³credit:three»² four»³";
    assert_eq!(read(written), "[quote One [claim two~]][credit [~claim three] four]");
}

#[test]
fn a_split_quote_is_read_in_its_segments() {
    assert_eq!(read("«¹quote:One»¹ he said, «¹quote:two»¹"), "[quote One,] he said, [,quote two]");
}

#[test]
fn a_mark_over_two_paragraphs_goes_on_in_the_second() {
    let document = Marked::read("Alpha begins\n\nThe talks «quote:go on.\n\nThey end» soon.").document();
    let edges = blocks(&document).flatten().filter_map(|run| match run {
        Run::Begin(_, edge) | Run::End(_, edge) => Some(edge),
        Run::Words(..) => None,
    });
    assert_eq!(edges.collect::<Vec<_>>(), [EdgeKind::Mark, EdgeKind::Block, EdgeKind::Block, EdgeKind::Mark]);
}

#[test]
fn a_block_that_is_not_there_has_no_steps() {
    assert_eq!(Marked::read("One").document().runs(7), []);
}
