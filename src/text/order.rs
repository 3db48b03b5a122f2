//! Putting things in order: one sort for every kind of list.
//!
//! Rust writes its sort anew for every type that is sorted, four kilobytes a time, and a page loads every one of them. Here
//! only places are sorted; the things themselves are then put where they belong.

use std::cmp::Ordering;

/// Sorts a list; what compares as equal keeps its order. Takes `n log n` comparisons.
pub fn sort<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    if items.len() < 2 {
        return;
    }
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

/// Some things, each once, in order: a sorted list, searched by halving. Much smaller on the page than the tree of the
/// standard library, and as fast for what is put together once and then looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sorted<T>(Vec<T>);

impl<T> Default for Sorted<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Sorted<T> {
    /// Whether something is in it.
    #[must_use]
    pub fn contains(&self, item: &T) -> bool {
        self.0.binary_search(item).is_ok()
    }

    /// Puts something in; true where it was not in yet. Takes time with the number of things behind it.
    pub fn insert(&mut self, item: T) -> bool {
        match self.0.binary_search(&item) {
            Ok(_) => false,
            Err(place) => {
                self.0.insert(place, item);
                true
            }
        }
    }

    /// Takes something out; true where it was in.
    pub fn remove(&mut self, item: &T) -> bool {
        self.0.binary_search(item).map(|place| self.0.remove(place)).is_ok()
    }

    /// Keeps what a test holds of.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }

    /// The things in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Ord> FromIterator<T> for Sorted<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut items: Vec<T> = items.into_iter().collect();
        sort(&mut items, T::cmp);
        items.dedup();
        Self(items)
    }
}
