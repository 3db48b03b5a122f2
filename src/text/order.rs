//! Putting things in order: one sort for every kind of list.
//!
//! Rust writes its sort anew for every type that is sorted, four kilobytes a time, and a page loads every one of them. Here
//! only places are sorted; the things themselves are then put where they belong.

use std::cmp::Ordering;

/// Sorts a list; what compares as equal keeps its order. Takes `n log n` comparisons.
pub fn sort<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = sorted_places(items.len(), &|one, other| match (items.get(one), items.get(other)) {
        (Some(one), Some(other)) => compare(one, other),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(places.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

/// The places of a list of that length in the order that the comparison of two places gives. Lists that are in order
/// already, which most are, take one pass.
fn sorted_places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}
