//! Folding: what counts as the same, and the way back to the text.

use bluepencil::text::{Folded, Matching, PlainLetters, Text, folded, is_invisible};
use icu_normalizer::{ComposingNormalizer, DecomposingNormalizer};
use proptest::prelude::*;
use proptest::sample::Index;

use super::any_text;

const LOOSE: Matching = Matching { case: false, whole_words: false };
/// Words in plain letters.
fn plain_letters(words: &str) -> String {
    PlainLetters::default().of(words)
}

const CASE: Matching = Matching { case: true, whole_words: false };

#[test]
fn quotation_marks_dashes_spaces_and_case_are_evened_out() {
    let printed = "“It’s done” — said «Zoe»,\u{a0}‘so’\n\n– „no“ ÅND";
    assert_eq!(folded(printed, LOOSE), "\"it's done\" - said \"zoe\", 'so' - \"no\" a\u{30a}nd");
}

#[test]
fn with_case_everything_but_the_case_is_evened_out() {
    assert_eq!(folded(" “It’s  done” — A ", CASE), "\"It's done\" - A");
}

#[test]
fn a_character_that_is_no_quotation_mark_dash_or_space_stays_what_it_is() {
    for kept in ["e\u{301}", "ø", "…", "_", "²", "™", "שלום", "中、", "👨‍👩‍👧‍👦"] {
        assert_eq!(folded(kept, LOOSE), kept);
    }
}

#[test]
fn a_capital_that_has_two_characters_as_a_small_letter_becomes_the_plain_one() {
    assert_eq!(folded("İSTANBUL", LOOSE), "istanbul");
}

#[test]
fn letters_that_read_the_same_fold_to_the_same() {
    for (one, other) in [
        ("café", "cafe\u{301}"),
        ("Å", "\u{212b}"),
        ("ñandú", "n\u{303}andu\u{301}"),
        ("й", "и\u{306}"),
        ("한", "\u{1112}\u{1161}\u{11ab}"),
        ("が", "か\u{3099}"),
        ("ệ", "e\u{302}\u{323}"),
        ("e\u{323}\u{302}", "e\u{302}\u{323}"),
        ("ﬁnal oﬃce", "final office"),
        ("Ĳsselmeer", "IJsselmeer"),
        ("ﻻ", "لا"),
        ("ﻣﺮﺣﺒﺎ", "مرحبا"),
        ("ＦＣ　１２", "FC 12"),
        ("Straße", "STRASSE"),
        ("STRAẞE", "strasse"),
        ("ΟΔΟΣ", "οδος"),
        ("οδός", "ΟΔΌΣ"),
        ("Ver\u{ad}hand\u{ad}lungen", "Verhandlungen"),
        ("har\u{200b}bour", "harbour"),
        ("har\u{feff}bour", "harbour"),
        ("har\u{2060}bour", "harbour"),
        ("می\u{200c}خواهم", "میخواهم"),
        ("❤\u{fe0f}", "❤"),
        ("10\u{a0}000", "10 000"),
        ("10\u{202f}000", "10\u{2009}000"),
        ("a\u{3000}b\u{2028}c\u{b}d\u{85}e\u{2800}f", "a b c d e f"),
        ("a \u{200b} b", "a b"),
        ("п\u{2bc}ять", "п'ять"),
    ] {
        assert_eq!(folded(one, LOOSE), folded(other, LOOSE), "{one} and {other}");
    }
}

#[test]
fn every_ligature_folds_to_the_letters_that_it_stands_for_in_unicode() {
    let ligatures = [
        '\u{132}'..='\u{133}',
        '\u{149}'..='\u{149}',
        '\u{1c4}'..='\u{1cc}',
        '\u{fb00}'..='\u{fb06}',
        '\u{fb13}'..='\u{fb17}',
        '\u{fb4f}'..='\u{fb4f}',
        '\u{fef5}'..='\u{fefc}',
    ];
    for ligature in ligatures.into_iter().flatten().map(String::from) {
        let letters = DecomposingNormalizer::new_nfkd().normalize(&ligature).into_owned();
        for matching in [LOOSE, CASE] {
            assert_eq!(folded(&ligature, matching), folded(&letters, matching), "{ligature}");
        }
    }
}

#[test]
fn letters_that_do_not_read_the_same_stay_apart() {
    for (one, other) in
        [("cafe", "café"), ("o", "ø"), ("и", "й"), ("か", "が"), ("👨\u{200d}👩", "👨👩"), ("m²", "m2"), ("a b", "ab")]
    {
        assert_ne!(folded(one, LOOSE), folded(other, LOOSE), "{one} and {other}");
    }
}

#[test]
fn half_of_what_a_character_became_has_no_place_in_the_text() {
    let folded = Folded::new(&Text::new("oﬃce é"), LOOSE);
    assert_eq!(folded.as_str(), "office e\u{301}");
    let places = (0..=folded.as_str().len()).map(|end| folded.original(0, end).map(|(_, end)| end.index()));
    let expected = [Some(0), Some(1), None, None, Some(4), Some(5), Some(6), Some(7), None, None, Some(9)];
    assert_eq!(places.collect::<Vec<_>>(), expected);
}

#[test]
fn letters_of_living_alphabets_are_composed() {
    let alphabets = [
        '\u{c0}'..='\u{233}',
        '\u{1e00}'..='\u{1ef9}',
        'Ά'..='ώ',
        'ἀ'..='ῼ',
        'Ѐ'..='ӹ',
        'آ'..='ۓ',
        'が'..='ヾ',
        '가'..='힣',
    ];
    let shapes = |letter: char| matches!(u32::from(letter), 0x132..=0x133 | 0x149 | 0x1c4..=0x1cc);
    for letter in alphabets.into_iter().flatten().filter(|letter| letter.is_alphabetic() && !shapes(*letter)) {
        let composed = ComposingNormalizer::new_nfc().normalize(&letter.to_string()).into_owned();
        let decomposed = DecomposingNormalizer::new_nfd().normalize(&composed).into_owned();
        assert_eq!(plain_letters(&decomposed), composed, "{letter}");
        assert_eq!(plain_letters(&composed), composed, "{letter}");
    }
}

proptest! {
    #[test]
    fn a_folded_character_leads_back_to_what_folds_to_it(text in any_text(), case in any::<bool>(), ends in any::<[Index; 2]>()) {
        let matching = Matching { case, whole_words: false };
        let whole = Folded::new(&text, matching);
        let [one, other] = ends.map(|end| end.index(whole.as_str().len() + 1));
        let (from, to) = (one.min(other), one.max(other));
        if let (Some(content), Some((start, end))) = (whole.as_str().get(from..to), whole.original(from, to))
            && text.is_grapheme_boundary(start) && text.is_grapheme_boundary(end)
        {
            prop_assert_eq!(folded(text.between(start, end), matching), content.trim_matches(' '));
        }
    }

    #[test]
    fn canonical_equivalents_fold_to_the_same(words in any::<String>()) {
        let decomposed = DecomposingNormalizer::new_nfd().normalize(&words).into_owned();
        let composed = ComposingNormalizer::new_nfc().normalize(&words).into_owned();
        prop_assert_eq!(folded(&decomposed, CASE), folded(&words, CASE));
        prop_assert_eq!(folded(&composed, CASE), folded(&words, CASE));
    }

    #[test]
    fn plain_letters_are_canonically_equivalent_to_what_is_visible(words in any::<String>()) {
        let visible: String = words.chars().filter(|character| !is_invisible(*character)).collect();
        let shapes = |character: char| matches!(u32::from(character), 0x132..=0x133 | 0x149 | 0x1c4..=0x1cc | 0xfb00..=0xfb4f | 0xfe80..=0xfefc | 0xff01..=0xff5e);
        if !visible.contains(shapes) {
            let decomposed = |words: &str| DecomposingNormalizer::new_nfd().normalize(words).into_owned();
            prop_assert_eq!(decomposed(&plain_letters(&words)), decomposed(&visible));
        }
    }

    #[test]
    fn shapes_are_resolved_as_their_compatibility_decomposition(code in 0xfe80_u32..=0xff5e) {
        let character = char::from_u32(code).filter(|code| matches!(u32::from(*code), 0xfe80..=0xfefc | 0xff01..=0xff5e));
        if let Some(character) = character {
            let words = character.to_string();
            let equivalent = |words: &str| DecomposingNormalizer::new_nfkd().normalize(words).into_owned();
            prop_assert_eq!(equivalent(&plain_letters(&words)), equivalent(&words));
            prop_assert!(!plain_letters(&words).contains(character));
        }
    }

    #[test]
    fn words_are_folded_as_the_text_is(text in any_text(), case in any::<bool>()) {
        let matching = Matching { case, whole_words: false };
        let whole = Folded::new(&text, matching);
        prop_assert_eq!(folded(text.as_str(), matching), whole.as_str().trim_matches(' '));
    }

    #[test]
    fn folding_twice_is_folding_once(words in any::<String>()) {
        let once = folded(&words, LOOSE);
        prop_assert_eq!(folded(&once, LOOSE), once);
    }
}
