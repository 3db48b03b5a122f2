//! Search: words found in the text and in the annotations, and annotated without a selection in the page.

mod update;

use crate::annotation::{Annotation, AnnotationId, Label};
use crate::document::Document;
use crate::text::{Matching, Span, Utf8, holds};

/// The open search: what is looked for, and where it was found.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// What was typed.
    pub words: String,
    /// How the words are matched.
    pub matching: Matching,
    /// The places in the text, in order.
    pub places: Vec<Span>,
    /// The annotations whose words or note hold it, in reading order.
    pub marks: Vec<AnnotationId>,
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

    /// Finds the annotations that hold the words: a place in the text that lies inside them is found already, so only
    /// the notes are looked through.
    fn find_marks(&mut self, document: &Document) {
        let holds_place = |annotation: &Annotation| {
            annotation.target.segments().any(|segment| {
                let first = self.places.partition_point(|place| place.start() < segment.start());
                self.places.get(first).is_some_and(|place| place.end() <= segment.end())
            })
        };
        let in_note = |annotation: &Annotation| {
            !annotation.note.is_empty() && holds(&annotation.note, &self.words, self.matching)
        };
        let found = document.annotations().filter(|one| holds_place(one) || in_note(one)).map(|one| one.id);
        self.marks = found.collect();
        self.current = self.current.or(Some(0)).map(|current| current.min(self.count().saturating_sub(1)));
        self.current = self.current.filter(|_| self.count() > 0);
    }
}
