//! Words: what a drag of the mouse marks, whole words and no comma that was not selected; and the words of a block.

use bluepencil::text::{Span, Text, Utf8, snap_to_words, words};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::{any_text, text_and_positions};

/// The word that has the position strictly inside it, among all words of the whole text.
fn word_at(text: &Text, position: Utf8) -> Option<(Utf8, Utf8)> {
    text.as_str()
        .unicode_word_indices()
        .map(|(at, word)| (Utf8::at(at), Utf8::at(at + word.len())))
        .find(|(start, end)| *start < position && position < *end)
}

fn in_order(one: Utf8, other: Utf8) -> (Utf8, Utf8) {
    (one.min(other), one.max(other))
}

/// Positions between characters, as the browser gives them.
fn between_characters() -> impl Strategy<Value = (Text, Utf8, Utf8)> {
    text_and_positions().prop_map(|(text, one, other)| {
        let (one, other) = (text.grapheme_boundary_before(one), text.grapheme_boundary_before(other));
        (text, one, other)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn ends_inside_a_word_go_to_its_border_and_others_stay((text, one, other) in between_characters()) {
        let (start, end) = in_order(one, other);
        let expected = if start == end {
            (start, end)
        } else {
            (word_at(&text, start).map_or(start, |word| word.0), word_at(&text, end).map_or(end, |word| word.1))
        };
        prop_assert_eq!(snap_to_words(&text, one, other), expected);
    }

    #[test]
    fn ends_only_ever_move_outward((text, one, other) in text_and_positions()) {
        let (start, end) = in_order(one, other);
        let (snapped_start, snapped_end) = snap_to_words(&text, one, other);
        prop_assert!(snapped_start <= start && end <= snapped_end);
    }

    #[test]
    fn snapping_twice_is_snapping_once((text, one, other) in text_and_positions()) {
        let (start, end) = snap_to_words(&text, one, other);
        prop_assert_eq!(snap_to_words(&text, start, end), (start, end));
    }

    #[test]
    fn a_selection_of_nothing_stays_nothing((text, position, _) in text_and_positions()) {
        prop_assert_eq!(snap_to_words(&text, position, position), (position, position));
    }
}

/// Selects what stands between the brackets and gives back what is marked then.
fn marked(with_brackets: &str) -> String {
    let (before, rest) = with_brackets.split_once('[').expect("an opening bracket");
    let (inside, after) = rest.split_once(']').expect("a closing bracket");
    let text = Text::new(&format!("{before}{inside}{after}"));
    let (start, end) = snap_to_words(&text, Utf8::at(before.len()), Utf8::at(before.len() + inside.len()));
    text.between(start, end).to_owned()
}

#[test]
fn a_comma_that_was_not_selected_is_never_swallowed() {
    assert_eq!(marked("“Not y[et], she said"), "yet");
}

#[test]
fn a_comma_that_was_selected_stays_selected() {
    assert_eq!(marked("“Not y[et,] she said"), "yet,");
}

#[test]
fn a_space_that_was_selected_stays_for_the_span_to_drop() {
    assert_eq!(marked("Not[ yet]"), " yet");
}

#[test]
fn an_apostrophe_does_not_end_a_word() {
    assert_eq!(marked("they d[o]n’t know"), "don’t");
}

#[test]
fn an_abbreviation_is_one_word_without_its_last_full_stop() {
    assert_eq!(marked("the [U.]S. envoy"), "U.S");
}

#[test]
fn a_hyphen_divides_words_and_stays_inside_a_selection() {
    assert_eq!(marked("a 2[8-poi]nt plan"), "28-point");
}

#[test]
fn a_number_is_one_word_with_its_decimal_point() {
    assert_eq!(marked("about 21[2,0]00.5 of them"), "212,000.5");
}

#[test]
fn a_narrow_space_inside_a_french_number_does_not_end_it() {
    assert_eq!(marked("soit 21[2]\u{202f}000 passagers"), "212\u{202f}000");
}

#[test]
fn a_chinese_character_is_a_word_of_its_own() {
    assert_eq!(marked("渡轮[恢]复航行"), "恢");
}

#[test]
fn a_hebrew_word_is_widened_on_both_sides() {
    assert_eq!(marked("הספר[יי]ה נפתחה"), "הספרייה");
}

/// The words of a text.
fn words_of(written: &str) -> Vec<String> {
    let text = Text::new(written);
    words(&text, Utf8(0), text.end()).into_iter().map(|span| text.words(span).to_owned()).collect()
}

#[test]
fn hyphens_join_words_and_dashes_do_not() {
    assert_eq!(
        words_of("A 28-point, self-made plan – made well—today."),
        ["A", "28-point", "self-made", "plan", "made", "well", "today"]
    );
}

#[test]
fn a_number_takes_its_signs_along() {
    assert_eq!(words_of("$4.50, 20% or 1,000 €30"), ["$4.50", "20%", "or", "1,000", "€30"]);
}

proptest! {
    #[test]
    fn the_words_of_a_text_are_spans_in_order_and_none_is_left_out(text in any_text()) {
        let found = words(&text, Utf8(0), text.end());
        let mut reached = Utf8(0);
        for span in &found {
            prop_assert!(reached <= span.start());
            prop_assert_eq!(Span::exact(&text, span.start(), span.end()), Ok(*span));
            reached = span.end();
        }
        for (at, word) in text.as_str().unicode_word_indices() {
            // A narrow space at an end belongs to the word of UAX #29, but to no span.
            let Some(whole) = Span::covering(&text, Utf8::at(at), Utf8::at(at + word.len())) else { continue };
            prop_assert!(found.iter().any(|span| *span == whole || span.strictly_contains(whole)), "{word:?}");
        }
    }
}
