//! Order: one sort for all lists, and lists that are kept in order, each beside what the standard library does.

use std::collections::BTreeMap;

use bluepencil::text::{Sorted, Table, repeated, sort};
use proptest::collection::vec;
use proptest::prelude::*;

/// Lists of a few runs, each in order, in the opposite order or in none; in some of them much is equal.
fn any_list() -> impl Strategy<Value = Vec<(u8, usize)>> {
    let run = (vec(0_u8..40, 0..20), 0..3).prop_map(|(mut keys, order)| {
        match order {
            0 => keys.sort_unstable(),
            1 => keys.sort_unstable_by(|one, other| other.cmp(one)),
            _ => {}
        }
        keys
    });
    vec(run, 0..6).prop_map(|runs| runs.concat().into_iter().enumerate().map(|(place, key)| (key, place)).collect())
}

/// How often two things are compared when a list of numbers is sorted.
fn comparisons(mut numbers: Vec<u32>) -> usize {
    let count = std::cell::Cell::new(0);
    sort(&mut numbers, |one, other| {
        count.set(count.get() + 1);
        one.cmp(other)
    });
    count.get()
}

#[test]
fn a_list_in_order_or_in_the_opposite_order_takes_one_pass() {
    assert!(comparisons((0..1000).collect()) <= 1001);
    assert!(comparisons((0..1000).rev().collect()) <= 1001);
}

#[test]
fn one_thing_out_of_place_takes_two_more_passes_at_most() {
    let mut numbers: Vec<u32> = (0..1000).collect();
    let moved = numbers.remove(400);
    numbers.insert(700, moved);
    assert!(comparisons(numbers) <= 3100);
}

proptest! {
    #[test]
    fn a_list_is_sorted_and_what_is_equal_keeps_its_order(list in any_list()) {
        let (mut ours, mut known) = (list.clone(), list);
        sort(&mut ours, |one, other| one.0.cmp(&other.0));
        known.sort_by_key(|item| item.0);
        prop_assert_eq!(ours, known);
    }

    #[test]
    fn the_first_thing_that_came_before_is_found(list in vec(0_u8..40, 0..20)) {
        let found = list.iter().enumerate().position(|(place, item)| list[..place].contains(item));
        prop_assert_eq!(repeated(&list), found);
    }

    #[test]
    fn a_sorted_list_holds_each_thing_once_and_in_order(list in vec(0_u8..40, 0..40)) {
        let mut known = list.clone();
        known.sort_unstable();
        known.dedup();
        let sorted: Sorted<u8> = list.into_iter().collect();
        prop_assert!((0..40).all(|item| sorted.contains(&item) == known.contains(&item)));
        prop_assert_eq!(sorted.iter().copied().collect::<Vec<u8>>(), known);
    }

    #[test]
    fn a_table_holds_what_a_map_does(acts in vec((0_u8..20, any::<bool>()), 0..60)) {
        let (mut table, mut map) = (Table::default(), BTreeMap::new());
        for (number, (key, only_looks)) in acts.into_iter().enumerate() {
            if only_looks {
                prop_assert_eq!(table.get_mut(&key), map.get_mut(&key));
            } else {
                prop_assert_eq!(table.entry(key, || number), map.entry(key).or_insert(number));
            }
        }
        prop_assert!(table.into_iter().eq(map));
    }
}
