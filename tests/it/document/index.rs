//! The index against the obvious slow way, over hundreds of annotations that overlap.

use std::sync::LazyLock;

use bluepencil::annotation::{Annotation, Label, Target};
use bluepencil::article::Article;
use bluepencil::document::{Document, Entry};
use bluepencil::text::{Span, Text, Utf8};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::support::build::{article_id, entry, id, quote};
use crate::support::{generate, invariant};

/// A span that begins anywhere and is short more often than long.
fn stretch(text: &Text, start: Index, length: Index) -> Option<Span> {
    let all = text.as_str().len();
    let start = start.index(all);
    let share = length.index(1000);
    Span::covering(text, Utf8::at(start), Utf8::at((start + 1 + all * share * share / 1_000_000).min(all)))
}

/// A document of several hundred annotations, some of two segments.
fn crowded() -> impl Strategy<Value = Document> {
    let mark = (any::<[Index; 4]>(), select(&["quote", "claim", "verdict"][..]));
    (vec(generate::raw_text(), 12), vec(mark, 200..600)).prop_map(|(pieces, marks)| {
        let article = Article::from_plain(article_id(1), &format!("Ferry {}", pieces.concat()), "");
        let text = &article.text;
        let annotation = |(([a, b, c, d], label), number): (([Index; 4], &str), u64)| -> Option<Entry> {
            let (one, other) = (stretch(text, a, b)?, stretch(text, c, d));
            let split = other.and_then(|other| Target::new(vec![one, other]).ok());
            let target = split.unwrap_or_else(|| Target::one(one));
            let label = Label::parse(label)?;
            Some(entry(Annotation { id: id(number), label, target, ..quote(number, text, "Ferry") }, 1))
        };
        let entries = marks.into_iter().zip(1..).filter_map(annotation).collect();
        Document::restored(article.clone(), 1, entries, [])
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn what_covers_a_position_is_what_looking_at_all_of_them_finds(
        document in crowded(), positions in vec(any::<Index>(), 40)
    ) {
        for position in positions {
            let at = Utf8::at(position.index(document.article().text.as_str().len()));
            let found: Vec<_> = document.covering(at).iter().map(|entry| entry.annotation.id).collect();
            prop_assert_eq!(found, invariant::touching_slowly(&document, at, Utf8(at.0 + 1)));
        }
    }

    #[test]
    fn what_touches_a_range_is_what_looking_at_all_of_them_finds(
        document in crowded(), ranges in vec(any::<(Index, Index)>(), 40)
    ) {
        for (one, other) in ranges {
            let [one, other] = [one, other].map(|end| Utf8::at(end.index(document.article().text.as_str().len() + 1)));
            let (start, end) = (one.min(other), one.max(other));
            let found: Vec<_> = document.touching(start, end).iter().map(|entry| entry.annotation.id).collect();
            prop_assert_eq!(found, invariant::touching_slowly(&document, start, end));
        }
    }

    #[test]
    fn what_is_nested_in_its_own_kind_is_what_looking_at_all_of_them_finds(document in crowded()) {
        for annotation in document.annotations() {
            let found = document.is_nested_in_own_kind(annotation);
            prop_assert_eq!(found, invariant::is_nested_slowly(&document, annotation), "{:?}", annotation);
        }
    }

    #[test]
    fn a_crowd_stands_in_reading_order(document in crowded()) {
        invariant::holds(&document);
    }
}

/// A paragraph of half a megabyte, with marks that are nested in each other over all of it, marks of every length, and marks
/// of two segments far apart.
fn one_long_paragraph() -> impl Strategy<Value = Document> {
    static ARTICLE: LazyLock<Article> =
        LazyLock::new(|| Article::from_plain(article_id(1), &"some words ".repeat(50_000), "Words"));
    let mark = (any::<[Index; 4]>(), 0..3u8, select(&["quote", "claim"][..]));
    vec(mark, 50..300).prop_map(|marks| {
        let text = &ARTICLE.text;
        let end = text.end().index();
        let annotation = |(([a, b, c, d], kind, label), number): (([Index; 4], u8, &str), u64)| -> Option<Entry> {
            let rim = a.index(500);
            let target = match kind {
                0 => Span::covering(text, Utf8::at(rim), Utf8::at(end - b.index(500))).map(Target::one),
                1 => stretch(text, a, b).map(Target::one),
                _ => {
                    let (start, last) = (c.index(end - 2_000), Utf8::at(end - rim - 20));
                    let first = Span::covering(text, Utf8::at(start), Utf8::at(start + 8))?;
                    Target::new(vec![first, Span::covering(text, last, Utf8::at(end - d.index(rim + 1)))?]).ok()
                }
            };
            let label = Label::parse(label)?;
            Some(entry(Annotation { id: id(number), label, target: target?, ..quote(number, text, "some") }, 1))
        };
        let entries = marks.into_iter().zip(1..).filter_map(annotation).collect();
        Document::restored(ARTICLE.clone(), 1, entries, [])
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn in_one_paragraph_of_half_a_megabyte_every_query_is_what_looking_at_all_of_them_finds(
        document in one_long_paragraph(), ranges in vec(any::<(Index, Index)>(), 20)
    ) {
        for (at, length) in ranges {
            let all = document.article().text.as_str().len();
            let start = Utf8::at(at.index(all));
            let end = Utf8::at((start.index() + length.index(4_000)).min(all));
            let found: Vec<_> = document.touching(start, end).iter().map(|entry| entry.annotation.id).collect();
            prop_assert_eq!(found, invariant::touching_slowly(&document, start, end));
        }
        for annotation in document.annotations() {
            let found = document.is_nested_in_own_kind(annotation);
            prop_assert_eq!(found, invariant::is_nested_slowly(&document, annotation), "{:?}", annotation);
        }
    }
}

/// The words that a click at the beginning of some words finds.
fn clicked(document: &Document, words: &str) -> Vec<String> {
    let text = &document.article().text;
    let at = Utf8::at(text.as_str().find(words).expect("the words stand in the text"));
    document.covering(at).iter().map(|entry| entry.annotation.target.words(text)).collect()
}

#[test]
fn a_click_finds_the_shortest_first() {
    let document = crate::support::build::harbour(1, &["We are close", "close", "“We are close”, said"]);
    assert_eq!(clicked(&document, "close"), ["close", "We are close", "“We are close”, said"]);
}

#[test]
fn a_click_right_after_the_last_character_finds_nothing() {
    let document = crate::support::build::harbour(1, &["close"]);
    assert_eq!(clicked(&document, "”, said"), Vec::<String>::new());
}

/// Whether the first of two quotes is painted as nested in the second.
fn nested(inner: &str, outer: &str) -> bool {
    let document = crate::support::build::harbour(1, &[inner, outer]);
    let annotation = document.annotation(id(1)).expect("it is there");
    document.is_nested_in_own_kind(annotation)
}

#[test]
fn a_mark_with_the_same_beginning_as_a_longer_one_is_nested() {
    assert!(nested("We are", "We are close"));
}

#[test]
fn a_mark_on_the_same_words_is_not_nested() {
    assert!(!nested("close", "close"));
}

#[test]
fn a_mark_that_crosses_another_is_not_nested() {
    assert!(!nested("are close”, said", "We are close"));
}
