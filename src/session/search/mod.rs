//! Search: words found in the text and in the annotations, and annotated without a selection in the page.

mod update;

use std::sync::Arc;

use crate::annotation::{Annotation, Label};
use crate::document::{Document, ReadingOrder};
use crate::text::{Matching, Span, Utf8, holds};

/// The open search: what is looked for, and where it was found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What was typed.
    pub words: String,
    /// How the words are matched.
    pub matching: Matching,
    /// The places in the text, in order; shared, because they stay while annotations change.
    pub places: Arc<Vec<Span>>,
    /// The annotations whose words or note hold it.
    pub marks: ReadingOrder,
    /// The chosen match: the places in the text are counted first, then the annotations.
    pub current: Option<usize>,
    /// Where the search began: the first match from here on is the one to begin with.
    from: Utf8,
}

/// An event of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchEvent {
    /// Other words were typed.
    Words(String),
    /// The words are to be matched in another way.
    Matching(Matching),
    /// The next match, or the one before; after the last comes the first.
    Next,
    /// The match before.
    Previous,
    /// A match was chosen by its number.
    Choose(usize),
    /// The chosen match is to be marked with a label.
    Mark(Label),
    /// Ends the search.
    Close,
}

impl Search {
    /// The chosen place in the text.
    #[must_use]
    pub fn current_place(&self) -> Option<Span> {
        self.places.get(self.current?).copied()
    }

    /// How many matches there are, in text and annotations.
    #[must_use]
    pub fn count(&self) -> usize {
        self.places.len() + self.marks.len()
    }

    /// The places in the text that share a byte with a range.
    #[must_use]
    pub fn places_near(&self, from: Utf8, to: Utf8) -> &[Span] {
        let first = self.places.partition_point(|place| place.end() <= from);
        let end = self.places.partition_point(|place| place.start() < to);
        self.places.get(first..end).unwrap_or_default()
    }

    /// What was found, in words: "3 of 14 in the text, 2 in annotations".
    #[must_use]
    pub fn summary(&self) -> String {
        if self.words.trim().is_empty() {
            return String::new();
        }
        if self.count() == 0 {
            return "Not found.".to_owned();
        }
        let part = |count: usize, current: Option<usize>| match current.filter(|current| *current < count) {
            Some(current) => format!("{} of {count}", current + 1),
            None => count.to_string(),
        };
        let in_text = part(self.places.len(), self.current);
        let in_marks = part(self.marks.len(), self.current.and_then(|current| current.checked_sub(self.places.len())));
        format!("{in_text} in the text, {in_marks} in annotations")
    }

    /// Finds the annotations that hold the words.
    fn find_marks(&mut self, document: &Document) {
        let found = document.entries().iter().filter(|entry| self.holds(&entry.annotation)).cloned().collect();
        self.marks = ReadingOrder::new(found);
        self.keep_current();
    }

    /// Brings the annotations that hold the words in line with a document that was made of another.
    fn follow(&mut self, before: &Document, now: &Document) {
        for (was, is) in before.changes_to(now) {
            was.iter().for_each(|entry| self.marks.remove(&entry.annotation));
            let is = is.filter(|entry| self.holds(&entry.annotation));
            is.iter().for_each(|entry| self.marks.insert((*entry).clone()));
        }
        self.keep_current();
    }

    /// Whether an annotation holds the words: a place in the text that lies inside it is found already, so only its note is
    /// looked through.
    fn holds(&self, annotation: &Annotation) -> bool {
        let mut segments = annotation.target.segments();
        let holds_place = segments.any(|segment| {
            let first = self.places.partition_point(|place| place.start() < segment.start());
            self.places.get(first).is_some_and(|place| place.end() <= segment.end())
        });
        holds_place || (!annotation.note.is_empty() && holds(&annotation.note, &self.words, self.matching))
    }

    /// Keeps a match chosen where there is any.
    fn keep_current(&mut self) {
        self.current = self.current.or(Some(0)).map(|current| current.min(self.count().saturating_sub(1)));
        self.current = self.current.filter(|_| self.count() > 0);
    }
}
