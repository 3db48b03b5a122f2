//! Annotations: the names, titles and letters of labels, and which segments are a target.

use bluepencil::annotation::{BUILT_IN, Label, OriginKind, Status, Target, TargetFault};
use bluepencil::text::{Span, Text};

use crate::support::build::span;

fn label(name: &str) -> Label {
    Label::parse(name).expect("a label")
}

#[test]
fn a_label_has_the_letter_of_its_key_or_else_the_first_of_its_name() {
    let letters = [
        ("quote", "Q"),
        ("claim", "C"),
        ("caption", "P"),
        ("credit", "R"),
        ("verdict", "V"),
        ("quotes", "Q"),
        ("captions", "C"),
        ("x", "X"),
        ("z-1", "Z"),
        ("in_doubt", "I"),
    ];
    for (name, letter) in letters {
        assert_eq!(label(name).letter(), letter, "{name}");
    }
}

#[test]
fn a_label_of_ones_own_has_its_name_with_a_capital_as_its_title() {
    for (name, title) in
        [("caption", "Caption"), ("verdict", "Verdict"), ("x", "X"), ("in_doubt", "In_doubt"), ("z-1", "Z-1")]
    {
        assert_eq!(label(name).title(), title);
    }
}

#[test]
fn a_label_is_shown_by_its_name() {
    assert_eq!((label("in_doubt").to_string(), format!("{:?}", label("z-1"))), ("in_doubt".into(), "z-1".into()));
}

#[test]
fn a_built_in_label_is_the_one_with_its_name() {
    for known in BUILT_IN {
        assert_eq!((known.label(), known.label().built_in()), (label(known.name), Some(known)));
    }
    assert_eq!(label("quotes").built_in(), None);
}

#[test]
fn a_name_of_a_label_is_a_small_letter_and_then_small_letters_digits_hyphens_and_low_lines() {
    for name in ["q", "quote", "q1", "q-", "q_", "a-b_c-9", &"q".repeat(64)] {
        assert_eq!(Label::parse(name).map(|label| label.name().to_owned()).as_deref(), Some(name));
    }
    for name in ["", "1q", "-q", "_q", "Quote", "quotE", "q q", "q.", "é", "qé", "q\n", &"q".repeat(65)] {
        assert_eq!(Label::parse(name), None, "{name:?}");
    }
}

#[test]
fn statuses_and_kinds_of_origin_are_found_by_their_names_in_files() {
    let statuses = ["suggested", "accepted", "rejected", "edited", "final"];
    assert_eq!(statuses.map(Status::named), Status::ALL.map(Some));
    assert_eq!(Status::ALL.map(Status::name), statuses);
    let kinds = ["person", "rule", "import"];
    assert_eq!(kinds.map(OriginKind::named), OriginKind::ALL.map(Some));
    assert_eq!(OriginKind::ALL.map(OriginKind::name), kinds);
    assert_eq!((Status::named("Final"), OriginKind::named("")), (None, None));
}

/// A text, and some of its words as spans.
fn spans<const N: usize>(words: [&str; N]) -> (Text, [Span; N]) {
    let text = Text::new("One two, three four. Five");
    let spans = words.map(|words| span(&text, words));
    (text, spans)
}

#[test]
fn segments_that_are_given_as_a_target_stand_in_reading_order_beside_one_another() {
    let (_, [one, two, one_two, three]) = spans(["One", "two", "One two", "three"]);
    let target = |spans: &[Span]| Target::new(spans.to_vec()).map(|target| target.segments().collect::<Vec<_>>());
    assert_eq!(target(&[one, two, three]), Ok(vec![one, two, three]));
    assert_eq!(target(&[]), Err(TargetFault::Empty));
    assert_eq!(target(&[one, three, two]), Err(TargetFault::OutOfOrder));
    assert_eq!(target(&[one_two, two]), Err(TargetFault::Overlapping));
    assert_eq!(target(&[one, one]), Err(TargetFault::Overlapping));
}

#[test]
fn segments_that_touch_are_two_of_a_target() {
    let (_, [two, comma]) = spans(["two", ","]);
    assert_eq!(Target::new(vec![two, comma]).map(|target| target.segments().count()), Ok(2));
}

#[test]
fn what_touches_overlaps_or_is_bridged_becomes_one_segment_of_a_union() {
    let (text, [one, two, one_two, comma, three, four]) = spans(["One", "two", "One two", ",", "three", "four"]);
    let union = |spans: &[Span], bridge: &str| {
        let target = Target::union(&text, spans.iter().copied(), |between| between == bridge);
        target.map(|target| target.segments().map(|span| text.words(span)).collect::<Vec<_>>())
    };
    assert_eq!(union(&[], " "), None);
    assert_eq!(union(&[three, one], " "), Some(vec!["One", "three"]));
    assert_eq!(union(&[two, one], " "), Some(vec!["One two"]));
    assert_eq!(union(&[one, two], ""), Some(vec!["One", "two"]));
    assert_eq!(union(&[comma, two], " "), Some(vec!["two,"]));
    assert_eq!(union(&[one_two, one, four], " "), Some(vec!["One two", "four"]));
    assert_eq!(union(&[four, one, three, two], " "), Some(vec!["One two", "three four"]));
}

#[test]
fn a_target_goes_from_its_first_segment_to_its_last_and_has_ellipses_between_its_words() {
    let (text, [one, three, five]) = spans(["One", "three", "Five"]);
    let target = Target::new(vec![one, three, five]).expect("in order");
    assert_eq!((target.start(), target.end()), (one.start(), five.end()));
    assert_eq!(target.words(&text), "One … three … Five");
    let alone = Target::one(three);
    assert_eq!((alone.start(), alone.end(), alone.words(&text)), (three.start(), three.end(), "three".to_owned()));
}
