//! Reading the bytes of text files.

use bluepencil::text::{Encoding, Text, decode};
use proptest::prelude::*;

use super::raw_text;

fn utf16(text: &str, mark: [u8; 2], bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.into_iter().chain(text.encode_utf16().flat_map(bytes_of)).collect()
}

#[test]
fn valid_utf_8_is_read_as_utf_8() {
    let decoded = decode("Ferry 🚤 – “now”".as_bytes());
    assert_eq!((decoded.text.as_str(), decoded.encoding), ("Ferry 🚤 – “now”", Encoding::Utf8));
}

#[test]
fn the_byte_order_mark_of_utf_8_is_gone_from_the_canonical_text() {
    let decoded = decode(b"\xef\xbb\xbfFerry");
    assert_eq!(Text::new(&decoded.text).as_str(), "Ferry");
}

#[test]
fn bytes_that_are_not_utf_8_are_read_as_windows_1252() {
    let decoded = decode(b"\x93caf\xe9\x94 \x96 5 \x80\x85");
    assert_eq!((decoded.text.as_str(), decoded.encoding), ("“café” – 5 €…", Encoding::Windows1252));
}

#[test]
fn every_byte_means_something_in_windows_1252() {
    // 0xFF first cannot be UTF-8, and 0x00 after it is no byte order mark.
    let bytes: Vec<u8> = [0xff].into_iter().chain(0..=0xff).collect();
    assert_eq!(decode(&bytes).text.chars().count(), 257);
}

#[test]
fn a_byte_left_over_in_utf_16_becomes_the_replacement_character() {
    assert_eq!(decode(b"\xff\xfea\0b").text, "a\u{fffd}");
}

#[test]
fn half_a_surrogate_pair_becomes_the_replacement_character() {
    assert_eq!(decode(b"\xfe\xff\xd8\x3d\0a").text, "\u{fffd}a");
}

#[test]
fn no_bytes_are_an_empty_text() {
    assert_eq!(decode(b"").text, "");
}

proptest! {
    #[test]
    fn utf_16_with_the_low_byte_first_comes_back(text in raw_text(30)) {
        let decoded = decode(&utf16(&text, [0xff, 0xfe], u16::to_le_bytes));
        prop_assert_eq!((decoded.text, decoded.encoding), (text, Encoding::Utf16));
    }

    #[test]
    fn utf_16_with_the_high_byte_first_comes_back(text in raw_text(30)) {
        let decoded = decode(&utf16(&text, [0xfe, 0xff], u16::to_be_bytes));
        prop_assert_eq!((decoded.text, decoded.encoding), (text, Encoding::Utf16));
    }

    #[test]
    fn utf_8_comes_back(text in raw_text(30)) {
        prop_assert_eq!(decode(text.as_bytes()).text, text);
    }
}
