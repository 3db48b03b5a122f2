//! What is derived from the annotations of a document, by difference: their order, their labels, their spans.

use std::collections::BTreeMap;

use imbl::OrdMap;

use super::entry::{Entry, reading_order};
use super::reading_order::ReadingOrder;
use super::span_index::SpanIndex;
use crate::annotation::{Label, Target};
use crate::text::Utf8;

/// The annotations of a document in reading order, by label and by place: an immutable value, cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    /// All of them in reading order.
    pub(super) order: ReadingOrder,
    /// Those of each label that occurs.
    pub(super) labels: OrdMap<Label, ReadingOrder>,
    /// Every segment of every target.
    pub(super) segments: SpanIndex,
    /// The targets of several segments, each from its start to its end.
    pub(super) extents: SpanIndex,
}

impl Index {
    /// The index of entries in any order. O(n log n).
    pub(super) fn new(entries: Vec<Entry>) -> Self {
        let of_each = |spans: fn(&Target) -> Vec<(Utf8, Utf8)>| {
            let of_one = move |entry: &Entry| {
                let id = entry.annotation.id;
                spans(&entry.annotation.target).into_iter().map(move |(start, end)| (start, end, id))
            };
            SpanIndex::new(entries.iter().flat_map(of_one))
        };
        let (segments, extents) = (of_each(segments), of_each(extent));
        Self { segments, extents, ..Self::default() }.ordered(entries)
    }

    /// The index whose spans are those of these entries, with them in order. O(n log n), with a small factor.
    pub(super) fn ordered(self, entries: Vec<Entry>) -> Self {
        let order = ReadingOrder::new(entries);
        let mut by_label: BTreeMap<&Label, Vec<Entry>> = BTreeMap::new();
        for entry in order.iter() {
            by_label.entry(&entry.annotation.label).or_default().push(entry.clone());
        }
        let labels = by_label.into_iter().map(|(label, entries)| (label.clone(), ReadingOrder::new(entries))).collect();
        Self { order, labels, ..self }
    }

    /// Follows the change of one entry, which is new where there is no `before` and gone where there is no `after`.
    /// O(log n) for each of its segments.
    pub(super) fn change(&mut self, before: Option<&Entry>, after: Option<&Entry>) {
        let stays = match (before, after) {
            (Some(before), Some(after)) => reading_order(&before.annotation, &after.annotation).is_eq(),
            _ => false,
        };
        if let Some(before) = before.filter(|_| !stays) {
            self.order.remove(&before.annotation);
            self.of_label(&before.annotation.label, |order| order.remove(&before.annotation));
        }
        if let Some(after) = after {
            self.order.insert(after.clone());
            self.of_label(&after.annotation.label, |order| order.insert(after.clone()));
        }
        if before.map(|entry| &entry.annotation.target) != after.map(|entry| &entry.annotation.target) {
            before.iter().for_each(|entry| self.remove_spans(entry));
            after.iter().for_each(|entry| self.insert_spans(entry));
        }
    }

    /// Changes the order of one label. A label that does not occur any more is not kept.
    fn of_label(&mut self, label: &Label, change: impl FnOnce(&mut ReadingOrder)) {
        let mut order = self.labels.get(label).cloned().unwrap_or_default();
        change(&mut order);
        if order.is_empty() {
            self.labels.remove(label);
        } else {
            self.labels.insert(label.clone(), order);
        }
    }

    /// Takes the spans of an entry in, which is to be put in order later.
    pub(super) fn insert_spans(&mut self, entry: &Entry) {
        let (id, target) = (entry.annotation.id, &entry.annotation.target);
        segments(target).into_iter().for_each(|(start, end)| self.segments.insert(start, end, id));
        extent(target).into_iter().for_each(|(start, end)| self.extents.insert(start, end, id));
    }

    fn remove_spans(&mut self, entry: &Entry) {
        let (id, target) = (entry.annotation.id, &entry.annotation.target);
        segments(target).into_iter().for_each(|(start, end)| self.segments.remove(start, end, id));
        extent(target).into_iter().for_each(|(start, end)| self.extents.remove(start, end, id));
    }
}

/// The segments of a target.
fn segments(target: &Target) -> Vec<(Utf8, Utf8)> {
    target.segments().map(|span| (span.start(), span.end())).collect()
}

/// A target of several segments from its start to its end; of a single segment, which is in the index already, nothing.
fn extent(target: &Target) -> Vec<(Utf8, Utf8)> {
    target.segments().nth(1).map(|_| (target.start(), target.end())).into_iter().collect()
}
