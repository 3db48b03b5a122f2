//! Positions in bytes, code points and UTF-16 code units, against counting from the start.

use bluepencil::text::{CodePoint, Text, Utf8, Utf16};
use proptest::prelude::*;

use super::any_text;

/// Every place of the text in the three units, counted the obvious way.
fn places(text: &Text) -> Vec<(Utf8, CodePoint, Utf16)> {
    let content = text.as_str();
    (0..=content.len())
        .filter_map(|index| {
            let before = content.get(..index)?;
            let code_points = u32::try_from(before.chars().count()).ok()?;
            let utf16 = u32::try_from(before.encode_utf16().count()).ok()?;
            Some((Utf8::at(index), CodePoint(code_points), Utf16(utf16)))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn bytes_become_code_points_as_counting_says(text in any_text()) {
        let places = places(&text);
        for position in (0..text.end().0 + 3).map(Utf8) {
            let counted = places.iter().find(|place| place.0 == position).map(|place| place.1);
            prop_assert_eq!(text.code_point(position), counted);
        }
    }

    #[test]
    fn bytes_become_utf_16_as_counting_says(text in any_text()) {
        let places = places(&text);
        for position in (0..text.end().0 + 3).map(Utf8) {
            let counted = places.iter().find(|place| place.0 == position).map(|place| place.2);
            prop_assert_eq!(text.utf16(position), counted);
        }
    }

    #[test]
    fn code_points_become_bytes_as_counting_says(text in any_text()) {
        let places = places(&text);
        for position in (0..text.code_points().0 + 3).map(CodePoint) {
            let counted = places.iter().find(|place| place.1 == position).map(|place| place.0);
            prop_assert_eq!(text.from_code_point(position), counted);
        }
    }

    #[test]
    fn utf_16_becomes_bytes_as_counting_says(text in any_text()) {
        let places = places(&text);
        for position in (0..places.last().map_or(0, |place| place.2.0) + 3).map(Utf16) {
            let counted = places.iter().find(|place| place.2 == position).map(|place| place.0);
            prop_assert_eq!(text.from_utf16(position), counted);
        }
    }

    #[test]
    fn every_position_comes_back_from_the_other_units(text in any_text()) {
        for (position, _, _) in places(&text) {
            prop_assert_eq!(text.code_point(position).and_then(|there| text.from_code_point(there)), Some(position));
            prop_assert_eq!(text.utf16(position).and_then(|there| text.from_utf16(there)), Some(position));
        }
    }
}

#[test]
fn a_byte_inside_a_character_has_no_code_point() {
    assert_eq!(Text::new("a🙂").code_point(Utf8(3)), None);
}

#[test]
fn a_byte_inside_a_character_has_no_utf_16_position() {
    assert_eq!(Text::new("aé").utf16(Utf8(2)), None);
}

#[test]
fn a_position_inside_a_surrogate_pair_has_no_byte() {
    assert_eq!(Text::new("a🙂").from_utf16(Utf16(2)), None);
}

#[test]
fn the_end_of_the_text_is_a_position_in_every_unit() {
    let text = Text::new("a🙂é");
    assert_eq!((text.code_point(text.end()), text.utf16(text.end())), (Some(CodePoint(3)), Some(Utf16(4))));
}

#[test]
fn an_empty_text_has_one_position() {
    let text = Text::new("");
    assert_eq!((text.code_point(Utf8(0)), text.code_point(Utf8(1))), (Some(CodePoint(0)), None));
}

#[test]
fn the_two_hundredth_character_beyond_the_basic_plane_is_found() {
    let text = Text::new(&"🙂".repeat(300));
    assert_eq!(text.from_utf16(Utf16(400)), Some(Utf8(800)));
}
