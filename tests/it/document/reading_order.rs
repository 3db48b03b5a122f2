//! The reading order against a sorted list, over so many entries that it is cut into chunks and these into stretches.

use std::sync::Arc;

use bluepencil::annotation::{Annotation, Target};
use bluepencil::article::Article;
use bluepencil::document::{Entry, ReadingOrder};
use bluepencil::text::{Span, Utf8};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::support::build::{article_id, entry, id, quote};

/// That many entries in reading order, each on a word of its own.
fn entries(count: usize) -> Vec<Entry> {
    let article = Article::from_plain(article_id(1), &"word ".repeat(count), "Words");
    let word = |number: usize| Span::exact(&article.text, Utf8::at(number * 5), Utf8::at(number * 5 + 4));
    let annotation = quote(0, &article.text, "word");
    let on_word = |number| {
        let target = Target::one(word(number).expect("a word"));
        entry(Annotation { id: id(number as u64), target, ..annotation.clone() }, 1)
    };
    (0..count).map(on_word).collect()
}

/// Compares a list with the entries that it should hold, at places all over it.
fn agrees(order: &ReadingOrder, expected: &[&Entry]) {
    assert_eq!(order.len(), expected.len());
    assert!(order.iter().eq(expected.iter().copied()));
    let last = expected.len().saturating_sub(1);
    for place in (0..expected.len()).step_by(97).chain([last]) {
        let Some(entry) = expected.get(place) else { continue };
        assert_eq!((order.place(&entry.annotation), order.get(place)), (Some(place), Some(*entry)));
        assert!(order.iter_from(place).take(130).eq(expected[place..].iter().copied().take(130)));
        assert_eq!(order.after(&entry.annotation), expected.get(place + 1).copied());
        assert_eq!(order.before(&entry.annotation), place.checked_sub(1).map(|before| expected[before]));
    }
    assert_eq!((order.first(), order.last()), (expected.first().copied(), expected.last().copied()));
    assert_eq!(order.get(expected.len()), None);
}

/// The numbers up to a count in an order that goes all over them; a step that has no divisor in common with it.
fn scattered(count: usize) -> impl Iterator<Item = usize> {
    (0..count).map(move |number| number * 7_919 % count)
}

#[test]
fn thousands_of_entries_made_at_once_are_all_found() {
    let all = entries(20_000);
    agrees(&ReadingOrder::new(all.clone()), &all.iter().collect::<Vec<_>>());
}

#[test]
fn thousands_of_entries_that_come_all_over_it_and_go_again_are_all_found() {
    let all = entries(20_000);
    let mut order = ReadingOrder::default();
    scattered(all.len()).for_each(|number| order.insert(all[number].clone()));
    agrees(&order, &all.iter().collect::<Vec<_>>());
    let mut left = vec![true; all.len()];
    for (removed, number) in scattered(all.len()).enumerate() {
        order.remove(&all[number].annotation);
        left[number] = false;
        if removed % 4_000 == 3_999 {
            agrees(
                &order,
                &all.iter().zip(&left).filter(|(_, left)| **left).map(|(entry, _)| entry).collect::<Vec<_>>(),
            );
        }
    }
    assert!(order.is_empty());
}

#[test]
fn thousands_of_entries_that_come_from_the_end_to_the_beginning_and_go_in_order_are_all_found() {
    let all = entries(12_000);
    let mut order = ReadingOrder::default();
    all.iter().rev().for_each(|entry| order.insert(entry.clone()));
    agrees(&order, &all.iter().collect::<Vec<_>>());
    for (number, entry) in all.iter().enumerate() {
        order.remove(&entry.annotation);
        if number % 3_000 == 2_999 {
            agrees(&order, &all[number + 1..].iter().collect::<Vec<_>>());
        }
    }
}

#[test]
fn an_entry_with_a_newer_state_takes_the_place_of_the_older() {
    let all = entries(3);
    let mut order = ReadingOrder::new(all.clone());
    let newer = Entry { annotation: Arc::clone(&all[1].annotation), revision: 2, writer: "tab".into() };
    order.insert(newer.clone());
    agrees(&order, &[&all[0], &newer, &all[2]]);
}

#[test]
fn what_was_never_in_it_is_removed_without_a_trace() {
    let all = entries(3);
    let mut order = ReadingOrder::new(all[..2].to_vec());
    order.remove(&all[2].annotation);
    agrees(&order, &[&all[0], &all[1]]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn after_any_insertions_and_removals_it_is_the_sorted_list(
        changes in proptest::collection::vec((any::<Index>(), 0..5u8), 0..1_500)
    ) {
        let all = entries(400);
        let mut order = ReadingOrder::new(all.iter().step_by(3).cloned().collect());
        let mut there: Vec<bool> = (0..all.len()).map(|number| number % 3 == 0).collect();
        for (at, kind) in changes {
            let number = at.index(all.len());
            there[number] = kind > 1;
            if kind > 1 { order.insert(all[number].clone()) } else { order.remove(&all[number].annotation) }
        }
        let expected: Vec<_> = all.iter().zip(&there).filter(|(_, there)| **there).map(|(entry, _)| entry).collect();
        agrees(&order, &expected);
    }
}
