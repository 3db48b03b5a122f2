//! SearchEvent: every place of some words, compared with the slow way that looks at each start and each end.

use std::collections::BTreeSet;

use bluepencil::text::{Folded, Matching, Text, context, folded, holds, is_blank, is_invisible};
use icu_normalizer::DecomposingNormalizer;
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

/// A grapheme cluster in its plain form.
fn plain(cluster: &str, case: bool) -> String {
    if cluster.chars().all(is_blank) {
        return if cluster.contains(char::is_whitespace) { SPACE.to_owned() } else { String::new() };
    }
    let seen: Vec<char> = cluster.chars().collect();
    let kept = seen.iter().enumerate().filter(|(at, character)| {
        let before_emoji = seen.get(at + 1).is_some_and(|next| "👩👧👨👦🙂👍🏽".contains(*next));
        !is_invisible(**character) || **character == '\u{200d}' && before_emoji
    });
    let letters: String = kept.map(|(_, character)| *character).collect();
    let mut plain = String::new();
    for letter in DecomposingNormalizer::new_nfd().normalize(&letters).chars() {
        match letter {
            '“' | '”' => plain.push('"'),
            '’' => plain.push('\''),
            '–' => plain.push('-'),
            'ﬁ' => plain.push_str("fi"),
            space if space.is_whitespace() => plain.push(' '),
            letter if case => plain.push(letter),
            letter => plain.extend(letter.to_lowercase()),
        }
    }
    plain
}

/// Stands for a cluster of white space, until neighbours are joined.
const SPACE: &str = "\u{1}";

/// Words in their plain form, from that of their clusters; spaces that are neighbours are one.
fn joined(clusters: &[String]) -> String {
    let mut words = String::new();
    for cluster in clusters {
        if cluster != SPACE || !words.ends_with(SPACE) {
            words.push_str(cluster);
        }
    }
    words.replace(SPACE, " ")
}

/// Where the words end without a joiner behind a letter that it does not shape.
fn without_joiner(words: &str) -> usize {
    let kept = words.trim_end_matches('\u{200d}');
    let idle = kept.ends_with(|last: char| (last < '\u{590}' || "“”’–…".contains(last)) && !is_blank(last));
    if idle { kept.len() } else { words.len() }
}

/// The places of some words: each stretch of the text that has no white space and nothing invisible at its ends and reads
/// the same.
fn found_slowly(text: &str, words: &str, matching: Matching) -> Vec<(usize, usize)> {
    let clusters_of =
        |words: &str| words.graphemes(true).map(|cluster| plain(cluster, matching.case)).collect::<Vec<_>>();
    let wanted = joined(&clusters_of(words)).trim_matches(' ').to_owned();
    let clusters = clusters_of(text);
    let places: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
    let whole_text = joined(&clusters);
    let word_borders: BTreeSet<usize> =
        whole_text.split_word_bound_indices().map(|(at, _)| at).chain([whole_text.len()]).collect();
    let solid = |number: usize| {
        let cluster = text[places[number]..places[number + 1]].trim_matches(is_invisible);
        !(cluster.is_empty() || cluster.starts_with(char::is_whitespace) || cluster.ends_with(char::is_whitespace))
    };
    let border = |number: usize| word_borders.contains(&joined(&clusters[..number]).len());
    let fits = |first: usize, end: usize| {
        solid(first)
            && solid(end - 1)
            && joined(&clusters[first..end]) == wanted
            && (!matching.whole_words || (border(first) && border(end)))
    };
    let mut found = Vec::new();
    let mut free = 0;
    for first in 0..clusters.len() {
        let end = (first + 1..=clusters.len()).find(|end| first >= free && fits(first, *end));
        if let Some(end) = end {
            found.push((places[first], places[first] + without_joiner(&text[places[first]..places[end]])));
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

/// The text in which words look the same and are written in different ways.
const SAME_LOOK: &str = "A mixed page\n\nDie Ver\u{ad}hand\u{ad}lungen dauern an. Neue Verhandlungen folgen.\n\n\
    Le cafe\u{301} est ferme\u{301}. Le caf\u{e9} rouvre.\n\nThe \u{fb01}nal o\u{fb03}ce closes. The final office stays.\n\n\
    Sie liest 10\u{a0}000 Briefe, er 10\u{202f}000, wir 10 000.\n";

#[test]
fn words_that_look_the_same_are_found() {
    let expected: [(&str, &[&str]); 6] = [
        ("Verhandlungen", &["Ver\u{ad}hand\u{ad}lungen", "Verhandlungen"]),
        ("café", &["cafe\u{301}", "café"]),
        ("cafe\u{301}", &["cafe\u{301}", "café"]),
        ("final", &["ﬁnal", "final"]),
        ("office", &["oﬃce", "office"]),
        ("10 000", &["10\u{a0}000", "10\u{202f}000", "10 000"]),
    ];
    for (words, places) in expected {
        assert_eq!(found(SAME_LOOK, words, LOOSE), places, "{words}");
        assert_eq!(found(SAME_LOOK, words, Matching { case: false, whole_words: true }), places, "{words}");
    }
}

#[test]
fn half_a_ligature_is_not_found() {
    for (text, words) in [
        ("oﬃce", "of"),
        ("oﬃce", "off"),
        ("oﬃce", "ice"),
        ("ﬁnal", "f"),
        ("ﬁnal", "inal"),
        ("ﬂood", "lood"),
        ("Straße", "Stras"),
        ("Ĳssel", "jssel"),
        ("Ǆungla", "ž"),
        ("ﻻ", "ل"),
    ] {
        assert_eq!(found(text, words, LOOSE), [""; 0], "{words} in {text}");
    }
    assert_eq!(found("ﬁnal oﬃce", "FI", LOOSE), ["ﬁ"]);
}

#[test]
fn other_words_that_look_the_same_are_found_too() {
    for (text, words) in [
        ("Ἀθη\u{301}να", "Ἀθήνα"),
        ("мои\u{306} дом", "мой дом"),
        ("wa\u{200b}ter", "water"),
        ("wa\u{2060}ter", "water"),
        ("wa\u{feff}ter", "water"),
        ("ПИ\u{ad}СЬ\u{ad}МО", "письмо"),
        ("ﬂood", "flood"),
        ("ﬀort", "ffort"),
        ("ＦＣ　Ｆａｒｗａｔｅｒ", "fc farwater"),
        ("Zoë", "zoe\u{308}"),
        ("GROẞE", "große"),
        ("7\u{2009}%", "7 %"),
        ("a\u{2028}b", "a b"),
        ("a\u{85}b", "a b"),
        ("a\u{b}\u{c}b", "a b"),
        ("한국", "\u{1112}\u{1161}\u{11ab}국"),
        ("ﻣﺮﺣﺒﺎ", "مرحبا"),
        ("می\u{200c}رود", "میرود"),
    ] {
        let whole = Matching { case: false, whole_words: true };
        assert_eq!(found(&format!("– {text} –"), words, whole), [text], "{words}");
        assert_eq!(found(&format!("– {words} –"), text, whole), [words], "{text}");
    }
}

#[test]
fn what_is_found_neither_begins_nor_ends_with_an_invisible_character() {
    for around in [
        "\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{200e}", "\u{2060}", "\u{feff}", "\u{180e}", "\u{2800}",
        "\u{34f}",
    ] {
        let text = format!("the {around}quay{around} here");
        assert_eq!(found(&text, "quay", LOOSE), ["quay"], "{around:?}");
        assert_eq!(found(&text, &format!("{around}quay{around}"), LOOSE), ["quay"], "{around:?}");
    }
}

#[test]
fn a_query_of_invisible_characters_is_found_nowhere() {
    assert_eq!(found("a\u{200b}b", "\u{200b}", LOOSE), [""; 0]);
}

#[test]
fn places_do_not_overlap() {
    assert_eq!(found("nanananana", "nana", LOOSE), ["nana", "nana"]);
}

#[test]
fn words_are_found_that_begin_inside_an_attempt_that_failed() {
    for (text, words) in [
        ("anananas", "ananas"),
        ("aaab", "aab"),
        ("mamamia", "mamia"),
        ("ababac", "abac"),
        ("aabaabaaa", "aabaaa"),
        ("on on one", "on one"),
        ("abcabcabd", "abcabd"),
        ("ééè", "éè"),
        ("aa-aa-ab", "aa-ab"),
        ("ananasananasa", "ananasananasa"),
    ] {
        assert_eq!(found(text, words, LOOSE), [words], "{text}");
    }
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
