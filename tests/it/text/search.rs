//! SearchEvent: every place of some words, compared with the slow way that looks at each start and each end.

use std::collections::BTreeSet;

use bluepencil::text::{Folded, Matching, Text, context, folded, holds};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{PIECES, any_text, place_of};

const LOOSE: Matching = Matching { case: false, whole_words: false };

/// What is found, as words of the text.
fn found(text: &str, words: &str, matching: Matching) -> Vec<String> {
    let text = Text::new(text);
    Folded::new(&text, matching).find(words).into_iter().map(|span| text.words(span).to_owned()).collect()
}

/// One character in its plain form, for the characters that the texts of the tests are made of.
fn plain(character: char, case: bool) -> String {
    match character {
        '“' | '”' => "\"".to_owned(),
        '’' => "'".to_owned(),
        '–' => "-".to_owned(),
        space if space.is_whitespace() => " ".to_owned(),
        letter if case => letter.to_string(),
        letter => letter.to_lowercase().collect(),
    }
}

fn all_plain(words: &str, case: bool) -> String {
    let plain: Vec<String> = words.chars().map(|character| plain(character, case)).collect();
    plain.concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The places of some words: each stretch of the text that has no white space at its ends and reads the same.
fn found_slowly(text: &str, words: &str, matching: Matching) -> Vec<(usize, usize)> {
    let wanted = all_plain(words, matching.case);
    let borders = |all: Vec<usize>| all.into_iter().chain([text.len()]).collect::<BTreeSet<usize>>();
    let characters = borders(text.grapheme_indices(true).map(|(at, _)| at).collect());
    let word_borders = borders(text.split_word_bound_indices().map(|(at, _)| at).collect());
    let fits = |start: usize, end: usize| {
        let stretch = &text[start..end];
        let trimmed = !stretch.starts_with(char::is_whitespace) && !stretch.ends_with(char::is_whitespace);
        let whole = !matching.whole_words || (word_borders.contains(&start) && word_borders.contains(&end));
        trimmed && whole && all_plain(stretch, matching.case) == wanted
    };
    let mut found = Vec::new();
    let mut free = 0;
    for start in characters.iter().copied() {
        let end = characters.range(start + 1..).copied().find(|end| start >= free && fits(start, *end));
        if let Some(end) = end {
            found.push((start, end));
            free = end;
        }
    }
    found
}

/// A text made of few pieces, so that much of it repeats, and words of it or of the same pieces.
fn text_and_words() -> impl Strategy<Value = (String, String)> {
    let pieces = prop::collection::vec(select(PIECES), 1..6);
    let text = pieces.prop_flat_map(|pieces| prop::collection::vec(select(pieces), 0..40).prop_map(|all| all.concat()));
    (text, any::<[Index; 2]>(), select(PIECES), any::<bool>()).prop_map(|(raw, ends, piece, loud)| {
        let text = Text::new(&raw).as_str().to_owned();
        let mut ends = ends.map(|end| end.index(text.chars().count() + 1));
        ends.sort_unstable();
        let cut: String = text.chars().skip(ends[0]).take((ends[1] - ends[0]).min(6)).collect();
        let words = if cut.trim().is_empty() { piece.to_owned() } else { cut };
        (text, if loud { words.to_uppercase() } else { words })
    })
}

#[test]
fn what_a_keyboard_types_finds_what_stands_in_print() {
    assert_eq!(found("She said: “It’s – so far – done”.", "\"it's - so", LOOSE), ["“It’s – so"]);
}

#[test]
fn what_stands_in_print_finds_what_a_keyboard_typed() {
    assert_eq!(found("\"It's\" done", "“it’s”", LOOSE), ["\"It's\""]);
}

#[test]
fn a_line_end_is_a_space() {
    assert_eq!(found("the north\nend of the north  end", "north end", LOOSE), ["north\nend", "north  end"]);
}

#[test]
fn with_case_a_capital_must_be_a_capital() {
    assert_eq!(found("May may MAY", "May", Matching { case: true, whole_words: false }), ["May"]);
}

#[test]
fn whole_words_are_not_found_inside_others() {
    let whole = Matching { case: false, whole_words: true };
    assert_eq!(found("Art, part, art’s, art-house, artful art.", "art", whole).len(), 3);
}

#[test]
fn no_character_that_a_reader_sees_is_cut() {
    assert_eq!(found("cafe\u{301} cafe", "cafe", LOOSE).len(), 1);
    assert_eq!(found("👨‍👩‍👧‍👦 👨", "👨", LOOSE).len(), 1);
}

#[test]
fn places_do_not_overlap() {
    assert_eq!(found("nanananana", "nana", LOOSE), ["nana", "nana"]);
}

#[test]
fn no_words_are_found_nowhere() {
    for nothing in ["", "  ", "\n"] {
        assert_eq!(found("some words here", nothing, LOOSE), [""; 0]);
    }
}

#[test]
fn words_hold_others_as_a_text_does() {
    assert!(holds("Ask “Zoé” again", "\"zoé\" AGAIN", LOOSE));
    assert!(!holds("Ask Zoé again", "zoe", LOOSE));
}

#[test]
fn the_words_around_a_place_are_cut_short_with_an_ellipsis() {
    let text = Text::new("One two\nthree four five");
    let (start, end) = place_of(&text, "three");
    let span = bluepencil::text::Span::exact(&text, start, end).expect("a span");
    assert_eq!(context(&text, span, 4), ("…two ".to_owned(), " fou…".to_owned()));
    assert_eq!(context(&text, span, 40), ("One two ".to_owned(), " four five".to_owned()));
}

/// Long texts that repeat are where a search that goes back would take minutes.
#[test]
fn a_megabyte_of_one_letter_is_searched_at_once() {
    let text = Text::new(&"a".repeat(1_000_000));
    let words = "a".repeat(5_000);
    assert_eq!(Folded::new(&text, LOOSE).find(&words).len(), 200);
    assert_eq!(Folded::new(&text, Matching { case: false, whole_words: true }).find(&words).len(), 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn the_places_are_those_that_the_slow_way_finds((text, words) in text_and_words(), case in any::<bool>(), whole_words in any::<bool>()) {
        let matching = Matching { case, whole_words };
        let known = Text::new(&text);
        let found: Vec<(usize, usize)> = Folded::new(&known, matching)
            .find(&words)
            .into_iter()
            .map(|span| (span.start().index(), span.end().index()))
            .collect();
        prop_assert_eq!(found, found_slowly(known.as_str(), &words, matching));
    }

    #[test]
    fn a_span_of_a_folded_text_holds_what_its_words_alone_do(
        (text, words) in text_and_words(),
        case in any::<bool>(),
        ends in any::<[Index; 2]>(),
    ) {
        let matching = Matching { case, whole_words: false };
        let text = Text::new(&text);
        let [one, other] = ends.map(|end| bluepencil::text::Utf8::at(end.index(text.as_str().len() + 1)));
        if let Some(span) = bluepencil::text::Span::covering(&text, one, other) {
            let within = Folded::new(&text, matching).holds_within(span, &folded(&words, matching));
            // Behind a line feed, a byte order mark within the text is not taken for one at the begin of a file.
            prop_assert_eq!(within, holds(&format!("\n{}", text.words(span)), &words, matching));
        }
    }

    #[test]
    fn any_words_of_a_text_are_found_in_it(text in any_text(), ends in any::<[Index; 2]>()) {
        let [one, other] = ends.map(|end| bluepencil::text::Utf8::at(end.index(text.as_str().len() + 1)));
        if let Some(span) = bluepencil::text::Span::covering(&text, one, other) {
            prop_assert!(!Folded::new(&text, LOOSE).find(text.words(span)).is_empty());
        }
    }
}
