//! Putting things in order: one sort for every kind of list.
//!
//! Rust writes its sort anew for every type that is sorted, four kilobytes a time, and a page loads every one of them. Here
//! only places are sorted; the things themselves are then put where they belong.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::ops::Range;

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

/// The places of a list of that length in the order that the comparison of two places gives.
///
/// A natural merge sort (Knuth, The Art of Computer Programming, vol. 3, 5.2.4, algorithm N): it merges the runs that are in
/// order already, two and two. Lists that are in order, as most are, or in the opposite order take one pass, and each
/// doubling of the number of runs one more. The sort of the standard library is five kilobytes of the page.
fn sorted_places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    let mut ends = runs(&mut places, compare);
    while ends.len() > 1 {
        let (mut merged, mut joined, mut start) = (Vec::with_capacity(length), Vec::new(), 0);
        let of = |range: Range<usize>| places.get(range).unwrap_or_default();
        for pair in ends.chunks(2) {
            // A run that is left over has nothing behind it.
            if let (Some(middle), Some(end)) = (pair.first(), pair.last()) {
                merge(of(start..*middle), of(*middle..*end), compare, &mut merged);
                start = *end;
                joined.push(*end);
            }
        }
        (places, ends) = (merged, joined);
    }
    places
}

/// Where each run ends that is in order. Runs in the opposite order, in which nothing is equal, are turned around.
fn runs(places: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let falls = |place: usize| compare(place, place + 1).is_gt();
    let (mut ends, mut start) = (Vec::new(), 0);
    while start < places.len() {
        let mut last = start;
        let falling = start + 1 < places.len() && falls(start);
        while last + 1 < places.len() && falls(last) == falling {
            last += 1;
        }
        if let Some(run) = places.get_mut(start..=last).filter(|_| falling) {
            run.reverse();
        }
        start = last + 1;
        ends.push(start);
    }
    ends
}

/// Puts two runs together; of what is equal, that of the first comes first.
fn merge(mut front: &[usize], mut back: &[usize], compare: &dyn Fn(usize, usize) -> Ordering, merged: &mut Vec<usize>) {
    while let (Some((one, rest)), Some((other, others))) = (front.split_first(), back.split_first()) {
        if compare(*one, *other).is_le() {
            merged.push(*one);
            front = rest;
        } else {
            merged.push(*other);
            back = others;
        }
    }
    merged.extend_from_slice(front);
    merged.extend_from_slice(back);
}

/// The place of the first thing that is equal to one before it. Takes `n log n` comparisons.
#[must_use]
pub fn repeated<T: Ord>(items: &[T]) -> Option<usize> {
    let places = sorted_places(items.len(), &|one, other| items.get(one).cmp(&items.get(other)));
    let same = |pair: &&[usize]| matches!(pair, [one, other] if items.get(*one) == items.get(*other));
    places.windows(2).filter(same).filter_map(|pair| pair.last().copied()).min()
}

/// Values by key, in the order of the keys: a sorted list, searched by halving, as [`Sorted`] is.
#[derive(Clone, Debug)]
pub struct Table<K, V>(Vec<(K, V)>);

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Table<K, V> {
    /// The value of a key; it is made where there is none. Takes time with the number of keys behind it then.
    pub fn entry(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = self.0.binary_search_by(|(known, _)| known.cmp(&key)).unwrap_or_else(|place| {
            self.0.insert(place, (key, make()));
            place
        });
        &mut self.0[place].1
    }

    /// The value of a key, where there is one.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let place = self.0.binary_search_by(|(known, _)| known.cmp(key)).ok()?;
        self.0.get_mut(place).map(|(_, value)| value)
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
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
    pub fn contains<Q: Ord + ?Sized>(&self, item: &Q) -> bool
    where
        T: Borrow<Q>,
    {
        self.0.binary_search_by(|known| known.borrow().cmp(item)).is_ok()
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
