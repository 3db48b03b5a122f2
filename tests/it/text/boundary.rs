//! Where an end goes next: compared with a look at every place of the whole text.

use bluepencil::text::{Edge, Granularity, Text, Utf8, is_right_to_left};
use proptest::prelude::*;
use proptest::sample::select;
use unicode_segmentation::UnicodeSegmentation as _;

use super::text_and_positions;

fn divides(character: char) -> bool {
    character.is_whitespace() && character != '\u{202f}'
}

/// Every place where an end can stop on its way by word.
fn stops(text: &Text, edge: Edge) -> Vec<usize> {
    let content = text.as_str();
    let mut stops = Vec::new();
    let mut at = 0;
    for run in content.split(divides) {
        let start = content[at..].find(run).map_or(at, |found| at + found);
        at = start + run.len();
        if !run.is_empty() {
            let words = run.unicode_word_indices();
            stops.extend(
                words.map(|(from, word)| if edge == Edge::Start { start + from } else { start + from + word.len() }),
            );
            stops.push(if edge == Edge::Start { start } else { at });
        }
    }
    stops
}

/// Every place where an end can stop on its way by character.
fn characters(text: &Text, edge: Edge) -> Vec<usize> {
    let stop = |(at, cluster): (usize, &str)| match edge {
        Edge::Start => (!cluster.starts_with(char::is_whitespace)).then_some(at),
        Edge::End => (!cluster.ends_with(char::is_whitespace)).then_some(at + cluster.len()),
    };
    text.as_str().grapheme_indices(true).filter_map(stop).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn an_end_stops_at_the_nearest_place_there_is(
        (text, from, _) in text_and_positions(),
        edge in select(&[Edge::Start, Edge::End][..]),
        granularity in select(&[Granularity::Word, Granularity::Character][..]),
        forward in any::<bool>(),
    ) {
        let from = text.grapheme_boundary_before(from);
        let stops = if granularity == Granularity::Word { stops(&text, edge) } else { characters(&text, edge) };
        let expected = if forward {
            stops.into_iter().filter(|stop| *stop > from.index()).min()
        } else {
            stops.into_iter().filter(|stop| *stop < from.index()).max()
        };
        prop_assert_eq!(edge.step(&text, from, granularity, forward), expected.map(Utf8::at));
    }
}

#[test]
fn the_direction_of_words_is_that_of_their_first_letter() {
    let words = [("“One", false), ("«שלום»", true), ("12 مرحبا", true), ("— 海港", false), ("…", false), ("", false)];
    for (words, leftward) in words {
        assert_eq!(is_right_to_left(words), leftward, "{words}");
    }
}
