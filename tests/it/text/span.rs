//! Spans: what a selection becomes, and what a file may claim.

use std::collections::BTreeSet;

use bluepencil::text::{Span, SpanFault, Text, Utf8, is_blank};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

use super::{place_of, text_and_positions};

/// The borders of the characters that a reader sees, found in one pass over the whole text.
fn borders(text: &Text) -> BTreeSet<Utf8> {
    text.as_str().grapheme_indices(true).map(|(at, _)| Utf8::at(at)).chain([text.end()]).collect()
}

/// Whether an end of a span is that of a character: a border, or the place before joiners behind a letter that they do not
/// shape.
fn ends_character(text: &Text, end: Utf8) -> bool {
    let borders = borders(text);
    let behind = borders.range(end..).next().copied().unwrap_or(end);
    text.between(end, behind).chars().all(|character| character == '\u{200d}')
}

/// The ranges of the characters that are seen and share a byte with the selection.
fn selected_characters(text: &Text, one: Utf8, other: Utf8) -> Vec<(Utf8, Utf8)> {
    let (from, to) = (one.min(other), one.max(other));
    text.as_str()
        .grapheme_indices(true)
        .filter(|(_, grapheme)| !grapheme.contains(char::is_whitespace) && !grapheme.chars().all(is_blank))
        .map(|(at, grapheme)| (Utf8::at(at), Utf8::at(at + grapheme.trim_end_matches('\u{200d}').len())))
        .filter(|(start, end)| *start < to && from < *end)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_covering_span_never_cuts_a_character((text, one, other) in text_and_positions()) {
        if let Some(span) = Span::covering(&text, one, other) {
            let borders = borders(&text);
            prop_assert!(borders.contains(&span.start()) && ends_character(&text, span.end()));
        }
    }

    #[test]
    fn a_covering_span_has_no_white_space_at_its_ends((text, one, other) in text_and_positions()) {
        if let Some(span) = Span::covering(&text, one, other) {
            let words = text.words(span);
            prop_assert_eq!(words, words.trim());
        }
    }

    #[test]
    fn a_covering_span_has_nothing_invisible_at_its_ends((text, one, other) in text_and_positions()) {
        if let Some(span) = Span::covering(&text, one, other) {
            let words = text.words(span);
            let first = words.graphemes(true).next().unwrap_or_default();
            let last = words.graphemes(true).next_back().unwrap_or_default();
            prop_assert!(!first.chars().all(is_blank) && !last.chars().all(is_blank), "{:?}", words);
            prop_assert!(!["a\u{200d}", "é\u{200d}", ".\u{200d}", "”\u{200d}"].contains(&last), "{:?}", words);
        }
    }

    #[test]
    fn a_covering_span_is_not_empty((text, one, other) in text_and_positions()) {
        if let Some(span) = Span::covering(&text, one, other) {
            prop_assert!(!text.words(span).is_empty());
        }
    }

    #[test]
    fn covering_a_span_gives_that_span((text, one, other) in text_and_positions()) {
        if let Some(span) = Span::covering(&text, one, other) {
            prop_assert_eq!(Span::covering(&text, span.start(), span.end()), Some(span));
        }
    }

    #[test]
    fn a_covering_span_holds_every_character_that_was_selected((text, one, other) in text_and_positions()) {
        let span = Span::covering(&text, one, other);
        for (start, end) in selected_characters(&text, one, other) {
            prop_assert!(span.is_some_and(|span| span.start() <= start && end <= span.end()));
        }
    }

    #[test]
    fn a_covering_span_goes_no_further_than_the_characters_at_its_ends((text, one, other) in text_and_positions()) {
        if let Some(span) = Span::covering(&text, one, other) {
            let borders = borders(&text);
            let first = borders.range(..=one.min(other)).next_back().copied().unwrap_or_default();
            let last = borders.range(one.max(other)..).next().copied().unwrap_or(text.end());
            prop_assert!(first <= span.start() && span.end() <= last);
        }
    }

    #[test]
    fn the_order_of_the_ends_does_not_matter((text, one, other) in text_and_positions()) {
        prop_assert_eq!(Span::covering(&text, one, other), Span::covering(&text, other, one));
    }

    #[test]
    fn a_file_may_claim_what_covering_would_leave_alone_and_invisible_characters_beside_it(
        (text, start, end) in text_and_positions(),
    ) {
        let covering = Span::covering(&text, start, end).map(|span| (span.start(), span.end()));
        let left_alone = start < end && end <= text.end() && covering == Some((start, end));
        match Span::exact(&text, start, end) {
            Err(_) => prop_assert!(!left_alone),
            Ok(_) if left_alone => {}
            Ok(_) => {
                let (from, to) = covering.unwrap_or((end, end));
                let beside = [text.between(start, from), text.between(to, end)].concat();
                let white = |cluster: &str| cluster.contains(char::is_whitespace) || cluster.chars().all(is_blank);
                prop_assert!(!beside.is_empty() && beside.graphemes(true).all(white), "{:?}", beside);
            }
        }
    }

    #[test]
    fn borders_are_found_without_reading_the_whole_text((text, position, _) in text_and_positions()) {
        let borders = borders(&text);
        let before = borders.range(..=position).next_back().copied().unwrap_or_default();
        let after = borders.range(position..).next().copied().unwrap_or(text.end());
        prop_assert_eq!((text.grapheme_boundary_before(position), text.grapheme_boundary_after(position)), (before, after));
    }
}

#[test]
fn invisible_characters_at_the_ends_of_a_selection_are_left_out() {
    for invisible in [
        "\u{ad}", "\u{34f}", "\u{180e}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{2060}", "\u{2063}",
        "\u{3164}", "\u{feff}", "\u{2028}", "\u{85}", "\u{b}", "\u{c}", "\u{2800}",
    ] {
        let text = Text::new(&format!(".{invisible}The council meets.{invisible}\n"));
        let span = Span::covering(&text, Utf8(1), text.end()).expect("words were selected");
        assert_eq!(text.words(span), "The council meets.", "{invisible:?}");
        let alone = Text::new(&format!("a{invisible}b"));
        if invisible != "\u{34f}" && invisible != "\u{200c}" && invisible != "\u{200d}" {
            assert_eq!(Span::covering(&alone, Utf8(1), Utf8::at(1 + invisible.len())), None, "{invisible:?}");
        }
    }
}

#[test]
fn an_emoji_keeps_its_selector_and_a_persian_word_its_joiner() {
    for words in ["I ❤\u{fe0f}", "ه\u{200d}", "ന്\u{200d}", "می\u{200c}خواهم"] {
        let text = Text::new(words);
        assert_eq!(Span::covering(&text, Utf8(0), text.end()).map(|span| text.words(span)), Some(words), "{words}");
    }
}

#[test]
fn a_file_of_an_earlier_version_may_have_invisible_characters_at_an_end() {
    let text = Text::new("\u{200b}The council\u{200b}");
    assert!(Span::exact(&text, Utf8(0), text.end()).is_ok());
}

#[test]
fn half_a_flag_becomes_the_whole_flag() {
    let text = Text::new("to 🇩🇪 by sea");
    let (start, end) = place_of(&text, "🇩🇪");
    let span = Span::covering(&text, start, Utf8(start.0 + 4)).expect("a flag was selected");
    assert_eq!((span.start(), span.end()), (start, end));
}

#[test]
fn a_letter_is_selected_with_its_accent() {
    let text = Text::new("Jose\u{301} said");
    let span = Span::covering(&text, Utf8(0), Utf8(4)).expect("letters were selected");
    assert_eq!(text.words(span), "Jose\u{301}");
}

#[test]
fn a_selection_of_white_space_is_no_span() {
    assert_eq!(Span::covering(&Text::new("a \n\u{2028} b"), Utf8(1), Utf8(6)), None);
}

#[test]
fn a_caret_inside_a_character_selects_that_character() {
    let text = Text::new("👩‍👩‍👧");
    assert_eq!(Span::covering(&text, Utf8(4), Utf8(4)).map(|span| text.words(span)), Some("👩‍👩‍👧"));
}

fn fault(text: &str, start: u32, end: u32) -> Option<SpanFault> {
    Span::exact(&Text::new(text), Utf8(start), Utf8(end)).err()
}

#[test]
fn an_end_before_the_start_is_reversed() {
    assert_eq!(fault("words", 3, 1), Some(SpanFault::Reversed));
}

#[test]
fn a_range_of_nothing_is_empty() {
    assert_eq!(fault("words", 3, 3), Some(SpanFault::Empty));
}

#[test]
fn a_range_past_the_end_is_refused() {
    assert_eq!(fault("words", 3, 6), Some(SpanFault::PastEnd));
}

#[test]
fn a_range_that_parts_a_letter_from_its_accent_is_refused() {
    assert_eq!(fault("Jose\u{301}", 0, 4), Some(SpanFault::CutsCharacter));
}

#[test]
fn a_range_that_ends_inside_the_bytes_of_a_character_is_refused() {
    assert_eq!(fault("aé", 0, 2), Some(SpanFault::CutsCharacter));
}

#[test]
fn a_range_with_a_space_at_its_end_is_refused() {
    assert_eq!(fault("two words", 0, 4), Some(SpanFault::WhiteSpaceAtEdge));
}

#[test]
fn a_range_with_a_space_inside_is_a_span() {
    assert_eq!(fault("two words", 0, 9), None);
}

fn span(start: u32, end: u32) -> Span {
    Span::exact(&Text::new("abcdefghij"), Utf8(start), Utf8(end)).expect("letters are a span")
}

#[test]
fn neighbours_do_not_overlap() {
    assert!(!span(2, 4).overlaps(Utf8(4), Utf8(6)) && !span(2, 4).overlaps(Utf8(0), Utf8(2)));
}

#[test]
fn ranges_with_a_common_byte_overlap() {
    assert!(span(2, 4).overlaps(Utf8(3), Utf8(6)) && span(2, 4).overlaps(Utf8(0), Utf8(3)));
}

#[test]
fn a_span_does_not_strictly_contain_itself() {
    assert!(span(2, 6).strictly_contains(span(2, 5)) && !span(2, 6).strictly_contains(span(2, 6)));
}
