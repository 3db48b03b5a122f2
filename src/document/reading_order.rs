//! Annotations in reading order, as a persistent list.
//!
//! The list is cut into chunks of bounded length, each under the place where it begins, in a persistent map: a sorted list of
//! short lists, as Sorted Containers has it (G. Jenks, 2019, <https://doi.org/10.21105/joss.01330>). An insertion copies one
//! chunk and one path of the map. A relaxed radix balanced vector would be the obvious list, but that of `imbl` gets deeper
//! with insertions in its middle, until one of them costs as much as the list is long.

use std::cmp::Ordering;
use std::ops::Bound;
use std::sync::Arc;

use imbl::OrdMap;

use super::entry::{Entry, ReadingKey, reading_order};
use crate::annotation::Annotation;
use crate::text::Utf8;

/// The length from which a chunk is divided in two. Longer ones make insertions slower, shorter ones the counting of places.
const LONGEST: usize = 128;
/// The number of entries from which a stretch that is counted as one is divided in two.
const MOST_COUNTED: usize = 64 * LONGEST;

/// Entries in reading order: an immutable value, cheap to clone.
///
/// To find an entry by its annotation, and what stands beside it, costs O(log n); so do insertion and removal. A place, counted
/// from 0, is found by adding up how many entries the stretches before it have, and then the chunks before it in its own: one
/// addition for thousands of entries, and a hundred.
///
/// Invariants: the entries of a chunk are in order, not before the place that the chunk is kept under and before that of the
/// next chunk; no chunk is empty; each stretch begins with a chunk, and its count is that of the entries up to the next one.
#[derive(Clone, Debug, Default)]
pub struct ReadingOrder {
    /// The chunks. The first is kept under `None`, so that there is one for whatever comes before all others.
    chunks: OrdMap<Option<ReadingKey>, Arc<[Entry]>>,
    /// How many entries there are in each stretch of the list, under the place where it begins; in the first under `None`.
    counts: OrdMap<Option<ReadingKey>, usize>,
    len: usize,
}

impl ReadingOrder {
    /// Entries in any order. O(n log n).
    #[must_use]
    pub fn new(mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|one, other| reading_order(&one.annotation, &other.annotation));
        let mut order = Self { len: entries.len(), ..Self::default() };
        // Half as long as they may be, so that the next insertions divide none.
        let fence = |number: usize, entries: &[Entry]| {
            entries.first().filter(|_| number > 0).map(|first| ReadingKey::of(&first.annotation))
        };
        for (number, chunk) in entries.chunks(LONGEST / 2).enumerate() {
            order.chunks.insert(fence(number, chunk), chunk.into());
        }
        for (number, stretch) in entries.chunks(MOST_COUNTED / 2).enumerate() {
            order.counts.insert(fence(number, stretch), stretch.len());
        }
        order
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Whether two lists are one and the same, which costs no comparison of entries.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.chunks.ptr_eq(&other.chunks)
    }

    /// The entries in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.chunks.values().flat_map(|chunk| chunk.iter())
    }

    /// The entries from a place on.
    pub fn iter_from(&self, place: usize) -> impl Iterator<Item = &Entry> {
        let found = self.chunk_of(place).into_iter();
        found.flat_map(move |(fence, before)| {
            let chunks = self.chunks.range::<_, Option<ReadingKey>>(fence..);
            chunks.flat_map(|(_, chunk)| chunk.iter()).skip(place - before)
        })
    }

    /// The entry at a place.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<&Entry> {
        let (fence, before) = self.chunk_of(place)?;
        self.chunks.get(fence)?.get(place - before)
    }

    /// The key of the chunk that has a place, and how many entries are before it.
    fn chunk_of(&self, place: usize) -> Option<(&Option<ReadingKey>, usize)> {
        let counts = self.counts.iter().map(|(begin, count)| (begin, *count));
        let (begin, before) = containing(counts, 0, place)?;
        let chunks = self.chunks.range::<_, Option<ReadingKey>>(begin..);
        containing(chunks.map(|(fence, chunk)| (fence, chunk.len())), before, place)
    }

    /// The first entry.
    #[must_use]
    pub fn first(&self) -> Option<&Entry> {
        self.iter().next()
    }

    /// The last entry.
    #[must_use]
    pub fn last(&self) -> Option<&Entry> {
        self.iter().next_back()
    }

    /// The place of an annotation, found by what its order depends on: target, label and id.
    #[must_use]
    pub fn place(&self, annotation: &Annotation) -> Option<usize> {
        let wanted = Some(ReadingKey::of(annotation));
        let (fence, chunk) = self.chunks.get_prev(&wanted)?;
        let here = chunk.binary_search_by(|entry| reading_order(&entry.annotation, annotation)).ok()?;
        let (begin, _) = self.counts.get_prev(&wanted)?;
        let stretches: usize = self.counts.range::<_, Option<ReadingKey>>(..begin).map(|(_, count)| count).sum();
        let chunks = self.chunks.range::<_, Option<ReadingKey>>(begin..fence);
        Some(stretches + chunks.map(|(_, chunk)| chunk.len()).sum::<usize>() + here)
    }

    /// Whether an annotation is one of them, found as its place is.
    #[must_use]
    pub fn contains(&self, annotation: &Annotation) -> bool {
        let key = ReadingKey::of(annotation);
        self.from(&key).is_some_and(|entry| key.order_of(&entry.annotation) == Ordering::Equal)
    }

    /// The entry that follows an annotation, which need not be one of them.
    #[must_use]
    pub fn after(&self, annotation: &Annotation) -> Option<&Entry> {
        self.beyond(&ReadingKey::of(annotation), |order| order != Ordering::Greater)
    }

    /// The entry before an annotation, which need not be one of them.
    #[must_use]
    pub fn before(&self, annotation: &Annotation) -> Option<&Entry> {
        self.short_of(&ReadingKey::of(annotation))
    }

    /// The first entry that begins at a position or after it.
    #[must_use]
    pub fn first_from(&self, position: Utf8) -> Option<&Entry> {
        self.from(&ReadingKey::before_all_at(position))
    }

    /// The last entry that begins before a position.
    #[must_use]
    pub fn last_before(&self, position: Utf8) -> Option<&Entry> {
        self.short_of(&ReadingKey::before_all_at(position))
    }

    /// The first entry at a key or after it.
    fn from(&self, key: &ReadingKey) -> Option<&Entry> {
        self.beyond(key, |order| order == Ordering::Less)
    }

    /// The first entry whose order to a key is not one of those to pass over, which begin with less.
    fn beyond(&self, key: &ReadingKey, passed: impl Fn(Ordering) -> bool) -> Option<&Entry> {
        let wanted = Some(key.clone());
        let here = self
            .chunks
            .get_prev(&wanted)
            .and_then(|(_, chunk)| chunk.get(chunk.partition_point(|entry| passed(key.order_of(&entry.annotation)))));
        here.or_else(|| {
            let (_, next) = self.chunks.range((Bound::Excluded(wanted), Bound::Unbounded)).next()?;
            next.first()
        })
    }

    /// The last entry before a key.
    fn short_of(&self, key: &ReadingKey) -> Option<&Entry> {
        let (fence, chunk) = self.chunks.get_prev(&Some(key.clone()))?;
        let end = chunk.partition_point(|entry| key.order_of(&entry.annotation) == Ordering::Less);
        match end.checked_sub(1) {
            Some(last) => chunk.get(last),
            None => self.chunks.range::<_, Option<ReadingKey>>(..fence).next_back()?.1.last(),
        }
    }

    /// Inserts an entry, or puts it in place of the one with the same target, label and id.
    pub fn insert(&mut self, entry: Entry) {
        let wanted = Some(ReadingKey::of(&entry.annotation));
        let (fence, mut chunk) = match self.chunks.get_prev(&wanted) {
            Some((fence, chunk)) => (fence.clone(), chunk.to_vec()),
            None => (None, Vec::new()),
        };
        let found = chunk.binary_search_by(|known| reading_order(&known.annotation, &entry.annotation));
        match found {
            Ok(here) => chunk.splice(here..=here, [entry]).for_each(drop),
            Err(here) => chunk.insert(here, entry),
        }
        if chunk.len() >= LONGEST {
            let rest = chunk.split_off(LONGEST / 2);
            let key = rest.first().map(|first| ReadingKey::of(&first.annotation));
            self.chunks.insert(key, rest.into());
        }
        self.chunks.insert(fence, chunk.into());
        if found.is_err() {
            self.len += 1;
            self.recount(&wanted, |count| count + 1);
        }
    }

    /// Removes the entry with the target, label and id of an annotation.
    pub fn remove(&mut self, annotation: &Annotation) {
        let wanted = Some(ReadingKey::of(annotation));
        let Some((fence, chunk)) = self.chunks.get_prev(&wanted) else { return };
        let Ok(here) = chunk.binary_search_by(|entry| reading_order(&entry.annotation, annotation)) else { return };
        let (fence, mut chunk) = (fence.clone(), chunk.to_vec());
        chunk.remove(here);
        self.len -= 1;
        self.recount(&wanted, |count| count.saturating_sub(1));
        if !chunk.is_empty() {
            self.chunks.insert(fence, chunk.into());
            return;
        }
        self.chunks.remove(&fence);
        // A stretch cannot begin with a chunk that is gone: what would be put there goes to the chunk before.
        if fence.is_some()
            && let Some(rest) = self.counts.remove(&fence)
        {
            self.recount(&fence, |count| count + rest);
        }
    }

    /// Changes the count of the stretch that has a place, and divides it where it is a large one.
    fn recount(&mut self, place: &Option<ReadingKey>, change: impl Fn(usize) -> usize) {
        let (begin, count) = match self.counts.get_prev(place) {
            Some((begin, count)) => (begin.clone(), change(*count)),
            None => (None, change(0)),
        };
        // No chunk is so long that the first one has the middle.
        let half = (count >= MOST_COUNTED).then(|| {
            let chunks = self.chunks.range::<_, Option<ReadingKey>>(&begin..);
            containing(chunks.map(|(fence, chunk)| (fence, chunk.len())), 0, count / 2)
        });
        match half.flatten().map(|(middle, before)| (middle.clone(), before)) {
            Some((middle, before)) => {
                self.counts.insert(begin, before);
                self.counts.insert(middle, count - before);
            }
            None => drop(self.counts.insert(begin, count)),
        }
    }
}

/// The first of some parts that has a place, and how many entries are before it. Each part is a key and how many it has;
/// `before` are those before all of them.
fn containing<'a>(
    parts: impl Iterator<Item = (&'a Option<ReadingKey>, usize)>,
    mut before: usize,
    place: usize,
) -> Option<(&'a Option<ReadingKey>, usize)> {
    for (key, count) in parts {
        if place < before + count {
            return Some((key, before));
        }
        before += count;
    }
    None
}
