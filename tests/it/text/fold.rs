//! Folding: what counts as the same, and the way back to the text.

use bluepencil::text::{Folded, Matching, folded};
use proptest::prelude::*;

use super::any_text;

const LOOSE: Matching = Matching { case: false, whole_words: false };
const CASE: Matching = Matching { case: true, whole_words: false };

#[test]
fn quotation_marks_dashes_spaces_and_case_are_evened_out() {
    let printed = "“It’s done” — said «Zoé»,\u{a0}‘so’\n\n– „no“ ÉTÉ";
    assert_eq!(folded(printed, LOOSE), "\"it's done\" - said \"zoé\", 'so' - \"no\" été");
}

#[test]
fn with_case_everything_but_the_case_is_evened_out() {
    assert_eq!(folded(" “It’s  done” — A ", CASE), "\"It's done\" - A");
}

#[test]
fn a_character_that_is_no_quotation_mark_dash_or_space_stays_what_it_is() {
    for kept in ["é", "e\u{301}", "ß", "…", "_", "שלום", "中、", "👨‍👩‍👧‍👦"] {
        assert_eq!(folded(kept, LOOSE), kept);
    }
}

#[test]
fn a_capital_that_has_two_characters_as_a_small_letter_becomes_the_plain_one() {
    assert_eq!(folded("İSTANBUL", LOOSE), "istanbul");
}

proptest! {
    #[test]
    fn each_folded_character_leads_back_to_the_characters_it_came_from(text in any_text(), case in any::<bool>()) {
        let matching = Matching { case, whole_words: false };
        let whole = Folded::new(&text, matching);
        let mut after = 0;
        for (at, character) in whole.as_str().char_indices() {
            let (start, end) = (whole.original(at), whole.original(at + character.len_utf8()));
            prop_assert_eq!(start.index(), after, "nothing is left out");
            after = end.index();
            let original = text.between(start, end);
            if character == ' ' {
                prop_assert!(!original.is_empty() && original.chars().all(char::is_whitespace));
            } else {
                prop_assert_eq!(folded(original, matching), character.to_string());
            }
        }
        prop_assert_eq!(after, text.end().index());
    }

    #[test]
    fn words_are_folded_as_the_text_is(text in any_text(), case in any::<bool>()) {
        let matching = Matching { case, whole_words: false };
        let whole = Folded::new(&text, matching);
        prop_assert_eq!(folded(text.as_str(), matching), whole.as_str().trim());
    }

    #[test]
    fn folding_twice_is_folding_once(text in any_text()) {
        let once = folded(text.as_str(), LOOSE);
        prop_assert_eq!(folded(&once, LOOSE), once);
    }
}
